import { newId } from '@qiangxian/kernel/ids/new-id'
import { checkValues } from '@qiangxian/kernel/registers/check-values'
import { isPersonal } from '@qiangxian/kernel/registers/columns'
import type { Field } from '@qiangxian/kernel/registers/field.types'
import type { Register, Registers } from '@qiangxian/kernel/registers/registers'
import type { RecordWrite } from '@qiangxian/kernel/registers/write-records'
import type { InventedBooks, InventedLink, InventedRecord, InventedValue } from './invented.ts'

export interface Placing {
  readonly registers: Registers
  /** party of a unit's key; undefined where the county has none of that key */
  readonly unitOf: (key: string) => string | undefined
  /** the last day that may have come: what lies after it has not happened */
  readonly asOf: string
  /** ids of stored evidence, given to records in turn */
  readonly evidence: readonly string[]
  readonly now: Date
}

/** What is written into one register. */
export interface PlacedBook {
  readonly register: Register
  readonly rows: readonly RecordWrite[]
}

/**
 * Gives invented records their ids, units and links, and checks each as a form would: what is not sound never comes into
 * a table. Records and days after the last day are left out.
 *
 * @throws Error when an invented record would be refused; that is a mistake in the inventing
 */
export function* placeRecords(books: InventedBooks, placing: Placing): Generator<PlacedBook> {
  const { registers, asOf, now } = placing
  const ids = new Map<string, readonly (string | null)[]>()
  for (const [id, records] of Object.entries(books)) {
    const register = registers.get(id)
    ids.set(
      id,
      records.map((record) => (hasCome(register, record, asOf) ? newId(now) : null)),
    )
  }
  // One register after the other, so that no more than one of them is held twice.
  for (const [id, records] of Object.entries(books)) {
    const register = registers.get(id)
    const own = ids.get(id) ?? []
    const rows = records.flatMap((record, at) => {
      const recordId = own[at]
      return recordId == null ? [] : [placed(register, record, recordId, { ...placing, ids, at })]
    })
    yield { register, rows }
  }
}

interface Place extends Placing {
  readonly ids: ReadonlyMap<string, readonly (string | null)[]>
  readonly at: number
}

function placed(register: Register, record: InventedRecord, id: string, place: Place): RecordWrite {
  const given: Record<string, unknown> = {}
  for (const { name, field } of register.fields.values()) {
    const value = record.values[name] ?? null
    given[name] = value === null ? null : givenValue(field, value, record, place)
  }
  // Every ninth record of a register with files has one of the few that the story brings.
  const { evidence, at } = place
  if (register.fields.get('evidence')?.field.kind === 'attachments' && evidence.length > 0 && at % 9 === 4) {
    given['evidence'] = [evidence[at % evidence.length]]
  }
  const { values, problems, doubts } = checkValues(place.registers, register, given, {
    today: place.asOf,
    expected: record.expectedOn !== undefined,
  })
  const [problem] = problems
  if (problem !== undefined) {
    throw new Error(
      `invented ${register.id} ${String(record.values[register.declaration.title])}: ${problem.message.en}`,
    )
  }
  return {
    id,
    values,
    doubts,
    unitId: record.unit === null ? null : (place.unitOf(record.unit) ?? null),
    ...(record.expectedOn === undefined ? {} : { expectedOn: record.expectedOn }),
  }
}

function givenValue(field: Field, value: InventedValue, record: InventedRecord, place: Place): unknown {
  switch (field.kind) {
    case 'unit':
      return place.unitOf(String(value)) ?? null
    case 'link':
      return linked(field.register, value as InventedLink, place)
    case 'links':
      return (value as readonly InventedLink[]).map((each) => linked(field.register, each, place))
    case 'date':
      return field.mayLieAhead === true || record.expectedOn !== undefined || String(value) <= place.asOf ? value : null
    default:
      return isPersonal(field) ? String(value) : value
  }
}

function linked(register: string, { name, of }: InventedLink, { ids }: Place) {
  return { name, id: of === null ? null : (ids.get(register)?.[of] ?? null) }
}

/** Whether a record is there by a day: none of the days that it must have, or from which it is in force, lies after it. */
function hasCome({ declaration, fields }: Register, record: InventedRecord, asOf: string): boolean {
  if (record.expectedOn !== undefined) return record.expectedOn > asOf
  for (const { name, field } of fields.values()) {
    if (field.kind !== 'date' || field.mayLieAhead === true) continue
    if (field.required !== true && name !== declaration.validity?.from && !declaration.key.includes(name)) continue
    const value = record.values[name]
    if (typeof value === 'string' && value > asOf.slice(0, value.length)) return false
  }
  return true
}
