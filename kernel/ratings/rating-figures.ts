import { sql } from 'kysely'
import type { Matters } from '../matters/matters.ts'
import type { QueryContext } from '../operations/context.ts'
import { findUnits } from '../parties/unit-ref.ts'
import { ratingSettings } from './rating-settings.ts'
import type { RatingFigures } from './ratings.schemas.ts'
import { shownGroups } from './suppress.ts'

export interface FiguresAsked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly type?: string | undefined
  readonly unit?: string | undefined
}

interface Line {
  readonly by: 'all' | 'type' | 'unit' | 'channel'
  readonly id: string
  readonly count: number
  readonly good: number
  readonly sum: number
  readonly levels: readonly number[]
}

/**
 * 评价结果公开: how many rated and how, with counts. First ratings count, those that two people found unfounded do not; who
 * did not rate is not counted as content.
 *
 * Months are whole: figures of two spans that differ by a day would tell who rated on it.
 */
export async function ratingFigures(
  context: QueryContext,
  matters: Matters,
  asked: FiguresAsked,
): Promise<RatingFigures> {
  const { county, today } = context
  const { leastShown } = ratingSettings(county)
  const from = `${(asked.from ?? `${today.slice(0, 4)}-01-01`).slice(0, 7)}-01`
  const to = lastOfMonth(asked.to ?? today)
  const lines = await countLines(context, { ...asked, from, to })
  const all = lines.find(({ by }) => by === 'all')
  const count = all?.count ?? 0
  const isShown = count >= leastShown
  const around = await countAround(context, { ...asked, from, to })
  return {
    ...{ from, to, atLeast: leastShown },
    total: {
      count,
      good: isShown ? (all?.good ?? 0) : null,
      goodRate: isShown ? percent(all?.good ?? 0, count) : null,
      byLevel: isShown ? [1, 2, 3, 4, 5].map((level) => all?.levels[level - 1] ?? 0) : null,
      average: isShown && all !== undefined ? rounded(all.sum / count) : null,
    },
    ended: around.ended,
    ratedMatters: around.ratedMatters,
    participationRate: around.ended === 0 ? null : percent(around.ratedMatters, around.ended),
    badDue: around.badDue,
    rectified: around.rectified,
    rectificationRate: around.badDue === 0 ? null : percent(around.rectified, around.badDue),
    excluded: around.excluded,
    dimensions: await dimensionsOf(context, { ...asked, from, to }, leastShown),
    rows: await rowsOf(context, matters, lines, leastShown),
  }
}

type Span = FiguresAsked & { readonly from: string; readonly to: string }

function condition({ jurisdiction }: QueryContext, { from, to, type, unit }: Span) {
  return sql`r.jurisdiction = ${jurisdiction} and r.round = 1 and r.on_day between ${from} and ${to}
    ${type === undefined ? sql`` : sql`and r.matter_type = ${type}`}
    ${unit === undefined ? sql`` : sql`and r.unit_id = ${unit}`}`
}

async function countLines(context: QueryContext, span: Span): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    with counted as materialized (
      select r.matter_type, r.unit_id, r.channel, r.level, count(*)::integer as n from rating r
      where ${condition(context, span)} and r.status <> 'excluded'
      group by r.matter_type, r.unit_id, r.channel, r.level
    ), lines as (
      select 'all' as by, '' as id, level, n from counted
      union all select 'type', matter_type, level, n from counted where matter_type is not null
      union all select 'unit', unit_id, level, n from counted where unit_id is not null
      union all select 'channel', channel, level, n from counted
    )
    select by, id, sum(n)::integer as count, coalesce(sum(n) filter (where level >= 3), 0)::integer as good,
      sum(n * level)::integer as sum,
      array[${sql.join(
        [1, 2, 3, 4, 5].map((level) => sql`coalesce(sum(n) filter (where level = ${level}), 0)::integer`),
      )}] as levels
    from lines group by by, id order by by, count desc, id`.execute(context.tx)
  return rows
}

async function countAround(context: QueryContext, span: Span) {
  const { tx, jurisdiction, today } = context
  const { from, to, type, unit } = span
  const { rows } = await sql<{
    ended: number
    ratedMatters: number
    badDue: number
    rectified: number
    excluded: number
  }>`
    select
      (select count(*) from matter m where m.jurisdiction = ${jurisdiction} and m.status = 'ended'
        and m.ended_on between ${from} and ${to}
        ${type === undefined ? sql`` : sql`and m.matter_type = ${type}`}
        ${unit === undefined ? sql`` : sql`and m.unit_id = ${unit}`})::integer as ended,
      (select count(*) from rating r join matter m on m.jurisdiction = ${jurisdiction} and m.jurisdiction = r.jurisdiction
          and m.id = r.matter_id
        where r.jurisdiction = ${jurisdiction} and r.round = 1 and m.ended_on between ${from} and ${to}
        ${type === undefined ? sql`` : sql`and r.matter_type = ${type}`}
        ${unit === undefined ? sql`` : sql`and r.unit_id = ${unit}`})::integer as "ratedMatters",
      (count(*) filter (where r.level <= 2 and r.status <> 'excluded'
        and (r.rectify_by < ${today} or r.status = 'rectified')))::integer as "badDue",
      (count(*) filter (where r.level <= 2 and r.status = 'rectified'))::integer as rectified,
      (count(*) filter (where r.status = 'excluded'))::integer as excluded
    from rating r where ${condition(context, span)}`.execute(tx)
  return rows[0] ?? { ended: 0, ratedMatters: 0, badDue: 0, rectified: 0, excluded: 0 }
}

async function dimensionsOf(
  context: QueryContext,
  span: Span,
  leastShown: number,
): Promise<RatingFigures['dimensions']> {
  const { rows } = await sql<{ dimension: string; count: number; sum: number }>`
    select d.key as dimension, count(*)::integer as count, sum(d.value::integer)::integer as sum
    from rating r cross join jsonb_each_text(r.dimensions) d
    where ${condition(context, span)} and r.status <> 'excluded'
    group by d.key order by d.key`.execute(context.tx)
  return rows.map(({ dimension, count, sum }) => ({
    ...{ dimension, count, average: count >= leastShown ? rounded(sum / count) : null },
  }))
}

async function rowsOf(
  { tx, jurisdiction }: QueryContext,
  matters: Matters,
  lines: readonly Line[],
  leastShown: number,
): Promise<RatingFigures['rows']> {
  const units = await findUnits(
    tx,
    jurisdiction,
    lines.flatMap(({ by, id }) => (by === 'unit' ? [id] : [])),
  )
  const labelOf = (by: string, id: string) =>
    by === 'unit' ? units.get(id)?.name : by === 'type' ? matters.find(id)?.label : channelWords[id]
  return (['type', 'unit', 'channel'] as const).flatMap((by) => {
    const own = lines.filter((line) => line.by === by)
    const shown = shownGroups(own, leastShown)
    return own.map(({ id, count, good, sum }) => ({
      ...{ by, id, label: labelOf(by, id) ?? id, count },
      goodRate: shown.has(id) ? percent(good, count) : null,
      average: shown.has(id) ? rounded(sum / count) : null,
    }))
  })
}

const channelWords: Readonly<Record<string, string>> = { web: '网上', window: '窗口', code: '号票', phone: '电话' }

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 1_000) / 10
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return `${day.slice(0, 7)}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`
}
