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
import type { FormField, MatterDeclaration } from '../matter.types.ts'
import type { DraftParty } from './draft-party.ts'
import type { PrefillOrigin } from './draft-row.ts'
import { earlierValues } from './earlier-values.ts'
import { linkedRecord } from './linked-record.ts'

export interface Prefilled {
  readonly value: unknown
  readonly origin: PrefillOrigin
}

export interface PrefillOutcome {
  /** form field → what is filled into it */
  readonly fields: Readonly<Record<string, Prefilled>>
  /** personal data of registers that was opened for it: the journal says so */
  readonly opened: readonly { readonly register: string; readonly record: string; readonly fields: readonly string[] }[]
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
  {
    party,
    values,
    wanted,
  }: {
    readonly party: DraftParty
    readonly values: Readonly<Record<string, unknown>>
    readonly wanted: (field: string) => boolean
  },
): Promise<PrefillOutcome> {
  const asked = [...formFields(declaration)].filter(([name, { field }]) => field.prefill !== undefined && wanted(name))
  const fields: Record<string, Prefilled> = {}
  const opened = new Map<string, { register: string; record: string; fields: string[] }>()
  const give = (
    name: string,
    field: FormField,
    value: unknown,
    origin: Omit<PrefillOrigin, 'purpose' | 'confirmed'>,
  ) => {
    const reading = checkValue(registers, name, field, value)
    // What does not fit the field is asked for, and not handed on with its fault.
    if (reading.value === null || reading.problem !== undefined) return
    fields[name] = { value: reading.value, origin: { ...origin, purpose: declaration.id, confirmed: false } }
  }
  const fromRecord = async (
    name: string,
    field: FormField,
    register: Register,
    record: StoredRecord,
    from: 'entity' | 'link',
    source: string,
  ) => {
    const value = record.values[source] ?? null
    if (value === null) return
    const sourceField = register.fields.get(source)?.field
    if (value instanceof Sealed) {
      if (from === 'link') return
      const owner = `${context.jurisdiction}/${record.id}`
      const known = opened.get(record.id) ?? { register: register.id, record: record.id, fields: [] }
      known.fields.push(source)
      opened.set(record.id, known)
      give(name, field, context.secrets.open(value.cipher, owner), {
        from,
        words: register.declaration.label,
        register: register.id,
        record: record.id,
      })
      return
    }
    const fitting = await fittingValue(context, field, sourceField, value)
    give(name, field, fitting, { from, words: register.declaration.label, register: register.id, record: record.id })
  }
  const entities = entityRegister(registers)
  const entity = await ownEntity(context, entities, party)
  const earlier = asked.some(([, { field }]) => field.prefill?.from === 'earlier')
    ? await earlierValues(context, party)
    : undefined
  for (const [name, { field }] of asked) {
    const { prefill } = field
    if (prefill?.from === 'entity' && entities !== undefined && entity !== undefined) {
      await fromRecord(name, field, entities, entity, 'entity', prefill.field)
    } else if (prefill?.from === 'person') {
      const known = { name: party.name, phone: party.phone, email: undefined }[prefill.field]
      give(name, field, known, { from: 'person', words: party.accountId === undefined ? '手机验证' : '账号' })
    } else if (prefill?.from === 'link') {
      const linked = await linkedRecord(
        context,
        registers,
        formFields(declaration).get(prefill.link)?.field,
        values[prefill.link],
      )
      if (linked?.seen.has(prefill.field) === true) {
        await fromRecord(name, field, linked.register, linked.record, 'link', prefill.field)
      }
    } else if (prefill?.from === 'earlier') {
      const found = earlier?.(prefill.key, field)
      if (found !== undefined) {
        give(name, field, found.value, {
          from: 'earlier',
          words: `上次填报（${found.number}）`,
          matter: found.matterId,
        })
      }
    }
  }
  return { fields, opened: [...opened.values()] }
}

async function ownEntity(context: QueryContext, register: Register | undefined, { recordId }: DraftParty) {
  if (register === undefined || recordId === undefined) return undefined
  return (await readRecords(context.tx, context.jurisdiction, register, [recordId])).get(recordId)
}

/** A text field takes the words of what is a choice, a link or a unit in the register. */
async function fittingValue(
  context: QueryContext,
  field: Field,
  source: Field | undefined,
  value: unknown,
): Promise<unknown> {
  if (field.kind !== 'text' || (typeof value === 'string' && source?.kind === 'text')) return value
  if (source?.kind === 'unit' && typeof value === 'string') {
    return (await findUnits(context.tx, context.jurisdiction, [value])).get(value)?.name ?? null
  }
  return source === undefined ? value : wordsOf(source as FormField, value)
}
