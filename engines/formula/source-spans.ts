import { beginning, type Day, earliest, isBefore, latest, never, nextYear, shifted } from './days.ts'
import type { Source } from './formula.types.ts'
import { type PlainWindow, windowIn } from './parameters.ts'
import {
  always,
  amountIn,
  dayOf,
  isMoney,
  keyOf,
  noDay,
  type PlainRecord,
  type Span,
  type Surroundings,
  spanOf,
} from './span.ts'

/** A record with the days on which it counts, and how much it adds on them. */
export interface CountedSpan extends Span {
  readonly record: PlainRecord
  readonly weight: number
}

/**
 * Which records count, and from when until when. Records that never count are left out.
 *
 * This is what the compiled SQL means, said record by record: slow and plain.
 */
export function sourceSpans(
  source: Source,
  records: readonly PlainRecord[],
  around: Surroundings,
  field?: string,
): readonly CountedSpan[] {
  const window = windowIn(source.window, around.world.parameters)
  const money = field !== undefined && isMoney(around.world, source.register, field)
  let spans = records
    .flatMap((record): CountedSpan[] => {
      const weight = field === undefined ? 1 : amountIn(record.values[field], money)
      const span = ownSpan(source, window, record, around)
      return weight === null || !isBefore(span.from, span.until) ? [] : [{ record, weight, ...span }]
    })
    .sort(inOrder)
  if (window.kind === 'latest') spans = eachUntilTheNext(spans, window.per)
  if (source.once !== undefined) spans = firstOfEach(spans, source.once, window, startOf(window, around))
  else if (window.kind === 'sinceStart') spans = spans.filter(({ from }) => !isBefore(from, startOf(window, around)))
  return spans
}

/** Of one record alone, before others of its kind bear on it. */
export function ownSpan(source: Source, window: PlainWindow, record: PlainRecord, around: Surroundings): Span {
  const condition = source.where === undefined ? always : spanOf(source.where, source.register, record, around)
  const span = within(window, condition, record, around)
  if (span.from !== beginning || record.expectedOn === null) return span
  // What is expected is not there yet, even where nothing about it depends on a day.
  return around.expected ? { ...span, from: record.expectedOn } : noDay
}

function within(window: PlainWindow, condition: Span, record: PlainRecord, around: Surroundings): Span {
  if (window.kind === 'stock') return condition
  const on = dayOf(window.on, record, around.expected)
  if (on === null) return noDay
  return { from: latest(on, condition.from), until: earliest(condition.until, endOf(window, on)) }
}

function endOf(window: Exclude<PlainWindow, { readonly kind: 'stock' }>, on: Day): Day {
  if (window.kind === 'year') return nextYear(on)
  return window.kind === 'months' ? shifted(on, { months: window.months }) : never
}

export function startOf(window: PlainWindow, { world }: Pick<Surroundings, 'world'>): Day {
  return window.kind === 'sinceStart' ? (window.from ?? world.programmeStart) : beginning
}

function eachUntilTheNext(spans: readonly CountedSpan[], per: readonly string[]): CountedSpan[] {
  return [...grouped(spans, per).values()]
    .flatMap((group) =>
      group.map((span, at) => ({ ...span, until: earliest(span.until, group[at + 1]?.from ?? never) })),
    )
    .filter(({ from, until }) => isBefore(from, until))
    .sort(inOrder)
}

/**
 * On every day the first of those alike that hold on it. For what is new since a day, the group as a whole is new when
 * its first record is.
 */
function firstOfEach(
  spans: readonly CountedSpan[],
  once: readonly string[],
  window: PlainWindow,
  start: Day,
): CountedSpan[] {
  return [...grouped(spans, once).values()]
    .filter(([first]) => window.kind !== 'sinceStart' || (first !== undefined && !isBefore(first.from, start)))
    .flatMap((group) => {
      let covered = beginning
      return group.flatMap((span): CountedSpan[] => {
        const from = latest(span.from, covered)
        covered = latest(covered, span.until)
        return isBefore(from, span.until) ? [{ ...span, from }] : []
      })
    })
    .sort(inOrder)
}

function grouped(spans: readonly CountedSpan[], by: readonly string[]): Map<string, CountedSpan[]> {
  const groups = new Map<string, CountedSpan[]>()
  for (const span of spans) {
    const key = keyOf(by, span.record) ?? `alone ${span.record.id}`
    groups.set(key, [...(groups.get(key) ?? []), span])
  }
  return groups
}

function inOrder(a: CountedSpan, b: CountedSpan): number {
  if (a.from !== b.from) return isBefore(a.from, b.from) ? -1 : 1
  return a.record.id < b.record.id ? -1 : 1
}
