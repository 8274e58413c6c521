import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, oneOf, point, text } from '@qiangxian/kernel/registers/fields'
import { files, level, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 快速维权中心、保护中心分中心、工作站 */
export const rightsCentre = defineRegister({
  id: 'rights-centre',
  alsoCalled: ['rapid-rights-centres'],
  area: 'protection',
  systems: ['S23', 'S24'],
  label: '维权与保护机构名录',
  labelEn: 'Rights-protection centres',
  recordLabel: '维权机构',
  countUnit: '家',
  about: '快速维权中心、保护中心分中心和省中心工作站；批复建设与验收运行是两个日期，按参数计数。',
  source: '工作方案工作目标、任务 9',
  fields: {
    name: text('机构名称', 'Name', { ...open, required: true, longest: 150, aliases: ['名称', '中心名称'] }),
    centreType: choice(
      '机构类型',
      'Type',
      [
        oneOf('rapid-rights', '快速维权中心', 'Rapid-rights centre', '快维中心'),
        oneOf('protection-branch', '保护中心分中心', 'Branch of a protection centre', '分中心'),
        oneOf('workstation-of-provincial-centre', '省保护中心工作站', 'Workstation of the provincial centre', '工作站'),
      ],
      { ...open, required: true, aliases: ['类型', '类别'] },
    ),
    level: level(),
    industry: text('服务产业', 'Industry', { ...open, longest: 100, aliases: ['产业领域', '服务领域'] }),
    approvedOn: date('批复日期', 'Approved on', {
      ...open,
      aliases: ['批准日期', '批复建设日期', '同意建设日期'],
      help: '批复建设的日期，不是开始运行',
    }),
    acceptedOn: date('验收日期', 'Accepted on', {
      ...open,
      notBefore: ['approvedOn'],
      aliases: ['验收运行日期', '挂牌日期', '运行日期'],
    }),
    endedOn: date('撤销日期', 'Ended on', { ...open, notBefore: ['approvedOn'], aliases: ['终止日期'] }),
    documentNo: text('文号', 'Document number', {
      ...open,
      format: 'document-number',
      aliases: ['批复文号', '批准文号'],
    }),
    address: text('地址', 'Address', { ...open, longest: 200, aliases: ['办公地址'], group: '联系' }),
    location: point('位置', 'Location', { ...open, group: '联系' }),
    phone: text('服务电话', 'Public phone', {
      ...open,
      longest: 30,
      format: 'phone',
      aliases: ['咨询电话'],
      group: '联系',
    }),
    evidence: files('批复与验收文件', 'Documents'),
    remarks: remarks(),
  },
  key: ['name'],
  title: 'name',
  columns: ['name', 'centreType', 'level', 'approvedOn', 'acceptedOn'],
  validity: { from: 'acceptedOn', until: ['endedOn'] },
  access: {
    public: ['name', 'centreType', 'level', 'industry', 'approvedOn', 'acceptedOn', 'address', 'phone'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
