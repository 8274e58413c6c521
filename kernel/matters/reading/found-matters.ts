import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import type { BoundedCount } from './count-matters.ts'
import { behind, orderOf, type Place, type QueueOrder } from './queue-order.ts'

/** As many that words found are read and ordered at once. */
export const foundTo = 2_000

export interface FoundMatters {
  /** of one page and one more, in their order */
  readonly ids: readonly string[]
  readonly counted: BoundedCount
}

/**
 * A page of what words found, and how many were found, in one reading: the index of words knows no order, so that all
 * have to be read for either. Undefined where there are more than `foundTo`: they are met soon enough on a walk along an
 * order, and their number is said to be more than that.
 *
 * @param parts conditions on `matter m` of which no case meets two
 */
export async function findMatters(
  context: QueryContext,
  parts: readonly RawBuilder<boolean>[],
  order: QueueOrder,
  place: Place | undefined,
  limit: number,
): Promise<FoundMatters | undefined> {
  const most = foundTo + 1
  const found = parts.map(
    (where) => sql`(select m.id, m.due_on, m.last_act_at from matter m where ${where} limit ${most})`,
  )
  const { rows } = await sql<{ id: string | null; found: number }>`
    with found as materialized (select * from (${sql.join(found, sql` union all `)}) m limit ${most})
    select page.id, (select count(*) from found) as found from (select 1) one left join (
      select m.id, row_number() over (order by ${orderOf(order)}) as place from found m where ${behind(order, place)}
      order by ${orderOf(order)} limit ${limit}) page on true
    order by page.place`.execute(context.tx)
  const count = rows[0]?.found ?? 0
  if (count > foundTo) return undefined
  return { ids: rows.flatMap(({ id }) => id ?? []), counted: { count, isExact: true } }
}
