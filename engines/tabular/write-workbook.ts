import { columnLetters } from './column-letters.ts'
import { stylesXml } from './write/cell-styles.ts'
import { commentsXml, drawingXml } from './write/notes-xml.ts'
import type { SheetPlan } from './write/sheet-plan.types.ts'
import { type CellNote, listKey, needsList, sheetXml } from './write/sheet-xml.ts'
import { xmlText } from './write/xml-escape.ts'
import { writeZip, type ZipPart } from './write/zip-writer.ts'

export type { CellStyle } from './write/cell-styles.ts'
export type { CellPlan, ColumnPlan, RowPlan, SheetPlan } from './write/sheet-plan.types.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const listSheetName = '选项'

interface WrittenSheet {
  readonly name: string
  readonly hasNotes: boolean
  readonly hidden: boolean
}

/**
 * A workbook (ISO/IEC 29500), byte by byte as its rows come: a million of them take no more memory than one. Text is
 * always written as text, so that no program computes what begins with `=`.
 *
 * Names of sheets are made such as Excel takes them: no more than 31 characters, without `: \ / ? * [ ]`, no two alike.
 *
 * @example for await (const bytes of writeWorkbook([{ name: '专利', columns, rows }])) response.write(bytes)
 */
export async function* writeWorkbook(
  sheets: Iterable<SheetPlan> | AsyncIterable<SheetPlan>,
  { creator = '强县' }: { readonly creator?: string } = {},
): AsyncGenerator<Uint8Array> {
  yield* writeZip(parts(sheets, creator))
}

async function* parts(
  sheets: Iterable<SheetPlan> | AsyncIterable<SheetPlan>,
  creator: string,
): AsyncGenerator<ZipPart> {
  const written: WrittenSheet[] = []
  const lists: (readonly string[])[] = []
  const ranges = new Map<string, string>()
  for await (const plan of sheets) {
    for (const { choices = [] } of plan.columns) {
      if (choices.length === 0 || !needsList(choices) || ranges.has(listKey(choices))) continue
      const letter = columnLetters(lists.length)
      ranges.set(listKey(choices), `'${listSheetName}'!$${letter}$1:$${letter}$${choices.length}`)
      lists.push(choices)
    }
    const notes: CellNote[] = []
    const number = written.length + 1
    yield { name: `xl/worksheets/sheet${number}.xml`, text: sheetXml(plan, ranges, notes) }
    if (notes.length > 0) yield* noteParts(number, notes)
    written.push({ name: sheetName(plan.name, written), hasNotes: notes.length > 0, hidden: false })
  }
  if (lists.length > 0) {
    yield { name: `xl/worksheets/sheet${written.length + 1}.xml`, text: sheetXml(listPlan(lists), ranges, []) }
    written.push({ name: listSheetName, hasNotes: false, hidden: true })
  }
  yield { name: 'xl/styles.xml', text: [stylesXml()] }
  yield { name: 'xl/workbook.xml', text: [workbookXml(written)] }
  yield { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(written)] }
  yield { name: '_rels/.rels', text: [packageRelations] }
  yield { name: 'docProps/core.xml', text: [coreXml(creator)] }
  yield { name: '[Content_Types].xml', text: [contentTypes(written)] }
}

function* noteParts(number: number, notes: readonly CellNote[]): Generator<ZipPart> {
  yield { name: `xl/comments${number}.xml`, text: commentsXml(notes) }
  yield { name: `xl/drawings/vmlDrawing${number}.vml`, text: drawingXml(notes) }
  const relations = [
    `<Relationship Id="rId1" Type="${relationships}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/>`,
    `<Relationship Id="rId2" Type="${relationships}/comments" Target="../comments${number}.xml"/>`,
  ]
  yield { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, text: [relationsXml(relations)] }
}

function sheetName(wished: string, before: readonly WrittenSheet[]): string {
  const bare =
    wished
      .replaceAll(/[:\\/?*[\]\p{Cc}]/gu, ' ')
      .replaceAll(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || '工作表'
  const taken = new Set([listSheetName, ...before.map(({ name }) => name)].map((name) => name.toLowerCase()))
  let name = bare
  for (let again = 2; taken.has(name.toLowerCase()); again += 1)
    name = `${bare.slice(0, 31 - String(again).length - 1)} ${again}`
  return name
}

function listPlan(lists: readonly (readonly string[])[]): SheetPlan {
  const longest = Math.max(...lists.map(({ length }) => length))
  const rows = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null))
  return { name: listSheetName, columns: lists.map(() => ({ style: 'text' })), rows }
}

function workbookXml(written: readonly WrittenSheet[]): string {
  const sheets = written.map(({ name, hidden }, index) => {
    return `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`
  })
  return `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
}

function workbookRelations(written: readonly WrittenSheet[]): string {
  const sheets = written.map((_, index) => {
    return `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`
  })
  return relationsXml([...sheets, `<Relationship Id="rIdStyles" Type="${relationships}/styles" Target="styles.xml"/>`])
}

const packageRelations = relationsXml([
  `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/>`,
  `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
])

function relationsXml(relations: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packageRelationships}">${relations.join('')}</Relationships>`
}

function coreXml(creator: string): string {
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${xmlText(creator)}</dc:creator></cp:coreProperties>`
}

function contentTypes(written: readonly WrittenSheet[]): string {
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`
  const sheets = written.flatMap(({ hasNotes }, index) => [
    override(`/xl/worksheets/sheet${index + 1}.xml`, `${types}.worksheet+xml`),
    ...(hasNotes ? [override(`/xl/comments${index + 1}.xml`, `${types}.comments+xml`)] : []),
  ])
  return [
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override('/xl/workbook.xml', `${types}.sheet.main+xml`),
    override('/xl/styles.xml', `${types}.styles+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...sheets,
    '</Types>',
  ].join('')
}
