import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import Type from 'typebox'
import type { QueryContext } from '../../operations/context.ts'
import { calendarOf } from '../../rules/calendar-of.ts'
import type { Matters } from '../matters.ts'
import { matterFigures } from './reading.schemas.ts'
import type { Period } from './statistics-period.ts'
import { type UnitSpan, unitTime } from './unit-time.ts'

const Figures = Type.Object(matterFigures)
export type Figures = Static<typeof Figures>

/** What figures are told apart by. */
export type GroupBy = 'type' | 'unit' | 'month'

/**
 * Figures of the cases that `seen` selects, per group.
 *
 * A case counts as received by the day of its submission and as ended by the day of its end, so that a period may end
 * more than it received. In time is what ended without a missed limit of the handling unit of that kind; a case that
 * ran under no such limit is not measured, and stands in neither number. The mean is of the working days on which a case
 * lay with the handling unit (`unit-time.ts`), over those that ran under a limit of the unit at all.
 */
export async function figuresBy(
  context: QueryContext,
  { rules }: Pick<Matters, 'rules'>,
  seen: RawBuilder<boolean>,
  by: GroupBy,
  period: Period,
): Promise<ReadonlyMap<string, Figures>> {
  const groups = new Map<string, MutableFigures>()
  const of = (key: string): MutableFigures => {
    const figures = groups.get(key) ?? noFigures()
    groups.set(key, figures)
    return figures
  }
  for (const { key, count } of await countReceived(context, seen, by, period)) of(key).received += count
  const calendar = await calendarOf(context)
  for (const row of await readEnded(context, seen, by, period)) addEnded(of(row.key), row)
  const lasting = rules.all.filter(({ limits }) => limits === 'state').map(({ id }) => id)
  for (const row of await readSpans(context, seen, by, period, lasting)) addTime(of(row.key), row, calendar)
  for (const { key, kind, measured, late } of await readKept(context, seen, by, period)) {
    const kept = of(key)[kind]
    kept.measured += measured
    kept.late += late
    kept.inTime += measured - late
  }
  return new Map([...groups].map(([key, figures]) => [key, finished(figures)]))
}

/** The sum of groups; a mean weighs each group by what ended in it. */
export function sumOf(all: readonly Figures[]): Figures {
  const sum = noFigures()
  for (const each of all) {
    for (const key of ['received', 'ended', 'granted', 'refused', 'withdrawn', 'lapsed'] as const) sum[key] += each[key]
    for (const kind of ['promised', 'legal'] as const) {
      for (const key of ['measured', 'inTime', 'late'] as const) sum[kind][key] += each[kind][key]
    }
    sum.timed += each.timed
    sum.workingDays += each.workingDays
    sum.isProvisional ||= each.isProvisional
  }
  return finished(sum)
}

type MutableFigures = Omit<Figures, 'meanWorkingDays'>

function noFigures(): MutableFigures {
  return {
    ...{
      received: 0,
      ended: 0,
      granted: 0,
      refused: 0,
      withdrawn: 0,
      lapsed: 0,
      timed: 0,
      workingDays: 0,
      isProvisional: false,
    },
    promised: { measured: 0, inTime: 0, late: 0 },
    legal: { measured: 0, inTime: 0, late: 0 },
  }
}

function finished(figures: MutableFigures): Figures {
  const { timed, workingDays } = figures
  // Of nothing there is no mean; 0 would say that everything is done at once.
  const meanWorkingDays = timed === 0 ? null : Math.round((workingDays / timed) * 10) / 10
  return { ...figures, meanWorkingDays }
}

/** The figures of a group in which nothing happened: its counts are known, and they are zero. */
export function emptyFigures(): Figures {
  return finished(noFigures())
}

interface EndedRow {
  readonly key: string
  readonly outcome: string | null
  readonly count: number
}

function addEnded(figures: MutableFigures, { outcome, count }: EndedRow): void {
  figures.ended += count
  if (outcome === 'granted' || outcome === 'done') figures.granted += count
  if (outcome === 'refused') figures.refused += count
  if (outcome === 'withdrawn') figures.withdrawn += count
  if (outcome === 'lapsed' || outcome === 'terminated') figures.lapsed += count
}

interface SpansRow {
  readonly key: string
  readonly spans: readonly UnitSpan[]
  readonly count: number
}

function addTime(figures: MutableFigures, { spans, count }: SpansRow, calendar: WorkCalendar): void {
  const time = unitTime(spans, calendar)
  if (time === undefined) return
  figures.timed += count
  figures.workingDays += count * time.workingDays
  figures.isProvisional ||= time.isProvisional
}

function keyOf(by: GroupBy, day: 'submitted_on' | 'ended_on'): RawBuilder<string> {
  if (by === 'type') return sql`m.matter_type`
  if (by === 'unit') return sql`m.unit_id`
  return day === 'submitted_on' ? sql`to_char(m.submitted_on, 'YYYY-MM')` : sql`to_char(m.ended_on, 'YYYY-MM')`
}

async function countReceived(
  { tx, jurisdiction }: QueryContext,
  seen: RawBuilder<boolean>,
  by: GroupBy,
  { from, to }: Period,
): Promise<readonly { readonly key: string; readonly count: number }[]> {
  const { rows } = await sql<{
    key: string
    count: number
  }>`select ${keyOf(by, 'submitted_on')} as key, count(*) as count
    from matter m where m.jurisdiction = ${jurisdiction} and ${seen}
      and m.submitted_on between ${from}::date and ${to}::date group by 1`.execute(tx)
  return rows
}

async function readEnded(
  { tx, jurisdiction }: QueryContext,
  seen: RawBuilder<boolean>,
  by: GroupBy,
  { from, to }: Period,
): Promise<readonly EndedRow[]> {
  const { rows } = await sql<EndedRow>`select ${keyOf(by, 'ended_on')} as key, m.outcome, count(*) as count
    from matter m where m.jurisdiction = ${jurisdiction} and ${seen}
      and m.ended_on between ${from}::date and ${to}::date group by 1, 2`.execute(tx)
  return rows
}

/**
 * The limits of the unit of each case that ended, legal and promised ones once; grouped, since far fewer spans than
 * cases are different: working days are counted outside of SQL. What lasts (公示期) is nobody's time.
 */
async function readSpans(
  { tx, jurisdiction }: QueryContext,
  seen: RawBuilder<boolean>,
  by: GroupBy,
  { from, to }: Period,
  lasting: readonly string[],
): Promise<readonly SpansRow[]> {
  const { rows } = await sql<SpansRow>`select timed.key, timed.spans, count(*) as count
    from (select ${keyOf(by, 'ended_on')} as key,
        jsonb_agg(distinct jsonb_build_object('from', l.started_on, 'to', l.ended_on, 'stops', l.stops)) as spans
      from matter m join matter_limit l on l.jurisdiction = m.jurisdiction and l.matter_id = m.id
      where m.jurisdiction = ${jurisdiction} and l.jurisdiction = ${jurisdiction} and ${seen}
        and m.ended_on between ${from}::date and ${to}::date
        and l.whose = 'unit' and l.status in ('met', 'missed') and l.rule <> all(${[...lasting]}::text[])
      group by m.id, 1) timed
    group by 1, 2`.execute(tx)
  return rows
}

interface KeptRow {
  readonly key: string
  readonly kind: 'legal' | 'promised'
  readonly measured: number
  readonly late: number
}

/**
 * Per case and kind whether any limit of the unit was missed; limits that fell away (void) measured nothing. Whether one
 * was missed was decided when it ended (`plan-limits.ts`): the day alone would call late what stood still, and a
 * publicity (公示期) that was over when its days were.
 */
async function readKept(
  { tx, jurisdiction }: QueryContext,
  seen: RawBuilder<boolean>,
  by: GroupBy,
  { from, to }: Period,
): Promise<readonly KeptRow[]> {
  const { rows } = await sql<KeptRow>`select kept.key, kept.kind, count(*) as measured,
      count(*) filter (where kept.missed) as late
    from (select ${keyOf(by, 'ended_on')} as key, l.kind,
        bool_or(l.status = 'missed') as missed
      from matter m join matter_limit l on l.jurisdiction = m.jurisdiction and l.matter_id = m.id
      where m.jurisdiction = ${jurisdiction} and l.jurisdiction = ${jurisdiction} and ${seen}
        and m.ended_on between ${from}::date and ${to}::date
        and l.whose = 'unit' and l.status in ('met', 'missed')
      group by m.id, 1, 2) kept
    group by 1, 2`.execute(tx)
  return rows
}
