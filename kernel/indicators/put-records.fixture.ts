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
  for (const register of registers.all) {
    await kernel.test.tamper(`delete from ${register.table}`)
    await kernel.test.tamper(`delete from ${register.pastTable}`)
    for (const record of records.get(register.id) ?? []) {
      const columns: Record<string, unknown> = {
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
      }
      const names = Object.keys(columns)
      await kernel.test.tamper(
        `insert into ${register.table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
        Object.values(columns),
      )
    }
  }
}

function fieldColumns(fields: readonly RegisterField[], record: PlainRecord): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, columns }) => {
      const value = record.values[name] ?? null
      const [first = '', second = ''] = columns.map((column) => column.name)
      if (isLink(value)) {
        return [
          [first, value.name],
          [second, value.id],
        ]
      }
      if (isList(value) && value.some(isLink)) {
        const links = value.filter(isLink)
        return [
          [first, links.map((link) => link.name)],
          [second, links.map((link) => link.id ?? '')],
        ]
      }
      return [[first, value]]
    }),
  )
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
