import type { QueryContext } from '../operations/context.ts'
import { readRecords } from './find-records.ts'
import type { PastRecord, StoredRecord } from './record.types.ts'
import { registerErrors } from './register-errors.ts'
import type { Register } from './registers.ts'
import { Parameters, runSql } from './run-sql.ts'
import type { Sight } from './sight.ts'
import { pastRecord, type Row, readColumns } from './stored-record.ts'

/**
 * A living record that the reader sees, locked for a change.
 *
 * @throws register.recordUnknown, register.ended
 */
export async function lockRecord(
  context: QueryContext,
  register: Register,
  sight: Sight,
  id: string,
): Promise<StoredRecord> {
  const [record] = await lockRecords(context, register, sight, [id])
  if (record !== undefined) return record
  throw (await isEnded(context, register, sight, id))
    ? registerErrors.ended({ label: register.declaration.recordLabel })
    : registerErrors.recordUnknown({ label: register.declaration.label, id })
}

/** Those of the records that live and that the reader sees, locked; in the order of the ids. */
export async function lockRecords(
  context: QueryContext,
  register: Register,
  sight: Sight,
  ids: readonly string[],
): Promise<readonly StoredRecord[]> {
  const { tx, jurisdiction } = context
  const parameters = new Parameters()
  const [own, given] = [parameters.add(jurisdiction), parameters.add([...ids])]
  const seen = await runSql<{ id: string }>(
    tx,
    `select r.id from ${register.table} r
     where r.jurisdiction = ${own} and r.id = any(${given}::text[]) and ${sight.where('r', parameters)}`,
    parameters.values,
  )
  const records = await readRecords(
    tx,
    jurisdiction,
    register,
    seen.map(({ id }) => id),
    { lock: true },
  )
  return ids.flatMap((id) => records.get(id) ?? [])
}

/** All earlier revisions of a record that the reader sees, oldest first. */
export async function pastOf(
  { tx, jurisdiction }: QueryContext,
  register: Register,
  sight: Sight,
  id: string,
): Promise<readonly PastRecord[]> {
  const parameters = new Parameters()
  const [own, given] = [parameters.add(jurisdiction), parameters.add(id)]
  const rows = await runSql<Row>(
    tx,
    `select ${readColumns(register, 'r', 'past')} from ${register.pastTable} r
     where r.jurisdiction = ${own} and r.id = ${given} and ${sight.where('r', parameters)} order by r.revision`,
    parameters.values,
  )
  return rows.map((row) => pastRecord(register, row))
}

async function isEnded(context: QueryContext, register: Register, sight: Sight, id: string): Promise<boolean> {
  const past = await pastOf(context, register, sight, id)
  return past.length > 0
}
