import { sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import { isPersonal } from '../../registers/columns.ts'
import { formFields } from '../form/form-fields.ts'
import { isSealedValue, openValue, ownerOfValues } from '../form/sealed-values.ts'
import type { FormField } from '../matter.types.ts'
import { matterVersion } from '../versions.ts'
import type { DraftParty } from './draft-party.ts'

export interface EarlierValue {
  readonly value: unknown
  readonly matterId: string
  readonly number: string
}

interface EarlierMatter {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
  readonly isOwn: boolean
}

/** matters looked into; what is older says little of today */
const looked = 20

/**
 * What the same party filed last under a key, newest first. What another person of the same enterprise filed is used where
 * it is of the enterprise, never where it is of that person; and what a declaration seals is never used again.
 */
export async function earlierValues(
  context: QueryContext,
  party: DraftParty,
): Promise<(key: string, field: FormField) => EarlierValue | undefined> {
  const matters = await earlierMatters(context, party)
  const candidates: { key: string; value: unknown; matter: EarlierMatter; isPersonal: boolean }[] = []
  for (const matter of matters) {
    const declaration = await matterVersion(context, matter.type, matter.version)
    const fields = formFields(declaration)
    for (const [name, value] of Object.entries(matter.values)) {
      const field = fields.get(name)?.field
      if (field === undefined || value === null || declaration.sealed?.includes(name) === true) continue
      const key = field.prefill?.from === 'earlier' ? field.prefill.key : name
      candidates.push({ key, value, matter, isPersonal: isPersonal(field) || isSealedValue(value) })
    }
  }
  return (key, field) => {
    const found = candidates.find(
      (each) => each.key === key && (each.matter.isOwn || !(each.isPersonal || isPersonal(field))),
    )
    if (found === undefined) return undefined
    const { value, matter } = found
    const owner = ownerOfValues(context.jurisdiction, matter.id)
    return {
      value: isSealedValue(value) ? openValue(context.secrets, owner, value) : value,
      matterId: matter.id,
      number: matter.number,
    }
  }
}

async function earlierMatters(context: QueryContext, party: DraftParty): Promise<readonly EarlierMatter[]> {
  const { tx, jurisdiction, secrets } = context
  const { accountId, phone, recordId } = party
  const phoneBlind = phone === undefined ? undefined : secrets.blind(phone, jurisdiction)
  const own = [
    ...(accountId === undefined ? [] : [sql`m.applicant_account = ${accountId}`]),
    ...(phoneBlind === undefined ? [] : [sql`m.phone_blind = ${phoneBlind}`]),
  ]
  const ways = [...own, ...(recordId === undefined ? [] : [sql`m.applicant_record = ${recordId}`])]
  if (ways.length === 0) return []
  const { rows } = await sql<EarlierMatter>`
    select m.id, m.number, m.matter_type as type, m.version, m.values,
      coalesce(${own.length === 0 ? sql`false` : sql.join(own, sql` or `)}, false) as "isOwn"
    from matter m
    where m.jurisdiction = ${jurisdiction} and (${sql.join(ways, sql` or `)})
    order by m.submitted_at desc, m.id desc limit ${looked}`.execute(tx)
  return rows
}
