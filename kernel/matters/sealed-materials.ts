import { sql } from 'kysely'
import type { Static } from 'typebox'
import { unitsActedFor } from '../accounts/actor.ts'
import type { QueryContext } from '../operations/context.ts'
import type { MatterDeclaration } from './matter.types.ts'
import type { MaterialRow } from './matters.schemas.ts'
import { mattersAppliedForBy } from './sight.ts'
import { matterVersion } from './versions.ts'

/** How long files stay open after the seal was opened: to be read beside the form, and not to be come back to. */
const openedMinutes = 60

/**
 * Whether a file lies under a seal and is closed to whoever asks, whatever else would let them read it: the clerk who
 * scanned it, the officer of the unit, the auditor. It is open to who applied, and to an officer of the handling unit
 * who opened the seal with a reason in the last hour (`unseal-matter.ts`).
 */
export async function isUnderSeal(context: QueryContext, evidenceId: string): Promise<boolean> {
  const { tx, jurisdiction, actor, now } = context
  const since = new Date(now.getTime() - openedMinutes * 60_000)
  const { rows } = await sql<{
    type: string
    version: number
    material: string
    unitId: string
    applied: boolean
    opened: boolean
  }>`
    select m.matter_type as type, m.version, t.material, m.unit_id as "unitId", ${mattersAppliedForBy(context)} as applied,
      exists (select from matter_act a where a.jurisdiction = ${jurisdiction} and a.matter_id = m.id and a.act = 'unseal'
        and a.by_account = ${actor.accountId ?? ''} and a.at >= ${since}) as opened
    from matter_material t join matter m on m.jurisdiction = ${jurisdiction} and m.id = t.matter_id
    where t.jurisdiction = ${jurisdiction} and t.evidence_id = ${evidenceId}`.execute(tx)
  const units = unitsActedFor(actor, 'matter.unseal')
  let isSealed = false
  for (const { type, version, material, unitId, applied, opened } of rows) {
    if (!sealedMaterials(await matterVersion(context, type, version)).has(material)) continue
    if (applied || (opened && units.includes(unitId))) return false
    isSealed = true
  }
  return isSealed
}

/** Ids of the materials that a declaration seals. */
export function sealedMaterials({ materials }: Pick<MatterDeclaration, 'materials'>): ReadonlySet<string> {
  return new Set(materials.flatMap(({ id, sealed }) => (sealed === true ? [id] : [])))
}

/**
 * Materials as those who work on a case read them, in the order in which the declaration asks for them. Who may open the seal reads that something lies under it; to
 * everybody else it is not there.
 */
export function shownMaterials(
  declaration: MatterDeclaration,
  materials: readonly Static<typeof MaterialRow>[],
  { maySeeSealed }: { readonly maySeeSealed: boolean },
): Static<typeof MaterialRow>[] {
  const sealed = sealedMaterials(declaration)
  const places = new Map(declaration.materials.map(({ id }, place) => [id, place]))
  const placeOf = ({ material }: Static<typeof MaterialRow>) => places.get(material) ?? places.size
  const inOrder = materials.toSorted((a, b) => placeOf(a) - placeOf(b))
  return inOrder.flatMap((row) => {
    if (!sealed.has(row.material)) return [row]
    if (!maySeeSealed) return []
    return [
      {
        ...row,
        ...{ evidenceId: null, fileName: null, mediaType: null, bytes: null, originWords: null, note: null },
        ...{ byLabel: '', isSealed: true },
      },
    ]
  })
}
