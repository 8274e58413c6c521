import { days, defineRule, found, recalled, since, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 技术调查官, in courts and in administrative cases. */
const officer = {
  subject: '技术调查官',
  subjectEn: 'Technical investigators',
} as const satisfies Partial<RuleDeclaration>

const officerTold = defineRule({
  ...officer,
  id: 'technical-officer.notice',
  label: '告知当事人技术调查官的指派或者更换',
  labelEn: 'To tell the parties of the appointment',
  startsOn: '确定或者变更技术调查官之日',
  startsOnEn: 'the day of the appointment or change',
  limits: 'act',
  whose: '人民法院',
  history: [
    since(
      '2019-05-01',
      days(3),
      found('最高人民法院关于技术调查官参与知识产权案件诉讼活动的若干规定（法释〔2019〕2号）', '第三条'),
    ),
  ],
  cases: [{ from: '2026-09-30', due: '2026-10-08', rawDue: '2026-10-03' }],
})

const officerTerm = defineRule({
  ...officer,
  id: 'technical-officer.term',
  label: '技术调查官聘期',
  labelEn: 'Term of a technical investigator',
  startsOn: '聘任之日',
  startsOnEn: 'the day of the appointment',
  limits: 'state',
  whose: '技术调查官',
  history: [since('2021-05-07', years(3, 'limit.technical-officer.term'), recalled('国知办发保字〔2021〕17号'))],
  cases: [{ from: '2023-03-01', due: '2026-03-01' }],
})

export const technicalOfficersRules: readonly RuleDeclaration[] = [officerTold, officerTerm]
