import { sql } from 'kysely'
import Type from 'typebox'
import { unitsActedFor } from '../../accounts/actor.ts'
import { civilDateInChina } from '../../clock/civil-date.ts'
import { defineCommand } from '../../operations/operation.ts'
import { DocumentId } from '../document.schemas.ts'
import { documentErrors } from '../document-errors.ts'

export const revokeDocument = defineCommand({
  id: 'document.revoke',
  label: { zh: '撤销文书', en: 'Revoke a document' },
  about: {
    zh: '撤销本单位签发的文书：内容和编号保留，核验页和以后的打印件都注明已撤销和理由。',
    en: 'Revokes a document of one’s unit: content and number stay, and check page and prints say so with the reason.',
  },
  permission: 'matter.decide',
  route: { method: 'POST', path: '/documents/:documentId/revocations' },
  cli: 'document revoke',
  input: Type.Object({ documentId: DocumentId, reason: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' }) }),
  output: Type.Object({ number: Type.String(), revokedOn: Type.String() }),
  run: async (context, { documentId, reason }) => {
    const { tx, jurisdiction, now, today, actor } = context
    const units = unitsActedFor(actor, 'matter.decide')
    // The operator of the machine acts for no unit, and for all.
    const isOurs = actor.via === 'qx' ? sql`true` : sql`m.unit_id = any(${[...units]})`
    const { rows } = await sql<{ number: string; label: string; revoked_at: Date | null }>`
      select d.number, d.label, d.revoked_at from matter_document d
      join matter m on m.jurisdiction = ${jurisdiction} and m.id = d.matter_id
      where d.jurisdiction = ${jurisdiction} and d.id = ${documentId} and ${isOurs}
      for update of d`.execute(tx)
    const [found] = rows
    if (found === undefined) throw documentErrors.unknown({})
    if (found.revoked_at !== null) {
      throw documentErrors.alreadyRevoked({ number: found.number, on: civilDateInChina(found.revoked_at) })
    }
    await tx
      .updateTable('matter_document')
      .set({ revoked_at: now, revoked_reason: reason })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', documentId)
      .execute()
    await context.record({
      subject: { kind: 'document', id: documentId },
      before: { number: found.number, revoked: false },
      after: { number: found.number, revoked: true },
      reason,
    })
    return { number: found.number, revokedOn: today }
  },
})
