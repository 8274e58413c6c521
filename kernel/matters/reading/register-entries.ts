import type { QueryContext } from '../../operations/context.ts'
import { runSql } from '../../registers/run-sql.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import type { MatterDetail } from '../matters.schemas.ts'
import type { Matters } from '../matters.ts'

/**
 * What the case wrote into registers: told by the journal, whose entries of one act share a request, and looked up
 * where they stand now. What was removed since is left out.
 */
export async function registerEntries(
  { tx, jurisdiction }: QueryContext,
  matters: Matters,
  declaration: MatterDeclaration,
  matterNumber: string,
): Promise<MatterDetail['registerEntries']> {
  const entries: MatterDetail['registerEntries'] = []
  for (const id of new Set(declaration.writes.map(({ register }) => register))) {
    const register = matters.registers.find(id)
    if (register === undefined) continue
    const rows = await runSql<{ id: string; label: string }>(
      tx,
      `select id, label from ${register.table} where jurisdiction = $1 and origin = 'matter' and reason = $2 order by id limit 100`,
      [jurisdiction, matterNumber],
    )
    for (const row of rows) entries.push({ register: id, recordId: row.id, label: row.label })
  }
  return entries
}
