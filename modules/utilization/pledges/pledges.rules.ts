import { days, defineRule, found, recalled, since, workingDays } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 质押登记, and the steps of the risk-compensation fund, which each county sets by its own rules. */
const fund = recalled('知识产权质押融资风险补偿管理办法（本市）')
const from = '2023-01-01'

const pledge = {
  subject: '质押融资',
  subjectEn: 'Pledges and loans',
  limits: 'act',
} as const satisfies Partial<RuleDeclaration>

const patentPledge = defineRule({
  ...pledge,
  id: 'pledge.patent',
  label: '专利权质押登记',
  labelEn: 'To register a pledge of a patent',
  startsOn: '材料齐备、缺陷消除之日',
  startsOnEn: 'the day on which all defects are removed',
  whose: '登记机构',
  note: '登记办法原定纸件五个工作日、电子件二个工作日，待核。',
  history: [
    since(
      '2021-11-15',
      workingDays(3, 'limit.pledge.patent'),
      found('专利权质押登记办法（公告第461号）及办事指南', '办理时限'),
    ),
  ],
  cases: [{ from: '2026-09-24', due: '2026-09-30' }],
})

const markPledge = defineRule({
  ...pledge,
  id: 'pledge.trademark',
  label: '注册商标专用权质押登记',
  labelEn: 'To register a pledge of a trade mark',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  whose: '登记机构',
  history: [
    since(
      '2020-05-01',
      workingDays(2, 'limit.pledge.trademark'),
      recalled('注册商标专用权质押登记程序规定（公告第358号）'),
    ),
  ],
  cases: [{ from: '2025-12-31', due: '2026-01-05' }],
})

const loanFiled = defineRule({
  ...pledge,
  id: 'pledge.loan-filing',
  label: '贷款入池备案',
  labelEn: 'To file a loan with the fund',
  startsOn: '放款之日',
  startsOnEn: 'the day of disbursement',
  whose: '合作银行',
  note: '逾期未备案的，不纳入补偿范围。',
  history: [since(from, days(30, 'limit.pledge.loan-filing'), fund)],
  cases: [{ from: '2026-01-16', due: '2026-02-24', rawDue: '2026-02-15' }],
})

const overdueReported = defineRule({
  ...pledge,
  id: 'pledge.overdue-report',
  label: '报告贷款逾期',
  labelEn: 'To report an overdue loan',
  startsOn: '贷款逾期满三十日之日',
  startsOnEn: 'the day on which a loan is thirty days overdue',
  whose: '合作银行',
  history: [since(from, workingDays(10, 'limit.pledge.overdue-report'), fund)],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const compensationTrigger = defineRule({
  ...pledge,
  id: 'pledge.compensation-trigger',
  label: '可以申请补偿的逾期天数',
  labelEn: 'How long overdue before compensation',
  startsOn: '贷款本金逾期之日',
  startsOnEn: 'the day on which the principal is overdue',
  limits: 'state',
  whose: '合作银行',
  history: [since(from, days(90, 'limit.pledge.compensation-trigger'), fund)],
  cases: [{ from: '2026-07-05', due: '2026-10-03' }],
})

const compensationChecked = defineRule({
  ...pledge,
  id: 'pledge.compensation-check',
  label: '审核补偿申请',
  labelEn: 'To check a request for compensation',
  startsOn: '收到补偿申请之日',
  startsOnEn: 'the day of the request',
  whose: '资金管理机构',
  history: [since(from, workingDays(10, 'limit.pledge.compensation-check'), fund, { stops: ['supplement'] })],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const compensationShown = defineRule({
  ...pledge,
  id: 'pledge.compensation-publicity',
  label: '补偿公示期',
  labelEn: 'Publicity of a compensation',
  startsOn: '公示之日',
  startsOnEn: 'the day of publication',
  limits: 'state',
  whose: '资金管理机构',
  history: [since(from, workingDays(5, 'limit.pledge.compensation-publicity'), fund)],
  cases: [{ from: '2026-09-18', due: '2026-09-24' }],
})

const compensationPaid = defineRule({
  ...pledge,
  id: 'pledge.compensation-payment',
  label: '拨付补偿资金',
  labelEn: 'To pay a compensation',
  startsOn: '公示无异议之日',
  startsOnEn: 'the end of publicity without objection',
  whose: '资金管理机构',
  history: [since(from, workingDays(15, 'limit.pledge.compensation-payment'), fund)],
  cases: [{ from: '2026-02-13', due: '2026-03-12' }],
})

const recoveryReturned = defineRule({
  ...pledge,
  id: 'pledge.recovery-return',
  label: '按比例返还追偿所得',
  labelEn: 'To return what was recovered',
  startsOn: '收到追偿款项之日',
  startsOnEn: 'the day on which money is recovered',
  whose: '合作银行',
  history: [since(from, workingDays(15, 'limit.pledge.recovery-return'), fund)],
  cases: [{ from: '2026-02-13', due: '2026-03-12' }],
})

const lostRightTold = defineRule({
  ...pledge,
  id: 'pledge.lost-right-notice',
  label: '权利丧失告知银行',
  labelEn: 'To tell the bank of a lost right',
  startsOn: '发现权利丧失之日',
  startsOnEn: 'the day on which the loss is found',
  whose: '主管部门',
  history: [since(from, workingDays(1, 'limit.pledge.lost-right-notice'), fund)],
  cases: [{ from: '2024-06-07', due: '2024-06-11' }],
})

export const pledgesRules: readonly RuleDeclaration[] = [
  patentPledge,
  markPledge,
  loanFiled,
  overdueReported,
  compensationTrigger,
  compensationChecked,
  compensationShown,
  compensationPaid,
  recoveryReturned,
  lostRightTold,
]
