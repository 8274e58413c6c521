import { days, defineRule, months, recalled, since, workingDays, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 快速维权中心预审. Each centre publishes its own numbers: all are parameters, and from memory until they are confirmed. */
const guide = recalled('知识产权保护中心、快速维权中心预审服务办法')
const from = '2021-01-01'

const centre = {
  subject: '快速预审',
  subjectEn: 'Pre-examination',
  limits: 'act',
  whose: '快速维权中心',
} as const satisfies Partial<RuleDeclaration>

const entityFiled = defineRule({
  ...centre,
  id: 'pre-exam.entity',
  label: '预审主体备案',
  labelEn: 'To admit an entity',
  startsOn: '收到备案申请之日',
  startsOnEn: 'the day of the application',
  history: [since(from, workingDays(10, 'limit.pre-exam.entity'), guide)],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const designExamined = defineRule({
  ...centre,
  id: 'pre-exam.design',
  label: '外观设计预审',
  labelEn: 'Pre-examination of a design',
  startsOn: '收到预审请求之日',
  startsOnEn: 'the day of the request',
  history: [since(from, workingDays(5, 'limit.pre-exam.design'), guide, { stops: ['supplement'] })],
  cases: [{ from: '2026-09-30', due: '2026-10-13' }],
})

const utilityModelExamined = defineRule({
  ...centre,
  id: 'pre-exam.utility-model',
  label: '实用新型预审',
  labelEn: 'Pre-examination of a utility model',
  startsOn: '收到预审请求之日',
  startsOnEn: 'the day of the request',
  history: [since(from, workingDays(5, 'limit.pre-exam.utility-model'), guide, { stops: ['supplement'] })],
  cases: [{ from: '2026-09-30', due: '2026-10-13' }],
})

const inventionExamined = defineRule({
  ...centre,
  id: 'pre-exam.invention',
  label: '发明专利预审',
  labelEn: 'Pre-examination of an invention',
  startsOn: '收到预审请求之日',
  startsOnEn: 'the day of the request',
  history: [since(from, workingDays(10, 'limit.pre-exam.invention'), guide, { stops: ['supplement'] })],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const formalFiling = defineRule({
  ...centre,
  id: 'pre-exam.filing',
  label: '预审合格后正式提交',
  labelEn: 'To file after passing',
  startsOn: '收到预审合格通知之日',
  startsOnEn: 'the day of the notice of passing',
  whose: '申请人',
  history: [since(from, workingDays(5, 'limit.pre-exam.filing'), guide)],
  cases: [{ from: '2026-04-30', due: '2026-05-11' }],
})

const feePaid = defineRule({
  ...centre,
  id: 'pre-exam.fee',
  label: '正式提交后足额缴费',
  labelEn: 'To pay after filing',
  startsOn: '正式提交之日',
  startsOnEn: 'the day of filing',
  whose: '申请人',
  history: [since(from, days(3, 'limit.pre-exam.fee'), guide)],
  cases: [{ from: '2026-11-03', due: '2026-11-06' }],
})

const actionAnswered = defineRule({
  ...centre,
  id: 'pre-exam.answer',
  label: '答复审查意见',
  labelEn: 'To answer an office action',
  startsOn: '收到审查意见通知书之日',
  startsOnEn: 'the day of the office action',
  whose: '申请人',
  history: [since(from, workingDays(10, 'limit.pre-exam.answer'), guide)],
  cases: [{ from: '2024-09-30', due: '2024-10-18' }],
})

const designGranted = defineRule({
  ...centre,
  id: 'pre-exam.design-grant',
  label: '快速通道外观设计授权（预期）',
  labelEn: 'Grant of a design in the fast lane, expected',
  startsOn: '正式提交之日',
  startsOnEn: 'the day of filing',
  whose: '国家知识产权局',
  history: [since(from, workingDays(10, 'limit.pre-exam.design-grant'), guide)],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const utilityModelGranted = defineRule({
  ...centre,
  id: 'pre-exam.utility-model-grant',
  label: '快速通道实用新型授权（预期）',
  labelEn: 'Grant of a utility model in the fast lane, expected',
  startsOn: '正式提交之日',
  startsOnEn: 'the day of filing',
  whose: '国家知识产权局',
  history: [since(from, months(1, 'limit.pre-exam.utility-model-grant'), guide)],
  cases: [{ from: '2026-08-31', due: '2026-09-30' }],
})

const inventionGranted = defineRule({
  ...centre,
  id: 'pre-exam.invention-grant',
  label: '快速通道发明专利授权（预期）',
  labelEn: 'Grant of an invention in the fast lane, expected',
  startsOn: '正式提交之日',
  startsOnEn: 'the day of filing',
  whose: '国家知识产权局',
  history: [since(from, months(3, 'limit.pre-exam.invention-grant'), guide)],
  cases: [{ from: '2026-06-30', due: '2026-09-30' }],
})

const entitySuspended = defineRule({
  ...centre,
  id: 'pre-exam.suspension',
  label: '暂停预审资格',
  labelEn: 'How long an entity is suspended',
  startsOn: '暂停之日',
  startsOnEn: 'the day of the suspension',
  limits: 'state',
  whose: '预审主体',
  history: [since(from, months(6, 'limit.pre-exam.suspension'), guide)],
  cases: [{ from: '2026-02-28', due: '2026-08-28' }],
})

const entityCancelled = defineRule({
  ...centre,
  id: 'pre-exam.cancellation',
  label: '取消预审资格（非正常申请）',
  labelEn: 'How long an entity is out after abnormal filings',
  startsOn: '取消之日',
  startsOnEn: 'the day of the cancellation',
  limits: 'state',
  whose: '预审主体',
  history: [since(from, years(1, 'limit.pre-exam.cancellation'), guide)],
  cases: [{ from: '2025-06-12', due: '2026-06-12' }],
})

export const rapidRightsRules: readonly RuleDeclaration[] = [
  entityFiled,
  designExamined,
  utilityModelExamined,
  inventionExamined,
  formalFiling,
  feePaid,
  actionAnswered,
  designGranted,
  utilityModelGranted,
  inventionGranted,
  entitySuspended,
  entityCancelled,
]
