import { sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import type { MatterState } from '../effects.types.ts'
import { matterErrors } from '../matter-errors.ts'
import { getMatter } from '../matter-row.ts'
import { mattersWorkedOnBy } from '../sight.ts'

/**
 * A case that the reader works on: who only applied for it finds nothing here, whatever else their roles allow.
 *
 * @throws matter.unknown
 */
export async function getWorkedOn(context: QueryContext, matterId: string): Promise<MatterState> {
  const { rows } = await sql`select 1 from matter m
    where m.jurisdiction = ${context.jurisdiction} and m.id = ${matterId} and ${mattersWorkedOnBy(context)}`.execute(
    context.tx,
  )
  if (rows.length === 0) throw matterErrors.unknown({ id: matterId })
  return getMatter(context, matterId)
}
