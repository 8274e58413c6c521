import {
  byHead,
  days,
  defineRule,
  found,
  recalled,
  since,
  workingDays,
  years,
} from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/**
 * 投诉举报 before and after 2026-04-15, when SAMR Order 121 replaced the interim measures (Order 20). What of the new text
 * could not be read keeps the old number and says that it is to be confirmed.
 */
const until121 = '市场监督管理投诉举报处理暂行办法（总局令第20号）'
const order121 = '市场监督管理投诉举报处理办法（总局令第121号）'
const of20 = (article: string) => found(until121, article)
const oldNumber = (article: string) => recalled(order121, article)

const authority = {
  subject: '投诉举报',
  subjectEn: 'Complaints and reports',
  limits: 'act',
  whose: '市场监督管理部门',
} as const satisfies Partial<RuleDeclaration>

const complaintAcceptance = defineRule({
  ...authority,
  id: 'complaint.acceptance',
  label: '投诉受理决定',
  labelEn: 'To accept or refuse a complaint',
  startsOn: '收到投诉之日',
  startsOnEn: 'the day on which the complaint is received',
  history: [
    since('2020-01-01', workingDays(7), of20('第十四条')),
    since('2026-04-15', workingDays(7), found('消费者权益保护法', '第四十六条')),
  ],
  cases: [
    { from: '2026-04-03', due: '2026-04-15', because: '清明节放假，适用暂行办法' },
    { from: '2026-04-30', due: '2026-05-13', because: '劳动节放假，5月9日调休上班' },
  ],
})

const complaintMediation = defineRule({
  ...authority,
  id: 'complaint.mediation',
  label: '投诉调解终止期限',
  labelEn: 'Mediation of a complaint ends without agreement',
  startsOn: '受理投诉之日',
  startsOnEn: 'the day of acceptance',
  note: '2024年7月1日至2026年4月14日，45个工作日和60日同时计算，先到的为准。',
  history: [
    since('2020-01-01', workingDays(45), of20('第二十一条第一款第五项'), { stops: ['testing', 'appraisal'] }),
    since('2024-07-01', workingDays(45), of20('第二十一条第一款第五项；消费者权益保护法实施条例第四十六条'), {
      andAtMost: days(60),
      stops: ['testing', 'appraisal'],
    }),
    since('2026-04-15', days(60), found(order121, '第二十三条第一款第五项'), { stops: ['testing', 'appraisal'] }),
  ],
  cases: [
    { from: '2024-03-04', due: '2024-05-09', because: '只有45个工作日' },
    { from: '2025-03-03', due: '2025-05-06', rawDue: '2025-05-02', because: '60日先到，劳动节放假顺延' },
    { from: '2026-08-04', due: '2026-10-08', rawDue: '2026-10-03', because: '60日届满在国庆节，顺延' },
  ],
})

const complaintMediationEnded = defineRule({
  ...authority,
  id: 'complaint.mediation-ended-notice',
  label: '告知终止调解',
  labelEn: 'To tell both sides that mediation ended',
  startsOn: '作出终止调解决定之日',
  startsOnEn: 'the day of the decision to end mediation',
  history: [
    since('2020-01-01', workingDays(7), of20('第二十一条')),
    since('2026-04-15', workingDays(7), oldNumber('第二十三条')),
  ],
  cases: [{ from: '2026-09-18', due: '2026-09-29' }],
})

const complaintTooLate = defineRule({
  ...authority,
  id: 'complaint.three-years',
  label: '投诉的时间范围',
  labelEn: 'How long after the harm a complaint is taken',
  startsOn: '消费者知道或者应当知道权益受到侵害之日',
  startsOnEn: 'the day on which the consumer knew of the harm',
  whose: '投诉人',
  history: [
    since('2020-01-01', years(3), of20('第十五条第四项')),
    since('2026-04-15', years(3), found(order121, '第十六条')),
  ],
  cases: [
    { from: '2026-05-20', due: '2029-05-21', rawDue: '2029-05-20', provisional: true },
    { from: '2022-05-20', due: '2025-05-20' },
  ],
})

const complaintClue = defineRule({
  ...authority,
  id: 'complaint.clue-check',
  label: '调解中发现违法线索的核查',
  labelEn: 'To check a clue found in mediation',
  startsOn: '发现违法线索之日',
  startsOnEn: 'the day on which the clue is found',
  history: [
    since('2020-01-01', workingDays(15), of20('第二十三条'), { extensions: [{ length: workingDays(15), ...byHead }] }),
    since('2026-04-15', workingDays(15), oldNumber(''), { extensions: [{ length: workingDays(15), ...byHead }] }),
  ],
  cases: [
    { from: '2026-09-24', extended: 1, due: '2026-11-12' },
    { from: '2026-02-13', due: '2026-03-12' },
    { from: '2026-02-13', extended: 1, due: '2026-04-02' },
  ],
})

const reportAnswer = defineRule({
  ...authority,
  id: 'report.filing-answer',
  label: '告知实名举报人是否立案',
  labelEn: 'To tell a reporter by real name whether a case is opened',
  startsOn: '作出是否立案决定之日',
  startsOnEn: 'the day of the decision on opening a case',
  history: [
    since('2020-01-01', workingDays(5), of20('第三十一条')),
    since('2026-04-15', workingDays(5), oldNumber('')),
  ],
  cases: [{ from: '2026-09-30', due: '2026-10-13' }],
})

const competenceDispute = defineRule({
  ...authority,
  id: 'complaint.competence-talks',
  label: '管辖争议协商',
  labelEn: 'Talks on who is competent',
  startsOn: '发生管辖争议之日',
  startsOnEn: 'the day of the dispute',
  history: [since('2020-01-01', workingDays(7), of20('第三十条')), since('2026-04-15', workingDays(7), oldNumber(''))],
  cases: [{ from: '2026-06-18', due: '2026-06-30' }],
})

export const complaintsRules: readonly RuleDeclaration[] = [
  complaintAcceptance,
  complaintMediation,
  complaintMediationEnded,
  complaintTooLate,
  complaintClue,
  reportAnswer,
  competenceDispute,
]
