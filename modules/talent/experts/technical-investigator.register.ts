import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { date, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'
import { identity, specialities } from './person-fields.ts'

const open = { sensitivity: 'open' } as const

/** 技术调查官 */
export const technicalInvestigator = defineRegister({
  id: 'technical-investigator',
  alsoCalled: ['investigators'],
  area: 'talent',
  systems: ['S22', 'S51'],
  label: '技术调查官名录',
  labelEn: 'Technical investigators',
  recordLabel: '技术调查官',
  countUnit: '人',
  about: '聘任参与行政裁决和办案的技术调查官及其技术领域、聘期；目标 T2 由此计数。',
  source: '工作方案工作目标、任务 8、任务 21；中华人民共和国个人信息保护法第六条、第二十八条',
  fields: {
    name: text('姓名', 'Name', { ...open, required: true, longest: 50, aliases: ['调查官姓名', '技术调查官'] }),
    specialities: specialities(),
    employer: text('工作单位', 'Employer', { ...open, longest: 150, aliases: ['单位', '所在单位'] }),
    post: text('职务职称', 'Post', { ...open, longest: 100, aliases: ['职称', '职务'] }),
    appointedOn: date('聘任日期', 'Appointed on', { ...open, required: true, aliases: ['聘任时间', '聘期起'] }),
    termEndsOn: date('聘期至', 'Term ends on', {
      ...open,
      isLastDay: true,
      mayLieAhead: true,
      notBefore: ['appointedOn'],
      aliases: ['聘期止'],
    }),
    endedOn: date('解聘日期', 'Ended on', { ...open, notBefore: ['appointedOn'], aliases: ['退出日期'] }),
    documentNo: text('聘任文号', 'Document number', { ...open, format: 'document-number', aliases: ['文号'] }),
    ...identity,
    evidence: files('聘书', 'Letter of appointment'),
    remarks: remarks(),
  },
  key: ['name', 'employer'],
  title: 'name',
  columns: ['name', 'specialities', 'employer', 'appointedOn', 'termEndsOn'],
  validity: { from: 'appointedOn', until: ['termEndsOn', 'endedOn'] },
  access: { public: ['name', 'specialities', 'appointedOn'], units: 'all', editedBy: 'office' },
  retentionYears: 10,
})
