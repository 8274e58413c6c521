import { type WorkCalendar, type WorkCalendarYear, workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { sql } from 'kysely'
import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { QueryContext } from '../operations/context.ts'

/** What a calendar is read by. */
export type CalendarContext = Pick<QueryContext, 'tx' | 'jurisdiction' | 'county'>

/** A year that an administrator loaded. */
export interface LoadedYear {
  readonly id: string
  readonly year: WorkCalendarYear
  readonly source: string
  readonly loadedAt: Date
  readonly byLabel: string
}

interface Kept {
  readonly newest: string | null
  readonly count: number
  readonly calendar: WorkCalendar
}

const kept = new WeakMap<CountyFacts, Kept>()

/**
 * The working days of the county: the holiday notices that came with the program, and those loaded since, which win.
 *
 * What was made of them is kept in the process; whether a year was loaded by this or another one is asked of the rows
 * every time, which costs one look into an index.
 */
export async function calendarOf(context: CalendarContext): Promise<WorkCalendar> {
  const { tx, jurisdiction, county } = context
  const { rows } = await sql<{ newest: string | null; count: number }>`
    select max(id) as newest, count(*)::int as count from calendar_year where jurisdiction = ${jurisdiction}`.execute(
    tx,
  )
  const { newest, count } = rows[0] ?? { newest: null, count: 0 }
  const known = kept.get(county)
  if (known !== undefined && known.newest === newest && known.count === count) return known.calendar
  const loaded = newest === null ? [] : await loadedYears(context)
  const calendar = workCalendar([...county.calendar, ...loaded.map(({ year }) => year)])
  kept.set(county, { newest, count, calendar })
  return calendar
}

/**
 * The calendar as this process last knew it, for what is counted without a database at hand; whoever reckons for long
 * asks `calendarOf` first.
 */
export function knownCalendarOf(county: CountyFacts): WorkCalendar {
  const known = kept.get(county)
  if (known !== undefined) return known.calendar
  const calendar = workCalendar(county.calendar)
  kept.set(county, { newest: null, count: 0, calendar })
  return calendar
}

/** What administrators loaded, oldest first, so that the newest of a year comes last and counts. */
export async function loadedYears({ tx, jurisdiction }: CalendarContext): Promise<readonly LoadedYear[]> {
  const { rows } = await sql<{
    id: string
    days: Pick<WorkCalendarYear, 'holidays' | 'makeUpDays'>
    year: number
    source: string
    loaded_at: Date
    by_label: string
  }>`
    select id, year, days, source, loaded_at, by_label from calendar_year
    where jurisdiction = ${jurisdiction} order by loaded_at, id`.execute(tx)
  return rows.map(({ id, year, days, source, loaded_at, by_label }) => ({
    id,
    year: {
      year,
      status: 'official',
      holidays: days.holidays,
      makeUpDays: days.makeUpDays,
      source: { title: source, documentNo: null, issuedOn: null },
    },
    source,
    loadedAt: loaded_at,
    byLabel: by_label,
  }))
}
