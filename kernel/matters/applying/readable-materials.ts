import { sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import { mattersSeenBy } from '../sight.ts'
import { ownDrafts } from './draft-row.ts'

/**
 * Whether a file is seen because it is a material: of a draft by those whose draft it is, of a matter by those who see the matter. An id alone opens nothing.
 */
export async function isReadableMaterial(context: QueryContext, evidenceId: string): Promise<boolean> {
  const { tx, jurisdiction, actor } = context
  if (actor.accountId === undefined && actor.visit === undefined) return false
  const { rows } = await sql`
    select from draft_material t join matter_draft d on d.jurisdiction = ${jurisdiction} and d.jurisdiction = t.jurisdiction
      and d.id = t.draft_id
    where t.jurisdiction = ${jurisdiction} and t.evidence_id = ${evidenceId} and ${ownDrafts(context)}
    union all
    select from matter_material t join matter m on m.jurisdiction = ${jurisdiction} and m.jurisdiction = t.jurisdiction
      and m.id = t.matter_id
    where t.jurisdiction = ${jurisdiction} and t.evidence_id = ${evidenceId} and ${mattersSeenBy(context)}
    limit 1`.execute(tx)
  return rows.length > 0
}
