import { days, defineRule, found, months, since, workingDays, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 行政复议、行政诉讼、申请法院强制执行. In 行政强制法 every 十日以内 is working days (第六十九条). */
const review = '行政复议法（2023 修订）'
const suit = '行政诉讼法'
const coercion = '行政强制法'

const remedy = {
  subject: '复议、诉讼与执行',
  subjectEn: 'Review, suit and enforcement',
  limits: 'act',
} as const satisfies Partial<RuleDeclaration>

const reviewRequest = defineRule({
  ...remedy,
  id: 'review.request',
  label: '申请行政复议',
  labelEn: 'To ask for administrative review',
  startsOn: '知道或者应当知道该行政行为之日',
  startsOnEn: 'the day of knowing of the act',
  whose: '当事人',
  history: [
    since('1999-10-01', days(60), found('行政复议法（1999）', '第九条')),
    since('2024-01-01', days(60), found(review, '第二十条')),
  ],
  cases: [{ from: '2026-08-04', due: '2026-10-08', rawDue: '2026-10-03' }],
})

const reviewRequestUntold = defineRule({
  ...remedy,
  id: 'review.request-untold',
  label: '未告知复议权利时的最长申请期限',
  labelEn: 'Longest time to ask where nobody told of the review',
  startsOn: '知道或者应当知道行政行为内容之日',
  startsOnEn: 'the day of knowing what the act says',
  whose: '当事人',
  history: [since('2024-01-01', years(1), found(review, '第二十条'))],
  cases: [{ from: '2025-10-03', due: '2026-10-08', rawDue: '2026-10-03', because: '届满在国庆节，顺延' }],
})

const reviewExamination = defineRule({
  ...remedy,
  id: 'review.examination',
  label: '审查复议申请',
  labelEn: 'To examine a request for review',
  startsOn: '收到复议申请之日',
  startsOnEn: 'the day of the request',
  whose: '行政复议机关',
  note: '审查期限届满未作决定的，视为受理。',
  history: [since('2024-01-01', workingDays(5), found(review, '第三十条、第八十八条'))],
  cases: [{ from: '2024-04-26', due: '2024-05-07' }],
})

const reviewDecision = defineRule({
  ...remedy,
  id: 'review.decision',
  label: '作出复议决定（普通程序）',
  labelEn: 'To decide a review',
  startsOn: '受理申请之日',
  startsOnEn: 'the day of acceptance',
  whose: '行政复议机关',
  history: [
    since('2024-01-01', days(60), found(review, '第六十二条'), {
      extensions: [{ length: days(30), by: '行政复议机构负责人批准', byEn: 'approved by the head of the review body' }],
      stops: ['suspension', 'appraisal'],
    }),
  ],
  cases: [
    { from: '2026-08-04', due: '2026-10-08', rawDue: '2026-10-03' },
    { from: '2026-08-04', extended: 1, due: '2026-11-02' },
  ],
})

const reviewSimple = defineRule({
  ...remedy,
  id: 'review.decision-simple',
  label: '作出复议决定（简易程序）',
  labelEn: 'To decide a review in the simple procedure',
  startsOn: '受理申请之日',
  startsOnEn: 'the day of acceptance',
  whose: '行政复议机关',
  history: [since('2024-01-01', days(30), found(review, '第六十二条'))],
  cases: [{ from: '2026-01-16', due: '2026-02-24', rawDue: '2026-02-15' }],
})

const suitDirect = defineRule({
  ...remedy,
  id: 'suit.direct',
  label: '直接提起行政诉讼',
  labelEn: 'To sue without review',
  startsOn: '知道或者应当知道作出行政行为之日',
  startsOnEn: 'the day of knowing of the act',
  whose: '当事人',
  history: [since('2015-05-01', months(6), found(suit, '第四十六条'))],
  cases: [{ from: '2025-08-31', due: '2026-02-28', because: '2月28日是调休上班的星期六，不顺延' }],
})

const suitAfterReview = defineRule({
  ...remedy,
  id: 'suit.after-review',
  label: '对复议决定提起行政诉讼',
  labelEn: 'To sue after review',
  startsOn: '收到复议决定书之日',
  startsOnEn: 'the day on which the decision is received',
  whose: '当事人',
  history: [since('2015-05-01', days(15), found(suit, '第四十五条'))],
  cases: [{ from: '2026-03-20', due: '2026-04-07', rawDue: '2026-04-04' }],
})

const enforcementRequest = defineRule({
  ...remedy,
  id: 'enforcement.request',
  label: '申请法院强制执行',
  labelEn: 'To ask the court to enforce',
  startsOn: '复议、诉讼期限届满之日；批准分期的，暂缓或者分期期限结束之日',
  startsOnEn: 'the end of the time for review and suit, or of the instalments',
  whose: '行政机关',
  history: [
    since('2012-01-01', months(3), found(`${coercion}；行政处罚法（2021 修订）`, '第五十三条；第七十二条第二款')),
  ],
  cases: [{ from: '2024-11-30', due: '2025-02-28', because: '2月没有30日，到月末' }],
})

const enforcementCall = defineRule({
  ...remedy,
  id: 'enforcement.call',
  label: '催告后等待当事人履行',
  labelEn: 'To wait after the call to perform',
  startsOn: '催告书送达之日',
  startsOnEn: 'the day on which the call is served',
  whose: '当事人',
  history: [since('2012-01-01', workingDays(10), found(coercion, '第五十四条、第六十九条'))],
  cases: [{ from: '2026-09-24', due: '2026-10-15', because: '十日以内按工作日计，跨中秋、国庆' }],
})

const enforcementAccepted = defineRule({
  ...remedy,
  id: 'enforcement.court-acceptance',
  label: '法院受理强制执行申请',
  labelEn: 'The court accepts the request',
  startsOn: '法院接到申请之日',
  startsOnEn: 'the day of the request',
  whose: '人民法院',
  history: [since('2012-01-01', workingDays(5), found(coercion, '第五十六条、第六十九条'))],
  cases: [{ from: '2025-04-25', due: '2025-05-06' }],
})

const enforcementRuling = defineRule({
  ...remedy,
  id: 'enforcement.ruling',
  label: '法院作出执行裁定',
  labelEn: 'The court rules on enforcement',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  whose: '人民法院',
  history: [since('2012-01-01', workingDays(7), found(coercion, '第五十七条、第六十九条'))],
  cases: [{ from: '2025-09-26', due: '2025-10-13' }],
})

const enforcementDoubtful = defineRule({
  ...remedy,
  id: 'enforcement.ruling-doubtful',
  label: '法院听取意见后作出裁定（明显违法的）',
  labelEn: 'The court rules where the act is plainly doubtful',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  whose: '人民法院',
  history: [since('2012-01-01', days(30), found(coercion, '第五十八条'))],
  cases: [{ from: '2024-05-11', due: '2024-06-11', rawDue: '2024-06-10' }],
})

const enforcementRefused = defineRule({
  ...remedy,
  id: 'enforcement.refusal-objection',
  label: '对不予受理、不予执行向上一级法院申请复议',
  labelEn: 'To ask the higher court after a refusal',
  startsOn: '收到裁定之日',
  startsOnEn: 'the day on which the ruling is received',
  whose: '行政机关',
  history: [since('2012-01-01', days(15), found(coercion, '第五十六条、第五十八条'))],
  cases: [{ from: '2026-09-17', due: '2026-10-08', rawDue: '2026-10-02' }],
})

export const penaltyRemediesRules: readonly RuleDeclaration[] = [
  reviewRequest,
  reviewRequestUntold,
  reviewExamination,
  reviewDecision,
  reviewSimple,
  suitDirect,
  suitAfterReview,
  enforcementRequest,
  enforcementCall,
  enforcementAccepted,
  enforcementRuling,
  enforcementDoubtful,
  enforcementRefused,
]
