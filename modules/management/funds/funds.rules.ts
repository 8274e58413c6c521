import { defineRule, months, recalled, since, workingDays, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 项目资金、考核. Local rules set these: all are parameters. */
const rules = recalled('本市知识产权专项资金管理办法')
const from = '2024-01-01'

const fund = {
  subject: '项目资金与考核',
  subjectEn: 'Funds and assessment',
  limits: 'act',
  whose: '主管部门',
} as const satisfies Partial<RuleDeclaration>

const formalCheck = defineRule({
  ...fund,
  id: 'grant.formal-check',
  label: '项目申报形式审查',
  labelEn: 'Formal check of an application for a grant',
  startsOn: '收到申报材料之日',
  startsOnEn: 'the day of the application',
  history: [since(from, workingDays(10, 'limit.grant.formal-check'), rules, { stops: ['supplement'] })],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const expertReview = defineRule({
  ...fund,
  id: 'grant.review',
  label: '项目专家评审',
  labelEn: 'Expert review of a grant',
  startsOn: '形式审查通过之日',
  startsOnEn: 'the day on which the formal check is passed',
  history: [since(from, workingDays(20, 'limit.grant.review'), rules)],
  cases: [{ from: '2026-09-24', due: '2026-10-29' }],
})

const grantShown = defineRule({
  ...fund,
  id: 'grant.publicity',
  label: '项目公示期',
  labelEn: 'Publicity of a grant',
  startsOn: '公示之日',
  startsOnEn: 'the day of publication',
  limits: 'state',
  note: '不少于五个工作日，多为七日。',
  history: [since(from, workingDays(5, 'limit.grant.publicity'), rules)],
  cases: [{ from: '2026-09-18', due: '2026-09-24' }],
})

const grantDecided = defineRule({
  ...fund,
  id: 'grant.decision',
  label: '立项决定',
  labelEn: 'To decide on a grant',
  startsOn: '公示期满之日',
  startsOnEn: 'the end of publicity',
  history: [since(from, workingDays(10, 'limit.grant.decision'), rules)],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const grantPaid = defineRule({
  ...fund,
  id: 'grant.payment',
  label: '拨付资金',
  labelEn: 'To pay a grant',
  startsOn: '立项决定之日',
  startsOnEn: 'the day of the decision',
  history: [since(from, workingDays(15, 'limit.grant.payment'), rules)],
  cases: [{ from: '2026-02-13', due: '2026-03-12' }],
})

const projectTerm = defineRule({
  ...fund,
  id: 'project.term',
  label: '高价值专利培育项目实施期',
  labelEn: 'Term of a cultivation project',
  startsOn: '合同生效之日',
  startsOnEn: 'the day on which the contract takes effect',
  limits: 'state',
  whose: '项目承担单位',
  history: [since(from, years(3, 'limit.project.term'), rules)],
  cases: [{ from: '2024-05-20', due: '2027-05-20', provisional: true }],
})

const projectDelay = defineRule({
  ...fund,
  id: 'project.delay',
  label: '项目延期最长',
  labelEn: 'How long a project may be put off',
  startsOn: '原定实施期届满之日',
  startsOnEn: 'the end of the term',
  limits: 'state',
  whose: '项目承担单位',
  history: [since(from, years(1, 'limit.project.delay'), rules)],
  cases: [{ from: '2025-05-20', due: '2026-05-20' }],
})

const projectFollowed = defineRule({
  ...fund,
  id: 'project.follow-up',
  label: '项目绩效跟踪',
  labelEn: 'How long a project is followed',
  startsOn: '验收之日',
  startsOnEn: 'the day of acceptance of the work',
  limits: 'state',
  whose: '主管部门',
  history: [since(from, years(2, 'limit.project.follow-up'), rules)],
  cases: [{ from: '2024-03-14', due: '2026-03-14' }],
})

const auditAfterwards = defineRule({
  ...fund,
  id: 'grant.audit',
  label: '资金绩效评价、审计',
  labelEn: 'Later audit of a grant',
  startsOn: '资金拨付之日',
  startsOnEn: 'the day of payment',
  history: [since(from, months(12, 'limit.grant.audit'), rules)],
  cases: [{ from: '2025-03-14', due: '2026-03-16', rawDue: '2026-03-14' }],
})

const assessmentAppeal = defineRule({
  ...fund,
  id: 'assessment.appeal',
  label: '考核结果申诉',
  labelEn: 'To appeal against an assessment',
  startsOn: '收到考核反馈之日',
  startsOnEn: 'the day of the result',
  whose: '被考核单位',
  history: [since(from, workingDays(5, 'limit.assessment.appeal'), recalled('本市考核办法'))],
  cases: [{ from: '2026-04-30', due: '2026-05-11' }],
})

export const fundsRules: readonly RuleDeclaration[] = [
  formalCheck,
  expertReview,
  grantShown,
  grantDecided,
  grantPaid,
  projectTerm,
  projectDelay,
  projectFollowed,
  auditAfterwards,
  assessmentAppeal,
]
