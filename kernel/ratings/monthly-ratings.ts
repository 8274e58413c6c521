import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import type { MonthOfRatings } from './blocks.ts'

/** First ratings of one month, of one kind of matter, unit and way in. */
export interface MonthlyRatings {
  readonly month: string
  readonly type: string | null
  readonly unit: string | null
  readonly channel: string
  /** with those that were left out later: months never get fewer by it */
  readonly given: number
  readonly count: number
  readonly good: number
  readonly sum: number
  readonly levels: readonly number[]
}

/** Of all months to the last one that is over. */
export async function monthlyRatings(
  { tx, jurisdiction }: QueryContext,
  lastMonth: string,
): Promise<readonly MonthlyRatings[]> {
  const counts = sql`r.status <> 'excluded'`
  const { rows } = await sql<MonthlyRatings>`
    select to_char(r.on_day, 'YYYY-MM') as month, r.matter_type as type, r.unit_id as unit, r.channel,
      count(*)::integer as given, (count(*) filter (where ${counts}))::integer as count,
      (count(*) filter (where ${counts} and r.level >= 3))::integer as good,
      (coalesce(sum(r.level) filter (where ${counts}), 0))::integer as sum,
      array[${sql.join(
        [1, 2, 3, 4, 5].map((level) => sql`(count(*) filter (where ${counts} and r.level = ${level}))::integer`),
      )}] as levels
    from rating r
    where r.jurisdiction = ${jurisdiction} and r.round = 1 and r.on_day < ${dayAfter(lastMonth)}::date
    group by 1, 2, 3, 4 order by 1`.execute(tx)
  return rows
}

export type Margin = 'type' | 'unit' | 'channel'

/**
 * Months of what is asked for, each with what is left of the larger groups that are published beside it: of the whole,
 * and of each unit that handles a kind of matter.
 */
export function monthsOf(
  all: readonly MonthlyRatings[],
  asked: { readonly by: Margin; readonly id: string } | undefined,
): readonly MonthOfRatings[] {
  const months = [...new Set(all.map(({ month }) => month))]
  if (asked === undefined) return months.map((month) => ({ month, own: givenIn(all, month), rests: [] }))
  const isOwn = (each: MonthlyRatings) => each[asked.by] === asked.id
  const own = all.filter(isOwn)
  const others = all.filter((each) => !isOwn(each))
  const units = asked.by === 'type' ? [...new Set(own.flatMap(({ unit }) => unit ?? []))] : []
  return months.map((month) => ({
    month,
    own: givenIn(own, month),
    rests: [
      givenIn(others, month),
      ...units.map((unit) =>
        givenIn(
          others.filter((each) => each.unit === unit),
          month,
        ),
      ),
    ],
  }))
}

function givenIn(rows: readonly MonthlyRatings[], month: string): number {
  return rows.reduce((sum, each) => sum + (each.month === month ? each.given : 0), 0)
}

/** The month before the one that runs: ratings of a month are published when it is over, all at once. */
export function lastFinishedMonth(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7)
}

export function lastDayOf(month: string): string {
  return new Date(new Date(`${dayAfter(month)}T00:00:00Z`).getTime() - 24 * 3_600_000).toISOString().slice(0, 10)
}

function dayAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
}
