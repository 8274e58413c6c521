import type { QueryContext } from '../operations/context.ts'
import { findUnits, type UnitRef } from '../parties/unit-ref.ts'
import { isLastDay } from './columns.ts'
import type { Field } from './field.types.ts'
import { type RecordValues, Sealed, type StoredRecord, type Value } from './record.types.ts'
import type { RecordRow } from './registers.schemas.ts'
import type { Register } from './registers.ts'
import type { Sight } from './sight.ts'

/** Names of what values point at by id alone: units and files. */
export interface PointedAt {
  readonly units: ReadonlyMap<string, UnitRef>
  readonly files: ReadonlyMap<string, string>
}

/** Records as they are shown: names beside ids, personal data masked, nothing that the reader does not see. */
export async function presentRecords(
  context: QueryContext,
  register: Register,
  sight: Sight,
  records: readonly StoredRecord[],
  day: string = context.today,
): Promise<RecordRow[]> {
  const pointedAt = await lookUp(context, register, records)
  return records.map((record) => presentRecord(register, sight, record, pointedAt, day))
}

export function presentRecord(
  register: Register,
  sight: Sight,
  record: StoredRecord,
  pointedAt: PointedAt,
  day: string,
): RecordRow {
  return {
    id: record.id,
    revision: record.revision,
    label: sight.fields.has(register.declaration.title) ? record.label : '—',
    unit: pointedAt.units.get(record.unitId ?? '') ?? null,
    expectedOn: record.expectedOn,
    inForce: isInForce(register, record, day),
    values: presentValues(register, sight, record.values, pointedAt),
    doubts: record.doubts
      .filter(({ field }) => sight.fields.has(field))
      .map(({ field, message }) => ({ field, message: { ...message } })),
    recordedAt: record.recordedAt.toISOString(),
    demonstration: record.demonstration,
  }
}

export function presentValues(
  register: Register,
  sight: Sight,
  values: RecordValues,
  pointedAt: PointedAt,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {}
  for (const { name, field } of register.fields.values()) {
    if (sight.fields.has(name)) shown[name] = presentValue(field, values[name] ?? null, pointedAt)
  }
  return shown
}

export function presentValue(field: Field, value: Value, { units, files }: PointedAt): unknown {
  if (value === null) return null
  if (value instanceof Sealed) return { masked: value.masked }
  if (field.kind === 'unit') return { id: value, name: units.get(value as string)?.name ?? '' }
  if (field.kind === 'attachments') {
    return (value as readonly string[]).map((id) => ({ evidenceId: id, name: files.get(id) ?? '' }))
  }
  return value
}

/** @returns null where the register has no validity */
export function isInForce(
  { declaration, fields }: Register,
  { values, expectedOn }: Pick<StoredRecord, 'values' | 'expectedOn'>,
  day: string,
): boolean | null {
  const { validity } = declaration
  if (validity === undefined) return null
  const from = values[validity.from]
  if (expectedOn !== null || typeof from !== 'string' || from > day) return false
  return validity.until.every((name) => {
    const end = values[name]
    return typeof end !== 'string' || end > day || (end === day && isLastDay(fields.get(name)?.field))
  })
}

export async function lookUp(
  { tx, jurisdiction }: QueryContext,
  register: Register,
  records: readonly Pick<StoredRecord, 'unitId' | 'values'>[],
): Promise<PointedAt> {
  const units = new Set<string>()
  const files = new Set<string>()
  for (const { unitId, values } of records) {
    if (unitId !== null) units.add(unitId)
    for (const { name, field } of register.fields.values()) {
      const value = values[name]
      if (field.kind === 'unit' && typeof value === 'string') units.add(value)
      if (field.kind === 'attachments' && Array.isArray(value)) for (const id of value as string[]) files.add(id)
    }
  }
  return { units: await findUnits(tx, jurisdiction, [...units]), files: await fileNames(tx, jurisdiction, [...files]) }
}

async function fileNames(
  tx: QueryContext['tx'],
  jurisdiction: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('evidence')
    .select(['id', 'name'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
