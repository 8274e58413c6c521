import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import type { Block } from './blocks.ts'
import { rounded } from './rating-rows.ts'
import type { RatingFigures } from './ratings.schemas.ts'

interface Line {
  readonly dimension: string
  readonly month: string
  readonly count: number
  readonly sum: number
}

/**
 * How each side of the service was rated. Not all who rate answer all: an average is shown where in each block nobody
 * answered or enough did, so that no block can be had from two spans.
 */
export async function dimensionsOf(
  { tx, jurisdiction }: QueryContext,
  blocks: readonly Block[],
  leastShown: number,
): Promise<RatingFigures['dimensions']> {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (first === undefined || last === undefined) return []
  const { rows } = await sql<Line>`
    select d.key as dimension, to_char(r.on_day, 'YYYY-MM') as month, count(*)::integer as count,
      sum(d.value::integer)::integer as sum
    from rating r cross join jsonb_each_text(r.dimensions) d
    where r.jurisdiction = ${jurisdiction} and r.round = 1 and r.status <> 'excluded'
      and r.on_day between ${`${first.from}-01`}::date and (${`${last.to}-01`}::date + interval '1 month' - interval '1 day')
    group by 1, 2 order by 1, 2`.execute(tx)
  return [...new Set(rows.map(({ dimension }) => dimension))].map((dimension) => {
    const own = rows.filter((row) => row.dimension === dimension)
    const count = own.reduce((sum, row) => sum + row.count, 0)
    const inBlocks = blocks.map(({ from, to }) =>
      own.reduce((sum, row) => sum + (row.month >= from && row.month <= to ? row.count : 0), 0),
    )
    const isShown = inBlocks.every((n) => n === 0 || n >= leastShown)
    const sum = own.reduce((total, row) => total + row.sum, 0)
    return { dimension, count, average: isShown ? rounded(sum / count) : null }
  })
}
