import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, level, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 公共研究与服务机构: TISC, information outlets, research bases. */
export const serviceInstitution = defineRegister({
  id: 'service-institution',
  area: 'services',
  systems: ['S12', 'S48'],
  label: '研究与服务机构名录',
  labelEn: 'Research and service institutions',
  recordLabel: '研究与服务机构',
  countUnit: '家',
  about: '各级批准设在本市的研究与公共服务机构：技术与创新支持中心、信息公共服务网点、研究基地；目标 S4 由此计数。',
  source: '工作方案工作目标、任务 3、任务 19、任务 20',
  fields: {
    name: text('机构名称', 'Name', { ...open, required: true, longest: 200, aliases: ['名称', '网点名称'] }),
    institutionType: choice(
      '机构类型',
      'Type',
      [
        oneOf('tisc', '技术与创新支持中心', 'TISC', 'TISC'),
        oneOf('information-outlet', '信息公共服务网点', 'Information outlet', '信息服务网点'),
        oneOf('research-base', '研究基地', 'Research base'),
        oneOf('service-centre', '公共服务中心', 'Public service centre'),
        oneOf('other', '其他', 'Other'),
      ],
      { ...open, aliases: ['类型'] },
    ),
    level: level(),
    host: text('依托单位', 'Host', { ...open, longest: 200, aliases: ['建设单位', '承担单位'] }),
    approvedOn: date('批准日期', 'Approved on', {
      ...open,
      required: true,
      aliases: ['批复日期', '认定日期', '设立日期'],
    }),
    endedOn: date('撤销日期', 'Ended on', { ...open, notBefore: ['approvedOn'], aliases: ['终止日期'] }),
    documentNo: text('文号', 'Document number', {
      ...open,
      format: 'document-number',
      aliases: ['批准文号', '发文字号'],
    }),
    address: text('地址', 'Address', { ...open, longest: 200, aliases: ['服务地址'] }),
    evidence: files('批准文件', 'Approval'),
    remarks: remarks(),
  },
  key: ['name'],
  title: 'name',
  columns: ['name', 'institutionType', 'level', 'host', 'approvedOn'],
  validity: { from: 'approvedOn', until: ['endedOn'] },
  access: {
    public: ['name', 'institutionType', 'level', 'host', 'approvedOn', 'address'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
