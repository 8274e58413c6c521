/** Reads the rows of a table of tasks (重点任务分解表). */

import type { LeadRule } from './lead-rule.ts'
import type { SourceCell, Span } from './plan-document.types.ts'
import { fold } from './reading.ts'
import { readResponsibility } from './responsibility.ts'
import type { TaskColumn, TaskTable } from './tables.ts'

export interface TableTask {
  readonly number: number | null
  readonly label: string
  readonly title: string
  readonly group: string | null
  readonly text: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly units: readonly string[]
  readonly responsibilityText: string | null
  readonly due: string | null
  readonly span: Span
  /** the cells whose text may set targets */
  readonly cells: readonly Span[]
}

export function readTaskTable(table: TaskTable, rule: LeadRule): TableTask[] {
  const tasks: TableTask[] = []
  const mergedTasks = mergedCells(table)
  let group: string | null = null
  for (const row of table.rows) {
    const cell = (column: TaskColumn): SourceCell | undefined => {
      const index = table.columns.get(column)
      return index === undefined ? undefined : row[index]
    }
    const words = (column: TaskColumn): string => cell(column)?.text.trim() ?? ''
    const spans = new Set(row.filter(({ text }) => text.trim() !== '').map(({ span }) => span.start))
    if (spans.size === 0) continue
    if (spans.size === 1 && row.length > 1) {
      // One cell over the whole width names the group of the rows below.
      group = (row.find(({ text }) => text.trim() !== '')?.text ?? '')
        .trim()
        .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/, '')
      continue
    }
    if (words('group') !== '') group = words('group')
    // A task cell merged over several rows groups what its rows say.
    const merged = words('content') !== '' && mergedTasks.has(cell('task')?.span.start ?? -1)
    if (merged) group = titleOf(words('task'))
    const printed = words('task') === '' || merged ? words('content') : words('task')
    if (printed === '') continue
    const number = /^\d{1,3}$/.test(fold(words('number')).replace(/[.、]$/, ''))
      ? Number.parseInt(fold(words('number')), 10)
      : null
    const named = unitsOfRow(words('lead'), words('units'), words('support'), rule)
    const responsible = (['lead', 'units', 'support'] as const).map(words).filter((text) => text !== '')
    const first = row.find(({ text }) => text.trim() !== '')
    const last = row.findLast(({ text }) => text.trim() !== '')
    tasks.push({
      number,
      label: words('number'),
      title: titleOf(printed),
      group,
      text: words('content') === '' ? printed : words('content'),
      ...named,
      responsibilityText: responsible.length === 0 ? null : responsible.join('；'),
      due: words('due') === '' ? null : words('due'),
      span: { start: first?.span.start ?? table.table.span.start, end: last?.span.end ?? table.table.span.end },
      cells: cellsWithText(table, row),
    })
  }
  return tasks
}

/** Where task cells stand that are merged over several rows. */
function mergedCells(table: TaskTable): ReadonlySet<number> {
  const index = table.columns.get('task') ?? -1
  const seen = new Set<number>()
  const merged = new Set<number>()
  for (const row of table.rows) {
    const start = row[index]?.span.start
    if (start === undefined) continue
    if (seen.has(start)) merged.add(start)
    seen.add(start)
  }
  return merged
}

/** Every cell that tells what is to be done: the task, its content, 量化指标 and the like, each merged cell once. */
function cellsWithText(table: TaskTable, row: readonly SourceCell[]): Span[] {
  const spans = row
    .filter((cell, index) => table.textColumns.includes(index) && cell.text.trim() !== '')
    .map(({ span }) => span)
  return spans.filter((span, index) => spans.findIndex(({ start }) => start === span.start) === index)
}

/** A cell that holds the whole task: its first sentence names it. */
function titleOf(printed: string): string {
  const line = printed.replace(/^(?:\d{1,3}[.、．]|（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+、)\s*/, '')
  const sentence = /^([^。；：\n]{2,46})[。；：\n]/.exec(line)?.[1] ?? line
  // 完善政策法规，制定出台…，健全…: the first clause names it.
  const clause = /^([^，,]{4,22})[，,]/.exec(sentence)?.[1]
  if (clause !== undefined && sentence.length > 22) return clause
  return sentence.slice(0, 46)
}

function unitsOfRow(
  leadCell: string,
  unitsCell: string,
  supportCell: string,
  rule: LeadRule,
): Pick<TableTask, 'lead' | 'support' | 'units'> {
  const leading = readResponsibility(leadCell, 'named', 'lead')
  const responsible = readResponsibility(unitsCell, leading.lead.length > 0 ? 'named' : rule)
  const supporting = readResponsibility(supportCell, 'named', 'support')
  const units = [...new Set([...leading.units, ...responsible.units, ...supporting.units])]
  const lead = leading.lead.length > 0 ? leading.lead : responsible.lead
  const support =
    lead.length > 0 ? units.filter((unit) => !lead.includes(unit)) : [...responsible.support, ...supporting.units]
  return { lead, support, units }
}
