import Type, { type Static } from 'typebox'
import type { Transaction } from '../database/database.ts'

/** An organisation as other things point at it. */
export const UnitRef = Type.Object({
  id: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  /** set when the unit no longer exists */
  dissolvedOn: Type.Union([Type.String(), Type.Null()]),
})
export type UnitRef = Static<typeof UnitRef>

/** The units with these ids, by id; what does not exist is not in the map. */
export async function findUnits(
  tx: Transaction,
  jurisdiction: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UnitRef>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('party')
    .select(['id', 'name', 'short_name', 'dissolved_on'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, name: row.name, shortName: row.short_name, dissolvedOn: row.dissolved_on },
    ]),
  )
}
