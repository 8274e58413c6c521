import type { QueryContext } from '../operations/context.ts'
import { phaseLabels } from './chart/states.ts'
import type { Deed } from './effects.types.ts'
import { formFields } from './form/form-fields.ts'
import { wordsOf } from './form/value-words.ts'

/** What documents, notices and register entries may say of a matter besides its form: `{fact.number}`. */
export const matterFacts = [
  'number',
  'title',
  'typeLabel',
  'today',
  'submittedOn',
  'acceptedOn',
  'unit',
  'unitPhone',
  'county',
  'applicant',
  'handler',
  'opinion',
  'phase',
  'documentNumber',
] as const

export type MatterFact = (typeof matterFacts)[number]

/**
 * The facts of a deed in words; '' where there is none yet.
 *
 * `applicant` is the whole name, as a document for the applicant needs it: what is read by others asks for it masked.
 */
export function factsOf(
  { today, county }: Pick<QueryContext, 'today' | 'county'>,
  deed: Deed,
  { masked = false }: { readonly masked?: boolean } = {},
): Readonly<Record<MatterFact, string>> {
  const { after, declaration, opinion, so } = deed
  const service = county.services.matters.find(({ matter }) => matter === declaration.id)
  return {
    number: after.number,
    title: after.title,
    typeLabel: declaration.label,
    today,
    submittedOn: after.submittedOn,
    acceptedOn: after.acceptedOn ?? '',
    unit: after.unitName,
    unitPhone: service?.phone ?? '',
    county: county.label,
    applicant: masked ? after.applicantLabel : nameOfApplicant(deed),
    handler: after.handlerLabel ?? '',
    opinion: opinion ?? '',
    phase: phaseLabels(declaration, after.phases)
      .map(({ label }) => label)
      .join('、'),
    documentNumber: so.documents.at(-1)?.number ?? '',
  }
}

/** From the field that is filled with the name of whoever applies; the label of lists, where no form asks for it. */
function nameOfApplicant({ declaration, values, after }: Deed): string {
  for (const [name, { field }] of formFields(declaration)) {
    const { prefill } = field
    const isName =
      prefill !== undefined && (prefill.from === 'person' || prefill.from === 'entity') && prefill.field === 'name'
    const words = isName ? wordsOf(field, values[name]) : ''
    if (words !== '') return words
  }
  return after.applicantLabel
}
