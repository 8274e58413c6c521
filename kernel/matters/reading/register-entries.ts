import type { QueryContext } from '../../operations/context.ts'
import { runSql } from '../../registers/run-sql.ts'
import type { MatterDetail } from '../matters.schemas.ts'
import type { Matters } from '../matters.ts'

/**
 * What the case wrote into registers, as the records stand now; one that was removed or merged since is left out.
 *
 * @param records [register, id], as the journal of the case has them
 */
export async function registerEntries(
  { tx, jurisdiction }: QueryContext,
  { registers }: Matters,
  records: readonly (readonly [string, string])[],
): Promise<MatterDetail['registerEntries']> {
  const entries: MatterDetail['registerEntries'] = []
  for (const id of new Set(records.map(([register]) => register))) {
    const register = registers.find(id)
    if (register === undefined) continue
    const ids = records.flatMap(([of, record]) => (of === id ? [record] : []))
    const rows = await runSql<{ id: string; label: string }>(
      tx,
      `select id, label from ${register.table} where jurisdiction = $1 and id = any($2::text[]) order by id`,
      [jurisdiction, ids],
    )
    for (const row of rows) entries.push({ register: id, recordId: row.id, label: row.label })
  }
  return entries
}
