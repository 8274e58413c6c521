import type { QueryContext } from '../../operations/context.ts'
import { findUnits } from '../../parties/unit-ref.ts'
import { checkValue } from '../../registers/check-value.ts'
import type { Field } from '../../registers/field.types.ts'
import { readRecords } from '../../registers/find-records.ts'
import { Sealed, type StoredRecord } from '../../registers/record.types.ts'
import type { Register, Registers } from '../../registers/registers.ts'
import { entityRegister } from '../../registers/sight.ts'
import { formFields } from '../form/form-fields.ts'
import { wordsOf } from '../form/value-words.ts'
import type { FormField, MatterDeclaration, Prefill } from '../matter.types.ts'
import type { DraftParty } from './draft-party.ts'
import type { PrefillOrigin } from './draft-row.ts'
import { earlierValues } from './earlier-values.ts'
import { type LinkedRecord, linkedRecord } from './linked-record.ts'

export interface Prefilled {
  readonly value: unknown
  readonly origin: PrefillOrigin
}

export interface PrefillOutcome {
  /** form field → what is filled into it */
  readonly fields: Readonly<Record<string, Prefilled>>
  /** personal data of registers that was opened for it: the journal says so */
  readonly opened: readonly OpenedRecord[]
}

interface OpenedRecord {
  readonly register: string
  readonly record: string
  readonly fields: readonly string[]
}

/** What one source knows: the value, and where it stands. */
interface Known {
  readonly value: unknown
  readonly origin: Omit<PrefillOrigin, 'purpose' | 'confirmed'>
  /** the field of the register whose personal content was opened */
  readonly opened?: string
}

/**
 * What need not be asked again: from the register of entities, from the person, from linked records, and from what the
 * same party filed before. Only fields that declare where they are filled from are filled, for this matter and no other
 * purpose, and the applicant confirms each of them before it is submitted.
 *
 * @param wanted names of the fields that may be filled; what somebody typed is never replaced
 * @source 国务院关于在线政务服务的若干规定（国令第716号）第七条
 */
export async function prefillFields(
  context: QueryContext,
  registers: Registers,
  declaration: MatterDeclaration,
  asking: {
    readonly party: DraftParty
    readonly values: Readonly<Record<string, unknown>>
    readonly wanted: (field: string) => boolean
  },
): Promise<PrefillOutcome> {
  const known = await openSources(context, registers, declaration, asking)
  const fields: Record<string, Prefilled> = {}
  const opened: OpenedRecord[] = []
  for (const [name, { field }] of formFields(declaration)) {
    if (field.prefill === undefined || !asking.wanted(name)) continue
    const found = await known(field, field.prefill)
    const reading = checkValue(registers, name, field, found?.value)
    // What does not fit the field is asked for, and not handed on with its fault.
    if (found === undefined || reading.value === null || reading.problem !== undefined) continue
    fields[name] = {
      value: reading.value,
      origin: { ...found.origin, purpose: declaration.id, confirmed: false },
    }
    const { register, record } = found.origin
    if (found.opened !== undefined && register !== undefined && record !== undefined) {
      opened.push({ register, record, fields: [found.opened] })
    }
  }
  return { fields, opened: byRecord(opened) }
}

type Source = (field: FormField, prefill: Prefill) => Promise<Known | undefined>

/** The sources, each read once for all fields of a form. */
async function openSources(
  context: QueryContext,
  registers: Registers,
  declaration: MatterDeclaration,
  { party, values, wanted }: Parameters<typeof prefillFields>[3],
): Promise<Source> {
  const form = formFields(declaration)
  const asks = (from: Prefill['from']) =>
    [...form].some(([name, { field }]) => field.prefill?.from === from && wanted(name))
  const entity = asks('entity') ? await ownEntity(context, registers, party) : undefined
  const earlier = asks('earlier') ? await earlierValues(context, party) : undefined
  return async (field, prefill) => {
    switch (prefill.from) {
      case 'entity':
        return entity === undefined ? undefined : fromEntity(context, field, entity, prefill.field)
      case 'person':
        return fromPerson(party, prefill.field)
      case 'link': {
        const linked = await linkedRecord(context, registers, form.get(prefill.link)?.field, values[prefill.link])
        return linked === undefined ? undefined : fromLink(context, field, linked, prefill.field)
      }
      case 'earlier': {
        const found = earlier?.(prefill.key, field)
        if (found === undefined) return undefined
        const words = `上次填报（${found.number}）`
        return { value: found.value, origin: { from: 'earlier', words, matter: found.matterId } }
      }
    }
  }
}

interface OwnEntity {
  readonly register: Register
  readonly record: StoredRecord
}

async function ownEntity(
  { tx, jurisdiction }: QueryContext,
  registers: Registers,
  { recordId }: DraftParty,
): Promise<OwnEntity | undefined> {
  const register = entityRegister(registers)
  if (register === undefined || recordId === undefined) return undefined
  const record = (await readRecords(tx, jurisdiction, register, [recordId])).get(recordId)
  return record === undefined ? undefined : { register, record }
}

/** All of it is the party's own: personal data is opened for it, and the journal says so. */
async function fromEntity(
  context: QueryContext,
  field: FormField,
  { register, record }: OwnEntity,
  source: string,
): Promise<Known | undefined> {
  const value = record.values[source] ?? null
  if (value === null) return undefined
  const origin = originIn('entity', register, record)
  if (value instanceof Sealed) {
    const owner = `${context.jurisdiction}/${record.id}`
    return { value: context.secrets.open(value.cipher, owner), origin, opened: source }
  }
  return { value: await fittingValue(context, field, register.fields.get(source)?.field, value), origin }
}

function fromPerson(
  { name, phone, accountId, visitId }: DraftParty,
  what: 'name' | 'phone' | 'email',
): Known | undefined {
  const value = { name, phone, email: undefined }[what]
  if (value === undefined) return undefined
  const words = accountId !== undefined ? '账号' : visitId !== undefined ? '手机验证' : '窗口登记'
  return { value, origin: { from: 'person', words } }
}

/** What everybody may read of it, and never what is sealed. */
async function fromLink(
  context: QueryContext,
  field: FormField,
  { register, record, seen }: LinkedRecord,
  source: string,
): Promise<Known | undefined> {
  const value = record.values[source] ?? null
  if (value === null || value instanceof Sealed || !seen.has(source)) return undefined
  const fitting = await fittingValue(context, field, register.fields.get(source)?.field, value)
  return { value: fitting, origin: originIn('link', register, record) }
}

function originIn(from: 'entity' | 'link', register: Register, record: StoredRecord): Known['origin'] {
  return { from, words: register.declaration.label, register: register.id, record: record.id }
}

/** A text field takes the words of what is a choice, a link or a unit in the register. */
async function fittingValue(
  { tx, jurisdiction }: QueryContext,
  field: Field,
  source: Field | undefined,
  value: unknown,
): Promise<unknown> {
  if (field.kind !== 'text' || source === undefined || source.kind === 'text') return value
  if (source.kind === 'unit' && typeof value === 'string') {
    return (await findUnits(tx, jurisdiction, [value])).get(value)?.name ?? null
  }
  return wordsOf(source, value)
}

function byRecord(opened: readonly OpenedRecord[]): readonly OpenedRecord[] {
  const records = new Map<string, OpenedRecord>()
  for (const each of opened) {
    const known = records.get(each.record)
    records.set(each.record, { ...each, fields: [...(known?.fields ?? []), ...each.fields] })
  }
  return [...records.values()]
}
