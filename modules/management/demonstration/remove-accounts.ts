import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { sql } from 'kysely'

/** Tables whose rows belong to an account and go with it. */
const ownTables = [
  'notice',
  'saved_view',
  'account_entity',
  'session',
  'sign_in_step',
  'account_second_factor',
  'account_recovery_code',
  'account_identity',
  'identity_visit',
  'account_role',
] as const

/** The accounts of the demonstration: those that the county's folder lists, by their login. */
export async function demonstrationAccountIds({
  tx,
  jurisdiction,
  county,
}: Pick<CommandContext, 'tx' | 'jurisdiction' | 'county'>): Promise<readonly string[]> {
  const logins = county.demonstrationAccounts.map(({ login }) => login)
  const { rows } = await sql<{ id: string }>`
    select id from account where jurisdiction = ${jurisdiction} and login = any(${logins})`.execute(tx)
  return rows.map(({ id }) => id)
}

/** How many people other than those of the demonstration are administrators and may sign in. */
export async function countRealAdministrators(
  { tx, jurisdiction }: Pick<CommandContext, 'tx' | 'jurisdiction'>,
  invented: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct a.id) as count from account a
    join account_role r on r.jurisdiction = ${jurisdiction} and r.jurisdiction = a.jurisdiction and r.account_id = a.id
    where a.jurisdiction = ${jurisdiction} and r.role = 'administrator' and a.disabled_at is null
      and not (a.id = any(${[...invented]}))`.execute(tx)
  return rows[0]?.count ?? 0
}

/**
 * Removes the accounts with their sessions, notices and proofs. What they gave stays under the name that stands beside
 * it, where something real holds it.
 */
export async function removeAccounts({ tx, jurisdiction }: CommandContext, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  for (const table of ownTables) {
    await sql`
      delete from ${sql.table(table)}
      where jurisdiction = ${jurisdiction} and account_id = any(${[...ids]})`.execute(tx)
  }
  await sql`
    update evidence set given_by = null where jurisdiction = ${jurisdiction} and given_by = any(${[...ids]})`.execute(
    tx,
  )
  const { numAffectedRows } = await sql`
    delete from account where jurisdiction = ${jurisdiction} and id = any(${[...ids]})`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
