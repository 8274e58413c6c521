import { days, defineRule, found, hours, since } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 两法衔接: to the police where a crime is suspected. The regulation says 日 and is not under 行政处罚法第八十五条: calendar days. */
const order310 = '行政执法机关移送涉嫌犯罪案件的规定（2020 修订）'
const since2020 = '2020-08-07'

const transfer = {
  subject: '涉嫌犯罪案件移送',
  subjectEn: 'Transfer of suspected crimes',
  limits: 'act',
} as const satisfies Partial<RuleDeclaration>

const transferDecision = defineRule({
  ...transfer,
  id: 'transfer.decision',
  label: '决定是否移送公安机关',
  labelEn: 'To decide on the transfer',
  startsOn: '收到专案组书面报告之日',
  startsOnEn: 'the day of the written report',
  whose: '行政执法机关正职或者主持工作的负责人',
  history: [since(since2020, days(3), found(order310, '第五条'))],
  cases: [{ from: '2026-09-30', due: '2026-10-08', rawDue: '2026-10-03', because: '届满在国庆节，顺延' }],
})

const transferToPolice = defineRule({
  ...transfer,
  id: 'transfer.handover',
  label: '批准后移送同级公安机关',
  labelEn: 'To hand the case to the police',
  startsOn: '批准移送之时',
  startsOnEn: 'the moment of approval',
  whose: '行政执法机关',
  history: [since(since2020, hours(24), found(order310, '第五条'))],
  cases: [{ from: '2026-02-14T09:30', due: '2026-02-15T09:30' }],
})

const transferForwarded = defineRule({
  ...transfer,
  id: 'transfer.forwarding',
  label: '不属于本机关管辖的转送有管辖权的机关',
  labelEn: 'To forward to the competent police',
  startsOn: '公安机关收到案件之时',
  startsOnEn: 'the moment of receipt by the police',
  whose: '公安机关',
  history: [since(since2020, hours(24), found(order310, '第七条'))],
  cases: [{ from: '2026-06-18T16:45', due: '2026-06-19T16:45' }],
})

const policeDecision = defineRule({
  ...transfer,
  id: 'transfer.police-decision',
  label: '公安机关决定是否立案',
  labelEn: 'The police decide on filing',
  startsOn: '接受移送案件之日',
  startsOnEn: 'the day on which the case is taken',
  whose: '公安机关',
  history: [since(since2020, days(3), found(order310, '第八条'))],
  cases: [{ from: '2026-06-16', due: '2026-06-22', rawDue: '2026-06-19', because: '届满在端午节，顺延' }],
})

const reconsiderationAsked = defineRule({
  ...transfer,
  id: 'transfer.reconsideration-request',
  label: '对不予立案提请复议，或者建议检察院立案监督',
  labelEn: 'To ask for reconsideration, or for supervision by the procuratorate',
  startsOn: '接到不予立案通知书之日',
  startsOnEn: 'the day of the notice of refusal',
  whose: '行政执法机关',
  history: [since(since2020, days(3), found(order310, '第九条'))],
  cases: [{ from: '2026-04-01', due: '2026-04-07', rawDue: '2026-04-04' }],
})

const reconsiderationDecided = defineRule({
  ...transfer,
  id: 'transfer.reconsideration-decision',
  label: '公安机关作出复议决定',
  labelEn: 'The police decide the reconsideration',
  startsOn: '收到提请复议文件之日',
  startsOnEn: 'the day on which the request arrives',
  whose: '公安机关',
  history: [since(since2020, days(3), found(order310, '第九条'))],
  cases: [{ from: '2026-11-03', due: '2026-11-06' }],
})

const supervisionAsked = defineRule({
  ...transfer,
  id: 'transfer.supervision-request',
  label: '对复议决定仍有异议，建议检察院立案监督',
  labelEn: 'To ask the procuratorate after the reconsideration',
  startsOn: '收到复议决定通知书之日',
  startsOnEn: 'the day of the decision',
  whose: '行政执法机关',
  history: [since(since2020, days(3), found(order310, '第九条'))],
  cases: [{ from: '2026-11-03', due: '2026-11-06' }],
})

const goodsHandedOver = defineRule({
  ...transfer,
  id: 'transfer.goods',
  label: '立案后移交涉案物品和材料',
  labelEn: 'To hand over goods and papers after filing',
  startsOn: '接到立案通知书之日',
  startsOnEn: 'the day of the notice of filing',
  whose: '行政执法机关',
  history: [since(since2020, days(3), found(order310, '第十二条'))],
  cases: [{ from: '2025-09-30', due: '2025-10-09', rawDue: '2025-10-03', because: '届满在国庆、中秋假期，顺延' }],
})

export const transfersRules: readonly RuleDeclaration[] = [
  transferDecision,
  transferToPolice,
  transferForwarded,
  policeDecision,
  reconsiderationAsked,
  reconsiderationDecided,
  supervisionAsked,
  goodsHandedOver,
]
