import type { Reading, TargetMonitor } from '../api/types.gen.ts'

export type Series = TargetMonitor['series']
type Entry = Series[number]

export interface Point {
  readonly on: string
  readonly value: number
  readonly approved: boolean
  readonly period: string
}

/** What a run of periods without a figure is: nothing came, or one of the two that say why there can be none. */
export type AbsenceKind = 'missing' | 'notApplicable' | 'suppressed'

export interface Absence {
  readonly kind: AbsenceKind
  readonly periods: number
  /** the day from which nothing is known, and the last one of the run */
  readonly from: string
  readonly to: string
  readonly reason: string | null
}

/**
 * The figures in unbroken runs. A line is broken where a period is missing, and for yearly indicators where the year
 * begins again: 9.1 in December and 0.8 in January is no fall.
 */
export function valueRuns(series: Series, annual: boolean): readonly (readonly Point[])[] {
  const runs: Point[][] = []
  let open: Point[] | null = null
  for (const entry of series) {
    const point = pointOf(entry)
    if (point === null) {
      open = null
      continue
    }
    const before = open?.at(-1)
    const newYear = annual && before !== undefined && before.on.slice(0, 4) !== point.on.slice(0, 4)
    if (open === null || newYear) {
      open = []
      runs.push(open)
    }
    open.push(point)
  }
  return runs
}

/** The runs of periods without a figure, each from the last day that was known. */
export function absences(series: Series, start: string): readonly Absence[] {
  const found: Absence[] = []
  let before = start
  let open: { -readonly [K in keyof Absence]: Absence[K] } | null = null
  for (const entry of series) {
    const kind = absenceOf(entry.reading)
    if (kind === null) open = null
    else if (open !== null && open.kind === kind) {
      open.periods += 1
      open.to = entry.periodEnd
    } else {
      open = { kind, periods: 1, from: before, to: entry.periodEnd, reason: entry.reading?.reason ?? null }
      found.push(open)
    }
    before = entry.periodEnd
  }
  return found
}

function pointOf({ reading, periodEnd, period }: Entry): Point | null {
  if (reading === null || reading.state !== 'value' || reading.value === null) return null
  return { on: periodEnd, value: reading.value, approved: reading.status === 'approved', period }
}

function absenceOf(reading: Reading | null): AbsenceKind | null {
  if (reading === null) return 'missing'
  if (reading.state === 'value') return reading.value === null ? 'missing' : null
  return reading.state
}
