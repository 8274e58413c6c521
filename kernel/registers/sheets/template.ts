import { exampleColumn, exampleMark, notesSheets } from '@qiangxian/engines/tabular/head/reserved-headings'
import {
  type CellPlan,
  type ColumnPlan,
  type RowPlan,
  type SheetPlan,
  writeWorkbook,
} from '@qiangxian/engines/tabular/write-workbook'
import { isPersonal } from '../columns.ts'
import type { Register, Registers } from '../registers.ts'
import { choicesOf, exampleOf, howToFill } from './field-words.ts'
import { type SheetColumn, sheetColumns } from './sheet-columns.ts'

/**
 * The workbook in which records of a register are filled in for an import: a head with marks and comments, choices in
 * the cells, a row that shows how and is not taken, and a sheet of explanations.
 *
 * @param units names of the units that may be chosen
 */
export function templateOf(
  registers: Registers,
  register: Register,
  units: readonly string[],
): AsyncGenerator<Uint8Array> {
  const columns = sheetColumns(register)
  return writeWorkbook([fillInSheet(registers, register, columns, units), explanations(registers, register, columns)])
}

function fillInSheet(
  registers: Registers,
  { declaration }: Register,
  columns: readonly SheetColumn[],
  units: readonly string[],
): SheetPlan {
  const head = columns.map((column): CellPlan => {
    const how = howToFill(registers, column.field)
    const note = `${column.isRequired ? '必填。' : ''}${how}`
    return {
      value: `${column.isRequired ? '*' : ''}${column.heading}`,
      style: column.isRequired ? 'requiredHead' : 'head',
      ...(note === '' ? {} : { note }),
    }
  })
  const example = columns.map(({ field }): CellPlan => ({ value: exampleOf(registers, field), style: 'example' }))
  return {
    name: declaration.label,
    frozenRows: 1,
    columns: [
      ...columns.map(({ field, width, style }): ColumnPlan => {
        return { width, style, choices: choicesOf(field, units), choicesFrom: 3 }
      }),
      { width: 16, style: 'hint' },
    ],
    rows: [
      [...head, { value: exampleColumn, style: 'plainHead' }],
      [...example, { value: exampleMark, style: 'example' }],
    ],
  }
}

function explanations(registers: Registers, { declaration }: Register, columns: readonly SheetColumn[]): SheetPlan {
  const key = declaration.key.map((name) => declaration.fields[name]?.label ?? name)
  const words = [
    `${declaration.about}（依据：${declaration.source}）`,
    '表头带 * 的是必填栏目。第 2 行是示例，不会导入，可以留着或删去。',
    key.length === 0
      ? '各栏都相同的两行算同一条记录。'
      : `“${key.join('”和“')}”相同的算同一条记录：再次导入时更新已有记录，空着的格不改动原值。`,
    '不要合并单元格；从别的表复制时请粘贴为数值。列的顺序可以改，用不到的列可以删。',
    ...(columns.some(({ field }) => isPersonal(field)) ? ['个人信息按规定加密保存，请只填必需的。'] : []),
  ]
  const head: RowPlan = ['栏目', '是否必填', '怎么填', '可选内容', '来自'].map((value) => ({
    value,
    style: 'plainHead',
  }))
  const rows = columns.map(({ heading, field, isRequired }): RowPlan => {
    const choices = choicesOf(field, [])
    return [
      { value: heading, style: 'words' },
      isRequired ? '必填' : '',
      { value: howToFill(registers, field), style: 'words' },
      { value: choices.join('、'), style: 'words' },
      { value: field.origin ?? '', style: 'words' },
    ]
  })
  return {
    name: notesSheets.template,
    columns: [{ width: 24 }, { width: 10 }, { width: 60 }, { width: 40 }, { width: 20 }],
    merged: [`A1:E1`, ...words.map((_, index) => `A${index + 2}:E${index + 2}`)],
    rows: [
      [{ value: `${declaration.label} 填写说明`, style: 'title' }],
      ...words.map((value): RowPlan => [{ value, style: 'hint' }]),
      head,
      ...rows,
    ],
  }
}
