import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { SourceDocument } from '../plan-document.types.ts'
import type { ReadLimits } from './limits.ts'
import { guardStreams } from './pdf-guard.ts'
import { groupLines, type PdfItem } from './pdf-lines.ts'
import { type Matrix, multiply } from './pdf-matrix.ts'
import { composeBlocks, type PageLines, type PdfBlock, textOf } from './pdf-paragraphs.ts'
import { findRulings, type OperatorList } from './pdf-rulings.ts'
import { extractTables } from './pdf-tables.ts'
import { withIdeographs } from './radicals.ts'
import { Refused } from './refusals.ts'
import { SourceWriter } from './source-writer.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>
type TextPiece = Awaited<ReturnType<Page['getTextContent']>>['items'][number]

/** Fewer letters than this in the whole document are stamps or page numbers on a scan. */
const fewestLetters = 10

/** A dense page has some 2,000 pieces of text, and as many line ends. */
const mostPieces = 30_000

/**
 * Reads the text layer of a PDF: places to lines, lines to paragraphs. Pictures are not looked at, scripts and
 * attachments not opened, and nothing outside the file is fetched.
 *
 * @throws Refused
 */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits): Promise<SourceDocument> {
  const deadline = performance.now() + limits.pdfSeconds * 1000
  const watch = (): void => {
    if (performance.now() > deadline) throw new Refused('tooSlow', { seconds: limits.pdfSeconds })
  }
  // The library takes the buffer for itself, so it gets a copy.
  const copy = new Uint8Array(bytes)
  guardStreams(copy, limits)
  const pdf = await openPdf(copy)
  try {
    if (pdf.numPages > limits.pages) throw new Refused('tooManyPages', { pages: pdf.numPages, limit: limits.pages })
    const pages: PageLines[] = []
    const drawnFonts = new Set<string>()
    for (let number = 1; number <= pdf.numPages; number += 1) {
      pages.push(await readPage(pdf, number, drawnFonts, watch))
    }
    const blocks = composeBlocks(pages)
    await refuseUnreadable(pdf, blocks)
    return present(blocks, pages, limits)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      stopAtErrors: false,
    })
  } catch (error) {
    const isPassword = error instanceof Error && error.name === 'PasswordException'
    throw new Refused(isPassword ? 'encryptedPdf' : 'brokenPdf')
  }
}

async function readPage(pdf: Pdf, number: number, drawnFonts: Set<string>, watch: () => void): Promise<PageLines> {
  try {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const view = viewport.transform as unknown as Matrix
    const items = (await piecesOf(page, watch)).flatMap((piece) => placed(piece, view))
    const lines = groupLines(items, number - 1)
    const size = { width: viewport.width, height: viewport.height }
    // Only a page that looks like one with a table is read for its lines, which costs as much as its text again.
    if (lines.filter((line) => line.widestGap > 0.4).length < 2) return { ...size, lines, tables: [] }
    const rulings = await findRulings(await operatorsOf(page, items, drawnFonts), view)
    const { tables, rest } = extractTables(items, rulings, number - 1)
    return { ...size, lines: tables.length === 0 ? lines : groupLines(rest, number - 1), tables }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('brokenPdf')
  }
}

/** Takes the text of a page piece by piece, so that a page without end can be left in the middle. */
async function piecesOf(page: Page, watch: () => void): Promise<TextPiece[]> {
  const reader: ReadableStreamDefaultReader<{ items: TextPiece[] }> = page.streamTextContent().getReader()
  const pieces: TextPiece[] = []
  try {
    for (;;) {
      watch()
      const { done, value } = await reader.read()
      if (done) return pieces
      for (const piece of value.items) pieces.push(piece)
      if (pieces.length > mostPieces) {
        throw new Refused('unsafePdf', { detail: '一页里的文字块过多', detailEn: 'too many pieces of text on a page' })
      }
    }
  } catch (error) {
    await reader.cancel(error)
    throw error
  }
}

function placed(piece: TextPiece, view: Matrix): PdfItem[] {
  if (!('str' in piece) || piece.str.trim() === '') return []
  const [a, b, , , e, f] = multiply(view, piece.transform as unknown as Matrix)
  const size = Math.hypot(a, b)
  // Slanted and upright text is a watermark or a stamp.
  if (size === 0 || Math.abs(b) > 0.05 * size || a < 0) return []
  return [{ text: withIdeographs(piece.str), x: e, right: e + piece.width, y: f, size, font: piece.fontName }]
}

/**
 * What the page draws. The library hands each font over when it is first drawn with; before Node 21 that fails for
 * want of `ArrayBuffer.prototype.transferToFixedLength` and ends the list there, once for each font. So the list is
 * asked for again while that makes it longer.
 */
async function operatorsOf(page: Page, items: readonly PdfItem[], drawnFonts: Set<string>): Promise<OperatorList> {
  let list = await page.getOperatorList()
  for (const font of new Set(items.map((item) => item.font))) {
    if (drawnFonts.has(font)) continue
    drawnFonts.add(font)
    page.cleanup()
    const further = await page.getOperatorList()
    if (further.fnArray.length <= list.fnArray.length) return list
    list = further
  }
  return list
}

/** A scan draws pictures only. Text in old encodings without a map, and text in symbols, is drawn but says nothing. */
async function refuseUnreadable(pdf: Pdf, blocks: readonly PdfBlock[]): Promise<void> {
  const all = blocks.map(textOf).join('\n')
  const letters = all.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters < fewestLetters) throw new Refused((await drawsText(pdf)) ? 'garbledPdf' : 'scannedPdf')
  // Fonts without a map to characters give private code points, replacement signs or control characters.
  const odd = all.replace(/[\t\n]/g, '').match(/[\ue000-\uf8ff\ufffd\p{Cc}]/gu)?.length ?? 0
  if (odd > all.length * 0.2) throw new Refused('garbledPdf')
}

async function drawsText(pdf: Pdf): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS()
  try {
    const page = await pdf.getPage(1)
    return (await page.getOperatorList()).fnArray.includes(OPS.beginText)
  } catch {
    return false
  }
}

function present(blocks: readonly PdfBlock[], pages: readonly PageLines[], limits: ReadLimits): SourceDocument {
  const writer = new SourceWriter(limits.textChars)
  const empty = pages.flatMap((page, index) => (page.lines.length + page.tables.length === 0 ? [index + 1] : []))
  if (empty.length > 0) writer.note(`第 ${empty.join('、')} 页没有文字，可能是空白页或扫描页，请核对。`)
  for (const block of blocks) {
    if (block.kind === 'paragraph') writer.paragraph(block.text)
    else writer.table(block.grid)
  }
  return writer.finish('pdf')
}
