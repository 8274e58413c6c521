/** What has been read so far, and at the end its order, its ids and its links. */
import type { TableTargets } from './indicator-tables.ts'
import { findPromises, promisedThing } from './milestones.ts'
import { REASONS } from './not-a-target.ts'
import type { DocumentIndicator, DocumentMilestone, SourceTable, Span, UnreadQuantity } from './plan-document.types.ts'
import type { Range, Reading } from './reading.ts'
import { linkSame } from './same-things.ts'
import type { Surface, TargetsRead } from './targets.ts'

export interface TaskRef {
  readonly id: string
  readonly number: number
}

type DraftIndicator = Omit<DocumentIndicator, 'id' | 'sameAs'>
type DraftMilestone = Omit<DocumentMilestone, 'id' | 'sameAs'>

export class Drafts {
  readonly #text: string
  readonly #indicators: DraftIndicator[] = []
  readonly #milestones: DraftMilestone[] = []
  readonly #unread: UnreadQuantity[] = []
  /** 每年举办… without a number */
  readonly frequencies: { readonly text: string; readonly span: Span }[] = []

  constructor(text: string) {
    this.#text = text
  }

  keepTargets(read: TargetsRead, task: TaskRef | null, reading: Reading): void {
    for (const { quantity, start, end, name, op, kind, deadline, category, confidence } of read.statements) {
      const { value, unit, normalized } = quantity
      const place = { category, task: task?.number ?? null, taskId: task?.id ?? null }
      this.#indicators.push({
        name,
        value,
        unit,
        op,
        normalized,
        kind,
        deadline,
        ...place,
        ...this.#words(reading.spanOf(start, end)),
        confidence,
      })
    }
    for (const { start, end, reasons } of read.unread) {
      this.#unread.push({
        ...this.#words(reading.spanOf(start, end)),
        reason: reasons.map((reason) => REASONS[reason]).join('；'),
      })
    }
    for (const { start, end } of read.frequencies) this.frequencies.push(this.#words(reading.spanOf(start, end)))
  }

  keepTable({ targets, baselines }: TableTargets): void {
    for (const { span, ...target } of targets) {
      this.#indicators.push({ ...target, category: null, task: null, taskId: null, ...this.#words(span) })
    }
    for (const { span } of baselines) this.#unread.push({ ...this.#words(span), reason: REASONS.baseline })
  }

  /** A grid whose columns say nothing that is known: its numbers go to the ledger, row by row. */
  setAside({ rows }: SourceTable): void {
    for (const row of rows) {
      const first = row[0]
      const last = row.at(-1)
      if (first === undefined || last === undefined || !row.some(({ text }) => /\d/.test(text))) continue
      const span = { start: Math.min(first.span.start, last.span.start), end: Math.max(first.span.end, last.span.end) }
      this.#unread.push({ ...this.#words(span), reason: REASONS.grid })
    }
  }

  keepPromises({ hidden, reading }: Surface, range: Range, category: string | null, task: TaskRef | null): void {
    for (const { start, end, commitment, confidence } of findPromises(hidden, range)) {
      const place = { category, task: task?.number ?? null, taskId: task?.id ?? null }
      this.#milestones.push({ ...this.#words(reading.spanOf(start, end)), commitment, ...place, confidence })
    }
  }

  unread(): UnreadQuantity[] {
    return [...this.#unread].sort(byPlace)
  }

  indicators(): DocumentIndicator[] {
    const numbered = [...this.#indicators]
      .sort(byPlace)
      .map((indicator, index) => ({ id: `indicator-${index + 1}`, ...indicator }))
    const links = linkSame(numbered)
    return numbered.map((indicator, index) => ({ ...indicator, sameAs: links[index] ?? null }))
  }

  milestones(): { readonly goals: DocumentMilestone[]; readonly byTask: ReadonlyMap<string, DocumentMilestone[]> } {
    const sorted = [...this.#milestones].sort(byPlace)
    // The opening paragraph announces what a bullet promises: the bullet, which has its heading, is kept.
    const lastInGoals = new Map(
      sorted.flatMap(({ taskId, text }, index): [string, number][] =>
        taskId === null ? [[promisedThing(text), index]] : [],
      ),
    )
    const firstOf = new Map<string, string>()
    const goals: DocumentMilestone[] = []
    const byTask = new Map<string, DocumentMilestone[]>()
    sorted.forEach((milestone, index) => {
      const thing = promisedThing(milestone.text)
      const id = `milestone-${index + 1}`
      if (milestone.taskId === null) {
        if (lastInGoals.get(thing) !== index) return
        goals.push({ ...milestone, id, sameAs: null })
        firstOf.set(thing, id)
        return
      }
      const list = byTask.get(milestone.taskId) ?? []
      byTask.set(milestone.taskId, list)
      list.push({ ...milestone, id, sameAs: firstOf.get(thing) ?? null })
      if (!firstOf.has(thing)) firstOf.set(thing, id)
    })
    return { goals, byTask }
  }

  #words(span: Span): { readonly text: string; readonly span: Span } {
    return { text: this.#text.slice(span.start, span.end), span }
  }
}

const byPlace = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span.start - b.span.start || a.span.end - b.span.end
