import type { Transaction } from './database.ts'

interface Held {
  readonly tx: Transaction
  readonly jurisdiction: string
}

/**
 * Commands that must not run side by side in one jurisdiction wait here for each other, until the transaction ends.
 *
 * Not `for update`: every row written anywhere checks that its jurisdiction is there, and would wait too. The entry of
 * another command, written under the lock of the journal's head, would then stand against the entry of this one.
 */
export async function lockJurisdiction({ tx, jurisdiction }: Held): Promise<void> {
  await tx
    .selectFrom('jurisdiction')
    .select('jurisdiction')
    .where('jurisdiction', '=', jurisdiction)
    .forNoKeyUpdate()
    .execute()
}
