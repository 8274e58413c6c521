import { type CivilDate, type DayNumber, dayNumber } from './civil-date.ts'

/**
 * Days that a limit does not count (扣除期间): appraisal, testing, hearing, announcement, suspension.
 *
 * Of a stop that still runs, give today as its last day; the due date then moves with every day.
 */
export interface ClockStop {
  /** first day not counted */
  readonly from: CivilDate
  /** last day not counted */
  readonly to: CivilDate
  readonly reason?: string
  /** the document that stopped the clock */
  readonly ref?: string
}

export interface StoppedSpan {
  readonly from: DayNumber
  readonly to: DayNumber
}

/**
 * The stopped days as spans in order that neither touch nor overlap: a day stopped twice counts once.
 *
 * @throws RangeError for a stop that ends before it begins
 */
export function stoppedSpans(stops: readonly ClockStop[]): StoppedSpan[] {
  const spans = stops
    .map(({ from, to }) => {
      if (to < from) throw new RangeError(`a clock stop ends on ${to}, before it begins on ${from}`)
      return { from: dayNumber(from), to: dayNumber(to) }
    })
    .sort((a, b) => a.from - b.from)
  const joined: { from: number; to: number }[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && span.from <= last.to + 1) last.to = Math.max(last.to, span.to)
    else joined.push({ ...span })
  }
  return joined
}

/**
 * The raw end of a calendar limit, later by the stopped days that lie after its start and before it ends. Moving the
 * end may bring it to the next stop, which then counts too.
 */
export function delayed(start: DayNumber, rawEnd: DayNumber, spans: readonly StoppedSpan[]): DayNumber {
  let end = rawEnd
  for (const span of spans) {
    if (span.from > end) break
    const first = Math.max(span.from, start + 1)
    if (first <= span.to) end += span.to - first + 1
  }
  return end
}
