import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, integer, point, text, unit } from '@qiangxian/kernel/registers/fields'
import { entityTypes, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 主体: enterprises, institutions and persons that own, pledge, are certified or recognised. */
export const marketEntity = defineRegister({
  id: 'market-entity',
  alsoCalled: ['entities', 'enterprises', 'parties'],
  area: 'management',
  systems: ['S02', 'S13', 'S44'],
  label: '主体名录',
  labelEn: 'Entities',
  recordLabel: '主体',
  countUnit: '家',
  about: '企业、院校、团体和个人：各类权利、称号、质押都归到这里的一条，一家主体的画像由此而来。',
  source: '法人和其他组织统一社会信用代码编码规则（GB 32100-2015）；市场主体登记管理条例第八条',
  fields: {
    name: text('名称', 'Name', {
      ...open,
      required: true,
      longest: 200,
      aliases: ['主体名称', '企业名称', '单位名称', '公司名称', '机构名称', '姓名或名称'],
      help: '按登记的全称，不用简称',
      origin: '市场主体登记',
    }),
    formerNames: text('曾用名', 'Former names', {
      ...open,
      longest: 1_000,
      aliases: ['原名称', '企业曾用名', '历史名称'],
      help: '多个之间用“；”分开；按曾用名登记的权利也归到这一条',
    }),
    uscc: text('统一社会信用代码', 'Unified Social Credit Code', {
      ...open,
      format: 'unified-social-credit-code',
      aliases: ['信用代码', '社会信用代码', '统一代码', '营业执照号', '注册号'],
      help: '18 位；个人没有，留空',
    }),
    entityType: choice('主体类型', 'Type', entityTypes, {
      ...open,
      required: true,
      aliases: ['类型', '单位性质', '权利人类型'],
    }),
    town: unit('所在镇（街道）', 'Town', {
      ...open,
      aliases: ['镇街', '属地', '所在镇', '所在街道'],
      help: '注册地址所在；考核归属可以是园区，另填',
    }),
    address: text('住所', 'Address', {
      longest: 300,
      aliases: ['地址', '注册地址', '经营场所', '通讯地址'],
      group: '登记信息',
    }),
    location: point('位置', 'Location', { group: '登记信息', help: '经度、纬度（WGS 84）' }),
    industry: text('行业代码', 'Industry', {
      ...open,
      format: 'gb4754',
      aliases: ['国民经济行业', '行业类别', '所属行业', '行业分类'],
      help: '国民经济行业分类（GB/T 4754-2017）',
      group: '登记信息',
    }),
    establishedOn: date('成立日期', 'Established on', {
      ...open,
      aliases: ['设立日期', '注册日期', '成立时间'],
      group: '登记信息',
    }),
    endedOn: date('注销日期', 'Ended on', {
      ...open,
      notBefore: ['establishedOn'],
      aliases: ['吊销注销日期', '注销时间'],
      group: '登记信息',
    }),
    staff: integer('从业人数', 'Staff', { unit: '人', least: 0, aliases: ['职工人数', '人数'], group: '经营' }),
    scale: choice(
      '规模',
      'Size',
      [
        { value: 'large', label: '大型', labelEn: 'Large' },
        { value: 'medium', label: '中型', labelEn: 'Medium' },
        { value: 'small', label: '小型', labelEn: 'Small' },
        { value: 'micro', label: '微型', labelEn: 'Micro' },
      ],
      { aliases: ['企业规模'], help: '按统计上大中小微型企业划分办法', group: '经营' },
    ),
    contactName: text('联系人', 'Contact', {
      sensitivity: 'personal',
      mask: 'name',
      longest: 50,
      aliases: ['经办人', '联系人姓名'],
      group: '联系',
    }),
    contactPhone: text('联系电话', 'Phone', {
      sensitivity: 'personal',
      mask: 'phone',
      format: 'phone',
      aliases: ['电话', '手机', '手机号', '联系方式'],
      group: '联系',
    }),
    remarks: remarks(),
  },
  key: ['uscc'],
  title: 'name',
  columns: ['name', 'uscc', 'entityType', 'town', 'industry', 'establishedOn'],
  validity: { from: 'establishedOn', until: ['endedOn'] },
  naming: { name: 'name', formerNames: 'formerNames', code: 'uscc', kind: 'entityType' },
  access: {
    public: ['name', 'uscc', 'entityType', 'town', 'industry'],
    units: 'all',
    editedBy: 'units',
  },
  retentionYears: null,
})
