import { defineRule, found, months, recalled, since, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 地理标志、集体商标、证明商标: CNIPA Orders 80 and 79, both in force 2024-02-01. */
const order80 = '地理标志产品保护办法（局令第80号）'
const order79 = '集体商标、证明商标注册和管理规定（局令第79号）'
const from = '2024-02-01'

const indication = {
  subject: '地理标志',
  subjectEn: 'Geographical indications',
  limits: 'act',
} as const satisfies Partial<RuleDeclaration>

const recognitionObjection = defineRule({
  ...indication,
  id: 'indication.objection',
  label: '对初步认定提出异议',
  labelEn: 'To object to a preliminary recognition',
  startsOn: '初步认定公告之日',
  startsOnEn: 'the day of the announcement',
  whose: '单位或者个人',
  note: '逾期或者没有理由的，不予受理并书面告知。',
  history: [since(from, months(2), found(order80, '第十五条'))],
  cases: [{ from: '2024-12-31', due: '2025-02-28', because: '2月没有31日，到月末' }],
})

const unusedMark = defineRule({
  ...indication,
  id: 'indication.unused',
  label: '未使用专用标志注销登记',
  labelEn: 'Unused mark: the registration is cancelled',
  startsOn: '停止在产品上使用专用标志之日',
  startsOnEn: 'the day since which the mark is unused',
  limits: 'state',
  whose: '用标主体',
  note: '满二年未使用且未在规定期限内改正的，注销；满十八个月提醒。',
  history: [since(from, years(2), found(order80, '第三十一条'))],
  cases: [{ from: '2024-03-11', due: '2026-03-11' }],
})

const unusedWarning = defineRule({
  ...indication,
  id: 'indication.unused-warning',
  label: '未使用专用标志提醒',
  labelEn: 'Unused mark: the reminder',
  startsOn: '停止在产品上使用专用标志之日',
  startsOnEn: 'the day since which the mark is unused',
  limits: 'state',
  whose: '用标主体',
  history: [since(from, months(18, 'limit.indication.unused-warning'), recalled('本市参数（平台默认）'))],
  cases: [{ from: '2025-02-28', due: '2026-08-28' }],
})

const memberChange = defineRule({
  ...indication,
  id: 'indication.member-change',
  label: '集体成员变化申请变更',
  labelEn: 'Members of a collective mark change',
  startsOn: '集体成员发生变化之日',
  startsOnEn: 'the day of the change',
  whose: '集体商标注册人',
  history: [since(from, months(3), found(order79, '第十三条'))],
  cases: [{ from: '2026-11-30', due: '2027-03-01', rawDue: '2027-02-28', provisional: true }],
})

const userFiled = defineRule({
  ...indication,
  id: 'indication.user-filing',
  label: '准许他人使用证明商标备案',
  labelEn: 'A user of a certification mark is filed',
  startsOn: '准许使用之日',
  startsOnEn: 'the day of the permission',
  whose: '证明商标注册人',
  history: [since(from, months(3), found(order79, '第十三条'))],
  cases: [{ from: '2026-06-30', due: '2026-09-30' }],
})

const userReminder = defineRule({
  ...indication,
  id: 'indication.user-reminder',
  label: '使用人、成员备案提醒',
  labelEn: 'Reminder to file users and members',
  startsOn: '准许使用或者成员变化之日',
  startsOnEn: 'the day of the permission or change',
  limits: 'state',
  whose: '商标注册人',
  history: [since(from, months(2, 'limit.indication.user-reminder'), recalled('本市参数（平台默认）'))],
  cases: [{ from: '2026-06-30', due: '2026-08-30' }],
})

const genericUnused = defineRule({
  ...indication,
  id: 'indication.mark-unused',
  label: '集体、证明商标连续三年未使用',
  labelEn: 'Collective or certification mark unused',
  startsOn: '停止使用之日',
  startsOnEn: 'the day since which it is unused',
  limits: 'state',
  whose: '商标注册人',
  history: [since(from, years(3), found(order79, '第二十六条'))],
  cases: [{ from: '2024-02-05', due: '2027-02-05', provisional: true }],
})

export const geographicalIndicationsRules: readonly RuleDeclaration[] = [
  recognitionObjection,
  unusedMark,
  unusedWarning,
  memberChange,
  userFiled,
  userReminder,
  genericUnused,
]
