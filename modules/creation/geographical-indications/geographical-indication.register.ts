import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, flag, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 地理标志: one record for each product and legal road; a product may have all three. */
export const geographicalIndication = defineRegister({
  id: 'geographical-indication',
  alsoCalled: ['gi', 'gis'],
  area: 'creation',
  systems: ['S13', 'S17', 'S56'],
  label: '地理标志名录',
  labelEn: 'Geographical indications',
  recordLabel: '地理标志',
  countUnit: '个',
  about: '本市产地的地理标志，按产品和保护途径各一条；使用人和年销售额另册。',
  source: '地理标志产品保护办法（国家知识产权局令第80号）；集体商标、证明商标注册和管理规定（国家知识产权局令第79号）',
  fields: {
    name: text('地理标志名称', 'Name', {
      ...open,
      required: true,
      longest: 100,
      aliases: ['名称', '产品名称', '地理标志'],
    }),
    road: choice(
      '保护途径',
      'Legal road',
      [
        oneOf('product', '地理标志产品', 'Protected product', '地理标志保护产品', '地标产品'),
        oneOf(
          'mark',
          '地理标志商标',
          'Collective or certification mark',
          '集体商标',
          '证明商标',
          '地理标志证明商标',
          '地理标志集体商标',
        ),
        oneOf('agricultural', '农产品地理标志', 'Agricultural product', '农地标', 'AGI'),
      ],
      { ...open, required: true, aliases: ['途径', '类型', '保护类型', '种类'] },
    ),
    registrationNo: text('登记号', 'Number', {
      ...open,
      longest: 80,
      aliases: ['注册号', '公告号', '登记证书编号', '批准公告号'],
      help: '公告号、商标注册号或 AGI 号，按途径',
    }),
    holder: text('权利人', 'Holder', {
      ...open,
      longest: 200,
      aliases: ['申请人', '注册人', '登记证书持有人', '保护申请机构'],
    }),
    product: text('产品类别', 'Product', { ...open, longest: 100, aliases: ['品类', '类别'] }),
    productionArea: text('产地范围', 'Area of production', {
      ...open,
      multiline: true,
      longest: 1_000,
      aliases: ['地域范围', '保护范围'],
    }),
    qualityFeatures: text('质量特色', 'Quality', { ...open, multiline: true, longest: 2_000, aliases: ['品质特征'] }),
    standardNo: text('执行标准', 'Standard', { ...open, longest: 80, aliases: ['标准号', '标准编号'] }),
    registeredOn: date('注册登记日期', 'Registered on', {
      ...open,
      required: true,
      aliases: ['批准日期', '登记日期', '注册日期', '公告日期'],
    }),
    endedOn: date('终止日期', 'Ended on', { ...open, notBefore: ['registeredOn'], aliases: ['撤销日期', '失效日期'] }),
    isEuListed: flag('中欧互认', 'Listed in the China–EU agreement', {
      ...open,
      aliases: ['中欧地理标志互认', '是否互认'],
    }),
    evidence: files('公告或证书', 'Announcement'),
    remarks: remarks(),
  },
  key: ['name', 'road'],
  title: 'name',
  columns: ['name', 'road', 'holder', 'registrationNo', 'registeredOn'],
  validity: { from: 'registeredOn', until: ['endedOn'] },
  access: {
    public: [
      'name',
      'road',
      'registrationNo',
      'holder',
      'product',
      'productionArea',
      'qualityFeatures',
      'registeredOn',
    ],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
