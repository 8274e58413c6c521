import { publicActor } from '../../accounts/actor.ts'
import type { QueryContext } from '../../operations/context.ts'
import { readRecords } from '../../registers/find-records.ts'
import type { StoredRecord } from '../../registers/record.types.ts'
import type { Register, Registers } from '../../registers/registers.ts'
import { Parameters, runSql } from '../../registers/run-sql.ts'
import { sightOf } from '../../registers/sight.ts'
import type { FormField } from '../matter.types.ts'

export interface LinkedRecord {
  readonly register: Register
  readonly record: StoredRecord
  /** names of the fields that may be handed on */
  readonly seen: ReadonlySet<string>
}

/**
 * The record that a form links to, with what of it everybody may read: whoever applies could link to any record, so
 * nothing but what is public is filled in from it, whatever a clerk who types sees besides.
 */
export async function linkedRecord(
  context: QueryContext,
  registers: Registers,
  field: FormField | undefined,
  value: unknown,
): Promise<LinkedRecord | undefined> {
  const id =
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : undefined
  if (field?.kind !== 'link' || id === undefined) return undefined
  const register = registers.find(field.register)
  if (register === undefined) return undefined
  const sight = await sightOf({ ...context, actor: publicActor(undefined) }, registers, register)
  if (sight === undefined) return undefined
  const parameters = new Parameters()
  const [own, given] = [parameters.add(context.jurisdiction), parameters.add(id)]
  const seen = await runSql<{ id: string }>(
    context.tx,
    `select r.id from ${register.table} r
     where r.jurisdiction = ${own} and r.id = ${given} and ${sight.where('r', parameters)}`,
    parameters.values,
  )
  if (seen.length === 0) return undefined
  const record = (await readRecords(context.tx, context.jurisdiction, register, [id])).get(id)
  return record === undefined ? undefined : { register, record, seen: sight.fields }
}
