import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, codes, date, flag, link, links, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 注册商标: one record for each registration and class, as the national statistics count. */
export const trademark = defineRegister({
  id: 'trademark',
  area: 'creation',
  systems: ['S13', 'S16', 'S17', 'S56'],
  label: '商标名录',
  labelEn: 'Trade marks',
  recordLabel: '商标',
  countUnit: '件',
  about: '注册人地址在本市的注册商标，一个注册号一个类别一条；集体、证明商标和地理标志商标在内，马德里国际注册另册。',
  source: '中华人民共和国商标法（2019 修正）第三条（种类）、第三十九条、第四十条（有效期、续展与宽展）',
  fields: {
    registrationNo: text('注册号', 'Registration number', {
      ...open,
      required: true,
      format: 'trademark-no',
      aliases: ['商标注册号', '申请号', '申请/注册号', '注册证号', '商标号'],
    }),
    niceClass: text('类别', 'Nice class', {
      ...open,
      required: true,
      format: 'nice-class',
      aliases: ['国际分类', '商标类别', '尼斯分类', '类号', '国际分类号'],
      help: '1 至 45；一标多类的每类一条',
    }),
    name: text('商标名称', 'Mark', {
      ...open,
      required: true,
      longest: 200,
      aliases: ['名称', '商标', '商标文字'],
      help: '图形商标写“图形”',
    }),
    markType: choice(
      '商标种类',
      'Kind of mark',
      [
        oneOf('ordinary', '普通商标', 'Ordinary', '一般', '商品商标', '服务商标', '一般商标'),
        oneOf('collective', '集体商标', 'Collective', '集体'),
        oneOf('certification', '证明商标', 'Certification', '证明'),
      ],
      { ...open, required: true, aliases: ['商标类型', '种类', '类型'] },
    ),
    owners: links('注册人', 'Owners', 'market-entity', {
      ...open,
      required: true,
      aliases: ['商标注册人', '权利人', '申请人', '持有人', '申请人名称（中文）'],
    }),
    goods: text('核定商品或服务', 'Goods and services', {
      ...open,
      multiline: true,
      longest: 3_000,
      aliases: ['商品/服务', '核定使用商品', '商品服务项目'],
    }),
    similarGroups: codes('类似群', 'Similar groups', 'similar-group', { ...open, aliases: ['类似群组', '群组'] }),
    filedOn: date('申请日期', 'Filed on', { ...open, aliases: ['申请日'], group: '权利状态' }),
    registeredOn: date('注册公告日期', 'Registered on', {
      ...open,
      required: true,
      notBefore: ['filedOn'],
      aliases: ['注册日期', '注册日', '核准注册日', '注册公告日'],
      group: '权利状态',
    }),
    expiresOn: date('专用权期限届满日', 'Expires on', {
      ...open,
      isLastDay: true,
      mayLieAhead: true,
      notBefore: ['registeredOn'],
      aliases: ['有效期至', '届满日', '到期日', '专用期限至', '专用权期限'],
      help: '自注册起十年，续展后照登记簿改；届满后另有六个月宽展期',
      group: '权利状态',
    }),
    renewedOn: date('最近续展日期', 'Last renewed on', {
      ...open,
      notBefore: ['registeredOn'],
      aliases: ['续展日期'],
      group: '权利状态',
    }),
    endedOn: date('失效日期', 'Ended on', {
      ...open,
      notBefore: ['registeredOn'],
      aliases: ['注销日期', '撤销日期', '终止日期'],
      group: '权利状态',
    }),
    endReason: choice(
      '失效原因',
      'Reason of end',
      [
        oneOf('cancelled', '注销', 'Cancelled'),
        oneOf('revoked', '撤销', 'Revoked', '撤三', '撤销连续三年不使用'),
        oneOf('invalidated', '宣告无效', 'Invalidated', '无效'),
        oneOf('not-renewed', '期满未续展', 'Not renewed', '未续展'),
      ],
      { ...open, aliases: ['终止原因'], group: '权利状态' },
    ),
    isGi: flag('地理标志商标', 'Geographical indication', {
      ...open,
      aliases: ['是否地理标志', '地理标志'],
      group: '品牌',
    }),
    gi: link('对应地理标志', 'Geographical indication it protects', 'geographical-indication', {
      ...open,
      aliases: ['地理标志名称'],
      group: '品牌',
    }),
    brandLevel: choice(
      '品牌培育层级',
      'Brand ladder',
      [
        oneOf('well-known', '驰名商标保护记录', 'Protected as well known', '驰名商标'),
        oneOf('time-honoured', '老字号', 'Time-honoured brand', '中华老字号', '江苏老字号'),
        oneOf('key', '重点培育', 'Key brand', '重点品牌'),
      ],
      { ...open, aliases: ['品牌层级'], group: '品牌' },
    ),
    agency: text('代理机构', 'Agency', { ...open, longest: 200, aliases: ['商标代理机构'], group: '其他' }),
    remarks: remarks(),
  },
  key: ['registrationNo', 'niceClass'],
  title: 'name',
  columns: ['registrationNo', 'niceClass', 'name', 'markType', 'owners', 'registeredOn', 'expiresOn'],
  validity: { from: 'registeredOn', until: ['expiresOn', 'endedOn'] },
  conditions: {
    'collective-or-certification': {
      label: '集体商标或证明商标',
      labelEn: 'Collective or certification mark',
      meaning: '按商标法第三条，是集体商标或证明商标。',
      source: '中华人民共和国商标法第三条；集体商标、证明商标注册和管理规定（国家知识产权局令第79号）',
      holds: { field: 'markType', is: ['collective', 'certification'] },
    },
  },
  unitFrom: 'owners',
  access: {
    public: [
      'registrationNo',
      'niceClass',
      'name',
      'markType',
      'owners',
      'registeredOn',
      'expiresOn',
      'endedOn',
      'isGi',
    ],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
