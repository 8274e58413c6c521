import type {
  Comparator,
  DocumentIndicator,
  IndicatorKind,
  PlanDocument,
  Quantity,
  SourceDocument,
} from '@qiangxian/engines/plan-document/plan-document.types'
import type { Language } from '@qiangxian/kernel/errors/define-errors'
import { type Column, oneLine, tableOf } from '../terminal/table.ts'

interface View {
  readonly language: Language
  readonly width: number
}

const comparators: Readonly<Record<Comparator, string>> = {
  '>=': '≥',
  '>': '>',
  '=': '=',
  '<=': '≤',
  '<': '<',
  range: '',
}

const kinds: Readonly<Record<IndicatorKind, Readonly<Record<Language, string>>>> = {
  new: { zh: '新增', en: 'new' },
  cumulative: { zh: '累计', en: 'cumulative' },
  annual: { zh: '年度', en: 'annual' },
  stock: { zh: '存量', en: 'stock' },
  ratio: { zh: '占比', en: 'ratio' },
  growth: { zh: '增长', en: 'growth' },
  build: { zh: '建成', en: 'build' },
}

/** What was read from a plan, for a person at a terminal: a head, and a table for each kind of thing that it holds. */
export function summarisePlan(plan: PlanDocument, source: SourceDocument, view: View): string {
  const words = view.language === 'zh' ? chinese : english
  const missing = words.missing
  const section = <Row>(title: string, rows: readonly Row[], columns: readonly Column<Row>[]) =>
    rows.length === 0 ? [] : [`${title}（${rows.length}）\n${tableOf(rows, columns, view.width)}`]
  const list = (names: readonly string[]) => (names.length === 0 ? missing : names.join('、'))
  const place = (task: number | null) => (task === null ? words.goals : words.task(task))
  const promises = [...plan.milestones, ...plan.tasks.flatMap((task) => task.milestones)]

  return [
    oneLine(plan.title ?? words.untitled),
    [
      `${words.issuer}  ${oneLine(plan.issuer ?? missing)}`,
      `${words.documentNo}  ${oneLine(plan.documentNo ?? missing)}`,
      `${words.date}  ${plan.date ?? missing}`,
      `${words.period}  ${plan.period.start ?? missing} – ${plan.period.end ?? missing}`,
      `${words.format}  .${source.format}`,
      ...source.notes.map((note) => `${words.note}  ${oneLine(note)}`),
    ].join('\n'),
    ...section(words.indicators, plan.indicators, [
      { title: words.name, cell: ({ name }) => name },
      { title: words.target, cell: (indicator) => targetOf(indicator) },
      { title: words.kind, cell: ({ kind }) => (kind === null ? missing : kinds[kind][view.language]) },
      { title: words.deadline, cell: ({ deadline }) => deadline ?? missing },
      { title: words.place, cell: ({ task, category }) => category ?? place(task) },
      { title: words.confidence, cell: ({ confidence }) => confidence.toFixed(2) },
    ]),
    ...section(words.milestones, promises, [
      { title: words.promise, cell: ({ text }) => text },
      { title: words.level, cell: ({ commitment }) => words[commitment] },
      { title: words.place, cell: ({ task, category }) => category ?? place(task) },
    ]),
    ...section(words.tasks, plan.tasks, [
      { title: words.number, cell: ({ number }) => String(number) },
      { title: words.title, cell: ({ title }) => title },
      { title: words.lead, cell: ({ lead }) => list(lead) },
      { title: words.support, cell: ({ support, lead, units }) => list(lead.length === 0 ? units : support) },
    ]),
    ...section(words.safeguards, plan.safeguards, [
      { title: words.number, cell: ({ number }) => String(number) },
      { title: words.title, cell: ({ title }) => title },
    ]),
    ...section(words.phases, plan.phases, [
      { title: words.name, cell: ({ name }) => name },
      { title: words.from, cell: ({ start }) => start ?? missing },
      { title: words.to, cell: ({ end }) => end ?? missing },
    ]),
    ...section(words.references, plan.references, [
      { title: words.title, cell: ({ title }) => title ?? missing },
      { title: words.documentNo, cell: ({ documentNo }) => documentNo ?? missing },
    ]),
    ...section(words.questions, plan.questions, [{ title: words.question, cell: ({ message }) => message }]),
    ...section(words.unread, plan.unread, [
      { title: words.words, cell: ({ text }) => text },
      { title: words.reason, cell: ({ reason }) => reason },
    ]),
  ].join('\n\n')
}

/** 3.5万件（35000件）: as printed, and in the base unit where that is another. */
function targetOf({ op, value, unit, normalized }: DocumentIndicator): string {
  const printed = `${comparators[op]}${amount({ value, unit })}`
  return normalized.unit === unit ? printed : `${printed}（${amount(normalized)}）`
}

function amount({ value, unit }: Quantity): string {
  return `${typeof value === 'number' ? value : value.join('–')}${unit}`
}

const chinese = {
  untitled: '（没有读出标题）',
  missing: '缺',
  issuer: '发文机关',
  documentNo: '文号',
  date: '成文日期',
  period: '规划期',
  format: '格式',
  note: '说明',
  indicators: '指标',
  milestones: '里程碑',
  tasks: '重点任务',
  safeguards: '保障措施',
  phases: '时序进度',
  references: '引用文件',
  questions: '待确认的问题',
  unread: '未作为指标的数量',
  name: '名称',
  target: '目标值',
  kind: '类型',
  deadline: '期限',
  place: '出处',
  goals: '目标部分',
  task: (number: number) => `任务 ${number}`,
  confidence: '把握',
  promise: '内容',
  level: '力度',
  achieve: '建成',
  strive: '争创',
  number: '序号',
  title: '标题',
  lead: '牵头',
  support: '配合（未分牵头时为全部单位）',
  from: '开始',
  to: '结束',
  question: '问题',
  words: '原文',
  reason: '原因',
}

const english: typeof chinese = {
  untitled: '(no title was read)',
  missing: 'missing',
  issuer: 'Issuer',
  documentNo: 'Document no.',
  date: 'Date',
  period: 'Period',
  format: 'Format',
  note: 'Note',
  indicators: 'Indicators',
  milestones: 'Milestones',
  tasks: 'Tasks',
  safeguards: 'Safeguards',
  phases: 'Phases',
  references: 'References',
  questions: 'Questions to settle',
  unread: 'Quantities that are no indicators',
  name: 'Name',
  target: 'Target',
  kind: 'Kind',
  deadline: 'Deadline',
  place: 'Where',
  goals: 'goals',
  task: (number) => `task ${number}`,
  confidence: 'Sure',
  promise: 'Promise',
  level: 'Level',
  achieve: 'achieve',
  strive: 'strive',
  number: 'No.',
  title: 'Title',
  lead: 'Lead',
  support: 'Support (all units where none leads)',
  from: 'From',
  to: 'To',
  question: 'Question',
  words: 'Words',
  reason: 'Reason',
}
