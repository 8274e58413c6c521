import { byHead, days, defineRule, found, months, since, workingDays, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 专利侵权纠纷行政裁决和调解, CNIPA Order 81, in force 2025-02-01. It writes 工作日 where it means them. */
const order81 = '专利纠纷行政裁决和调解办法（局令第81号）'
const from = '2025-02-01'
const of81 = (article: string) => found(order81, article)

const authority = {
  subject: '专利侵权纠纷裁决',
  subjectEn: 'Patent infringement disputes',
  limits: 'act',
  whose: '管理专利工作的部门',
} as const satisfies Partial<RuleDeclaration>

const requestTooLate = defineRule({
  ...authority,
  id: 'patent-dispute.time-bar',
  label: '请求处理的时效',
  labelEn: 'Time bar of a request',
  startsOn: '知道或者应当知道侵权行为和侵权人之日',
  startsOnEn: 'the day of knowing of the act and the infringer',
  whose: '请求人',
  note: '侵权行为仍在持续且专利权有效的，应当受理。',
  history: [since(from, years(3), of81('第十九条'))],
  cases: [{ from: '2025-03-18', due: '2028-03-20', rawDue: '2028-03-18', provisional: true }],
})

const requestAccepted = defineRule({
  ...authority,
  id: 'patent-dispute.acceptance',
  label: '立案或者不予立案',
  labelEn: 'To accept or refuse a request',
  startsOn: '收到请求书之日',
  startsOnEn: 'the day of the request',
  history: [since(from, workingDays(5), of81('第二十条'), { extensions: [{ length: workingDays(5), ...byHead }] })],
  cases: [
    { from: '2026-04-30', due: '2026-05-11' },
    { from: '2026-04-30', extended: 1, due: '2026-05-18' },
  ],
})

const requestServed = defineRule({
  ...authority,
  id: 'patent-dispute.service',
  label: '向被请求人送达请求书副本',
  labelEn: 'To serve the request',
  startsOn: '立案之日',
  startsOnEn: 'the day of acceptance',
  history: [since(from, workingDays(5), of81('第二十二条'))],
  cases: [{ from: '2026-09-18', due: '2026-09-24' }],
})

const disputeDefence = defineRule({
  ...authority,
  id: 'patent-dispute.defence',
  label: '提交答辩书',
  labelEn: 'To answer the request',
  startsOn: '收到请求书副本之日',
  startsOnEn: 'the day on which the copy is received',
  whose: '被请求人',
  history: [since(from, days(15), of81('第二十二条'))],
  cases: [{ from: '2026-09-17', due: '2026-10-08', rawDue: '2026-10-02' }],
})

const disputeDefenceAbroad = defineRule({
  ...authority,
  id: 'patent-dispute.defence-abroad',
  label: '提交答辩书（在中国境内没有固定住所）',
  labelEn: 'To answer the request, without a fixed domicile in China',
  startsOn: '收到请求书副本之日',
  startsOnEn: 'the day on which the copy is received',
  whose: '被请求人',
  history: [since(from, days(30), of81('第二十二条'))],
  cases: [{ from: '2026-01-16', due: '2026-02-24', rawDue: '2026-02-15' }],
})

const defenceForwarded = defineRule({
  ...authority,
  id: 'patent-dispute.defence-forwarded',
  label: '向请求人转送答辩书',
  labelEn: 'To forward the answer',
  startsOn: '收到答辩书之日',
  startsOnEn: 'the day on which the answer is received',
  history: [since(from, workingDays(5), of81('第二十二条'))],
  cases: [{ from: '2026-09-30', due: '2026-10-13' }],
})

const competenceDecided = defineRule({
  ...authority,
  id: 'patent-dispute.competence',
  label: '对管辖权异议作出决定',
  labelEn: 'To decide on an objection to competence',
  startsOn: '收到管辖权异议之日',
  startsOnEn: 'the day of the objection',
  note: '异议应当在答辩期内提出。',
  history: [since(from, workingDays(5), of81('第九条'))],
  cases: [{ from: '2025-04-25', due: '2025-05-06' }],
})

const evidenceTime = defineRule({
  ...authority,
  id: 'patent-dispute.evidence',
  label: '举证期限（不少于）',
  labelEn: 'Time for evidence, at least',
  startsOn: '收到举证通知书之日',
  startsOnEn: 'the day of the notice',
  whose: '当事人',
  note: '也可以由当事人协商并经准许；延长的，告知双方。',
  history: [since(from, days(15), of81('第五十四条'), { stops: ['evidence'] })],
  cases: [{ from: '2026-03-20', due: '2026-04-07', rawDue: '2026-04-04' }],
})

const evidenceRecorded = defineRule({
  ...authority,
  id: 'patent-dispute.evidence-kept',
  label: '登记保存后作出处理决定',
  labelEn: 'To decide on evidence kept on record',
  startsOn: '登记保存之日',
  startsOnEn: 'the day on which the evidence was put on record',
  note: '条文写作“日”，未写明是否为工作日：七日与七个工作日同时计算，先到的为准。',
  history: [since(from, days(7), of81('第四十九条'), { andAtMost: workingDays(7) })],
  cases: [
    { from: '2026-11-02', due: '2026-11-09' },
    { from: '2026-09-30', due: '2026-10-08', rawDue: '2026-10-07', because: '国庆节内届满，顺延到10月8日' },
  ],
})

const oralHearingNotice = defineRule({
  ...authority,
  id: 'patent-dispute.hearing-notice',
  label: '通知口头审理的时间、地点',
  labelEn: 'To tell of the oral hearing',
  startsOn: '口头审理之日（往前算）',
  startsOnEn: 'the day of the hearing, counted backwards',
  limits: 'notice',
  history: [since(from, workingDays(3), of81('第二十六条'))],
  cases: [{ from: '2026-10-15', due: '2026-10-10' }],
})

const disputeClosed = defineRule({
  ...authority,
  id: 'patent-dispute.closing',
  label: '结案期限',
  labelEn: 'To close the case',
  startsOn: '立案之日',
  startsOnEn: 'the day of acceptance',
  history: [
    since(from, months(3), of81('第三十七条'), {
      extensions: [
        { length: months(1), ...byHead },
        { length: months(2), by: '上一级管理专利工作的部门批准', byEn: 'approved by the next higher level' },
      ],
      stops: ['suspension', 'announcement', 'appraisal', 'competence', 'evidence', 'settlement'],
    }),
  ],
  cases: [
    { from: '2026-06-30', due: '2026-09-30', because: '3个月届满在9月30日' },
    { from: '2026-06-30', extended: 1, due: '2026-10-30' },
    { from: '2026-03-02', paused: [{ from: '2026-04-10', to: '2026-05-09', reason: 'suspension' }], due: '2026-07-02' },
  ],
})

const decisionPublished = defineRule({
  ...authority,
  id: 'patent-dispute.publication',
  label: '公开裁决书',
  labelEn: 'To publish the decision',
  startsOn: '作出行政裁决之日',
  startsOnEn: 'the day of the decision',
  note: '去除商业秘密和个人信息；被法院变更或者撤销的，同样20个工作日。',
  history: [since(from, workingDays(20), of81('第八十三条'))],
  cases: [{ from: '2025-09-30', due: '2025-11-04' }],
})

const decisionSued = defineRule({
  ...authority,
  id: 'patent-dispute.suit',
  label: '对裁决提起行政诉讼',
  labelEn: 'To sue against the decision',
  startsOn: '收到裁决书之日',
  startsOnEn: 'the day on which the decision is received',
  whose: '当事人',
  history: [since('2021-06-01', days(15), found('专利法（2020 修正）', '第六十五条'))],
  cases: [{ from: '2024-01-26', due: '2024-02-18', rawDue: '2024-02-10' }],
})

const infringementSuit = defineRule({
  ...authority,
  id: 'patent-dispute.court-limitation',
  label: '专利侵权诉讼时效',
  labelEn: 'Limitation of an infringement suit',
  startsOn: '知道或者应当知道侵权行为和侵权人之日',
  startsOnEn: 'the day of knowing of the act and the infringer',
  whose: '专利权人或者利害关系人',
  history: [since('2021-06-01', years(3), found('专利法（2020 修正）', '第七十四条'))],
  cases: [{ from: '2023-08-07', due: '2026-08-07' }],
})

const mediationServed = defineRule({
  ...authority,
  id: 'patent-mediation.service',
  label: '向被请求人送达调解请求书',
  labelEn: 'To serve a request for mediation',
  startsOn: '收到调解请求书之日',
  startsOnEn: 'the day of the request',
  history: [since(from, workingDays(5), of81('第六十五条'))],
  cases: [{ from: '2026-09-18', due: '2026-09-24' }],
})

const mediationStatement = defineRule({
  ...authority,
  id: 'patent-mediation.statement',
  label: '提交调解意见陈述书',
  labelEn: 'To state one’s view on mediation',
  startsOn: '收到调解请求书副本之日',
  startsOnEn: 'the day on which the copy is received',
  whose: '被请求人',
  note: '逾期未提交的，不予立案。',
  history: [since(from, days(15), of81('第六十五条'))],
  cases: [{ from: '2026-09-17', due: '2026-10-08', rawDue: '2026-10-02' }],
})

const mediationOpened = defineRule({
  ...authority,
  id: 'patent-mediation.opening',
  label: '调解立案或者不予立案',
  labelEn: 'To open or refuse mediation',
  startsOn: '收到意见陈述书之日，或者陈述期限届满之日',
  startsOnEn: 'the day of the statement, or the end of its time',
  history: [since(from, workingDays(5), of81('第六十六条'))],
  cases: [{ from: '2026-04-30', due: '2026-05-11' }],
})

export const patentDisputesRules: readonly RuleDeclaration[] = [
  requestTooLate,
  requestAccepted,
  requestServed,
  disputeDefence,
  disputeDefenceAbroad,
  defenceForwarded,
  competenceDecided,
  evidenceTime,
  evidenceRecorded,
  oralHearingNotice,
  disputeClosed,
  decisionPublished,
  decisionSued,
  infringementSuit,
  mediationServed,
  mediationStatement,
  mediationOpened,
]
