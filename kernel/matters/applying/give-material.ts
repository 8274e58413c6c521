import { insertEvidence } from '../../evidence/evidence.operations.ts'
import { newId } from '../../ids/new-id.ts'
import type { CommandContext } from '../../operations/context.ts'
import { operationErrors } from '../../operations/operation-errors.ts'
import { announce } from '../../outbox/announce.ts'
import { matterErrors } from '../matter-errors.ts'
import { lockMatter } from '../matter-row.ts'
import { mattersAppliedForBy, mattersReceivedBy } from '../sight.ts'
import { matterVersion } from '../versions.ts'
import { draftSettings } from './draft-settings.ts'
import { giveErrors } from './give-errors.ts'

/**
 * Gives a material to a matter in hand: what was promised for later, what is asked for in a supplement, or what was
 * rejected. A matter that ended takes nothing more.
 *
 * @param through the applicant's own page, or the window at which they stand
 * @throws matter.unknown, matter.materialUnknown, giving.notWanted, giving.tooMany
 */
export async function giveMaterial(
  context: CommandContext,
  matterId: string,
  material: string,
  through: 'applicant' | 'window' = 'applicant',
): Promise<void> {
  const { tx, jurisdiction, now, upload, county, actor } = context
  if (upload === undefined) throw operationErrors.fileMissing({})
  const matter = await lockMatter(
    context,
    matterId,
    through === 'window' ? mattersReceivedBy(context) : mattersAppliedForBy(context),
  )
  const declaration = await matterVersion(context, matter.type, matter.version)
  const declared = declaration.materials.find(({ id }) => id === material)
  if (declared === undefined) throw matterErrors.materialUnknown({ material })
  const there = await tx
    .selectFrom('matter_material')
    .select(['id', 'status'])
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_id', '=', matterId)
    .where('material', '=', material)
    .execute()
  const hasIt = there.some(({ status }) => status === 'given' || status === 'accepted')
  const isWanted =
    matter.status === 'open' &&
    (matter.turn === 'applicant' || !hasIt || there.some(({ status }) => status === 'rejected'))
  if (!isWanted) throw giveErrors.notWanted({ label: declared.label })
  const most = draftSettings(county).mostFilesOfAMaterial
  if (there.length >= most) throw giveErrors.tooMany({ label: declared.label, most })
  const evidenceId = await insertEvidence(context, upload, 'matterMaterial', 'giver')
  await tx
    .deleteFrom('matter_material')
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_id', '=', matterId)
    .where('material', '=', material)
    .where('status', '=', 'later')
    .execute()
  await tx
    .insertInto('matter_material')
    .values({
      ...{ jurisdiction, id: newId(now), matter_id: matterId, material, label: declared.label },
      ...{ evidence_id: evidenceId, file_name: upload.fileName, origin: through, status: 'given' },
      ...{ at: now, by_label: through === 'window' ? actor.label : matter.applicantLabel },
    })
    .execute()
  await announce(context, {
    to:
      matter.handlerAccount === null
        ? { partyRoles: [{ partyId: matter.unitId, role: 'caseOfficer' }] }
        : { accountIds: [matter.handlerAccount] },
    kind: 'matter.materialGiven',
    title: `补交了材料：${declared.label}`,
    body: `办件 ${matter.number}`,
    path: `/matters/${matterId}`,
    subject: { kind: 'matter', id: matterId },
  })
  await context.record({
    subject: { kind: 'matter', id: matterId },
    before: null,
    after: { material, evidence: evidenceId },
  })
}
