import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { date, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'
import { identity, specialities } from './person-fields.ts'

const open = { sensitivity: 'open' } as const

/** 知识产权专家库 */
export const expert = defineRegister({
  id: 'expert',
  actedForBy: 'expert',
  area: 'talent',
  systems: ['S51'],
  label: '专家库',
  labelEn: 'Experts',
  recordLabel: '专家',
  countUnit: '人',
  about: '市知识产权专家库成员：专长、聘期；抽取专家须回避本单位。目标 T1、T1b 由此计数。',
  source: '工作方案工作目标、任务 21；中华人民共和国个人信息保护法第六条（最小范围）、第二十八条（敏感个人信息）',
  fields: {
    name: text('姓名', 'Name', { ...open, required: true, longest: 50, aliases: ['专家姓名', '专家'] }),
    specialities: specialities(),
    employer: text('工作单位', 'Employer', { ...open, longest: 150, aliases: ['单位', '所在单位', '任职单位'] }),
    post: text('职务职称', 'Post', { ...open, longest: 100, aliases: ['职称', '职务', '专业技术职务'] }),
    appointedOn: date('聘任日期', 'Appointed on', {
      ...open,
      required: true,
      aliases: ['入库日期', '聘任时间', '聘期起'],
    }),
    termEndsOn: date('聘期至', 'Term ends on', {
      ...open,
      isLastDay: true,
      mayLieAhead: true,
      notBefore: ['appointedOn'],
      aliases: ['聘期止', '聘任到期日'],
    }),
    endedOn: date('解聘日期', 'Ended on', { ...open, notBefore: ['appointedOn'], aliases: ['出库日期', '退出日期'] }),
    documentNo: text('聘任文号', 'Document number', { ...open, format: 'document-number', aliases: ['文号'] }),
    ...identity,
    conflicts: text('要回避的单位', 'Units to stand aside from', {
      multiline: true,
      longest: 1_000,
      aliases: ['回避单位'],
      help: '任职、持股、代理、亲属所在的单位；抽取时回避',
    }),
    evidence: files('聘书', 'Letter of appointment'),
    remarks: remarks(),
  },
  key: ['name', 'employer'],
  title: 'name',
  columns: ['name', 'specialities', 'employer', 'post', 'appointedOn', 'termEndsOn'],
  validity: { from: 'appointedOn', until: ['termEndsOn', 'endedOn'] },
  access: { public: ['name', 'specialities', 'employer', 'appointedOn'], units: 'all', editedBy: 'office' },
  retentionYears: 10,
})
