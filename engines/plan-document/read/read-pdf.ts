import { getDocumentProxy } from 'unpdf'
import type { SourceDocument } from '../plan-document.types.ts'
import type { ReadLimits } from './limits.ts'
import { guardStreams } from './pdf-guard.ts'
import { groupLines, type PdfItem } from './pdf-lines.ts'
import { joinParagraphs, type PageLines } from './pdf-paragraphs.ts'
import { Refused } from './refusals.ts'
import { SourceWriter } from './source-writer.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** Fewer letters than this in the whole document are stamps or page numbers on a scan. */
const fewestLetters = 10

/**
 * Reads the text layer of a PDF: places to lines, lines to paragraphs. Pictures are not looked at, scripts and
 * attachments not opened, and nothing outside the file is fetched.
 *
 * @throws Refused
 */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits): Promise<SourceDocument> {
  const deadline = performance.now() + limits.pdfSeconds * 1000
  // The library takes the buffer for itself, so it gets a copy.
  const copy = new Uint8Array(bytes)
  guardStreams(copy, limits)
  const pdf = await openPdf(copy)
  try {
    if (pdf.numPages > limits.pages) throw new Refused('tooManyPages', { pages: pdf.numPages, limit: limits.pages })
    const pages: PageLines[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      if (performance.now() > deadline) throw new Refused('tooSlow', { seconds: limits.pdfSeconds })
      pages.push(await readPage(pdf, number))
    }
    return compose(pages, limits)
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

async function readPage(pdf: Pdf, number: number): Promise<PageLines> {
  try {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const items = await itemsOf(page, viewport.transform)
    page.cleanup()
    return { width: viewport.width, height: viewport.height, lines: groupLines(items, number - 1) }
  } catch {
    throw new Refused('brokenPdf')
  }
}

async function itemsOf(page: Page, view: readonly number[]): Promise<PdfItem[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a = 0, b = 0, , , e = 0, f = 0] = multiply(view, item.transform)
    const size = Math.hypot(a, b)
    // Slanted and upright text is a watermark or a stamp.
    if (size === 0 || Math.abs(b) > 0.05 * size || a < 0) return []
    return [{ text: item.str, x: e, right: e + item.width, y: f, size, font: item.fontName }]
  })
}

/** Two affine matrices as PDF writes them, `[a b c d e f]`. */
function multiply(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function compose(pages: readonly PageLines[], limits: ReadLimits): SourceDocument {
  const writer = new SourceWriter(limits.textChars)
  const paragraphs = joinParagraphs(pages)
  const all = paragraphs.join('')
  if ((all.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestLetters) throw new Refused('scannedPdf')
  // Fonts without a map to characters give private code points, replacement signs or control characters.
  const odd = all.match(/[\ue000-\uf8ff\ufffd\p{Cc}]/gu)?.length ?? 0
  if (odd > all.length * 0.2) throw new Refused('garbledPdf')
  const empty = pages.flatMap((page, index) => (page.lines.length === 0 ? [index + 1] : []))
  if (empty.length > 0) writer.note(`第 ${empty.join('、')} 页没有文字，可能是空白页或扫描页，请核对。`)
  for (const paragraph of paragraphs) writer.paragraph(paragraph)
  return writer.finish('pdf')
}
