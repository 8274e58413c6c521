import {
  byHead,
  days,
  defineRule,
  found,
  hours,
  months,
  recalled,
  since,
  workingDays,
  years,
} from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 行政处罚普通程序, from the clue to the closing of the file. In 行政处罚法 only 二、三、五、七日 are working days (第八十五条). */
const procedure = '市场监督管理行政处罚程序规定'
const law = '行政处罚法（2021 修订）'
const law1996 = '行政处罚法（1996）'

const authority = {
  subject: '行政处罚',
  subjectEn: 'Administrative penalties',
  limits: 'act',
  whose: '行政机关',
} as const satisfies Partial<RuleDeclaration>

const caseFiling = defineRule({
  ...authority,
  id: 'penalty.filing',
  label: '核查线索、决定是否立案',
  labelEn: 'To check a clue and decide on opening a case',
  startsOn: '发现线索或者收到材料之日',
  startsOnEn: 'the day on which the clue is found or received',
  history: [
    since('2021-07-15', workingDays(15), found(procedure, '第十八条'), {
      extensions: [{ length: workingDays(15), ...byHead }],
      stops: ['testing', 'appraisal', 'identification'],
    }),
  ],
  cases: [
    { from: '2026-09-14', due: '2026-10-10', because: '10月10日是调休上班日' },
    {
      from: '2026-09-14',
      paused: [{ from: '2026-09-21', to: '2026-10-09', reason: 'appraisal' }],
      due: '2026-10-22',
      because: '鉴定期间扣除',
    },
    { from: '2026-02-13', due: '2026-03-12' },
  ],
})

const caseDecision = defineRule({
  ...authority,
  id: 'penalty.decision',
  label: '作出处理决定',
  labelEn: 'To decide a penalty case',
  startsOn: '立案之日',
  startsOnEn: 'the day on which the case is opened',
  note: '延长后仍不能作出的，由负责人集体讨论决定是否继续延期，并确定合理期限；该期限按集体讨论记录录入。',
  history: [
    since('2021-07-15', days(90), found(`${procedure}；${law}`, '程序规定第六十四条；第六十条'), {
      extensions: [{ length: days(30), ...byHead }],
      stops: ['suspension', 'hearing', 'announcement', 'testing', 'appraisal', 'identification'],
    }),
  ],
  cases: [
    { from: '2024-07-05', due: '2024-10-08', rawDue: '2024-10-03', because: '届满日在国庆节，顺延' },
    { from: '2025-07-08', due: '2025-10-09', rawDue: '2025-10-06' },
    { from: '2026-07-05', due: '2026-10-08', rawDue: '2026-10-03' },
    { from: '2026-03-02', due: '2026-06-01', rawDue: '2026-05-31' },
    {
      from: '2026-03-02',
      paused: [{ from: '2026-03-16', to: '2026-04-10', reason: 'testing' }],
      due: '2026-06-26',
      because: '检测26日不计入',
    },
    { from: '2026-10-08', due: '2027-01-06', provisional: true, because: '2027年节假日尚未公布' },
    { from: '2026-03-02', extended: 1, due: '2026-06-30' },
  ],
})

const limitation = defineRule({
  ...authority,
  id: 'penalty.limitation',
  label: '行政处罚追责时效',
  labelEn: 'Limitation of penalties',
  startsOn: '违法行为发生之日；连续或者继续的，行为终了之日',
  startsOnEn: 'the day of the act, or of its end',
  limits: 'state',
  history: [
    since('1996-10-01', years(2), found(law1996, '第二十九条')),
    since('2021-07-15', years(2), found(law, '第三十六条')),
  ],
  cases: [{ from: '2024-03-08', due: '2026-03-08' }],
})

const limitationHarm = defineRule({
  ...authority,
  id: 'penalty.limitation-harm',
  label: '行政处罚追责时效（涉及生命健康、金融安全且有危害后果）',
  labelEn: 'Limitation where life, health or finance was harmed',
  startsOn: '违法行为发生之日；连续或者继续的，行为终了之日',
  startsOnEn: 'the day of the act, or of its end',
  limits: 'state',
  history: [since('2021-07-15', years(5), found(law, '第三十六条'))],
  cases: [{ from: '2021-08-16', due: '2026-08-16' }],
})

const evidenceKept = defineRule({
  ...authority,
  id: 'penalty.evidence-kept',
  label: '先行登记保存后作出处理决定',
  labelEn: 'To decide on evidence kept on record',
  startsOn: '先行登记保存之日',
  startsOnEn: 'the day on which the evidence was put on record',
  note: '逾期未作决定的，登记保存自行解除。',
  history: [
    since('1996-10-01', days(7), recalled(law1996, '第三十七条')),
    since('2021-07-15', workingDays(7), found(law, '第五十六条、第八十五条')),
  ],
  cases: [
    { from: '2020-09-28', due: '2020-10-05', provisional: true, because: '旧法按日历日；2020年节假日未载入，暂定' },
    { from: '2026-09-30', due: '2026-10-15' },
  ],
})

const helpFromOthers = defineRule({
  ...authority,
  id: 'penalty.assistance',
  label: '协助调查',
  labelEn: 'To help another authority',
  startsOn: '收到协助请求之日',
  startsOnEn: 'the day on which the request arrives',
  whose: '被请求的市场监督管理部门',
  history: [since('2021-07-15', workingDays(15), found(procedure, '协助调查条款'))],
  cases: [{ from: '2026-04-03', due: '2026-04-27' }],
})

const caseReview = defineRule({
  ...authority,
  id: 'penalty.review',
  label: '案件审核、法制审核',
  labelEn: 'Review of a case',
  startsOn: '收到案件材料之日',
  startsOnEn: 'the day on which the file arrives',
  whose: '审核机构',
  note: '特殊情况可以延长，期限由批准的负责人确定。',
  history: [since('2021-07-15', workingDays(10), found(procedure, '案件审核流程'))],
  cases: [{ from: '2024-09-30', due: '2024-10-18' }],
})

const decisionServed = defineRule({
  ...authority,
  id: 'penalty.service',
  label: '送达处罚决定书',
  labelEn: 'To serve the decision',
  startsOn: '作出决定之日',
  startsOnEn: 'the day of the decision',
  note: '当事人在场的，宣告后当场交付。',
  history: [
    since('1996-10-01', days(7), recalled(law1996, '第四十条')),
    since('2021-07-15', workingDays(7), found(law, '第六十一条、第八十五条')),
  ],
  cases: [{ from: '2024-04-30', due: '2024-05-13' }],
})

const publicService = defineRule({
  ...authority,
  id: 'service-of-papers.public-notice',
  label: '公告送达',
  labelEn: 'Service by public notice',
  startsOn: '发出公告之日',
  startsOnEn: 'the day of the notice',
  limits: 'state',
  history: [since('2022-01-01', days(30), found('民事诉讼法', '第九十五条'))],
  cases: [{ from: '2026-08-03', due: '2026-09-02' }],
})

const finePaid = defineRule({
  ...authority,
  id: 'penalty.payment',
  label: '缴纳罚款',
  labelEn: 'To pay the fine',
  startsOn: '收到处罚决定书之日',
  startsOnEn: 'the day on which the decision is received',
  whose: '当事人',
  note: '逾期的每日按罚款数额的百分之三加处罚款，不超过罚款数额；复议、诉讼期间不计算加处罚款。',
  history: [
    since('1996-10-01', days(15), recalled(law1996, '第四十六条')),
    since('2021-07-15', days(15), found(law, '第六十七条'), { stops: ['review'] }),
  ],
  cases: [
    { from: '2023-12-17', due: '2024-01-02', rawDue: '2024-01-01' },
    { from: '2024-01-26', due: '2024-02-18', rawDue: '2024-02-10', because: '节后第一天是调休上班的星期日' },
    { from: '2026-03-20', due: '2026-04-07', rawDue: '2026-04-04' },
    { from: '2026-09-17', due: '2026-10-08', rawDue: '2026-10-02' },
    { from: '2026-12-17', due: '2027-01-04', rawDue: '2027-01-01', provisional: true },
  ],
})

const cashPaidIn = defineRule({
  ...authority,
  id: 'penalty.cash-paid-in',
  label: '当场收缴的罚款交至行政机关',
  labelEn: 'To pay in a fine taken on the spot',
  startsOn: '收缴罚款之日',
  startsOnEn: 'the day on which the fine is taken',
  whose: '执法人员',
  history: [since('2021-07-15', workingDays(2), found(law, '第七十一条、第八十五条'))],
  cases: [{ from: '2024-02-08', due: '2024-02-18', because: '除夕是工作日，春节后星期日调休上班' }],
})

const caseClosed = defineRule({
  ...authority,
  id: 'penalty.closing',
  label: '填报结案审批表',
  labelEn: 'To close the case',
  startsOn: '决定执行完毕、终结执行、终止调查或者不予处罚之日',
  startsOnEn: 'the day of performance, end of execution, end of investigation or no penalty',
  history: [since('2021-07-15', workingDays(15, 'limit.penalty.closing'), recalled(procedure, '结案条款'))],
  cases: [{ from: '2026-02-13', due: '2026-03-12' }],
})

const caseArchived = defineRule({
  ...authority,
  id: 'penalty.archiving',
  label: '案卷归档',
  labelEn: 'To file the case',
  startsOn: '结案之日',
  startsOnEn: 'the day of closing',
  history: [since('2021-07-15', months(3, 'limit.penalty.archiving'), recalled(procedure, '归档条款'))],
  cases: [{ from: '2026-11-30', due: '2027-03-01', rawDue: '2027-02-28', provisional: true }],
})

const measureReported = defineRule({
  ...authority,
  id: 'coercion.report',
  label: '当场实施强制措施后报告并补办批准',
  labelEn: 'To report a measure taken on the spot',
  startsOn: '实施强制措施之时',
  startsOnEn: 'the moment of the measure',
  whose: '执法人员',
  history: [since('2012-01-01', hours(24), found('行政强制法', '第十九条'))],
  cases: [{ from: '2026-09-30T17:00', due: '2026-10-01T17:00', because: '按小时计，节假日不顺延' }],
})

const seizure = defineRule({
  ...authority,
  id: 'coercion.seizure',
  label: '查封、扣押期限',
  labelEn: 'How long goods may be seized',
  startsOn: '实施查封、扣押之日',
  startsOnEn: 'the day of the seizure',
  limits: 'state',
  note: '检测、检验、检疫、鉴定期间不计入，但应当书面告知当事人。届满日不顺延，应在之前的最后一个工作日处理。',
  history: [
    since('2012-01-01', days(30), found('行政强制法', '第二十五条'), {
      extensions: [{ length: days(30), ...byHead }],
      stops: ['testing', 'appraisal'],
    }),
  ],
  cases: [
    { from: '2026-09-03', due: '2026-10-03', because: '不因国庆节顺延，应在9月30日前处理' },
    { from: '2026-08-31', extended: 1, due: '2026-10-30' },
  ],
})

export const penaltyCaseRules: readonly RuleDeclaration[] = [
  caseFiling,
  caseDecision,
  limitation,
  limitationHarm,
  evidenceKept,
  helpFromOthers,
  caseReview,
  decisionServed,
  publicService,
  finePaid,
  cashPaidIn,
  caseClosed,
  caseArchived,
  measureReported,
  seizure,
]
