/**
 * Writes a structure back as a document of the genre: notice, goals, tasks with their units, safeguards, timetable.
 * Every statement is printed from its fields and not from its old words, so that compiling the result shows whether
 * the structure says the same thing.
 */
import { hanNumber } from './numerals.ts'
import type {
  DocumentIndicator,
  DocumentMilestone,
  DocumentPhase,
  DocumentTask,
  PlanDocument,
} from './plan-document.types.ts'

export type PlanToRender = Pick<
  PlanDocument,
  'title' | 'issuer' | 'documentNo' | 'date' | 'indicators' | 'milestones' | 'tasks' | 'safeguards' | 'phases'
>

export function renderPlan(plan: PlanToRender): string {
  const chapters = [goals(plan), tasks(plan), safeguards(plan), phases(plan)].filter((chapter) => chapter !== null)
  return [
    ...cover(plan),
    ...chapters.flatMap(({ title, lines }, index) => [`${hanNumber(index + 1)}、${title}`, ...lines]),
  ].join('\n')
}

interface Chapter {
  readonly title: string
  readonly lines: readonly string[]
}

function cover({ title, issuer, documentNo, date }: PlanToRender): string[] {
  const notice = title === null ? [] : [`${issuer ?? ''}关于印发《${title}》的通知`]
  return [
    ...notice,
    ...(documentNo === null ? [] : [documentNo]),
    ...(issuer === null || date === null ? [] : [issuer]),
    ...(date === null ? [] : [printDate(date)]),
    ...(title === null ? [] : [title]),
  ]
}

function goals({ indicators, milestones }: PlanToRender): Chapter | null {
  const numbers = indicators.filter(({ task }) => task === null)
  if (numbers.length + milestones.length === 0) return null
  const categories = [...new Set([...numbers, ...milestones].map(({ category }) => category))]
  const lines = categories.map((category) => {
    const sentences = [
      ...numbers.filter((indicator) => indicator.category === category).map(printIndicator),
      ...milestones.filter((milestone) => milestone.category === category).map(({ text }) => `${text}。`),
    ]
    return `${category === null ? '' : `——${category}。`}${sentences.join('')}`
  })
  return { title: '工作目标', lines }
}

function tasks({ tasks: all, indicators }: PlanToRender): Chapter | null {
  if (all.length === 0) return null
  const lines: string[] = []
  let group: string | null = null
  let groupNumber = 0
  for (const task of all) {
    if (task.group !== group && task.group !== null) {
      groupNumber += 1
      lines.push(`（${hanNumber(groupNumber)}）${task.group}`)
    }
    group = task.group
    lines.push(
      printTask(
        task,
        indicators.filter((indicator) => indicator.taskId === task.id),
      ),
    )
  }
  return { title: '重点任务', lines }
}

function printTask(task: DocumentTask, indicators: readonly DocumentIndicator[]): string {
  const told = (words: string): boolean => words !== '' && task.text.includes(words)
  const numbers = indicators.filter(({ text }) => !told(text)).map(printIndicator)
  const promises = task.milestones.filter(({ text }) => !told(text)).map(({ text }: DocumentMilestone) => `${text}。`)
  const text = task.text === '' || /[。！；]$/.test(task.text) ? task.text : `${task.text}。`
  return `${task.number}、${task.title}。${text}${numbers.join('')}${promises.join('')}${printUnits(task)}`
}

function printUnits({ lead, units, due }: DocumentTask): string {
  if (units.length === 0) return ''
  const others = units.filter((unit) => !lead.includes(unit))
  const helping = others.length === 0 ? '' : `${lead.length > 0 ? '，' : ''}${others.join('、')}按职责分工负责`
  const limit = due === null ? '' : `；完成时限：${due.text}`
  return `〔责任单位：${lead.length > 0 ? `${lead.join('、')}牵头` : ''}${helping}${limit}〕`
}

function safeguards(plan: PlanToRender): Chapter | null {
  if (plan.safeguards.length === 0) return null
  return {
    title: '保障措施',
    lines: plan.safeguards.flatMap(({ title, text }, index) => [
      `（${hanNumber(index + 1)}）${title}`,
      ...(text === '' ? [] : [text]),
    ]),
  }
}

function phases(plan: PlanToRender): Chapter | null {
  if (plan.phases.length === 0) return null
  return {
    title: '时序进度',
    lines: plan.phases.flatMap((phase, index) => [
      `（${hanNumber(index + 1)}）${phase.name}${printPeriod(phase)}`,
      ...(phase.text === '' ? [] : [phase.text]),
    ]),
  }
}

function printPeriod({ start, end }: DocumentPhase): string {
  if (end === null) return ''
  const month = (iso: string): string => `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月`
  if (start === null) return `（${month(end)}底前）`
  return month(start) === month(end) ? `（${month(end)}）` : `（${month(start)}-${month(end)}）`
}

const printDate = (iso: string): string =>
  `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`

/** One target as one sentence: 到2026年，有效发明专利拥有量达2000件。 */
export function printIndicator(indicator: DocumentIndicator): string {
  const { deadline } = indicator
  const when =
    deadline === null
      ? ''
      : deadline.endsWith('-12-31')
        ? `到${deadline.slice(0, 4)}年，`
        : `到${deadline.slice(0, 4)}年${Number(deadline.slice(5, 7))}月底，`
  return `${when}${printStatement(indicator)}。`
}

function printStatement({ name, kind, op, value, unit }: DocumentIndicator): string {
  const amount = typeof value === 'number' ? `${value}${unit}` : `${value[0]}—${value[1]}${unit}`
  if (unit === '番') return `${name}翻${value === 1 ? '一' : '两'}番`
  const reached = { '>=': '达到', '>': '超过', '=': '为', '<=': '不超过', '<': '低于', range: '' }[op]
  const close = op === '=' ? '左右' : ''
  switch (kind) {
    case 'new':
      return `新增${name}${op === '>=' ? '' : reached.replace('为', '')}${amount}${close}`
    case 'build':
      return `建成${name}${op === '>=' ? '' : reached.replace('为', '')}${amount}${close}`
    case 'cumulative':
      return `${name}累计${reached.replace('为', '达到')}${amount}${close}`
    case 'annual':
      return `每年${name}${reached}${amount}${close}`
    case 'growth':
      return `${name}${/增长|下降|降低|减少|提高|提升$/.test(name) ? '' : '增长'}${op === '>=' ? '' : reached.replace('为', '')}${amount}${close}`
    default:
      return `${name}${op === 'range' ? '达到' : reached}${amount}${close}`
  }
}
