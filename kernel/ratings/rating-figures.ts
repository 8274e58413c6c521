import { sql } from 'kysely'
import type { Matters } from '../matters/matters.ts'
import type { QueryContext } from '../operations/context.ts'
import { type Block, blocksOf, publishedSpan } from './blocks.ts'
import { dimensionsOf } from './dimension-figures.ts'
import {
  lastDayOf,
  lastFinishedMonth,
  type Margin,
  type MonthlyRatings,
  monthlyRatings,
  monthsOf,
} from './monthly-ratings.ts'
import { marginRows, percent, rounded } from './rating-rows.ts'
import { ratingSettings } from './rating-settings.ts'
import type { RatingFigures } from './ratings.schemas.ts'

export interface FiguresAsked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly type?: string | undefined
  readonly unit?: string | undefined
}

/**
 * 评价结果公开: how many rated and how, with counts. First ratings count, those that two people found unfounded do not; who
 * did not rate is not counted as content.
 *
 * Months are whole and over, and those of few ratings are published together (blocks.ts): whoever asks twice, for two
 * spans or on two days, and takes one answer from the other, is left with no fewer than `atLeast`. Both filters at once
 * have counts and no shares.
 */
export async function ratingFigures(
  context: QueryContext,
  matters: Matters,
  asked: FiguresAsked,
): Promise<RatingFigures> {
  const { county, today } = context
  const { leastShown } = ratingSettings(county)
  const last = lastFinishedMonth(today)
  const months = monthsAsked(asked, last)
  const all = await monthlyRatings(context, last)
  const filter = filterOf(asked)
  const span = filter === 'both' ? undefined : publishedSpan(blocksOf(monthsOf(all, filter), leastShown), months)
  const { from, to } = span ?? months
  const days = { from: `${from}-01`, to: lastDayOf(to) }
  const own = all.filter((each) => each.month >= from && each.month <= to && isAsked(each, asked))
  const count = sumOf(own, ({ count: n }) => n)
  const isShown = span !== undefined && count >= leastShown
  const good = sumOf(own, (each) => each.good)
  const around = await countAround(context, { ...asked, ...days, ratedTo: lastDayOf(last) })
  return {
    ...{ ...days, atLeast: leastShown },
    total: {
      count,
      good: isShown ? good : null,
      goodRate: isShown ? percent(good, count) : null,
      byLevel: isShown ? [0, 1, 2, 3, 4].map((level) => sumOf(own, ({ levels }) => levels[level] ?? 0)) : null,
      average: isShown ? rounded(sumOf(own, ({ sum }) => sum) / count) : null,
    },
    ended: around.ended,
    ratedMatters: around.ratedMatters,
    participationRate: around.ended === 0 ? null : percent(around.ratedMatters, around.ended),
    badDue: isShown ? around.badDue : null,
    rectified: isShown ? around.rectified : null,
    rectificationRate: !isShown || around.badDue === 0 ? null : percent(around.rectified, around.badDue),
    excluded: around.excluded,
    dimensions: filter === undefined && span !== undefined ? await dimensionsOf(context, span.blocks, leastShown) : [],
    rows: filter === undefined ? await marginRows(context, matters, { all, span: { from, to }, leastShown }) : [],
  }
}

function monthsAsked({ from, to }: FiguresAsked, last: string): Block {
  const until = earlier((to ?? last).slice(0, 7), last)
  return { from: earlier((from ?? `${last.slice(0, 4)}-01`).slice(0, 7), until), to: until }
}

function earlier(a: string, b: string): string {
  return [a, b].sort()[0] ?? a
}

function filterOf({ type, unit }: FiguresAsked): { by: Margin; id: string } | 'both' | undefined {
  if (type !== undefined) return unit === undefined ? { by: 'type', id: type } : 'both'
  return unit === undefined ? undefined : { by: 'unit', id: unit }
}

function isAsked(each: MonthlyRatings, { type, unit }: FiguresAsked): boolean {
  return (type === undefined || each.type === type) && (unit === undefined || each.unit === unit)
}

function sumOf(rows: readonly MonthlyRatings[], of: (row: MonthlyRatings) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0)
}

type Span = FiguresAsked & { readonly from: string; readonly to: string; readonly ratedTo: string }

async function countAround(context: QueryContext, span: Span) {
  const { tx, jurisdiction, today } = context
  const { from, to, type, unit, ratedTo } = span
  const ofRating = sql`${type === undefined ? sql`` : sql`and r.matter_type = ${type}`}
    ${unit === undefined ? sql`` : sql`and r.unit_id = ${unit}`}`
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
        and r.on_day <= ${ratedTo} ${ofRating})::integer as "ratedMatters",
      (count(*) filter (where r.level <= 2 and r.status <> 'excluded'
        and (r.rectify_by < ${today} or r.status = 'rectified')))::integer as "badDue",
      (count(*) filter (where r.level <= 2 and r.status = 'rectified'))::integer as rectified,
      (count(*) filter (where r.status = 'excluded'))::integer as excluded
    from rating r
    where r.jurisdiction = ${jurisdiction} and r.round = 1 and r.on_day between ${from} and ${to} ${ofRating}`.execute(
    tx,
  )
  return rows[0] ?? { ended: 0, ratedMatters: 0, badDue: 0, rectified: 0, excluded: 0 }
}
