/**
 * A document taken apart and not yet understood: its text, cover, outline and responsibility lists, with what every
 * later step asks of them.
 */
import { hideInside } from './clauses.ts'
import type { Cover } from './cover.ts'
import { findLeadRule, type LeadRule } from './lead-rule.ts'
import { ListsByPlace } from './lists-by-place.ts'
import { buildOutline, type Heading, type Outline } from './outline.ts'
import { lastDay, readDeadline, readPeriod } from './plan-dates.ts'
import type { SourceDocument } from './plan-document.types.ts'
import { fold, type Range, type Reading } from './reading.ts'
import { findResponsibilityLists } from './responsibility.ts'
import type { Surface } from './targets.ts'

export class Manuscript {
  readonly source: SourceDocument
  readonly reading: Reading
  readonly cover: Cover
  readonly outline: Outline
  readonly rule: LeadRule
  readonly lists: ListsByPlace
  readonly surface: Surface

  constructor(source: SourceDocument, reading: Reading, cover: Cover) {
    this.source = source
    this.reading = reading
    this.cover = cover
    this.outline = buildOutline(reading, cover.lines)
    this.rule = findLeadRule(reading.folded)
    const lines = this.outline.all.flatMap(({ titleRange, body }) =>
      body[0]?.start === titleRange.start ? body : [titleRange, ...body],
    )
    this.lists = new ListsByPlace(findResponsibilityLists(reading, this.outline.closeOf, lines, this.rule))
    this.surface = {
      reading,
      hidden: hideInside(reading.folded, this.outline.closeOf),
      closeOf: this.outline.closeOf,
      period: cover.period,
      firstYear: firstYearOf(cover),
      onlyYear: onlyYearOf(cover),
    }
  }

  /** The text of a heading, its title included, without responsibility lists. */
  paragraphs({ titleRange, body }: Heading): Range[] {
    const titleIsText = body[0] === undefined || body[0].start !== titleRange.start
    return [...(titleIsText ? [titleRange] : []), ...body].flatMap((range) => this.#withoutLists(range))
  }

  /** The text of a task or safeguard without its title; the titles of its parts are text. */
  textOf(headings: readonly Heading[]): string {
    const words = ({ start, end }: Range): string => this.reading.text.slice(start, end)
    return headings
      .flatMap((heading, index) => {
        const titled = index > 0 && heading.body[0]?.start !== heading.titleRange.start
        const body = heading.body.flatMap((range) => this.#withoutLists(range)).map(words)
        return titled ? [`${heading.label}${heading.title}`, ...body] : body
      })
      .join('\n')
  }

  /** 2025年11月底; in a plan for one year 11月底 alone is enough. */
  dueDate(words: string): string | null {
    const { period, onlyYear } = this.surface
    const printed = fold(words.replace(/\s/g, ''))
    const dated = readDeadline(printed, period)?.iso ?? null
    if (dated !== null || onlyYear === null) return dated
    const month = /^(?:年底|全年)/.test(printed) ? 12 : Number.parseInt(/(\d{1,2})月/.exec(printed)?.[1] ?? '', 10)
    return Number.isNaN(month) ? null : lastDay(onlyYear, month)
  }

  #withoutLists(range: Range): Range[] {
    const pieces: Range[] = []
    let from = range.start
    for (const list of this.lists.between(range.start, range.end)) {
      if (list.range.start > from) pieces.push({ start: from, end: list.range.start })
      from = list.range.end
    }
    if (from < range.end) pieces.push({ start: from, end: range.end })
    return pieces
  }
}

export const firstYearOf = ({ period }: Cover): number | null =>
  period.start === null ? null : Number(period.start.slice(0, 4))

/** A heading and everything below it. */
export function descendants(heading: Heading): Heading[] {
  return [heading, ...heading.children.flatMap(descendants)]
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
