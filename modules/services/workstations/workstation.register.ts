import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choices, date, integer, point, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'
import { duties, signs } from './duties.ts'

const open = { sensitivity: 'open' } as const

/** 知识产权工作站（商标品牌指导站） */
export const workstation = defineRegister({
  id: 'workstation',
  area: 'services',
  systems: ['S09'],
  label: '工作站名录',
  labelEn: 'Workstations',
  recordLabel: '工作站',
  countUnit: '家',
  about: '各镇、街道、园区的知识产权工作站（商标品牌指导站）：场所、人员、职责和年度评价；每个单位计一家。',
  source: '工作方案工作目标、任务 1',
  fields: {
    name: text('工作站名称', 'Name', {
      ...open,
      required: true,
      longest: 150,
      aliases: ['名称', '指导站名称', '站点名称'],
    }),
    kinds: choices('挂牌', 'Signs', signs, { ...open, aliases: ['站点类型', '类型'] }),
    hostedBy: text('依托单位', 'Hosted by', { ...open, longest: 150, aliases: ['承办单位', '设站单位'] }),
    establishedOn: date('设立日期', 'Established on', {
      ...open,
      required: true,
      aliases: ['成立日期', '建站日期', '挂牌日期', '设站日期'],
    }),
    closedOn: date('撤销日期', 'Closed on', { ...open, notBefore: ['establishedOn'], aliases: ['停办日期'] }),
    documentNo: text('设站文号', 'Document number', {
      ...open,
      format: 'document-number',
      aliases: ['文号', '批准文号'],
    }),
    staff: integer('人员', 'Staff', {
      unit: '人',
      least: 0,
      aliases: ['工作人员数', '专兼职人员'],
      help: '不少于 2 人',
    }),
    duties: choices('职责', 'Duties', duties, { ...open, aliases: ['工作职责', '服务内容'] }),
    score: integer('年度评价', 'Yearly score', { unit: '分', least: 0, most: 100, aliases: ['评价得分', '考核得分'] }),
    stars: integer('星级', 'Stars', { ...open, least: 1, most: 5, aliases: ['站点星级'] }),
    address: text('地址', 'Address', { ...open, longest: 200, aliases: ['办公地址', '站址'], group: '联系' }),
    location: point('位置', 'Location', { ...open, group: '联系' }),
    contactName: text('联系人', 'Contact', {
      sensitivity: 'personal',
      mask: 'name',
      longest: 50,
      aliases: ['负责人', '站长'],
      group: '联系',
    }),
    contactPhone: text('联系电话', 'Phone', {
      sensitivity: 'personal',
      mask: 'phone',
      format: 'phone',
      aliases: ['电话', '手机'],
      group: '联系',
    }),
    evidence: files('设站文件与照片', 'Documents and photos'),
    remarks: remarks(),
  },
  key: ['name'],
  title: 'name',
  columns: ['name', 'kinds', 'hostedBy', 'establishedOn', 'staff', 'stars'],
  validity: { from: 'establishedOn', until: ['closedOn'] },
  access: { public: ['name', 'kinds', 'establishedOn', 'duties', 'address'], units: 'all', editedBy: 'units' },
  retentionYears: 30,
})
