import type { PlainRecord } from '@qiangxian/engines/formula/span'
import type { Register } from '../registers/registers.ts'
import { type Row, storedRecord } from '../registers/stored-record.ts'

/** A row as formulas read a record. Personal data stays sealed, and formulas do not ask for it. */
export function plainRecord(register: Register, row: Row): PlainRecord {
  const { id, label, unitId, expectedOn, values } = storedRecord(register, row)
  return { id, label, unitId, expectedOn, values: { ...values } }
}
