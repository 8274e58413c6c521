import type { Transaction } from '../database/database.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import type { HeldRole } from './actor.ts'
import { type Role, roleNames } from './roles.ts'

/** The roles of an account, in the order in which they were given. */
export async function rolesHeldBy(tx: Transaction, jurisdiction: string, accountId: string): Promise<HeldRole[]> {
  const rows = await tx
    .selectFrom('account_role')
    .select(['role', 'party_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .orderBy('ordinal')
    .execute()
  return rows.flatMap(asHeldRole)
}

/** The roles of every account by its id, or of the one that is named. */
export async function rolesHeldByAll(
  tx: Transaction,
  jurisdiction: string,
  only?: string,
): Promise<ReadonlyMap<string, readonly HeldRole[]>> {
  const rows = await tx
    .selectFrom('account_role')
    .select(['account_id', 'role', 'party_id'])
    .where('jurisdiction', '=', jurisdiction)
    .$if(only !== undefined, (query) => query.where('account_id', '=', only ?? ''))
    .orderBy('account_id')
    .orderBy('ordinal')
    .execute()
  const byAccount = new Map<string, HeldRole[]>()
  for (const row of rows) {
    byAccount.set(row.account_id, [...(byAccount.get(row.account_id) ?? []), ...asHeldRole(row)])
  }
  return byAccount
}

/** A stored role as it is held; one that this program does not know is none. */
export function asHeldRole(row: { readonly role: string; readonly party_id: string | null }): HeldRole[] {
  return isRole(row.role) ? [{ role: row.role, partyId: row.party_id ?? undefined }] : []
}

/** A role that a newer program gave and this one does not know grants nothing. */
function isRole(text: string): text is Role {
  return (roleNames as readonly string[]).includes(text)
}

export async function hasAnyAccount(tx: Transaction, jurisdiction: string): Promise<boolean> {
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * The account itself, its row locked until the end of the transaction: guesses at its proofs come one after another.
 *
 * @throws operation.notFound
 */
export async function lockAccount(tx: Transaction, jurisdiction: string, id: string) {
  const account = await tx
    .selectFrom('account')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (account === undefined) throw operationErrors.notFound({ what: { zh: '账号', en: 'account' }, id })
  return account
}

/** Administrators who can still sign in, other than the one named. */
export async function otherAdministrators(tx: Transaction, jurisdiction: string, except: string): Promise<number> {
  const row = await tx
    .selectFrom('account')
    .innerJoin('account_role', (join) =>
      join
        .onRef('account_role.jurisdiction', '=', 'account.jurisdiction')
        .onRef('account_role.account_id', '=', 'account.id'),
    )
    .select((eb) => eb.fn.count<number>('account.id').distinct().as('n'))
    .where('account.jurisdiction', '=', jurisdiction)
    .where('account_role.jurisdiction', '=', jurisdiction)
    .where('account_role.role', '=', 'administrator')
    .where('account.disabled_at', 'is', null)
    .where('account.id', '<>', except)
    .executeTakeFirstOrThrow()
  return row.n
}
