import type { Updateable } from 'kysely'
import type { Tables } from '../database/tables.gen.ts'
import type { CommandContext } from '../operations/context.ts'

/** Sets how a run stands; whoever calls holds it, and says in the journal what a person did. */
export async function updateRun(
  { tx, jurisdiction }: Pick<CommandContext, 'tx' | 'jurisdiction'>,
  id: string,
  changes: Updateable<Tables['import_run']>,
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute()
}
