import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, decimal, integer, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, level, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 中小学知识产权教育试点示范学校 */
export const pilotSchool = defineRegister({
  id: 'pilot-school',
  alsoCalled: ['schools'],
  area: 'talent',
  systems: ['S53'],
  label: '试点学校名录',
  labelEn: 'Pilot schools',
  recordLabel: '试点学校',
  countUnit: '所',
  about: '中小学知识产权教育试点、示范学校：级别、获批日期、开课学时。',
  source: '工作方案工作目标、任务 22',
  fields: {
    name: text('学校名称', 'School', { ...open, required: true, longest: 100, aliases: ['名称', '学校'] }),
    grade: choice(
      '试点或示范',
      'Pilot or demonstration',
      [oneOf('pilot', '试点学校', 'Pilot', '试点'), oneOf('demonstration', '示范学校', 'Demonstration', '示范')],
      { ...open, aliases: ['称号', '类型'] },
    ),
    level: level(),
    approvedOn: date('获批日期', 'Approved on', { ...open, required: true, aliases: ['批准日期', '认定日期'] }),
    endedOn: date('终止日期', 'Ended on', { ...open, notBefore: ['approvedOn'], aliases: ['撤销日期'] }),
    pupils: integer('受教育学生', 'Pupils', { ...open, unit: '人', least: 0, aliases: ['学生数'] }),
    hoursPerYear: decimal('年开课学时', 'Hours a year', {
      ...open,
      unit: '学时',
      least: 0,
      decimals: 1,
      aliases: ['学时', '课时'],
    }),
    documentNo: text('文号', 'Document number', { ...open, format: 'document-number', aliases: ['批准文号'] }),
    evidence: files('批准文件', 'Approval'),
    remarks: remarks(),
  },
  key: ['name', 'grade', 'level'],
  title: 'name',
  columns: ['name', 'grade', 'level', 'approvedOn', 'pupils'],
  validity: { from: 'approvedOn', until: ['endedOn'] },
  access: { public: ['name', 'grade', 'level', 'approvedOn'], units: 'all', editedBy: 'units' },
  retentionYears: 30,
})
