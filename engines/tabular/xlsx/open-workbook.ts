import type { TableLimits } from '../limits.ts'
import { TableRefused } from '../refusals.ts'
import type { RowsOptions, Table, TableRow, TableSheet, TableSource } from '../table.types.ts'
import { attributeOf, XmlScanner } from '../xml/xml-scanner.ts'
import { xmlText } from '../xml/xml-text.ts'
import { memberBytes } from '../zip/member-bytes.ts'
import { readZipDirectory, type ZipMember } from '../zip/zip-directory.ts'
import { type CellFormat, cellFormatReader } from './cell-formats.ts'
import { MergedFiller } from './fill-merged.ts'
import { type MergedRange, readMergedRanges } from './merged-ranges.ts'
import { SharedTexts, sharedTextScanner } from './shared-texts.ts'
import { sheetScanner } from './sheet-scanner.ts'

/** A sheet beyond this is not passed over twice: nobody merges cells in a hundred thousand rows. */
const mostBytesForMerged = 64 * 1024 * 1024
const defaultChunk = 1_000

interface Workbook {
  readonly source: TableSource
  readonly members: ReadonlyMap<string, ZipMember>
  readonly limits: TableLimits
}

/**
 * A workbook of Excel or WPS (ISO/IEC 29500), read sheet by sheet in one pass each. What its cells share is read when
 * the first rows are asked for.
 *
 * @throws TableRefused
 */
export async function openWorkbook(source: TableSource, limits: TableLimits): Promise<Table> {
  const members = await readZipDirectory(source, limits)
  const refused = otherPackage(members)
  if (refused !== undefined) throw refused
  const workbook: Workbook = { source, members, limits }
  const paths = await readRelations(workbook)
  const { from1904, listed } = await readSheetList(workbook, limits.sheets)
  let shared: Promise<{ texts: SharedTexts; formats: readonly CellFormat[] }> | undefined
  const read = () => {
    shared ??= readShared(workbook)
    return shared
  }
  const sheets = listed.flatMap(({ name, hidden, relation }) => {
    const member = members.get(paths.get(relation) ?? '')
    // Sheets of charts and dialogs have no cells.
    return member === undefined ? [] : [sheetOf(workbook, name, hidden, member, from1904, read)]
  })
  return { format: 'xlsx', encoding: null, delimiter: null, from1904, sheets }
}

function otherPackage(members: ReadonlyMap<string, ZipMember>): TableRefused | undefined {
  if (members.has('xl/workbook.xml')) return undefined
  if (members.has('xl/workbook.bin')) return new TableRefused('binaryWorkbook')
  if (members.has('word/document.xml')) {
    return new TableRefused('document', { kind: ' Word 文档', kindEn: 'a Word document' })
  }
  if (members.has('ppt/presentation.xml')) {
    return new TableRefused('document', { kind: '演示文稿', kindEn: 'a presentation' })
  }
  if (members.has('meta-inf/manifest.xml') && members.has('content.xml')) return new TableRefused('openDocument')
  return new TableRefused('archive', { kind: 'ZIP' })
}

async function readSheetList({ source, members, limits }: Workbook, mostSheets: number) {
  const listed: { name: string; hidden: boolean; relation: string }[] = []
  let from1904 = false
  const scanner = new XmlScanner(
    {
      open: (name, attributes) => {
        if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '')
        if (name !== 'sheet') return
        if (listed.length >= mostSheets) throw new TableRefused('tooMuch')
        const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible'
        const relation = attributeOf(attributes, 'id') ?? ''
        listed.push({ name: attributeOf(attributes, 'name') ?? '', hidden, relation })
      },
      text: () => {},
      close: () => {},
    },
    limits.recordChars,
  )
  await scanMember({ source, members, limits }, 'xl/workbook.xml', scanner)
  return { from1904, listed }
}

async function readRelations(workbook: Workbook): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>()
  const scanner = new XmlScanner(
    {
      open: (name, attributes) => {
        if (name !== 'Relationship') return
        const target = (attributeOf(attributes, 'Target') ?? '').toLowerCase().replaceAll('\\', '/')
        const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
        paths.set(attributeOf(attributes, 'Id') ?? '', path)
      },
      text: () => {},
      close: () => {},
    },
    workbook.limits.recordChars,
  )
  await scanMember(workbook, 'xl/_rels/workbook.xml.rels', scanner)
  return paths
}

async function readShared(workbook: Workbook) {
  const texts = new SharedTexts(workbook.limits)
  const { scanner, formats } = cellFormatReader(workbook.limits.recordChars)
  await scanMember(workbook, 'xl/styles.xml', scanner)
  await scanMember(workbook, 'xl/sharedstrings.xml', sharedTextScanner(texts, workbook.limits.recordChars))
  return { texts, formats }
}

/** A part that is not there has nothing in it. */
async function scanMember({ source, members, limits }: Workbook, name: string, scanner: XmlScanner): Promise<void> {
  const member = members.get(name)
  if (member === undefined) return
  for await (const text of xmlText(memberBytes(source, member, limits), limits.recordChars)) scanner.write(text)
  scanner.end()
}

function sheetOf(
  { source, limits }: Workbook,
  name: string,
  hidden: boolean,
  member: ZipMember,
  from1904: boolean,
  shared: () => Promise<{ texts: SharedTexts; formats: readonly CellFormat[] }>,
): TableSheet {
  let bytesRead = 0
  let merged: Promise<readonly MergedRange[]> | undefined
  const pieces = (onRead?: (bytes: number) => void) => {
    return xmlText(memberBytes(source, member, limits, onRead), limits.recordChars)
  }
  const readMerged = () => {
    merged ??= member.declaredSize <= mostBytesForMerged ? readMergedRanges(pieces()) : Promise.resolve([])
    return merged
  }
  async function* rows({ after = 0, chunk = defaultChunk }: RowsOptions = {}): AsyncGenerator<readonly TableRow[]> {
    bytesRead = 0
    const { texts, formats } = await shared()
    const ranges = await readMerged()
    // What is merged is known from its first row, so that none may be passed over where anything is.
    const filler = ranges.length === 0 ? undefined : new MergedFiller(ranges)
    let ready: TableRow[] = []
    const scanner = sheetScanner({ texts, formats, from1904 }, limits, filler === undefined ? after : 0, (row) => {
      const filled = filler?.fill(row) ?? row
      if (row.row > after) ready.push(filled)
    })
    for await (const text of pieces((bytes) => {
      bytesRead = bytes
    })) {
      scanner.write(text)
      while (ready.length >= chunk) {
        yield ready.slice(0, chunk)
        ready = ready.slice(chunk)
      }
    }
    scanner.end()
    if (ready.length > 0) yield ready
  }
  return { name, hidden, size: member.packedSize, bytesRead: () => bytesRead, rows }
}
