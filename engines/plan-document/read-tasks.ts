/** Reads the tasks (重点任务), told in paragraphs or in the rows of a table. */
import { pairBrackets } from './brackets.ts'
import { hideInside } from './clauses.ts'
import type { Drafts, TaskRef } from './drafts.ts'
import { descendants, type Manuscript } from './manuscript.ts'
import { type Heading, linesOf } from './outline.ts'
import type { DocumentTask } from './plan-document.types.ts'
import { readText } from './reading.ts'
import type { ResponsibilityList } from './responsibility.ts'
import type { TaskTable } from './tables.ts'
import { readParagraph, type Surface, type TargetsRead } from './targets.ts'
import { readTaskTable, type TableTask } from './task-tables.ts'
import type { TaskPlace } from './tasks.ts'
import { findUnitsInProse } from './units-in-prose.ts'

export type TaskRead = Omit<DocumentTask, 'milestones'>

export function readTasks(
  manuscript: Manuscript,
  drafts: Drafts,
  places: readonly TaskPlace[],
  tables: readonly TaskTable[],
): TaskRead[] {
  const tasks = places.map((place, index) => readToldTask(manuscript, drafts, place, index))
  const told = new Map(tasks.map((task, index) => [bare(task.title), index]))
  for (const row of tables.flatMap((table) => readTaskTable(table, manuscript.rule))) {
    const index = told.get(bare(row.title))
    const known = index === undefined ? undefined : tasks[index]
    if (index === undefined || known === undefined) tasks.push(readTableTask(manuscript, drafts, row, tasks.length))
    else if (known.units.length === 0) {
      // A task that the text has told gets its units from the table.
      const { lead, support, units, responsibilityText } = row
      tasks[index] = { ...known, lead, support, units, responsibilityText }
    }
  }
  return tasks
}

function readToldTask(
  manuscript: Manuscript,
  drafts: Drafts,
  { heading, group, lists }: TaskPlace,
  index: number,
): TaskRead {
  const task: TaskRef = { id: `task-${index + 1}`, number: heading.number ?? index + 1 }
  const { surface, reading } = manuscript
  const read = emptyRead()
  const parts = descendants(heading)
  for (const part of parts) {
    for (const paragraph of manuscript.paragraphs(part)) {
      readParagraph(surface, paragraph, { zone: 'tasks', category: null, deadline: null }, read)
      // 建立健全…机制 as the title of a task names the work, it promises nothing by itself.
      const isTitle =
        part === heading && paragraph.start === heading.titleRange.start && paragraph.end <= heading.titleRange.end
      if (!isTitle) drafts.keepPromises(surface, paragraph, null, task)
    }
  }
  drafts.keepTargets(read, task, reading)
  const due = lists.find((list) => list.due !== null)?.due ?? null
  return {
    ...task,
    label: heading.label,
    title: heading.title,
    group,
    text: manuscript.textOf(parts),
    ...responsibilityOf(manuscript, lists, parts),
    due: due === null ? null : { text: due, date: manuscript.dueDate(due) },
    span: reading.spanOf(heading.start, heading.end),
    confidence: lists.length > 0 ? 0.95 : 0.8,
  }
}

function readTableTask(manuscript: Manuscript, drafts: Drafts, row: TableTask, index: number): TaskRead {
  const task: TaskRef = { id: `task-${index + 1}`, number: row.number ?? index + 1 }
  const date = row.due === null ? null : manuscript.dueDate(row.due)
  for (const { start, end } of row.cells) {
    const reading = readText(manuscript.source.text, start, end)
    const closeOf = pairBrackets(reading.folded)
    const surface: Surface = { ...manuscript.surface, reading, closeOf, hidden: hideInside(reading.folded, closeOf) }
    const read = emptyRead()
    for (const line of linesOf(reading.text)) {
      readParagraph(surface, line, { zone: 'tasks', category: null, deadline: date }, read)
      drafts.keepPromises(surface, line, null, task)
    }
    drafts.keepTargets(read, task, reading)
  }
  const { label, title, group, text, lead, support, units, responsibilityText, span } = row
  const due = row.due === null ? null : { text: row.due, date }
  return { ...task, label, title, group, text, lead, support, units, responsibilityText, due, span, confidence: 0.9 }
}

type Responsible = Pick<DocumentTask, 'lead' | 'support' | 'units' | 'responsibilityText'>

function responsibilityOf(
  { reading }: Manuscript,
  lists: readonly ResponsibilityList[],
  parts: readonly Heading[],
): Responsible {
  if (lists.length > 0) return uniteLists(lists)
  for (const { start, end } of parts.flatMap(({ body }) => body)) {
    const told = findUnitsInProse(reading.folded.slice(start, Math.min(end, start + 2000)))
    if (told !== null) return { lead: told.lead, support: told.support, units: told.units, responsibilityText: null }
  }
  return { lead: [], support: [], units: [], responsibilityText: null }
}

/** Several lists in one task: their units in order, the leads of all. */
function uniteLists(lists: readonly ResponsibilityList[]): Responsible {
  const lead = [...new Set(lists.flatMap((list) => list.lead))]
  const units = [...new Set(lists.flatMap((list) => list.units))]
  // 牵头单位 on one line, 责任单位 on the next: once a lead is known, every other unit supports it.
  const supporting = lead.length > 0 ? units : [...new Set(lists.flatMap((list) => list.support))]
  const support = supporting.filter((unit) => !lead.includes(unit))
  return { lead, support, units, responsibilityText: lists.map(({ words }) => words).join('\n') }
}

const emptyRead = (): TargetsRead => ({ statements: [], unread: [], frequencies: [] })

const bare = (title: string): string => title.replace(/[\s，。、：:]/g, '')
