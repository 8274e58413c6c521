import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, level, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 科研院所、科创载体落户 */
export const instituteSettlement = defineRegister({
  id: 'institute-settlement',
  area: 'utilization',
  systems: ['S41'],
  label: '院所与科创载体落户名录',
  labelEn: 'Institutes settled here',
  recordLabel: '落户机构',
  countUnit: '家',
  about: '落户本市的科研院所、研发分支和科创载体：级别、落户日期、依托文件；目标 U8 由此计数。',
  source: '工作方案任务 14',
  fields: {
    name: text('机构名称', 'Name', {
      ...open,
      required: true,
      longest: 200,
      aliases: ['名称', '载体名称', '院所名称'],
    }),
    instituteType: choice(
      '机构类型',
      'Type',
      [
        oneOf('institute', '科研院所', 'Research institute', '研究院'),
        oneOf('platform', '科创载体', 'Innovation platform', '孵化器', '众创空间'),
        oneOf('transfer-centre', '技术转移中心', 'Technology transfer centre'),
      ],
      { ...open, aliases: ['类型', '载体类型'] },
    ),
    level: level(),
    partner: text('依托单位', 'Parent body', { ...open, longest: 200, aliases: ['合作高校', '母体单位'] }),
    settledOn: date('落户日期', 'Settled on', {
      ...open,
      required: true,
      aliases: ['设立日期', '签约落户日期', '揭牌日期'],
    }),
    endedOn: date('撤离日期', 'Left on', { ...open, notBefore: ['settledOn'], aliases: ['终止日期'] }),
    documentNo: text('文号', 'Document number', { ...open, format: 'document-number', aliases: ['批准文号'] }),
    evidence: files('协议或批文', 'Agreement'),
    remarks: remarks(),
  },
  key: ['name'],
  title: 'name',
  columns: ['name', 'instituteType', 'level', 'settledOn', 'documentNo'],
  validity: { from: 'settledOn', until: ['endedOn'] },
  access: { public: ['name', 'instituteType', 'level', 'settledOn'], units: 'all', editedBy: 'units' },
  retentionYears: null,
})
