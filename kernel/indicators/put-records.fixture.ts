import type { Records } from '@qiangxian/engines/formula/evaluate'
import { isLink, isList, type PlainRecord } from '@qiangxian/engines/formula/span'
import type { RegisterField, Registers } from '../registers/registers.ts'
import type { TestKernel } from '../testing/test-kernel.ts'

/** Puts records into the tables of their registers as they are, in place of what was there; they need not make sense. */
export async function putRecords(
  kernel: TestKernel,
  registers: Registers,
  records: Records,
  recordedAt = new Date('2026-01-01T00:00:00Z'),
): Promise<void> {
  // One statement for many rows: each call is a connection of its own.
  const emptied = registers.all.flatMap(({ table, pastTable }) => [table, pastTable])
  await kernel.test.tamper(emptied.map((table) => `delete from ${table}`).join('; '))
  for (const register of registers.all) {
    const rows = (records.get(register.id) ?? []).map((record) => ({
      jurisdiction: kernel.county.jurisdiction,
      id: record.id,
      revision: 1,
      identity: record.id,
      unit_id: record.unitId,
      expected_on: record.expectedOn,
      label: record.label ?? record.id,
      pinyin: '',
      tokens: '',
      digest: record.id,
      origin: 'form',
      recorded_at: recordedAt,
      recorded_by: '演示',
      act: 'added',
      demonstration: false,
      ...fieldColumns([...register.fields.values()], record),
    }))
    const [first] = rows
    if (first === undefined) continue
    const names = Object.keys(first)
    const places = rows.map((_, row) => `(${names.map((_name, at) => `$${row * names.length + at + 1}`).join(', ')})`)
    await kernel.test.tamper(
      `insert into ${register.table} (${names.join(', ')}) values ${places.join(', ')}`,
      rows.flatMap((row) => Object.values(row)),
    )
  }
}

function fieldColumns(fields: readonly RegisterField[], record: PlainRecord): Record<string, unknown> {
  return Object.assign({}, ...fields.map((field) => columnsOf(field, record.values[field.name] ?? null)))
}

/** Every column of a field, whatever the value is: rows of one statement have the same. */
function columnsOf({ columns }: RegisterField, value: unknown): Record<string, unknown> {
  const names = columns.map((column) => column.name)
  const none = Object.fromEntries(names.map((name) => [name, null]))
  const [first = '', second = ''] = names
  if (isLink(value)) return { ...none, [first]: value.name, [second]: value.id }
  if (isList(value) && value.some(isLink)) {
    const links = value.filter(isLink)
    return { ...none, [first]: links.map(({ name }) => name), [second]: links.map(({ id }) => id ?? '') }
  }
  return { ...none, [first]: value }
}

/** A plot called after its id. */
export function plot(id: string, values: PlainRecord['values'], rest: Partial<PlainRecord> = {}): PlainRecord {
  return { id, label: `园${id}`, unitId: null, expectedOn: null, ...rest, values: { name: `园${id}`, ...values } }
}

/** A high prize of one plot. */
export function prize(id: string, plotId: string, wonOn: string): PlainRecord {
  const plots = [{ id: plotId, name: plotId }]
  return {
    id,
    label: `奖${id}`,
    unitId: null,
    expectedOn: null,
    values: { name: `奖${id}`, plots, wonOn, level: 'high' },
  }
}
