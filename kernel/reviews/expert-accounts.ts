import type { QueryContext } from '../operations/context.ts'

/** The records of a register for which the actor's account acts: who an expert is. */
export async function recordsOfActor(context: QueryContext): Promise<readonly string[]> {
  const { tx, jurisdiction, actor } = context
  if (actor.accountId === undefined) return []
  const rows = await tx
    .selectFrom('account_entity')
    .select('record_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', actor.accountId)
    .execute()
  return rows.map(({ record_id }) => record_id)
}

/** record → accounts that act for it. */
export async function accountsOf(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  register: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  if (records.length === 0) return found
  const rows = await tx
    .selectFrom('account_entity')
    .select(['record_id', 'account_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('register', '=', register)
    .where('record_id', 'in', [...records])
    .execute()
  for (const { record_id, account_id } of rows) found.set(record_id, [...(found.get(record_id) ?? []), account_id])
  return found
}
