import { maskedMark } from '@qiangxian/engines/tabular/head/reserved-headings'
import type { CellStyle } from '@qiangxian/engines/tabular/write-workbook'
import { importableFields } from '../../imports/recognise-sheets.ts'
import { isPersonal } from '../columns.ts'
import type { Field } from '../field.types.ts'
import type { Register } from '../registers.ts'

/** A column of a spreadsheet of a register, in templates and in exports alike, so that what goes out comes in again. */
export interface SheetColumn {
  readonly name: string
  readonly field: Field
  /** 质押金额（万元） */
  readonly heading: string
  readonly isRequired: boolean
  readonly style: CellStyle
  /** in characters */
  readonly width: number
}

/**
 * The columns of a register: its fields as declared, then what every record has (考核归属单位, 预计日期). Files are no
 * columns; they are given on the page of a record.
 */
export function sheetColumns(register: Register): readonly SheetColumn[] {
  return [...importableFields(register)].map(([name, field]) => ({
    name,
    field,
    heading: headingOf(field),
    isRequired: field.required === true || register.declaration.key.includes(name),
    style: styleOf(field),
    width: widthOf(field),
  }))
}

/** Masked values are shown and never taken back: the heading says so to people and to the import. */
export function exportHeading({ field, heading }: SheetColumn): string {
  return isPersonal(field) ? `${heading}（${maskedMark}）` : heading
}

function headingOf(field: Field): string {
  const unit = unitOf(field)
  return unit === undefined ? field.label : `${field.label}（${unit}）`
}

export function unitOf(field: Field): string | undefined {
  switch (field.kind) {
    case 'money':
      return field.writtenIn
    case 'share':
      return '%'
    case 'integer':
    case 'decimal':
      return field.unit
    default:
      return undefined
  }
}

/** Codes, names and everything that is chosen is text: zeros in front stay, and a 1-2 becomes no day. */
function styleOf(field: Field): CellStyle {
  switch (field.kind) {
    case 'date':
      return field.precision === undefined || field.precision === 'day' ? 'date' : 'text'
    case 'money':
      return 'money'
    case 'integer':
      return 'integer'
    case 'decimal':
    case 'share':
      return 'decimal'
    case 'text':
      return field.multiline === true ? 'words' : 'text'
    default:
      return 'text'
  }
}

function widthOf(field: Field): number {
  switch (field.kind) {
    case 'link':
    case 'links':
      return 28
    case 'text':
      return field.multiline === true ? 40 : field.format === undefined ? 24 : 20
    case 'choices':
    case 'codes':
      return 20
    default:
      return 14
  }
}
