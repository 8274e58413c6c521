import { actorMay } from '../accounts/actor.ts'
import type { QueryContext } from '../operations/context.ts'
import { countRecords } from './count-records.ts'
import type { Field } from './field.types.ts'
import { isSortable } from './list-order.ts'
import { selected } from './list-records.ts'
import type { FieldRow, RegisterDescription } from './registers.schemas.ts'
import type { Register, Registers } from './registers.ts'
import { mayAdd, mayEdit, type Sight } from './sight.ts'

/** A register in one line: what it is, and how many of its records the reader sees. */
export async function presentRegister(
  context: QueryContext,
  registers: Registers,
  register: Register,
  sight: Sight,
  changedAt: ReadonlyMap<string, Date>,
) {
  const { id, declaration } = register
  const { area, systems, label, labelEn, recordLabel, countUnit, about, source } = declaration
  const counted = await countRecords(context, register, sight, {}, () =>
    selected(context, registers, register, sight, {}),
  )
  return {
    ...{ id, area, systems: [...systems], label, labelEn, recordLabel, countUnit, about, source },
    records: counted.count === 0 ? null : counted.count,
    changedAt: changedAt.get(id)?.toISOString() ?? null,
  }
}

export async function describeRegister(
  context: QueryContext,
  registers: Registers,
  register: Register,
  sight: Sight,
  changedAt: ReadonlyMap<string, Date>,
): Promise<RegisterDescription> {
  const { declaration } = register
  const { actor } = context
  const manages = actorMay(actor, 'register.manage')
  return {
    ...(await presentRegister(context, registers, register, sight, changedAt)),
    fields: [...register.fields.values()]
      .filter(({ name }) => sight.fields.has(name))
      .map(({ name, field }) => presentField(registers, register, name, field)),
    key: declaration.key.filter((name) => sight.fields.has(name)),
    title: declaration.title,
    columns: declaration.columns.filter((name) => sight.fields.has(name) || !register.fields.has(name)),
    validity:
      declaration.validity === undefined
        ? null
        : { from: declaration.validity.from, until: [...declaration.validity.until] },
    conditions: conditionsOf(register),
    retentionYears: declaration.retentionYears,
    pointedAtBy: register.pointedAtBy.flatMap((pointing) => {
      const other = registers.find(pointing.register)
      const field = other?.declaration.fields[pointing.field]
      return field === undefined ? [] : [{ ...pointing, label: field.label, labelEn: field.labelEn }]
    }),
    may: {
      add: mayAdd(context, register),
      change: mayAdd(context, register) || mayEdit(context, register, null),
      manage: manages,
      import: manages,
      disclose: actorMay(actor, 'personal.disclose'),
    },
  }
}

function conditionsOf({ declaration }: Register): RegisterDescription['conditions'] {
  const inForce =
    declaration.validity === undefined
      ? []
      : [
          {
            name: 'in-force',
            label: '有效',
            labelEn: 'In force',
            meaning: `已到“${declaration.fields[declaration.validity.from]?.label}”，且未到终止日期。`,
          },
        ]
  const named = Object.entries(declaration.conditions ?? {}).map(([name, { label, labelEn, meaning }]) => ({
    name,
    label,
    labelEn,
    meaning,
  }))
  return [...inForce, ...named]
}

export function presentField(registers: Registers, register: Register, name: string, field: Field): FieldRow {
  const column = register.fields.get(name)?.columns[0]?.name ?? ''
  const format = 'format' in field && field.format !== undefined ? registers.formats.get(field.format) : undefined
  return {
    name,
    kind: field.kind,
    label: field.label,
    labelEn: field.labelEn,
    required: field.required === true || register.declaration.key.includes(name),
    help: field.help ?? null,
    origin: field.origin ?? null,
    sensitivity: field.sensitivity ?? 'internal',
    format: format === undefined ? null : { id: format.id, label: { ...format.label }, example: format.example },
    longest: field.kind === 'text' ? (field.longest ?? null) : null,
    multiline: field.kind === 'text' && field.multiline === true,
    choices:
      field.kind === 'choice' || field.kind === 'choices'
        ? field.choices.map(({ value, label, labelEn }) => ({ value, label, labelEn }))
        : [],
    hasHistory: field.kind === 'choice' && field.history === true,
    unit: field.kind === 'money' ? field.writtenIn : 'unit' in field ? (field.unit ?? null) : null,
    least: 'least' in field ? (field.least ?? null) : null,
    most: 'most' in field ? (field.most ?? null) : null,
    decimals: 'decimals' in field ? (field.decimals ?? null) : null,
    precision: field.kind === 'date' ? (field.precision ?? 'day') : null,
    mayLieAhead: field.kind === 'date' && field.mayLieAhead === true,
    register: field.kind === 'link' || field.kind === 'links' ? field.register : null,
    group: field.group ?? null,
    filterable: field.kind !== 'point',
    sortable: isSortable(field.kind, column),
  }
}
