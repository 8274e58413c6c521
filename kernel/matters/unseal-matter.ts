import { unitsActedFor } from '../accounts/actor.ts'
import type { CommandContext } from '../operations/context.ts'
import { capacitiesOf, conflictOf } from './capacities.ts'
import { nothingSoFar } from './carry-out.ts'
import { formFields } from './form/form-fields.ts'
import { isSealedValue, openValue, ownerOfValues } from './form/sealed-values.ts'
import { wordsOf } from './form/value-words.ts'
import { readHand } from './hand.ts'
import { matterErrors } from './matter-errors.ts'
import { lockMatter } from './matter-row.ts'
import { readMaterials } from './reading/matter-parts.ts'
import { sealedMaterials } from './sealed-materials.ts'
import { matterVersion } from './versions.ts'
import { writeAct } from './write-act.ts'

export interface Unsealed {
  readonly values: { field: string; label: string; words: string }[]
  /** files that whoever opened the seal can read from now on, for an hour */
  readonly materials: {
    id: string
    label: string
    evidenceId: string
    fileName: string
    mediaType: string | null
  }[]
}

/**
 * Opens what the declaration seals (the identity of whoever reports, in fields and in files): by the handling unit, for a reason. That it was
 * opened stands in the journal and in the list of acts, which the applicant reads of in nothing.
 *
 * @throws matter.unknown, matter.notForYou, matter.conflictOfInterest, matter.nothingSealed
 */
export async function unsealMatter(context: CommandContext, matterId: string, reason: string): Promise<Unsealed> {
  const { secrets, jurisdiction, actor, now } = context
  const matter = await lockMatter(context, matterId)
  const declaration = await matterVersion(context, matter.type, matter.version)
  const label = '查看封存内容'
  if (!unitsActedFor(actor, 'matter.unseal').includes(matter.unitId)) {
    const who = { zh: '承办单位的人员', en: 'officers of the handling unit' }
    throw matterErrors.notForYou({ act: label, who, handler: matter.handlerLabel })
  }
  const hand = await readHand(context, matter)
  const capacity = capacitiesOf(context, matter, hand).has('head') ? 'head' : 'handler'
  const why = conflictOf(context, matter, hand, { capacity, notTheHandler: false })
  if (why !== undefined) throw matterErrors.conflictOfInterest({ act: label, why })
  const owner = ownerOfValues(jurisdiction, matter.id)
  const opened = (declaration.sealed ?? []).flatMap((name) => {
    const stored = matter.storedValues[name]
    const field = formFields(declaration).get(name)?.field
    if (!isSealedValue(stored) || field === undefined) return []
    return [{ field: name, label: field.label, words: wordsOf(field, openValue(secrets, owner, stored)) }]
  })
  const sealed = sealedMaterials(declaration)
  const files = (await readMaterials(context, matter.id)).flatMap(({ id, material, label: name, ...file }) =>
    sealed.has(material) && file.evidenceId !== null
      ? [{ id, label: name, evidenceId: file.evidenceId, fileName: file.fileName ?? name, mediaType: file.mediaType }]
      : [],
  )
  if (opened.length + files.length === 0) throw matterErrors.nothingSealed({ number: matter.number })
  const after = { ...matter, actCount: matter.actCount + 1, revision: matter.revision + 1, lastActAt: now }
  await writeAct(
    context,
    after,
    {
      act: {
        ...{ id: 'unseal', kind: 'common', label, declaration: undefined, ordinal: after.actCount },
        ...{ by: capacity, byLabel: actor.label },
      },
      ...{ fromPhases: matter.phases, input: {}, opinion: reason, forApplicant: false, requestKey: null },
    },
    { so: nothingSoFar, tokens: undefined },
  )
  await context.record({
    subject: { kind: 'matter', id: matter.id },
    before: null,
    after: {
      unsealed: opened.map(({ field }) => field),
      ...(files.length === 0 ? {} : { unsealedMaterials: files.map(({ id }) => id) }),
      number: matter.number,
    },
    reason,
  })
  return { values: opened, materials: files }
}
