/**
 * The plan compiler: a plan as the office printed it, back as goals, targets, tasks, units and dates, each tied to the
 * words it came from. Pure and total: any text gives a structure, what was not understood stands in `unread` and
 * `questions`.
 */
import type { ChapterKind } from './chapters.ts'
import { readCover } from './cover.ts'
import { Drafts } from './drafts.ts'
import { findHardLineEnds } from './hard-lines.ts'
import { readIndicatorTable } from './indicator-tables.ts'
import { descendants, firstYearOf, Manuscript } from './manuscript.ts'
import type { Heading } from './outline.ts'
import { type PhaseRead, readInlinePhases, readPhase } from './phases.ts'
import type { DocumentSafeguard, DocumentSection, PlanDocument, SourceDocument } from './plan-document.types.ts'
import { askQuestions } from './questions.ts'
import { readChapters } from './read-chapters.ts'
import { readTasks } from './read-tasks.ts'
import { readText } from './reading.ts'
import { findReferences } from './references.ts'
import { isGrid, readTable } from './tables.ts'
import { sortChapters } from './tasks.ts'

const CHINESE = /[\u4e00-\u9fff]/

type KindOf = ReadonlyMap<Heading, ChapterKind>

/**
 * @example compilePlan(sourceFromText('二、工作目标\n新增贯标企业120家以上。')).indicators[0]?.value // 120
 */
export function compilePlan(source: SourceDocument): PlanDocument {
  const drafts = new Drafts(source.text)
  const { manuscript, taskTables, indicatorTables } = takeApart(source, drafts)
  const { cover, outline, reading } = manuscript
  const { kindOf, tasks: places } = sortChapters(outline, manuscript.lists, taskTables.length > 0)
  readChapters(manuscript, drafts, kindOf, new Set(places.map(({ heading }) => heading)))
  const tasks = readTasks(manuscript, drafts, places, taskTables)
  for (const table of indicatorTables) drafts.keepTable(readIndicatorTable(table))

  const { goals, byTask } = drafts.milestones()
  const phases = phasesOf(manuscript, kindOf)
  const plan: Omit<PlanDocument, 'questions'> = {
    title: cover.title,
    noticeTitle: cover.noticeTitle === cover.title ? null : cover.noticeTitle,
    issuer: cover.issuer,
    documentNo: cover.documentNo,
    date: cover.date,
    period: cover.period,
    sections: sectionsOf(manuscript),
    indicators: drafts.indicators(),
    milestones: goals,
    tasks: tasks.map((task) => ({ ...task, milestones: byTask.get(task.id) ?? [] })),
    safeguards: safeguardsOf(manuscript, kindOf),
    phases: phases.map(({ impossible: _, ...phase }) => phase),
    references: findReferences(reading, outline.closeOf, [cover.title, cover.noticeTitle, cover.documentNo]),
    unread: drafts.unread(),
  }
  const questions = askQuestions(plan, {
    faults: outline.faults.map(({ kind, message, range }) => ({
      kind,
      message,
      span: reading.spanOf(range.start, range.end),
    })),
    frequencies: drafts.frequencies,
    impossiblePhases: phases.flatMap(({ impossible, span }) => impossible.map((words) => ({ words, span }))),
    impossibleDates: cover.impossibleDates.map(({ start, end }) => reading.spanOf(start, end)),
    notes: source.notes,
    length: source.text.length,
    chinese: CHINESE.test(source.text),
  })
  return { ...plan, questions }
}

/** Tables with a meaning, and grids without one, are read apart; what only lays out text is text. */
function takeApart(source: SourceDocument, drafts: Drafts) {
  const hardLineEnds = findHardLineEnds(source.text)
  // The rules are those of the Chinese genre; of another language they would only guess.
  const isChinese = CHINESE.test(source.text)
  const read = (skipped: readonly { readonly start: number; readonly end: number }[]) =>
    readText(source.text, 0, isChinese ? source.text.length : 0, skipped, source.tables, hardLineEnds)
  const whole = read([])
  const cover = readCover(whole)
  const firstYear = firstYearOf(cover)
  const tables = source.tables
    .map((table) => ({ table, meaning: readTable(table, firstYear) }))
    .filter(({ table, meaning }) => meaning !== null || isGrid(table))
  for (const { table, meaning } of tables) if (meaning === null) drafts.setAside(table)
  const known = tables.flatMap(({ meaning }) => (meaning === null ? [] : [meaning]))
  const reading = tables.length === 0 ? whole : read(tables.map(({ table }) => table.span))
  return {
    manuscript: new Manuscript(source, reading, tables.length === 0 ? cover : readCover(reading)),
    taskTables: known.filter((table) => table.kind === 'tasks'),
    indicatorTables: known.filter((table) => table.kind === 'indicators'),
  }
}

function sectionsOf({ outline, reading }: Manuscript): DocumentSection[] {
  return outline.all.map(({ number, label, title, level, start, end }) => ({
    number,
    label,
    title,
    level,
    span: reading.spanOf(start, end),
  }))
}

function safeguardsOf(manuscript: Manuscript, kindOf: KindOf): DocumentSafeguard[] {
  return manuscript.outline.top
    .filter((chapter) => kindOf.get(chapter) === 'safeguards')
    .flatMap((chapter) => (chapter.children.length > 0 ? chapter.children : [chapter]))
    .map((heading, index) => ({
      number: heading.number ?? index + 1,
      label: heading.label,
      title: heading.title,
      text: manuscript.textOf(descendants(heading)),
      span: manuscript.reading.spanOf(heading.start, heading.end),
    }))
}

function phasesOf({ outline, reading }: Manuscript, kindOf: KindOf): PhaseRead[] {
  return outline.all
    .filter(
      (heading) =>
        kindOf.get(heading) === 'phases' && (heading.parent === null || kindOf.get(heading.parent) !== 'phases'),
    )
    .flatMap((chapter) =>
      chapter.children.length > 0
        ? chapter.children.map((child) => readPhase(reading, child))
        : readInlinePhases(reading, chapter.body),
    )
}
