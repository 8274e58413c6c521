import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, level, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 批准文件: what superiors approve and accept of the programme, on paper with a number. */
export const approval = defineRegister({
  id: 'approval',
  area: 'management',
  systems: ['S02', 'S11'],
  label: '批准与验收文件',
  labelEn: 'Approvals and acceptances',
  recordLabel: '批准事项',
  countUnit: '项',
  about: '上级批准、认定、验收的事项及其文件：批复建设与验收运行是两个日期，分别登记。',
  source: '工作方案各项里程碑；国知发运字〔2024〕2号',
  fields: {
    name: text('事项名称', 'Matter', {
      ...open,
      required: true,
      longest: 200,
      aliases: ['名称', '项目名称', '批准事项'],
    }),
    category: choice(
      '类别',
      'Category',
      [
        oneOf('programme', '强县建设', 'County programme'),
        oneOf('park', '园区', 'Park'),
        oneOf('protection', '保护', 'Protection'),
        oneOf('copyright', '版权', 'Copyright'),
        oneOf('geographical-indication', '地理标志', 'Geographical indication'),
        oneOf('service', '公共服务', 'Public service'),
        oneOf('education', '教育培训', 'Education'),
        oneOf('other', '其他', 'Other'),
      ],
      { ...open, required: true, aliases: ['事项类别', '类型'] },
    ),
    level: level(),
    issuedBy: text('批准机关', 'Issued by', { ...open, longest: 100, aliases: ['发文机关', '批复机关'] }),
    documentNo: text('文号', 'Document number', {
      ...open,
      format: 'document-number',
      aliases: ['批准文号', '发文字号', '批复文号'],
    }),
    appliedOn: date('申报日期', 'Applied on', { aliases: ['申请日期', '上报日期'] }),
    approvedOn: date('批准日期', 'Approved on', {
      ...open,
      notBefore: ['appliedOn'],
      aliases: ['批复日期', '获批日期', '批准时间'],
    }),
    acceptedOn: date('验收日期', 'Accepted on', {
      ...open,
      notBefore: ['approvedOn'],
      aliases: ['验收时间', '通过验收日期'],
    }),
    endedOn: date('终止日期', 'Ended on', { ...open, notBefore: ['approvedOn'], aliases: ['撤销日期'] }),
    evidence: files('批准文件', 'Documents'),
    remarks: remarks(),
  },
  key: ['name', 'level', 'approvedOn'],
  title: 'name',
  columns: ['name', 'category', 'level', 'documentNo', 'approvedOn', 'acceptedOn'],
  validity: { from: 'approvedOn', until: ['endedOn'] },
  access: {
    public: ['name', 'category', 'level', 'documentNo', 'approvedOn', 'acceptedOn'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
