import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'

export interface BoundedCount {
  readonly count: number
  /** false: there are more than so many */
  readonly isExact: boolean
}

/** Counting further costs every reader more than the number is worth to one. */
export const countedTo = 10_000

/**
 * How many cases there are, exactly up to a bound; beyond it, that there are more.
 *
 * @param parts conditions of which no case meets two
 */
export async function countMatters(
  context: QueryContext,
  parts: readonly RawBuilder<boolean>[],
): Promise<BoundedCount> {
  const limited = parts.map((where) => sql`(select 1 from matter m where ${where} limit ${countedTo + 1})`)
  const { rows } = await sql<{ count: number }>`select count(*) as count
    from (${sql.join(limited, sql` union all `)}) counted`.execute(context.tx)
  return bounded(rows[0]?.count ?? 0)
}

export function bounded(count: number): BoundedCount {
  return { count: Math.min(count, countedTo), isExact: count <= countedTo }
}
