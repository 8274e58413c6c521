import type { Transaction } from '../database/database.ts'

/** A session of this account that ended because its cookie was used from another browser; its owner does not know yet. */
export function stolenSessionsOf(tx: Transaction, jurisdiction: string, accountId: string) {
  return tx
    .selectFrom('session')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('ended_because', '=', 'otherBrowser')
    .where('owner_told_at', 'is', null)
}

export async function countStolenSessions(tx: Transaction, jurisdiction: string, accountId: string): Promise<number> {
  const row = await stolenSessionsOf(tx, jurisdiction, accountId)
    .select((eb) => eb.fn.countAll<number>().as('stolen'))
    .executeTakeFirstOrThrow()
  return row.stolen
}
