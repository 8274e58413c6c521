import { sql } from 'kysely'
import { formFields } from '../matters/form/form-fields.ts'
import { isSealedValue, openValue, ownerOfValues } from '../matters/form/sealed-values.ts'
import { matterVersion } from '../matters/versions.ts'
import type { QueryContext } from '../operations/context.ts'
import { windowErrors } from './window-errors.ts'

export interface KnownPerson {
  /** as lists show it: 张* */
  readonly label: string
  /** as the person filed it then; undefined where that form did not ask, or seals it */
  readonly name: string | undefined
}

/**
 * Who filed an earlier case and stands at the window with the same telephone number. The name is taken from what they
 * filed themselves, so that it is not asked again; the number has to be theirs, so that a case number alone opens no
 * name.
 *
 * @throws window.notThisPerson
 */
export async function knownPerson(context: QueryContext, number: string, phone: string): Promise<KnownPerson> {
  const { tx, jurisdiction, secrets } = context
  const { rows } = await sql<{
    id: string
    label: string
    type: string
    version: number
    values: Readonly<Record<string, unknown>>
  }>`
    select m.id, m.applicant_label as label, m.matter_type as type, m.version, m.values from matter m
    where m.jurisdiction = ${jurisdiction} and m.number = ${number} and m.applicant_record is null
      and m.phone_blind = ${secrets.blind(phone, jurisdiction)}`.execute(tx)
  const [matter] = rows
  if (matter === undefined) throw windowErrors.notThisPerson({ number })
  const declaration = await matterVersion(context, matter.type, matter.version)
  for (const [field, { field: asked }] of formFields(declaration)) {
    if (asked.prefill?.from !== 'person' || asked.prefill.field !== 'name') continue
    if (declaration.sealed?.includes(field) === true) continue
    const stored = matter.values[field]
    if (isSealedValue(stored)) {
      const name = openValue(secrets, ownerOfValues(jurisdiction, matter.id), stored)
      return { label: matter.label, name: String(name) }
    }
    if (typeof stored === 'string' && stored !== '') return { label: matter.label, name: stored }
  }
  return { label: matter.label, name: undefined }
}
