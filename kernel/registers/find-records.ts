import type { Transaction } from '../database/database.ts'
import type { StoredRecord } from './record.types.ts'
import type { Register } from './registers.ts'
import { runSql } from './run-sql.ts'
import { type Row, readColumns, storedRecord } from './stored-record.ts'

export interface Found {
  readonly id: string
  readonly revision: number
  readonly digest: string
}

/** Which of these identities are there already, in one question. Who may see them is not asked: it is for writing. */
export async function findByIdentity(
  tx: Transaction,
  jurisdiction: string,
  register: Register,
  identities: readonly string[],
): Promise<ReadonlyMap<string, Found>> {
  if (identities.length === 0) return new Map()
  const rows = await runSql<Found & { identity: string }>(
    tx,
    `select identity, id, revision, digest from ${register.table}
     where jurisdiction = $1 and identity = any($2::text[])`,
    [jurisdiction, [...new Set(identities)]],
  )
  return new Map(rows.map(({ identity, ...found }) => [identity, found]))
}

/** Living records by their ids, for writing: locked where they are about to be changed. */
export async function readRecords(
  tx: Transaction,
  jurisdiction: string,
  register: Register,
  ids: readonly string[],
  options: { readonly lock?: boolean } = {},
): Promise<ReadonlyMap<string, StoredRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await runSql<Row>(
    tx,
    `select ${readColumns(register, 'r')} from ${register.table} r
     where r.jurisdiction = $1 and r.id = any($2::text[]) order by r.id ${options.lock === true ? 'for update' : ''}`,
    [jurisdiction, [...new Set(ids)]],
  )
  return new Map(rows.map((row) => [row['id'] as string, storedRecord(register, row)]))
}
