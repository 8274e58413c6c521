/**
 * The plan compiler: a plan as the office printed it, back as goals, targets, tasks, units and dates, each tied to the
 * words it came from. Pure and total: any text gives a structure, what was not understood stands in `unread` and
 * `questions`.
 */
import { pairBrackets } from './brackets.ts'
import type { ChapterKind } from './chapters.ts'
import { hideInside, sentencesOf } from './clauses.ts'
import { type Cover, readCover } from './cover.ts'
import { findHardLineEnds } from './hard-lines.ts'
import { readIndicatorTable } from './indicator-tables.ts'
import { findPromises, promisedThing } from './milestones.ts'
import { REASONS } from './not-a-target.ts'
import { buildOutline, type Heading, linesOf, type Outline } from './outline.ts'
import { readInlinePhases, readPhase } from './phases.ts'
import { lastDay, readDeadline, readPeriod } from './plan-dates.ts'
import type {
  DocumentIndicator,
  DocumentMilestone,
  DocumentPhase,
  DocumentSafeguard,
  DocumentSection,
  DocumentTask,
  PlanDocument,
  SourceDocument,
  SourceTable,
  UnreadQuantity,
} from './plan-document.types.ts'
import { askQuestions } from './questions.ts'
import { fold, type Range, type Reading, readText } from './reading.ts'
import { findReferences } from './references.ts'
import {
  findLeadRule,
  findResponsibilityLists,
  findUnitsInProse,
  type LeadRule,
  ListsByPlace,
  type ResponsibilityList,
} from './responsibility.ts'
import { linkSame } from './same-things.ts'
import { type IndicatorTable, isGrid, readTable, type TaskTable } from './tables.ts'
import { readParagraph, type Surface, type TargetsRead, type Zone } from './targets.ts'
import { readTaskTable, type TableTask } from './task-tables.ts'
import { sortChapters, type TaskPlace } from './tasks.ts'

type DraftIndicator = Omit<DocumentIndicator, 'id' | 'sameAs'>
type DraftMilestone = Omit<DocumentMilestone, 'id' | 'sameAs'>

export function compilePlan(source: SourceDocument): PlanDocument {
  const hard = findHardLineEnds(source.text)
  const whole = readText(source.text, 0, source.text.length, [], source.tables, hard)
  const cover = readCover(whole)
  const firstYear = cover.period.start === null ? null : Number(cover.period.start.slice(0, 4))
  const tables = source.tables.map((table) => ({ table, meaning: readTable(table, firstYear) }))
  const known = tables.filter(({ table, meaning }) => meaning !== null || isGrid(table))
  const skipped = known.map(({ table }) => table.span)
  const withoutTables =
    skipped.length === 0 ? whole : readText(source.text, 0, source.text.length, skipped, source.tables, hard)
  const meanings = known.flatMap(({ meaning }) => (meaning === null ? [] : [meaning]))
  const unknown = known.flatMap(({ table, meaning }) => (meaning === null ? [table] : []))
  return new Compilation(source, withoutTables, skipped.length === 0 ? cover : readCover(withoutTables), {
    meanings,
    unknown,
    firstYear,
  }).compile()
}

interface Tables {
  readonly meanings: readonly (TaskTable | IndicatorTable)[]
  /** grids whose columns say nothing that is known: their numbers go to the ledger */
  readonly unknown: readonly SourceTable[]
  readonly firstYear: number | null
}

class Compilation {
  readonly #source: SourceDocument
  readonly #reading: Reading
  readonly #tables: readonly (TaskTable | IndicatorTable)[]
  readonly #cover: Cover
  readonly #outline: Outline
  readonly #rule: LeadRule
  readonly #lists: ListsByPlace
  readonly #surface: Surface
  readonly #indicators: DraftIndicator[] = []
  readonly #milestones: DraftMilestone[] = []
  readonly #unread: UnreadQuantity[] = []
  readonly #frequencies: UnreadQuantity[] = []

  constructor(source: SourceDocument, reading: Reading, cover: Cover, { meanings, unknown, firstYear }: Tables) {
    this.#source = source
    this.#reading = reading
    this.#tables = meanings
    this.#cover = cover
    for (const table of unknown) this.#setAside(table)
    this.#outline = buildOutline(reading, this.#cover.lines)
    this.#rule = findLeadRule(reading.folded)
    const bodies = this.#outline.all.flatMap((heading) => [
      { start: heading.titleRange.start, end: bodyEnd(heading) },
      ...heading.body.filter(({ start }) => start > bodyEnd(heading)),
    ])
    this.#lists = new ListsByPlace(findResponsibilityLists(reading, this.#outline.closeOf, bodies, this.#rule))
    this.#surface = {
      reading,
      hidden: hideInside(reading.folded, this.#outline.closeOf),
      closeOf: this.#outline.closeOf,
      period: this.#cover.period,
      firstYear,
      onlyYear: onlyYearOf(this.#cover),
    }
  }

  compile(): PlanDocument {
    const taskTables = this.#tables.filter((table) => table.kind === 'tasks')
    const { kindOf, tasks: places } = sortChapters(this.#outline, this.#lists, taskTables.length > 0)
    const taken = new Set(places.map(({ heading }) => heading))
    this.#readPreface()
    for (const chapter of this.#outline.top) this.#readChapter(chapter, kindOf, taken, null)
    const tasks = this.#tasksOf(places, taskTables)
    for (const table of this.#tables) if (table.kind === 'indicators') this.#readIndicators(table)

    const indicators = this.#finishIndicators()
    const { goals, byTask } = this.#finishMilestones()
    const finishedTasks = tasks.map((task) => ({ ...task, milestones: byTask.get(task.id) ?? [] }))
    const phases = this.#phases(kindOf)
    const plan: Omit<PlanDocument, 'questions'> = {
      title: this.#cover.title,
      noticeTitle: this.#cover.noticeTitle === this.#cover.title ? null : this.#cover.noticeTitle,
      issuer: this.#cover.issuer,
      documentNo: this.#cover.documentNo,
      date: this.#cover.date,
      period: this.#cover.period,
      sections: this.#sections(),
      indicators,
      milestones: goals,
      tasks: finishedTasks,
      safeguards: this.#safeguards(kindOf),
      phases: phases.map(({ impossible: _, ...phase }) => phase),
      references: findReferences(this.#reading, this.#outline.closeOf, [
        this.#cover.title,
        this.#cover.noticeTitle,
        this.#cover.documentNo,
      ]),
      unread: this.#unread.sort((a, b) => a.span.start - b.span.start),
    }
    return {
      ...plan,
      questions: askQuestions(plan, {
        faults: this.#outline.faults.map((fault) => ({
          kind: fault.kind,
          message: fault.message,
          span: this.#reading.spanOf(fault.range.start, fault.range.end),
        })),
        frequencies: this.#frequencies,
        impossiblePhases: phases.flatMap((phase) => phase.impossible.map((words) => ({ words, span: phase.span }))),
        impossibleDates: this.#cover.impossibleDates.map((range) => this.#reading.spanOf(range.start, range.end)),
        notes: this.#source.notes,
        length: this.#source.text.length,
        chinese: /[\u4e00-\u9fff]/.test(this.#reading.text),
      }),
    }
  }

  #setAside(table: SourceTable): void {
    for (const row of table.rows) {
      const first = row[0]
      const last = row.at(-1)
      if (first === undefined || last === undefined || !row.some(({ text }) => /\d/.test(text))) continue
      const span = { start: Math.min(first.span.start, last.span.start), end: Math.max(first.span.end, last.span.end) }
      this.#unread.push({ text: this.#source.text.slice(span.start, span.end), reason: REASONS.grid, span })
    }
  }

  #readPreface(): void {
    const read = emptyRead()
    for (const line of this.#outline.preface)
      readParagraph(this.#surface, line, { zone: 'preface', category: null, deadline: null }, read)
    this.#keep(read, null, null)
  }

  #readChapter(
    heading: Heading,
    kindOf: ReadonlyMap<Heading, ChapterKind>,
    taken: ReadonlySet<Heading>,
    deadline: string | null,
  ): void {
    if (taken.has(heading)) return
    const kind = kindOf.get(heading) ?? 'unknown'
    const zone = zoneOf(kind)
    const read = emptyRead()
    let running = deadline
    const category =
      kind === 'goals' && heading.parent !== null && kindOf.get(heading.parent) === 'goals' ? heading.title : null
    for (const paragraph of this.#paragraphs(heading)) {
      const bullet = kind === 'goals' ? bulletTitle(this.#reading, paragraph) : null
      const place = { zone, category: bullet?.title ?? category, deadline: running }
      // 到2026年 in the opening paragraphs holds for the bullets and sections after them, not the other way round.
      const after = readParagraph(this.#surface, bullet?.rest ?? paragraph, place, read)
      if (bullet === null && (kind === 'goals' || kind === 'overall')) running = after
      if (kind === 'goals') this.#keepPromises(bullet?.rest ?? paragraph, place.category, null)
      else if (kind === 'overall')
        for (const sentence of this.#datedSentences(paragraph)) this.#keepPromises(sentence, null, null)
    }
    this.#keep(read, null, null)
    for (const child of heading.children) this.#readChapter(child, kindOf, taken, running)
  }

  /** In 总体要求 only sentences that begin with a date to come promise something: 到2027年，…建成…示范区. */
  #datedSentences(paragraph: Range): Range[] {
    return sentencesOf(this.#surface.hidden, paragraph).filter(({ start, end }) =>
      /^(?:目标)?(?:是)?[，：]?(?:到|力争)20\d{2}年/.test(this.#surface.hidden.slice(start, Math.min(end, start + 16))),
    )
  }

  /** The text of a heading, its title included, without responsibility lists. */
  #paragraphs(heading: Heading): Range[] {
    const { titleRange, body } = heading
    const titleIsText = body[0] === undefined || body[0].start !== titleRange.start
    return [...(titleIsText ? [titleRange] : []), ...body].flatMap((range) => this.#withoutLists(range))
  }

  #withoutLists(range: Range): Range[] {
    const pieces: Range[] = []
    let from = range.start
    for (const list of this.#lists.between(range.start, range.end)) {
      if (list.range.start > from) pieces.push({ start: from, end: list.range.start })
      from = list.range.end
    }
    if (from < range.end) pieces.push({ start: from, end: range.end })
    return pieces
  }

  #tasksOf(places: readonly TaskPlace[], tables: readonly TaskTable[]): Omit<DocumentTask, 'milestones'>[] {
    const tasks: Omit<DocumentTask, 'milestones'>[] = []
    places.forEach((place, index) => {
      const { heading, lists } = place
      const id = `task-${index + 1}`
      const number = heading.number ?? index + 1
      const read = emptyRead()
      const within = descendants(heading)
      for (const part of within) {
        for (const paragraph of this.#paragraphs(part)) {
          readParagraph(this.#surface, paragraph, { zone: 'tasks', category: null, deadline: null }, read)
          if (
            part !== heading ||
            paragraph.start !== heading.titleRange.start ||
            paragraph.end > heading.titleRange.end
          )
            this.#keepPromises(paragraph, null, { id, number })
        }
      }
      this.#keep(read, number, id)
      tasks.push({
        id,
        number,
        label: heading.label,
        title: heading.title,
        group: place.group,
        text: this.#textOf(within),
        ...this.#responsibilityOf(lists, within),
        due: this.#dueOf(lists),
        span: this.#reading.spanOf(heading.start, heading.end),
        confidence: lists.length > 0 ? 0.95 : 0.8,
      })
    })
    for (const table of tables) for (const row of readTaskTable(table, this.#rule)) this.#addTableTask(row, tasks)
    return tasks
  }

  /** A task that the text has already told gets its units from the table; any other row is a task of its own. */
  #addTableTask(row: TableTask, tasks: Omit<DocumentTask, 'milestones'>[]): void {
    const told = tasks.findIndex((task) => bare(task.title) === bare(row.title))
    const known = tasks[told]
    if (known !== undefined) {
      if (known.units.length === 0)
        tasks[told] = {
          ...known,
          lead: row.lead,
          support: row.support,
          units: row.units,
          responsibilityText: row.responsibilityText,
        }
      return
    }
    const id = `task-${tasks.length + 1}`
    const number = row.number ?? tasks.length + 1
    for (const cell of row.cells) {
      const reading = readText(this.#source.text, cell.start, cell.end)
      const closeOf = pairBrackets(reading.folded)
      const surface: Surface = { ...this.#surface, reading, closeOf, hidden: hideInside(reading.folded, closeOf) }
      const read = emptyRead()
      const due = this.#dueDate(row.due ?? '')
      for (const line of linesOf(reading.text)) {
        readParagraph(surface, line, { zone: 'tasks', category: null, deadline: due }, read)
        this.#keepPromises(line, null, { id, number }, surface)
      }
      this.#keep(read, number, id, reading)
    }
    tasks.push({
      id,
      number,
      label: row.label,
      title: row.title,
      group: row.group,
      text: row.text,
      lead: row.lead,
      support: row.support,
      units: row.units,
      responsibilityText: row.responsibilityText,
      due: row.due === null ? null : { text: row.due, date: this.#dueDate(row.due) },
      span: row.span,
      confidence: 0.9,
    })
  }

  #responsibilityOf(lists: readonly ResponsibilityList[], within: readonly Heading[]): Named {
    if (lists.length > 0) return uniteLists(lists)
    for (const { start, end } of within.flatMap((heading) => heading.body)) {
      const told = findUnitsInProse(this.#reading.folded.slice(start, Math.min(end, start + 2000)))
      if (told !== null) return { lead: told.lead, support: told.support, units: told.units, responsibilityText: null }
    }
    return uniteLists(lists)
  }

  #dueOf(lists: readonly ResponsibilityList[]): DocumentTask['due'] {
    const text = lists.find((list) => list.due !== null)?.due ?? null
    return text === null ? null : { text, date: this.#dueDate(text) }
  }

  /** 2025年11月底; in a plan for one year 11月底 alone is enough. */
  #dueDate(words: string): string | null {
    const { period, onlyYear } = this.#surface
    const dated = readDeadline(fold(words.replace(/\s/g, '')), period)?.iso ?? null
    if (dated !== null || onlyYear === null) return dated
    const month = /^(?:年底|全年|12月)/.test(words)
      ? 12
      : Number.parseInt(/(\d{1,2})月/.exec(fold(words))?.[1] ?? '', 10)
    return Number.isNaN(month) ? null : lastDay(onlyYear, month)
  }

  #textOf(headings: readonly Heading[]): string {
    const { text } = this.#reading
    return headings
      .flatMap((heading, index) => {
        const title =
          index > 0 && heading.body[0]?.start !== heading.titleRange.start ? [`${heading.label}${heading.title}`] : []
        return [
          ...title,
          ...heading.body
            .flatMap((range) => this.#withoutLists(range))
            .map((range) => text.slice(range.start, range.end)),
        ]
      })
      .join('\n')
  }

  #readIndicators(table: IndicatorTable): void {
    const { targets, baselines } = readIndicatorTable(table)
    for (const target of targets) {
      const { name, value, unit, op, normalized, kind, deadline, span, confidence } = target
      const text = this.#source.text.slice(span.start, span.end)
      this.#indicators.push({
        name,
        value,
        unit,
        op,
        normalized,
        kind,
        deadline,
        category: null,
        task: null,
        taskId: null,
        text,
        span,
        confidence,
      })
    }
    for (const cell of baselines) this.#unread.push({ text: cell.text, reason: REASONS.baseline, span: cell.span })
  }

  #keep(read: TargetsRead, task: number | null, taskId: string | null, reading: Reading = this.#reading): void {
    const { text } = this.#source
    for (const statement of read.statements) {
      const span = reading.spanOf(statement.start, statement.end)
      const { value, unit, normalized } = statement.quantity
      const { name, op, kind, deadline, category, confidence } = statement
      this.#indicators.push({
        name,
        value,
        unit,
        op,
        normalized,
        kind,
        deadline,
        category,
        task,
        taskId,
        text: text.slice(span.start, span.end),
        span,
        confidence,
      })
    }
    for (const sentence of read.unread) {
      const span = reading.spanOf(sentence.start, sentence.end)
      this.#unread.push({
        text: text.slice(span.start, span.end),
        reason: sentence.reasons.map((reason) => REASONS[reason]).join('；'),
        span,
      })
    }
    for (const range of read.frequencies) {
      const span = reading.spanOf(range.start, range.end)
      this.#frequencies.push({ text: text.slice(span.start, span.end), reason: '', span })
    }
  }

  #keepPromises(
    range: Range,
    category: string | null,
    task: { readonly id: string; readonly number: number } | null,
    surface: Surface = this.#surface,
  ): void {
    for (const promise of findPromises(surface.hidden, range)) {
      const span = surface.reading.spanOf(promise.start, promise.end)
      this.#milestones.push({
        text: this.#source.text.slice(span.start, span.end),
        commitment: promise.commitment,
        category,
        task: task?.number ?? null,
        taskId: task?.id ?? null,
        span,
        confidence: promise.confidence,
      })
    }
  }

  #finishIndicators(): DocumentIndicator[] {
    const sorted = this.#indicators.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    const numbered = sorted.map((indicator, index) => ({ ...indicator, id: `indicator-${index + 1}` }))
    const links = linkSame(numbered)
    return numbered.map((indicator, index) => ({ ...indicator, sameAs: links[index] ?? null }))
  }

  #finishMilestones(): { goals: DocumentMilestone[]; byTask: Map<string, DocumentMilestone[]> } {
    const sorted = this.#milestones.sort((a, b) => a.span.start - b.span.start)
    const goalThings = new Map<string, string>()
    // The opening paragraph announces what a bullet promises: the bullet, which has its heading, is kept.
    const lastInGoals = new Map<string, number>()
    sorted.forEach((milestone, index) => {
      if (milestone.taskId === null) lastInGoals.set(promisedThing(milestone.text), index)
    })
    const goals: DocumentMilestone[] = []
    const byTask = new Map<string, DocumentMilestone[]>()
    sorted.forEach((milestone, index) => {
      const thing = promisedThing(milestone.text)
      const id = `milestone-${index + 1}`
      if (milestone.taskId === null) {
        if (lastInGoals.get(thing) !== index) return
        goalThings.set(thing, id)
        goals.push({ ...milestone, id, sameAs: null })
        return
      }
      const list = byTask.get(milestone.taskId) ?? []
      byTask.set(milestone.taskId, list)
      list.push({ ...milestone, id, sameAs: goalThings.get(thing) ?? null })
      if (!goalThings.has(thing)) goalThings.set(thing, id)
    })
    return { goals, byTask }
  }

  #sections(): DocumentSection[] {
    return this.#outline.all.map((heading) => ({
      number: heading.number,
      label: heading.label,
      title: heading.title,
      level: heading.level,
      span: this.#reading.spanOf(heading.start, heading.end),
    }))
  }

  #safeguards(kindOf: ReadonlyMap<Heading, ChapterKind>): DocumentSafeguard[] {
    const chapters = this.#outline.top.filter((chapter) => kindOf.get(chapter) === 'safeguards')
    const pieces = chapters.flatMap((chapter) => (chapter.children.length > 0 ? chapter.children : [chapter]))
    return pieces.map((heading, index) => ({
      number: heading.number ?? index + 1,
      label: heading.label,
      title: heading.title,
      text: this.#textOf(descendants(heading)),
      span: this.#reading.spanOf(heading.start, heading.end),
    }))
  }

  #phases(kindOf: ReadonlyMap<Heading, ChapterKind>): (DocumentPhase & { readonly impossible: readonly string[] })[] {
    const chapters = this.#outline.all.filter(
      (heading) =>
        kindOf.get(heading) === 'phases' && (heading.parent === null || kindOf.get(heading.parent) !== 'phases'),
    )
    return chapters.flatMap((chapter) =>
      chapter.children.length > 0
        ? chapter.children.map((child) => readPhase(this.#reading, child))
        : readInlinePhases(this.#reading, chapter.body),
    )
  }
}

const emptyRead = (): TargetsRead => ({ statements: [], unread: [], frequencies: [] })

const bare = (title: string): string => title.replace(/[\s，。、：:]/g, '')

function bodyEnd(heading: Heading): number {
  const first = heading.body[0]
  return first === undefined || first.start > heading.titleRange.end + 2 ? heading.titleRange.end : first.end
}

function descendants(heading: Heading): Heading[] {
  return [heading, ...heading.children.flatMap(descendants)]
}

function zoneOf(kind: ChapterKind): Zone {
  if (kind === 'overall') return 'preface'
  if (kind === 'annex' || kind === 'unknown') return 'other'
  return kind
}

/** ——知识产权管理全面提升。… : the title of a goal paragraph and the rest of it. */
function bulletTitle(reading: Reading, range: Range): { readonly title: string | null; readonly rest: Range } | null {
  const words = reading.folded.slice(range.start, Math.min(range.end, range.start + 60))
  const mark = /^(?:—{1,2}|-{1,2}|──|[●•▪■◆★○▶➤·+*])/.exec(words)?.[0].length ?? 0
  // 主体规模显著扩大：… does without a mark.
  if (mark === 0 && !/^[\u4e00-\u9fff]{5,16}：/.test(words)) return null
  const title = /^([^。：，；]{2,30}(?:，[^。：，；]{2,16})?)[。：]/.exec(words.slice(mark))
  if (title === null || /\d/.test(title[1] ?? ''))
    return { title: null, rest: { start: range.start + mark, end: range.end } }
  const start = range.start + mark
  return {
    title: reading.text.slice(start, start + (title[1]?.length ?? 0)),
    rest: { start: start + title[0].length, end: range.end },
  }
}

type Named = Pick<DocumentTask, 'lead' | 'support' | 'units' | 'responsibilityText'>

function uniteLists(lists: readonly ResponsibilityList[]): Named {
  const units = [...new Set(lists.flatMap((list) => list.units))]
  const lead = [...new Set(lists.flatMap((list) => list.lead))]
  const support = [...new Set(lists.flatMap((list) => list.support))].filter((unit) => !lead.includes(unit))
  return {
    lead,
    support,
    units,
    responsibilityText: lists.length === 0 ? null : lists.map(({ words }) => words).join('\n'),
  }
}

/** A plan whose title names one year, or none, means the year of its issue by 全年. */
function onlyYearOf({ title, period, date }: Cover): number | null {
  const printed = title === null ? null : readPeriod(fold(title))
  if (printed !== null && printed.start !== null && printed.end !== null) {
    return printed.start.slice(0, 4) === printed.end.slice(0, 4) ? Number(printed.end.slice(0, 4)) : null
  }
  const issued = date ?? period.start
  return issued === null ? null : Number(issued.slice(0, 4))
}
