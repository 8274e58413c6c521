import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choices, date, flag, integer, link, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 知识产权服务机构 with a real office in the county. */
export const serviceAgency = defineRegister({
  id: 'service-agency',
  alsoCalled: ['agencies', 'agency'],
  area: 'services',
  systems: ['S50'],
  label: '服务机构名录',
  labelEn: 'Service agencies',
  recordLabel: '服务机构',
  countUnit: '家',
  about: '在本市有实际经营场所的专利、商标、法律、信息、运营等服务机构；从业人数和收入按年另册。',
  source: '专利代理条例（执业许可）；商标法第十八条、第十九条（2019 修正，代理机构）；工作方案工作目标、任务 20',
  fields: {
    name: text('机构名称', 'Name', {
      ...open,
      required: true,
      longest: 200,
      aliases: ['名称', '服务机构', '单位名称'],
    }),
    uscc: text('统一社会信用代码', 'Unified Social Credit Code', {
      ...open,
      required: true,
      format: 'unified-social-credit-code',
      aliases: ['信用代码', '社会信用代码'],
    }),
    entity: link('对应主体', 'Entity', 'market-entity', { ...open, aliases: ['主体'] }),
    agencyTypes: choices(
      '业务类型',
      'Services',
      [
        oneOf('patent', '专利代理', 'Patents', '专利'),
        oneOf('trademark', '商标代理', 'Trade marks', '商标'),
        oneOf('copyright', '版权代理', 'Copyright', '版权'),
        oneOf('law', '法律服务', 'Law', '律师'),
        oneOf('information', '信息服务', 'Information', '信息'),
        oneOf('operation', '运营服务', 'Operation', '运营'),
        oneOf('valuation', '评估', 'Valuation'),
        oneOf('consulting', '咨询', 'Consulting'),
        oneOf('training', '培训', 'Training'),
      ],
      { ...open, aliases: ['机构类型', '服务类型', '业务范围'] },
    ),
    licenceNo: text('执业许可证号', 'Licence', {
      ...open,
      longest: 60,
      aliases: ['代理机构代码', '许可证号', '机构代码'],
    }),
    isBranch: flag('分支机构', 'Branch', { ...open, aliases: ['是否分支机构'] }),
    openedOn: date('开业日期', 'Opened on', {
      ...open,
      required: true,
      aliases: ['成立日期', '设立日期', '入驻日期'],
    }),
    closedOn: date('停业日期', 'Closed on', { ...open, notBefore: ['openedOn'], aliases: ['注销日期', '撤离日期'] }),
    hasOffice: flag('有实际经营场所', 'Has a real office', {
      ...open,
      aliases: ['实际经营', '是否实际经营', '有办公场所'],
      help: '现场核实；只有注册地址的填否，不计入',
    }),
    attorneys: integer('专利代理师', 'Patent attorneys', {
      ...open,
      unit: '人',
      least: 0,
      aliases: ['代理师人数', '执业专利代理师'],
    }),
    address: text('经营地址', 'Address', { ...open, longest: 200, aliases: ['地址', '办公地址'], group: '联系' }),
    phone: text('服务电话', 'Phone', {
      ...open,
      format: 'phone',
      longest: 30,
      aliases: ['电话', '咨询电话'],
      group: '联系',
    }),
    evidence: files('许可证或核实记录', 'Licence or visit record'),
    remarks: remarks(),
  },
  key: ['uscc'],
  title: 'name',
  columns: ['name', 'uscc', 'agencyTypes', 'hasOffice', 'openedOn', 'closedOn'],
  validity: { from: 'openedOn', until: ['closedOn'] },
  unitFrom: 'entity',
  access: {
    public: ['name', 'uscc', 'agencyTypes', 'isBranch', 'openedOn', 'address', 'phone'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: 30,
})
