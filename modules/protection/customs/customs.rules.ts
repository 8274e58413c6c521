import { defineRule, found, months, since, workingDays, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 知识产权海关保护. The recordal lapses at once when the right ends, whatever the ten years say. */
const regulation = '知识产权海关保护条例（2018 修订）'
const from = '2018-03-19'
const article = (text: string) => found(regulation, text)

const customs = {
  subject: '海关保护',
  subjectEn: 'Customs protection',
  limits: 'act',
  whose: '海关',
} as const satisfies Partial<RuleDeclaration>

const recordal = defineRule({
  ...customs,
  id: 'customs.recordal',
  label: '备案审查',
  labelEn: 'To decide on a recordal',
  startsOn: '收到全部申请文件之日',
  startsOnEn: 'the day on which the papers are complete',
  history: [since(from, workingDays(30), article('第八条'))],
  cases: [{ from: '2026-09-01', due: '2026-10-19' }],
})

const recordalTerm = defineRule({
  ...customs,
  id: 'customs.recordal-term',
  label: '备案有效期',
  labelEn: 'Term of a recordal',
  startsOn: '海关总署准予备案之日',
  startsOnEn: 'the day of approval',
  limits: 'state',
  whose: '备案权利人',
  note: '权利提前终止的，备案随之失效。',
  history: [since(from, years(10), article('第十条'))],
  cases: [{ from: '2018-05-08', due: '2028-05-08', provisional: true }],
})

const recordalRenewal = defineRule({
  ...customs,
  id: 'customs.renewal-window',
  label: '续展申请期（有效期届满前）',
  labelEn: 'Window of renewal before the term ends',
  startsOn: '续展申请期开始之日（届满前六个月）',
  startsOnEn: 'six months before the end',
  limits: 'state',
  whose: '备案权利人',
  history: [since(from, months(6), article('第十条'))],
  cases: [{ from: '2026-02-14', due: '2026-08-14' }],
})

const recordalChange = defineRule({
  ...customs,
  id: 'customs.recordal-change',
  label: '备案变更、注销',
  labelEn: 'To report changes of a recordal',
  startsOn: '备案情况发生改变之日',
  startsOnEn: 'the day of the change',
  whose: '备案权利人',
  note: '逾期未办理，给他人合法进出口造成严重影响的，可以撤销备案。',
  history: [since(from, workingDays(30), article('第十一条'))],
  cases: [{ from: '2025-03-03', due: '2025-04-15' }],
})

const detentionRequest = defineRule({
  ...customs,
  id: 'customs.detention-request',
  label: '收到海关通知后申请扣留',
  labelEn: 'To ask for detention after the notice',
  startsOn: '海关通知送达之日',
  startsOnEn: 'the day on which the notice is served',
  whose: '知识产权权利人',
  history: [since(from, workingDays(3), article('第十六条'))],
  cases: [
    { from: '2026-09-24', due: '2026-09-30' },
    { from: '2025-01-24', due: '2025-02-05' },
  ],
})

const customsInvestigation = defineRule({
  ...customs,
  id: 'customs.investigation',
  label: '海关调查认定是否侵权',
  labelEn: 'Customs investigates',
  startsOn: '扣留之日',
  startsOnEn: 'the day of detention',
  history: [since(from, workingDays(30), article('第二十条'))],
  cases: [{ from: '2026-09-01', due: '2026-10-19' }],
})

const courtOrderOwnKnowledge = defineRule({
  ...customs,
  id: 'customs.court-order',
  label: '收到法院协助执行通知（权利人主动申请扣留）',
  labelEn: 'A court order, where the right holder asked',
  startsOn: '扣留之日',
  startsOnEn: 'the day of detention',
  whose: '知识产权权利人',
  note: '期满未收到的，海关放行。',
  history: [since(from, workingDays(20), article('第二十四条第一项'))],
  cases: [{ from: '2026-09-24', due: '2026-10-29' }],
})

const courtOrderAfterNotice = defineRule({
  ...customs,
  id: 'customs.court-order-after-notice',
  label: '收到法院协助执行通知（海关依备案通知后扣留）',
  labelEn: 'A court order, where customs gave notice',
  startsOn: '扣留之日',
  startsOnEn: 'the day of detention',
  whose: '知识产权权利人',
  note: '期满未收到且海关不能认定侵权的，放行。',
  history: [since(from, workingDays(50), article('第二十四条第二项'))],
  cases: [{ from: '2025-03-03', due: '2025-05-15' }],
})

export const customsRules: readonly RuleDeclaration[] = [
  recordal,
  recordalTerm,
  recordalRenewal,
  recordalChange,
  detentionRequest,
  customsInvestigation,
  courtOrderOwnKnowledge,
  courtOrderAfterNotice,
]
