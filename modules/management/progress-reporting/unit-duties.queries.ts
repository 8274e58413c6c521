import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { type DutyRecord, dutyColumns, effectiveDueColumn } from '@qiangxian/kernel/progress/duty-record'
import { type DutyStanding, standingColumns, standingJoins } from '@qiangxian/kernel/progress/duty-rows'
import { sql } from 'kysely'

/**
 * The duties of one unit with what stands beside them, for whoever was found to act for it or to read all: the open
 * ones, soonest first, then those closed since a day, the last first. One round trip, and each list from its own index,
 * however many years of closed ones there are.
 */
export async function unitDuties(
  { tx, jurisdiction }: QueryContext,
  partyId: string,
  closedSince: string,
): Promise<readonly (DutyRecord & DutyStanding)[]> {
  const { rows } = await sql<DutyRecord & DutyStanding>`
    select ${dutyColumns}, ${standingColumns}
    from (
      (select d.* from duty d
        where d.jurisdiction = ${jurisdiction} and d.party_id = ${partyId} and d.closed_on is null
        order by ${effectiveDueColumn}, d.id limit ${mostShown})
      union all
      (select d.* from duty d
        where d.jurisdiction = ${jurisdiction} and d.party_id = ${partyId} and d.closed_on >= ${closedSince}
        order by d.closed_on desc, d.id desc limit ${mostShown})
    ) d ${standingJoins(jurisdiction)}
    order by d.closed_on desc nulls first, case when d.closed_on is null then ${effectiveDueColumn} end,
      case when d.closed_on is null then d.id end, d.id desc`.execute(tx)
  return rows
}

/** no unit owes so much that a person could look through it */
const mostShown = 1_000
