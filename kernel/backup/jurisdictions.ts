import type { Client } from 'pg'
import { backupErrors } from './backup-errors.ts'

/**
 * Every jurisdiction in the database, also for an owner whom row-level security shows none.
 *
 * Superusers, such as the embedded server's user, walk past the walls. An ordinary owner stands before them like
 * everybody else; as the owner they may take the one around the list of jurisdictions down in a transaction of their
 * own, which is rolled back, so that nobody else ever sees it open.
 *
 * @throws backup.notOwner
 */
export async function listJurisdictions(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  )
  if (rows[0]?.free === true) return read(client)
  try {
    await client.query(`begin; set local lock_timeout = '30s'; alter table jurisdiction no force row level security`)
    return await read(client)
  } catch (cause) {
    const isForeign = cause instanceof Error && 'code' in cause && cause.code === insufficientPrivilege
    throw isForeign ? backupErrors.notOwner({}, { cause }) : cause
  } finally {
    await client.query('rollback')
  }
}

const insufficientPrivilege = '42501'

async function read(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ jurisdiction: string }>(
    'select jurisdiction from jurisdiction order by jurisdiction collate "C"',
  )
  return rows.map(({ jurisdiction }) => jurisdiction)
}

/** For the rest of the transaction, the rows of this jurisdiction are seen and written. */
export async function enterJurisdiction(client: Client, jurisdiction: string | null): Promise<void> {
  if (jurisdiction !== null) await client.query(`select set_config('app.jurisdiction', $1, true)`, [jurisdiction])
}
