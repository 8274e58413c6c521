import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import type { CommandContext } from '../../operations/context.ts'
import { asFieldProblems } from '../../registers/check-values.ts'
import { calendarOf } from '../../rules/calendar-of.ts'
import { beginMatter } from '../begin-matter.ts'
import { checkForm } from '../form/check-form.ts'
import { formFields } from '../form/form-fields.ts'
import type { MaterialDeclaration, MatterDeclaration } from '../matter.types.ts'
import { matterErrors } from '../matter-errors.ts'
import type { Matters } from '../matters.ts'
import { matterVersion } from '../versions.ts'
import { applicantOfDraft } from './applicant-of-draft.ts'
import type { Submitted } from './applying.schemas.ts'
import { draftErrors } from './draft-errors.ts'
import { materialsOfDraft } from './draft-materials.ts'
import { partyOfDraft } from './draft-party.ts'
import type { DraftState } from './draft-row.ts'
import { draftSettings } from './draft-settings.ts'
import { openEntries, valuesOf } from './draft-values.ts'
import { forgetFiles } from './forget-files.ts'
import { askedFields, askedMaterials, askedValues } from './form-conditions.ts'
import { type LaterPromise, laterPromises, unpromised } from './later-materials.ts'
import { issueReceipt, receiptDocument } from './receipt.ts'
import { sharedMaterials } from './shared-materials.ts'

/**
 * Submits a form: it becomes a matter, on the version on which it was begun, with its materials and its receipt, in one
 * transaction. A second sending finds the draft submitted and answers with the same matter.
 *
 * @param draft locked
 * @throws draft.notAgreed, draft.notConfirmed, matter.badValues, matter.materialsMissing, and what beginMatter refuses
 */
export async function submitDraft(
  context: CommandContext,
  matters: Matters,
  draft: DraftState,
  {
    agreed,
    later = [],
  }: { readonly agreed?: boolean | undefined; readonly later?: readonly LaterPromise[] | undefined },
): Promise<Submitted> {
  if (draft.matterId !== null) {
    context.unchanged()
    return submittedBefore(context, draft.matterId)
  }
  const declaration = await matterVersion(context, draft.type, draft.version)
  const filled = valuesOf(openEntries(context, draft))
  const values = askedValues(declaration, filled)
  refuseUnready(context, matters, declaration, { draft, filled, values, agreed })
  const party = await partyOfDraft(context, draft)
  const needed = askedMaterials(declaration, filled)
  const files = (await materialsOfDraft(context, draft.id)).filter(({ material }) =>
    needed.some(({ id }) => id === material),
  )
  const shared = await sharedMaterials(context, matters.registers, needed, party.recordId)
  const given = [...new Set([...files, ...shared].map(({ material }) => material))]
  const promises = laterPromises(needed, given, later, {
    ...(await daysForLater(context)),
    atWindow: draft.entrance === 'window',
  })
  const missing = unpromised(needed, given, promises)
  if (missing.length > 0) throw materialsMissing(missing)
  const applicant = await applicantOfDraft(context, matters.registers, declaration, { draft, party, values })
  const begun = await beginMatter(context, matters, {
    ...{ type: draft.type, version: draft.version, entrance: draft.entrance, values, applicant },
    origins: Object.fromEntries(Object.entries(draft.origins).filter(([name]) => name in values)),
    materials: [
      ...files.map(({ material, evidenceId, fileName, origin }) => ({ material, evidenceId, fileName, origin })),
      ...shared
        .filter(({ material }) => !files.some((file) => file.material === material))
        .map(({ material, register, recordId, words }) => ({
          ...{ material, evidenceId: null, fileName: null, origin: 'register' as const },
          originRef: { register, record: recordId, words },
        })),
    ],
    later: promises,
    requestKey: `draft:${draft.id}`,
  })
  const label = (material: string) => declaration.materials.find(({ id }) => id === material)?.label ?? material
  const receipt = await issueReceipt(context, declaration, {
    ...{ id: begun.id, number: begun.number, applicantLabel: applicant.label },
    unitName: await unitOf(context, begun.id),
    given: given.map(label),
    later: promises.map(({ material, laterBy }) => ({ label: label(material), laterBy })),
  })
  await emptyDraft(context, draft.id, begun.id)
  return answer(begun, receipt, false)
}

/** The first and the last day by which something may come later. */
async function daysForLater(context: CommandContext): Promise<{ readonly least: string; readonly most: string }> {
  const { today, county } = context
  const { laterWithinWorkingDays } = draftSettings(county)
  const { due } = addWorkingDays(today, laterWithinWorkingDays, await calendarOf(context))
  return { least: addCalendarDays(today, 1), most: due }
}

/** Everything that keeps it from being submitted, at once. */
function refuseUnready(
  { today }: CommandContext,
  { registers }: Matters,
  declaration: MatterDeclaration,
  {
    draft,
    filled,
    values,
    agreed,
  }: {
    readonly draft: DraftState
    readonly filled: Readonly<Record<string, unknown>>
    readonly values: Readonly<Record<string, unknown>>
    readonly agreed: boolean | undefined
  },
): void {
  const { problems } = checkForm(registers, declaration, values, { today })
  if (problems.length > 0)
    throw matterErrors.badValues({ count: problems.length }, { problems: asFieldProblems(problems) })
  const asked = askedFields(declaration, filled)
  const unconfirmed = Object.entries(draft.origins).filter(
    ([name, { confirmed }]) => !confirmed && asked.has(name) && name in values,
  )
  if (unconfirmed.length > 0) {
    const label = (name: string) => formFields(declaration).get(name)?.field.label ?? name
    throw draftErrors.notConfirmed(
      { labels: unconfirmed.map(([name]) => label(name)) },
      {
        problems: unconfirmed.map(([name, { words }]) => ({
          path: `/confirmations/${name}`,
          message: {
            zh: `“${label(name)}”由平台带入（${words}），请核对后确认，或改为您的内容。`,
            en: `“${label(name)}” was filled in by the platform (${words}). Confirm it, or write your own.`,
          },
        })),
      },
    )
  }
  if (agreed !== true) throw draftErrors.notAgreed({})
}

function materialsMissing(missing: readonly MaterialDeclaration[]) {
  return matterErrors.materialsMissing(
    { labels: missing.map(({ label }) => label) },
    {
      problems: missing.map(({ id, label }) => ({
        path: `/materials/${id}`,
        message: { zh: `还缺“${label}”，请上传。`, en: `“${label}” is missing. Add it.` },
      })),
    },
  )
}

async function unitOf({ tx, jurisdiction }: CommandContext, matterId: string): Promise<string> {
  const row = await tx
    .selectFrom('matter')
    .innerJoin('party', (join) =>
      join.onRef('party.jurisdiction', '=', 'matter.jurisdiction').onRef('party.id', '=', 'matter.unit_id'),
    )
    .select('party.name')
    .where('matter.jurisdiction', '=', jurisdiction)
    .where('party.jurisdiction', '=', jurisdiction)
    .where('matter.id', '=', matterId)
    .executeTakeFirstOrThrow()
  return row.name
}

/** What was submitted stands in the matter only; the draft remembers which. */
async function emptyDraft(context: CommandContext, draftId: string, matterId: string): Promise<void> {
  const { tx, jurisdiction, now } = context
  const files = await tx
    .deleteFrom('draft_material')
    .where('jurisdiction', '=', jurisdiction)
    .where('draft_id', '=', draftId)
    .returning('evidence_id')
    .execute()
  // Of those that the matter has not taken, since another answer made them superfluous, nothing is kept.
  await forgetFiles(
    context,
    files.map(({ evidence_id }) => evidence_id),
  )
  await tx
    .updateTable('matter_draft')
    .set({
      ...{ matter_id: matterId, entries: '{}', origins: '{}', party_cipher: null, updated_at: now },
      ...{ twin_hash: null, twin_expires_at: null, twin_seen_at: null },
    })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', draftId)
    .execute()
}

async function submittedBefore({ tx, jurisdiction }: CommandContext, matterId: string): Promise<Submitted> {
  const matter = await tx
    .selectFrom('matter')
    .select(['id', 'number'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', matterId)
    .executeTakeFirstOrThrow()
  const receipt = await tx
    .selectFrom('matter_document')
    .select(['id', 'verification_code as verificationCode'])
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_id', '=', matterId)
    .where('document', '=', receiptDocument)
    .executeTakeFirst()
  return answer(matter, receipt, true)
}

function answer(
  { id, number }: { readonly id: string; readonly number: string },
  receipt: { readonly id: string; readonly verificationCode: string } | undefined,
  wasDone: boolean,
): Submitted {
  const code = receipt === undefined ? '' : `&code=${encodeURIComponent(receipt.verificationCode)}`
  return {
    matterId: id,
    number,
    receiptDocumentId: receipt?.id ?? null,
    statusPath: `/status?number=${encodeURIComponent(number)}${code}`,
    wasDone,
  }
}
