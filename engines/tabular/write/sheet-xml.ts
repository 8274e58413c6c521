import { columnLetters } from '../column-letters.ts'
import { styleIndex } from './cell-styles.ts'
import type { CellPlan, RowPlan, SheetPlan } from './sheet-plan.types.ts'
import { cellText, xmlText } from './xml-escape.ts'

export interface CellNote {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Comments are drawn one by one when a workbook is opened. */
const mostNotes = 10_000
const mostRows = 1_048_576
const pieceChars = 64 * 1024
/** Some programs unfold a rule into its cells; nobody fills in more rows by hand. */
const mostRowsWithChoices = 20_000
/** in-sheet choices are written into the sheet up to so many characters; beyond, Excel calls the file damaged */
const mostInlineChars = 255

/** The XML of a sheet, piece by piece; comments are collected for the parts that follow it. */
export async function* sheetXml(
  plan: SheetPlan,
  listRanges: ReadonlyMap<string, string>,
  notes: CellNote[],
): AsyncGenerator<string> {
  yield opening(plan)
  let xml = ''
  let row = 0
  for await (const cells of plan.rows) {
    row += 1
    if (row > mostRows) throw new Error(`the sheet ${plan.name} has more rows than a workbook holds`)
    xml += rowXml(row, cells, plan, notes)
    if (xml.length < pieceChars) continue
    yield xml
    xml = ''
  }
  yield `${xml}</sheetData>${mergedXml(plan)}${validationsXml(plan, listRanges)}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>${notes.length > 0 ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`
}

function opening({ columns, frozenRows = 0 }: SheetPlan): string {
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
  const cols = columns.map(({ width = 12, style }, index) => {
    const styled = style === undefined ? '' : ` style="${styleIndex[style]}"`
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${styled} customWidth="1"/>`
  })
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`}<sheetData>`
}

function rowXml(row: number, cells: RowPlan, { columns }: SheetPlan, notes: CellNote[]): string {
  let xml = `<row r="${row}">`
  for (let column = 0; column < cells.length; column += 1) {
    const plan = cells[column] ?? null
    if (plan === null) continue
    const isStyled = typeof plan === 'object'
    if (isStyled && plan.note !== undefined && notes.length < mostNotes) notes.push({ row, column, text: plan.note })
    const style = (isStyled ? plan.style : undefined) ?? columns[column]?.style
    xml += cellXml(
      `${letters(column)}${row}`,
      isStyled ? plan.value : plan,
      style === undefined ? 0 : styleIndex[style],
    )
  }
  return `${xml}</row>`
}

function cellXml(place: string, value: Exclude<CellPlan, object>, style: number): string {
  const styled = style === 0 ? '' : ` s="${style}"`
  if (value === null || value === '') return style === 0 ? '' : `<c r="${place}"${styled}/>`
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`${place} holds no number`)
      return `<c r="${place}"${styled}><v>${value}</v></c>`
    case 'boolean':
      return `<c r="${place}"${styled} t="b"><v>${value ? 1 : 0}</v></c>`
    default: {
      const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : ''
      return `<c r="${place}"${styled} t="inlineStr"><is><t${space}>${cellText(value)}</t></is></c>`
    }
  }
}

const known: string[] = []
function letters(column: number): string {
  known[column] ??= columnLetters(column)
  return known[column]
}

function mergedXml({ merged = [] }: SheetPlan): string {
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('')
  return ranges === '' ? '' : `<mergeCells count="${merged.length}">${ranges}</mergeCells>`
}

/** Choices that are too many for the sheet stand on a sheet of their own, which is named here by their range. */
export function needsList(choices: readonly string[]): boolean {
  return choices.join(',').length > mostInlineChars || choices.some((choice) => /[,"]/.test(choice))
}

function validationsXml({ columns }: SheetPlan, listRanges: ReadonlyMap<string, string>): string {
  const rules = columns.flatMap(({ choices = [], choicesFrom = 2 }, index) => {
    if (choices.length === 0) return []
    const formula = needsList(choices) ? (listRanges.get(listKey(choices)) ?? '') : `"${choices.join(',')}"`
    const range = `${letters(index)}${choicesFrom}:${letters(index)}${choicesFrom + mostRowsWithChoices}`
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请从列表中选择" error="这一列只能填下拉列表里的内容。" sqref="${range}"><formula1>${xmlText(formula)}</formula1></dataValidation>`,
    ]
  })
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

export function listKey(choices: readonly string[]): string {
  return choices.join('\n')
}
