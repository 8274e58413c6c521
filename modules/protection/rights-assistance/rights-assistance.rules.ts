import { days, defineRule, recalled, since, workingDays } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 维权援助. That the national guide exists is known; its numbers are from memory, so each is a parameter of the county. */
const guide = recalled('知识产权维权援助工作指引（国家知识产权局 2023）')
const from = '2023-01-01'

const assistance = {
  subject: '维权援助',
  subjectEn: 'Rights assistance',
  limits: 'act',
  whose: '维权援助机构',
} as const satisfies Partial<RuleDeclaration>

const assistanceAnswer = defineRule({
  ...assistance,
  id: 'rights-assistance.answer',
  label: '答复咨询',
  labelEn: 'To answer a question',
  startsOn: '收到咨询之日',
  startsOnEn: 'the day of the question',
  note: '能当场答复的，当场答复。',
  history: [since(from, workingDays(3, 'limit.rights-assistance.answer'), guide)],
  cases: [{ from: '2026-09-24', due: '2026-09-30' }],
})

const assistanceAcceptance = defineRule({
  ...assistance,
  id: 'rights-assistance.acceptance',
  label: '受理维权援助申请',
  labelEn: 'To accept or refuse an application',
  startsOn: '收到申请材料之日',
  startsOnEn: 'the day of the application',
  history: [since(from, workingDays(5, 'limit.rights-assistance.acceptance'), guide)],
  cases: [{ from: '2026-09-30', due: '2026-10-13' }],
})

const assistanceOpinion = defineRule({
  ...assistance,
  id: 'rights-assistance.opinion',
  label: '出具侵权判定参考意见',
  labelEn: 'To give a reference opinion on infringement',
  startsOn: '组成专家组之日',
  startsOnEn: 'the day on which the experts are named',
  note: '专家不少于三人；意见仅供参考，不作为行政决定或者司法裁判的依据。',
  history: [
    since(from, workingDays(15, 'limit.rights-assistance.opinion'), guide, { stops: ['supplement', 'appraisal'] }),
  ],
  cases: [{ from: '2026-02-13', due: '2026-03-12' }],
})

const assistanceClosing = defineRule({
  ...assistance,
  id: 'rights-assistance.closing',
  label: '办结维权援助',
  labelEn: 'To close the assistance',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  history: [
    since(from, days(30, 'limit.rights-assistance.closing'), guide, {
      stops: ['supplement', 'appraisal', 'expertReview', 'settlement'],
    }),
  ],
  cases: [
    { from: '2026-01-16', due: '2026-02-24', rawDue: '2026-02-15' },
    { from: '2026-11-26', due: '2026-12-28', rawDue: '2026-12-26' },
  ],
})

export const rightsAssistanceRules: readonly RuleDeclaration[] = [
  assistanceAnswer,
  assistanceAcceptance,
  assistanceOpinion,
  assistanceClosing,
]
