import { sql } from 'kysely'
import { textParameter } from '../jurisdiction/county-facts.ts'
import type { CommandContext } from '../operations/context.ts'

/**
 * The number of a new matter 办件编号, running per day and without gaps: `YX-IP-20261126-000317`. What stands before the
 * day is the county's parameter `matter.number-prefix`.
 *
 * The row of the day stays locked until the transaction is over, so it is asked for as late as possible.
 */
export async function nextMatterNumber({
  tx,
  jurisdiction,
  today,
  county,
}: Pick<CommandContext, 'tx' | 'jurisdiction' | 'today' | 'county'>): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into matter_number as n (jurisdiction, series, period, last) values (${jurisdiction}, 'matter', ${today}, 1)
    on conflict (jurisdiction, series, period) do update set last = n.last + 1 returning last`.execute(tx)
  const prefix = textParameter(county, 'matter.number-prefix', null) ?? `${jurisdiction.slice(0, 2).toUpperCase()}-IP`
  return `${prefix}-${today.replaceAll('-', '')}-${String(rows[0]?.last ?? 1).padStart(6, '0')}`
}
