import { defineRule, found, months, recalled, since, workingDays, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 行政处罚信息公示. Two clocks run beside each other: the enterprise publicity system, and credit 双公示. */
const publicity = '市场监督管理行政处罚信息公示规定（总局令第45号）'

const published = {
  subject: '处罚信息公示',
  subjectEn: 'Publication of penalties',
  limits: 'act',
  whose: '行政机关',
} as const satisfies Partial<RuleDeclaration>

const penaltyPublished = defineRule({
  ...published,
  id: 'publication.penalty',
  label: '公示处罚信息（同省）',
  labelEn: 'To publish a penalty, same province',
  startsOn: '作出处罚决定之日',
  startsOnEn: 'the day of the decision',
  history: [since('2021-09-01', workingDays(20), found(publicity, '第九条'))],
  cases: [
    { from: '2025-09-30', due: '2025-11-04' },
    { from: '2026-09-24', due: '2026-10-29' },
    { from: '2026-12-21', due: '2027-01-19', provisional: true },
  ],
})

const penaltyPushed = defineRule({
  ...published,
  id: 'publication.push',
  label: '推送外省处罚信息',
  labelEn: 'To send a penalty to another province',
  startsOn: '作出处罚决定之日',
  startsOnEn: 'the day of the decision',
  history: [since('2021-09-01', workingDays(10), found(publicity, '第十条'))],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const penaltyReceived = defineRule({
  ...published,
  id: 'publication.received',
  label: '公示外省推送的处罚信息',
  labelEn: 'To publish what another province sent',
  startsOn: '收到推送之日',
  startsOnEn: 'the day on which it arrives',
  history: [since('2021-09-01', workingDays(10), found(publicity, '第十条'))],
  cases: [{ from: '2024-09-30', due: '2024-10-18' }],
})

const penaltyWithdrawn = defineRule({
  ...published,
  id: 'publication.withdrawal',
  label: '撤回公示并说明理由',
  labelEn: 'To withdraw a publication',
  startsOn: '决定被变更、撤销、确认违法或者无效之日',
  startsOnEn: 'the day on which the decision is changed, annulled or found unlawful',
  history: [
    since('2021-09-01', workingDays(3), found(`${publicity}；行政处罚法（2021 修订）`, '第十一条；第四十八条第二款')),
  ],
  cases: [{ from: '2026-09-24', due: '2026-09-30' }],
})

const shownShort = defineRule({
  ...published,
  id: 'publication.shown-short',
  label: '公示期（通报批评、较低数额罚款）',
  labelEn: 'How long small penalties are shown',
  startsOn: '公示之日',
  startsOnEn: 'the day of publication',
  limits: 'state',
  note: '较低数额由省级以上规定。',
  history: [since('2021-09-01', months(3), found(publicity, '第十三条'))],
  cases: [{ from: '2026-08-31', due: '2026-11-30', because: '11月没有31日，到月末；不因休息日顺延' }],
})

const shownLong = defineRule({
  ...published,
  id: 'publication.shown',
  label: '公示期（其他处罚）',
  labelEn: 'How long penalties are shown',
  startsOn: '公示之日',
  startsOnEn: 'the day of publication',
  limits: 'state',
  note: '限制从业、行业禁入期限更长的，按实际期限。',
  history: [since('2021-09-01', years(3), found(publicity, '第十三条'))],
  cases: [{ from: '2022-03-15', due: '2025-03-15' }],
})

const earlyEnd = defineRule({
  ...published,
  id: 'publication.early-end',
  label: '可以申请提前停止公示',
  labelEn: 'When an early end may be asked for',
  startsOn: '公示之日',
  startsOnEn: 'the day of publication',
  limits: 'state',
  whose: '当事人',
  note: '食品、药品、特种设备领域为一年；停业、限制从业、降低资质、吊销的不适用。',
  history: [since('2021-09-01', months(6), found(publicity, '第十四条'))],
  cases: [{ from: '2025-12-09', due: '2026-06-09' }],
})

const earlyEndFood = defineRule({
  ...published,
  id: 'publication.early-end-safety',
  label: '可以申请提前停止公示（食品、药品、特种设备）',
  labelEn: 'When an early end may be asked for, food and safety',
  startsOn: '公示之日',
  startsOnEn: 'the day of publication',
  limits: 'state',
  whose: '当事人',
  history: [since('2021-09-01', years(1), found(publicity, '第十四条'))],
  cases: [{ from: '2025-03-04', due: '2026-03-04' }],
})

const doublePublicity = defineRule({
  ...published,
  id: 'publication.credit',
  label: '信用“双公示”上报',
  labelEn: 'Double publicity for credit',
  startsOn: '作出处罚决定之日',
  startsOnEn: 'the day of the decision',
  history: [
    since('2016-01-01', workingDays(7, 'limit.publication.credit'), recalled('行政许可和行政处罚等信用信息公示要求')),
  ],
  cases: [{ from: '2025-09-26', due: '2025-10-13' }],
})

const lawEnforcementResult = defineRule({
  ...published,
  id: 'publication.enforcement-result',
  label: '行政执法结果公示',
  labelEn: 'To publish the result of enforcement',
  startsOn: '执法决定作出之日',
  startsOnEn: 'the day of the decision',
  note: '行政许可、行政处罚为7个工作日。',
  history: [since('2018-12-05', workingDays(20), recalled('国办发〔2018〕118号'))],
  cases: [{ from: '2026-09-24', due: '2026-10-29' }],
})

const inspectionPublished = defineRule({
  ...published,
  id: 'inspection.publication',
  label: '公示双随机抽查结果',
  labelEn: 'To publish the result of an inspection',
  startsOn: '抽查任务完成之日',
  startsOnEn: 'the day on which the inspection ends',
  history: [since('2019-02-15', workingDays(20), recalled('国发〔2019〕5号；国市监信〔2019〕38号'))],
  cases: [{ from: '2025-09-30', due: '2025-11-04' }],
})

const repeatInfringement = defineRule({
  ...published,
  id: 'trademark.repeat-infringement',
  label: '五年内再次侵权从重处罚',
  labelEn: 'Twice in five years: a heavier penalty',
  startsOn: '前一次商标侵权行为处罚之日',
  startsOnEn: 'the day of the earlier penalty',
  limits: 'state',
  note: '2027年1月1日起施行的商标法条文序号变化，期间不变。',
  history: [
    since('2019-11-01', years(5), found('商标法（2019 修正）', '第六十条')),
    since('2027-01-01', years(5), found('商标法（2026 修订）', '第七十四条')),
  ],
  cases: [
    { from: '2021-06-15', due: '2026-06-15' },
    { from: '2027-03-01', due: '2032-03-01', provisional: true, because: '适用2027年起施行的条文' },
  ],
})

export const penaltyPublicationRules: readonly RuleDeclaration[] = [
  penaltyPublished,
  penaltyPushed,
  penaltyReceived,
  penaltyWithdrawn,
  shownShort,
  shownLong,
  earlyEnd,
  earlyEndFood,
  doublePublicity,
  lawEnforcementResult,
  inspectionPublished,
  repeatInfringement,
]
