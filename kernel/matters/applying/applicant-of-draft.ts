import type { QueryContext } from '../../operations/context.ts'
import { mask } from '../../personal-data/mask.ts'
import { readRecords } from '../../registers/find-records.ts'
import type { Registers } from '../../registers/registers.ts'
import { entityRegister } from '../../registers/sight.ts'
import { formFields } from '../form/form-fields.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import type { DraftParty } from './draft-party.ts'
import type { DraftState } from './draft-row.ts'

/** Who applies, as the matter keeps it: a label that lists may show, and where they are reached. */
export interface Applicant {
  readonly label: string
  readonly account?: string
  readonly visit?: string
  readonly record?: string
  readonly phone?: string
  readonly email?: string
}

/** @param values of the form, in clear */
export async function applicantOfDraft(
  context: QueryContext,
  registers: Registers,
  declaration: MatterDeclaration,
  {
    draft,
    party,
    values,
  }: { readonly draft: DraftState; readonly party: DraftParty; readonly values: Readonly<Record<string, unknown>> },
): Promise<Applicant> {
  const phone = party.phone ?? said(declaration, values, 'phone')
  const email = said(declaration, values, 'email')
  return {
    label: await labelOf(context, registers, declaration, { draft, party, values }),
    ...(party.accountId === undefined ? {} : { account: party.accountId }),
    ...(party.visitId === undefined ? {} : { visit: party.visitId }),
    ...(party.recordId === undefined ? {} : { record: party.recordId }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  }
}

/** Whether a declaration keeps under seal who applies: then no list shows even the masked name. */
export function sealsApplicant(declaration: MatterDeclaration): boolean {
  return [...formFields(declaration)].some(
    ([name, { field }]) =>
      field.prefill?.from === 'person' && field.prefill.field === 'name' && declaration.sealed?.includes(name) === true,
  )
}

/** The enterprise by its name, a person by the masked one; without a name by the number, and else without anything. */
async function labelOf(
  { tx, jurisdiction }: QueryContext,
  registers: Registers,
  declaration: MatterDeclaration,
  { draft, party, values }: Parameters<typeof applicantOfDraft>[3],
): Promise<string> {
  if (draft.entrance !== 'anonymous' && sealsApplicant(declaration)) return '（身份保密）'
  const register = entityRegister(registers)
  if (party.recordId !== undefined && register !== undefined) {
    const record = (await readRecords(tx, jurisdiction, register, [party.recordId])).get(party.recordId)
    if (record !== undefined) return record.label
  }
  if (draft.entrance === 'anonymous') return '匿名'
  const name = said(declaration, values, 'name') ?? party.name
  if (name !== undefined) return mask(name, 'name')
  return party.phone === undefined ? '未具名' : mask(party.phone, 'phone')
}

/** What the form itself says of the person: the field that is filled from the person, whatever it is called. */
function said(
  declaration: MatterDeclaration,
  values: Readonly<Record<string, unknown>>,
  what: 'name' | 'phone' | 'email',
): string | undefined {
  for (const [name, { field }] of formFields(declaration)) {
    if (field.prefill?.from !== 'person' || field.prefill.field !== what) continue
    if (declaration.sealed?.includes(name) === true) continue
    const value = values[name]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return undefined
}
