import { defineRule, found, months, recalled, since, workingDays, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 失信名单、信用公示和修复. Displays are states: they end on the day itself, also on a rest day. */
const order44 = recalled('市场监督管理严重违法失信名单管理办法（总局令第44号）')
const cnipa = recalled('国家知识产权局知识产权信用管理规定（国知发保字〔2022〕8号）')
const order36 = found('信用修复管理办法（国家发展改革委令第36号）', '公示期限条款')

const credit = {
  subject: '信用',
  subjectEn: 'Credit',
  limits: 'state',
  whose: '失信主体',
} as const satisfies Partial<RuleDeclaration>

const listingPublished = defineRule({
  ...credit,
  id: 'credit.listing-publication',
  label: '公示列入严重违法失信名单',
  labelEn: 'To publish a listing',
  startsOn: '作出列入决定之日',
  startsOnEn: 'the day of the decision',
  limits: 'act',
  whose: '市场监督管理部门',
  history: [since('2021-09-01', workingDays(20), order44)],
  cases: [{ from: '2025-09-30', due: '2025-11-04' }],
})

const listingTerm = defineRule({
  ...credit,
  id: 'credit.listing',
  label: '严重违法失信名单列入期',
  labelEn: 'Term of a listing',
  startsOn: '列入之日',
  startsOnEn: 'the day of the listing',
  history: [since('2021-09-01', years(3), order44)],
  cases: [{ from: '2022-04-11', due: '2025-04-11' }],
})

const listingEarly = defineRule({
  ...credit,
  id: 'credit.listing-early-removal',
  label: '可以申请提前移出',
  labelEn: 'When early removal may be asked for',
  startsOn: '列入之日',
  startsOnEn: 'the day of the listing',
  note: '须已履行义务、消除危害后果，且未再受较重处罚。',
  history: [since('2021-09-01', years(1), order44)],
  cases: [{ from: '2025-07-01', due: '2026-07-01' }],
})

const ipDiscredit = defineRule({
  ...credit,
  id: 'credit.ip-shown',
  label: '知识产权失信信息公示期',
  labelEn: 'How long IP discredit is shown',
  startsOn: '公示之日',
  startsOnEn: 'the day of publication',
  history: [since('2022-01-24', years(1), cnipa)],
  cases: [{ from: '2025-11-03', due: '2026-11-03' }],
})

const ipRepair = defineRule({
  ...credit,
  id: 'credit.ip-repair',
  label: '可以申请知识产权信用修复',
  labelEn: 'When repair of IP credit may be asked for',
  startsOn: '公示之日',
  startsOnEn: 'the day of publication',
  history: [since('2022-01-24', months(6), cnipa)],
  cases: [{ from: '2025-12-31', due: '2026-06-30' }],
})

const slightMost = defineRule({
  ...credit,
  id: 'credit.slight-longest',
  label: '轻微失信最长公示期',
  labelEn: 'Slight discredit, longest',
  startsOn: '认定失信行为的文书作出之日',
  startsOnEn: 'the date of the document',
  note: '一般不公示；义务履行后即可修复。',
  history: [since('2026-04-01', months(3), order36)],
  cases: [{ from: '2026-06-30', due: '2026-09-30' }],
})

const ordinaryLeast = defineRule({
  ...credit,
  id: 'credit.ordinary-shortest',
  label: '一般失信最短公示期',
  labelEn: 'Ordinary discredit, shortest',
  startsOn: '认定失信行为的文书作出之日',
  startsOnEn: 'the date of the document',
  history: [since('2026-04-01', months(3), order36)],
  cases: [{ from: '2026-08-31', due: '2026-11-30' }],
})

const ordinaryMost = defineRule({
  ...credit,
  id: 'credit.ordinary-longest',
  label: '一般失信最长公示期',
  labelEn: 'Ordinary discredit, longest',
  startsOn: '认定失信行为的文书作出之日',
  startsOnEn: 'the date of the document',
  history: [since('2026-04-01', years(1), order36)],
  cases: [{ from: '2026-05-06', due: '2027-05-06', provisional: true }],
})

const seriousLeast = defineRule({
  ...credit,
  id: 'credit.serious-shortest',
  label: '严重失信最短公示期',
  labelEn: 'Serious discredit, shortest',
  startsOn: '认定失信行为的文书作出之日',
  startsOnEn: 'the date of the document',
  history: [since('2026-04-01', years(1), order36)],
  cases: [{ from: '2026-05-06', due: '2027-05-06', provisional: true }],
})

const seriousMost = defineRule({
  ...credit,
  id: 'credit.serious-longest',
  label: '严重失信最长公示期',
  labelEn: 'Serious discredit, longest',
  startsOn: '认定失信行为的文书作出之日',
  startsOnEn: 'the date of the document',
  history: [since('2026-04-01', years(3), order36)],
  cases: [{ from: '2026-05-06', due: '2029-05-06', provisional: true }],
})

export const creditRules: readonly RuleDeclaration[] = [
  listingPublished,
  listingTerm,
  listingEarly,
  ipDiscredit,
  ipRepair,
  slightMost,
  ordinaryLeast,
  ordinaryMost,
  seriousLeast,
  seriousMost,
]
