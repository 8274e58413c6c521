import { defineRule, recalled, since, workingDays } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** No law says how soon an organiser answers; the county does. */
const enrolmentAnswer = defineRule({
  subject: '公共服务',
  subjectEn: 'Public services',
  id: 'training.enrolment-answer',
  label: '答复培训报名',
  labelEn: 'To answer an enrolment',
  startsOn: '收到报名之日',
  startsOnEn: 'the day of the enrolment',
  limits: 'act',
  whose: '主办单位',
  note: '有名额的当场确认；没有名额的告知候补次序。',
  history: [since('2024-01-01', workingDays(2, 'limit.training.enrolment-answer'), recalled('本县承诺'))],
  cases: [{ from: '2026-09-30', due: '2026-10-09' }],
})

export const trainingRules: readonly RuleDeclaration[] = [enrolmentAnswer]
