import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { type DutyRecord, dutyColumns, effectiveDueColumn } from '@qiangxian/kernel/progress/duty-record'
import { sql } from 'kysely'

/**
 * The duties of one unit, for whoever was found to act for it or to read all: each list from its own index, however
 * many years of closed ones there are.
 */
export async function unitDuties(
  { tx, jurisdiction }: QueryContext,
  partyId: string,
  closedSince: string,
): Promise<{ open: readonly DutyRecord[]; closed: readonly DutyRecord[] }> {
  const open = await sql<DutyRecord>`
    select ${dutyColumns} from duty d
    where d.jurisdiction = ${jurisdiction} and d.party_id = ${partyId} and d.closed_on is null
    order by ${effectiveDueColumn}, d.id limit ${mostShown}`.execute(tx)
  const closed = await sql<DutyRecord>`
    select ${dutyColumns} from duty d
    where d.jurisdiction = ${jurisdiction} and d.party_id = ${partyId} and d.closed_on >= ${closedSince}
    order by d.closed_on desc, d.id desc limit ${mostShown}`.execute(tx)
  return { open: open.rows, closed: closed.rows }
}

/** no unit owes so much that a person could look through it */
const mostShown = 1_000
