import type { CommandContext } from '../operations/context.ts'
import { judgeChange, refuseUnlessGood } from '../registers/change-record.ts'
import { readRecords } from '../registers/find-records.ts'
import type { Register } from '../registers/registers.ts'
import { writeRecords } from '../registers/write-records.ts'
import type { Deed, MatterEffect, WrittenEntry } from './effects.types.ts'
import { factsOf } from './facts.ts'
import { formFields } from './form/form-fields.ts'
import { wordsOf } from './form/value-words.ts'
import type { FormField, RegisterWriteDeclaration, WrittenValue } from './matter.types.ts'

/**
 * What a matter writes into registers: at the acts and states that its declaration names, through the one check of
 * values, with origin `matter` and the number of the matter as the reason. A value that the register refuses refuses the
 * act, so that nothing is decided that is not entered.
 */
export const registerEntriesEffect: MatterEffect = {
  id: 'registerEntries',
  run: async (context, deed) => {
    const due = deed.declaration.writes.filter(({ on }) => deed.events.includes(on))
    if (due.length === 0) return undefined
    const written: WrittenEntry[] = []
    for (const write of due) written.push(await writeEntry(context, deed, write))
    return { written }
  },
}

async function writeEntry(
  context: CommandContext,
  deed: Deed,
  { register: id, values, changesExisting }: RegisterWriteDeclaration,
): Promise<WrittenEntry> {
  const { registers } = deed.matters
  const register = registers.get(id)
  const given = Object.fromEntries(
    Object.entries(values).flatMap(([name, source]): [string, unknown][] => {
      const value = valueFrom(context, deed, register, name, source)
      return value === undefined || value === null || value === '' ? [] : [[name, value]]
    }),
  )
  const fresh = await judgeChange(context, registers, register, { values: given })
  const before =
    changesExisting === true && fresh.sameAs !== null ? await existing(context, register, fresh.sameAs) : undefined
  const judged =
    before === undefined ? fresh : await judgeChange(context, registers, register, { values: given }, before)
  refuseUnlessGood(register, judged)
  const [record] = await writeRecords(context, registers, register, [judged.write], {
    ...{ origin: 'matter', reason: deed.after.number, demonstration: deed.after.demonstration },
  })
  if (record === undefined) throw new Error(`nothing was written into ${id}`)
  return { register: id, recordId: record.id, label: record.label }
}

async function existing({ tx, jurisdiction }: CommandContext, register: Register, id: string) {
  return (await readRecords(tx, jurisdiction, register, [id], { lock: true })).get(id)
}

function valueFrom(
  context: CommandContext,
  deed: Deed,
  register: Register,
  name: string,
  source: WrittenValue,
): unknown {
  if ('literal' in source) return source.literal
  const isText = register.fields.get(name)?.field.kind === 'text'
  if ('form' in source) {
    const value = deed.values[source.form]
    return isText ? textOf(formFields(deed.declaration).get(source.form)?.field, value) : value
  }
  if ('input' in source) {
    const value = deed.input[source.input]
    return isText ? textOf(deed.act.declaration?.fields?.[source.input], value) : value
  }
  // A unit is entered by its id, and everything else in words.
  if (source.fact === 'unit' && register.fields.get(name)?.field.kind === 'unit') return { id: deed.after.unitId }
  return factsOf(context, deed)[source.fact]
}

/** A choice is entered into a text by its label. */
function textOf(field: FormField | undefined, value: unknown): unknown {
  return field?.kind === 'choice' ? wordsOf(field, value) : value
}
