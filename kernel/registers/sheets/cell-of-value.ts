import { joinList } from '@qiangxian/engines/tabular/values/split-list'
import type { CellPlan } from '@qiangxian/engines/tabular/write-workbook'
import { serialOfDate } from '@qiangxian/engines/tabular/xlsx/serial-date'
import type { Choice, Field } from '../field.types.ts'
import type { PointedAt } from '../present-records.ts'
import { type LinkValue, type PointValue, Sealed, type Value } from '../record.types.ts'

/** Fen in each, as a power of ten. */
const fenPowers = { 元: 2, 万元: 6, 亿元: 10 } as const

/**
 * A value as it stands in a cell, so that `cellReader` reads the same again: days as days, money in the unit in which the
 * field is written, choices by their label.
 */
export function cellOfValue(field: Field, value: Value, pointedAt: PointedAt): CellPlan {
  if (field.kind === 'date' && typeof value === 'string' && value.length === 10) {
    const serial = serialOfDate(value)
    // Days before 1900 are text: no spreadsheet counts them.
    return serial === undefined ? { value, style: 'text' } : { value: serial, style: 'date' }
  }
  const plain = plainOfValue(field, value, pointedAt)
  return field.kind === 'date' ? { value: plain, style: 'text' } : plain
}

/** The same for a text file: days as `2024-06-12`. */
export function plainOfValue(field: Field, value: Value, pointedAt: PointedAt): string | number | null {
  if (value === null) return null
  if (value instanceof Sealed) return value.masked
  switch (field.kind) {
    case 'choice':
      return labelOf(field.choices, value as string)
    case 'choices':
      return joinList((value as readonly string[]).map((each) => labelOf(field.choices, each)))
    case 'codes':
      return joinList(value as readonly string[])
    case 'money':
      return Number(`${value as number}e-${fenPowers[field.writtenIn]}`)
    case 'flag':
      return value === true ? '是' : '否'
    case 'link':
      return (value as LinkValue).name
    case 'links':
      return joinList((value as readonly LinkValue[]).map(({ name }) => name))
    case 'unit':
      return pointedAt.units.get(value as string)?.name ?? null
    case 'attachments':
      return joinList((value as readonly string[]).map((id) => pointedAt.files.get(id) ?? id))
    case 'point': {
      const { longitude, latitude } = value as PointValue
      return `${longitude}, ${latitude}`
    }
    default:
      return value as string | number
  }
}

function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((each) => each.value === value)?.label ?? value
}
