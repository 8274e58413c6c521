import type { TypedContent } from '../typed-content.ts'
import {
  type Fault,
  type FillableDuty,
  type GoodRow,
  type Issue,
  kept,
  ofSheet,
  type ReadRow,
  take,
  type WorkSheetReading,
  wrong,
} from './good-rows.ts'
import { issueWords } from './issue-words.ts'
import { milestoneRows } from './milestone-rows.ts'
import { columnLetters, type SheetCell, type SheetRow } from './read-cells.ts'
import type { Workbook, WorkbookSheet } from './read-workbook.ts'
import { headRow, layouts, notesSheetName, type SheetColumn, type SheetLayout, stateChoices } from './sheet-layout.ts'
import { dateOfSerial, readTypedDate } from './typed-date.ts'

/**
 * What a filled-in workbook says: rows that can be taken, and everything that is wrong with the others. It never stops
 * at the first fault, and takes no row of which anything is in doubt.
 *
 * @param duties all that the unit may fill in for the period; rows of anything else are none of its business
 */
export function readWorkSheet({ sheets, from1904 }: Workbook, duties: readonly FillableDuty[]): WorkSheetReading {
  const issues: Issue[] = []
  const rows: GoodRow[] = []
  for (const sheet of sheets) {
    const layout = layouts.find(({ name }) => name === sheet.name.trim())
    if (layout === undefined) {
      const isOurs = sheet.name.trim() === notesSheetName
      if (!isOurs && sheet.rows.length > 0) issues.push(ofSheet(sheet, issueWords.unknownSheet(sheet.name)))
      continue
    }
    if (sheet.hidden) {
      issues.push(ofSheet(sheet, issueWords.hiddenSheet(sheet.name)))
      continue
    }
    const read = readLayout(sheet, layout, duties, from1904)
    rows.push(...read.rows)
    issues.push(...read.issues)
  }
  const known = sheets.some(({ name }) => layouts.some((layout) => layout.name === name.trim()))
  if (!known) issues.push({ sheet: '', row: null, column: null, value: null, ...issueWords.noSheet })
  return { rows, issues }
}

function readLayout(
  sheet: WorkbookSheet,
  layout: SheetLayout,
  duties: readonly FillableDuty[],
  from1904: boolean,
): WorkSheetReading {
  const issues: Issue[] = []
  const heads = findHeads(sheet, layout)
  if (heads === undefined) return { rows: [], issues: [ofSheet(sheet, issueWords.noHeads(sheet.name))] }
  const canMatch =
    heads.at.has('id') || (heads.at.has('code') && (heads.at.has('period') || layout.kind === 'milestone'))
  const missing = layout.columns.filter(({ key, fillIn }) => fillIn === true && !heads.at.has(key))
  for (const { head } of missing) issues.push({ ...ofSheet(sheet, issueWords.missingColumn(head)), column: head })
  if (!canMatch) issues.push({ ...ofSheet(sheet, issueWords.missingColumn('编号')), column: '编号' })
  if (missing.length > 0 || !canMatch) return { rows: [], issues }
  const read: ReadRow[] = []
  for (const row of sheet.rows.filter(({ number }) => number > heads.row)) {
    const result = readRow(sheet, row, layout, heads.at, duties, from1904)
    issues.push(...result.issues)
    if (result.row !== undefined) read.push(result.row)
  }
  const good = layout.kind === 'milestone' ? milestoneRows(sheet, read) : plainRows(sheet, layout, read)
  return { rows: good.rows, issues: [...issues, ...good.issues] }
}

/** The heads may have moved: somebody put a line above them, or took the title away. */
function findHeads(sheet: WorkbookSheet, layout: SheetLayout) {
  const bare = (text: string) => text.replaceAll(/\s|（.*?）|\(.*?\)/g, '')
  for (const row of sheet.rows.filter(({ number }) => number <= headRow + 8)) {
    const at = new Map<string, number>()
    for (const column of layout.columns) {
      for (const [index, cell] of row.cells) {
        if (bare(cell.text) === bare(column.head) && !at.has(column.key)) at.set(column.key, index)
      }
    }
    if (at.size >= 3) return { row: row.number, at: at as ReadonlyMap<string, number> }
  }
  return undefined
}

function readRow(
  sheet: WorkbookSheet,
  row: SheetRow,
  layout: SheetLayout,
  at: ReadonlyMap<string, number>,
  duties: readonly FillableDuty[],
  from1904: boolean,
): { row: ReadRow | undefined; issues: readonly Issue[] } {
  const textAt = (key: string) => {
    const index = at.get(key)
    const cell = index === undefined ? undefined : row.cells.get(index)
    return cell === undefined || cell.kind === 'formula' ? '' : cell.text.trim()
  }
  const touched = layout.columns.filter(
    ({ key, fillIn }) => fillIn === true && key !== 'cutoffOn' && row.cells.has(at.get(key) ?? -1),
  )
  if (touched.length === 0) return { row: undefined, issues: [] }
  const merged = sheet.merged.find(({ fromRow, toRow }) => fromRow <= row.number && row.number <= toRow)
  if (merged !== undefined) return wrong(sheet, row, null, merged.text, issueWords.merged(merged.text))
  const found = findDuty(duties, layout, textAt)
  if (found === undefined) {
    const id = textAt('id')
    return wrong(sheet, row, id === '' ? '代码' : '编号', id === '' ? textAt('code') : id, issueWords.unknownRow)
  }
  if (found.refusal !== null) return wrong(sheet, row, null, found.duty.title, issueWords.cannotWrite(found.refusal))
  const issues: Issue[] = []
  const values = new Map<string, string>([['label', textAt('label')]])
  for (const column of layout.columns) {
    const index = at.get(column.key)
    const cell = index === undefined ? undefined : row.cells.get(index)
    if (column.fillIn !== true || cell === undefined || index === undefined) continue
    const read = readCell(cell, column, from1904)
    if (typeof read === 'string') values.set(column.key, read)
    else issues.push(...wrong(sheet, row, `${columnLetters(index)} ${column.head}`, cell.text, read).issues)
  }
  return { row: issues.length > 0 ? undefined : { number: row.number, found, values }, issues }
}

function findDuty(duties: readonly FillableDuty[], { kind }: SheetLayout, textAt: (key: string) => string) {
  const ofKind = duties.filter(({ subject }) => subject.kind === kind)
  const id = textAt('id')
  if (id !== '') return ofKind.find(({ duty }) => duty.id === id)
  // The hidden column was lost: code, period and scope name a duty as well, unless two are alike.
  const scope = textAt('scope')
  const alike = ofKind.filter(
    ({ code, duty }) =>
      code.replaceAll(/\s/g, '') === textAt('code').replaceAll(/\s/g, '') &&
      (kind === 'milestone' || duty.period === textAt('period')) &&
      (scope === '' || (scope === '全县') === (duty.scope === 'county')),
  )
  return alike.length === 1 ? alike[0] : undefined
}

/** What a cell says, as text for the rules that read typed content, or what is wrong with it. */
function readCell(cell: SheetCell, column: SheetColumn, from1904: boolean): string | Fault {
  if (cell.kind === 'formula') return issueWords.formula
  if (cell.kind === 'error') return issueWords.errorCell
  if (column.kind === 'number' && cell.kind === 'number' && cell.format === 'date') return issueWords.dateAsNumber
  if (column.kind === 'date') {
    const day = cell.kind === 'number' ? dateOfSerial(cell.value, from1904) : undefined
    return day ?? readTypedDate(cell.text) ?? issueWords.noDate
  }
  if (column.choices !== undefined) {
    return column.choices.includes(cell.text.trim()) ? cell.text.trim() : issueWords.noChoice(column.choices)
  }
  const text = cell.text.trim()
  return text.length > (column.longest ?? longestWords) ? issueWords.tooLong(column.longest ?? longestWords) : text
}

function plainRows(sheet: WorkbookSheet, layout: SheetLayout, read: readonly ReadRow[]): WorkSheetReading {
  const rows: GoodRow[] = []
  const issues: Issue[] = []
  for (const row of read) {
    const twin = read.find((other) => other !== row && other.found === row.found)
    if (twin !== undefined) {
      issues.push(
        ...wrong(sheet, { number: row.number }, null, row.found.duty.title, issueWords.twice(twin.number)).issues,
      )
      continue
    }
    const { values } = row
    const typed: Record<string, unknown> = { ...kept(row.found.content) }
    for (const { key, fillIn } of layout.columns) {
      if (fillIn === true) typed[key] = values.get(key) ?? (wordFields.has(key) ? '' : null)
    }
    const state = stateChoices.find(([label]) => label === values.get('valueState'))
    if (layout.kind === 'target') typed['valueState'] = state?.[1] ?? null
    take(sheet, row, typed as TypedContent, rows, issues)
  }
  return { rows, issues }
}

/** as the page takes them */
const longestWords = 4_000
const wordFields = new Set(['narrative', 'problems', 'nextSteps'])
