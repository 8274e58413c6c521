import { footnoteNumber, isWide, joinLines, type PdfLine } from './pdf-lines.ts'
import { hasSameColumns, joinTables, type PdfTable } from './pdf-tables.ts'
import type { Grid } from './source-writer.ts'

export interface PageLines {
  readonly height: number
  readonly width: number
  readonly lines: readonly PdfLine[]
  readonly tables: readonly PdfTable[]
}

export type PdfBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly grid: Grid }

interface Footnote {
  readonly number: number
  readonly text: string
}

/** What repeats over the document and so tells a new paragraph from a new line. All in points. */
interface Layout {
  readonly bodySize: number
  readonly pitch: number
  readonly right: number
  left(page: number): number
}

/**
 * Joins printed lines to paragraphs: page numbers and running heads go, footnotes follow the paragraph that refers to
 * them, a line that begins a paragraph is known by its indent, by the short line before it, by a gap or by its size.
 */
export function composeBlocks(pages: readonly PageLines[]): readonly PdfBlock[] {
  const layout = measure(pages.map((page) => page.lines))
  const running = findRunningLines(pages, layout)
  const body = pages.map((page) => page.lines.filter((line) => !running.has(line)))
  const blocks: (PdfLine[] | PdfTable)[] = []
  const add = (part: PdfLine | PdfTable): void => {
    const open = blocks[blocks.length - 1]
    if ('grid' in part) {
      const goesOn = open !== undefined && 'grid' in open && open.page === part.page - 1 && hasSameColumns(open, part)
      if (goesOn) blocks[blocks.length - 1] = joinTables(open, part)
      else blocks.push(part)
      return
    }
    const previous = Array.isArray(open) ? open[open.length - 1] : undefined
    if (!Array.isArray(open) || previous === undefined || beginsParagraph(part, previous, layout)) blocks.push([part])
    else open.push(part)
  }
  const footnotes: Footnote[] = []
  pages.forEach((page, index) => {
    const lines = body[index] ?? []
    const notesFrom = startOfFootnotes(lines, layout)
    footnotes.push(...footnotesOf(lines.slice(notesFrom)))
    for (const part of inReadingOrder(lines.slice(0, notesFrom), page.tables)) add(part)
  })
  return withFootnotes(
    blocks.map((block) =>
      'grid' in block
        ? { kind: 'table', grid: block.grid }
        : { kind: 'paragraph', text: block.map((line) => line.text).reduce(joinLines) },
    ),
    footnotes,
  )
}

function inReadingOrder(lines: readonly PdfLine[], tables: readonly PdfTable[]): readonly (PdfLine | PdfTable)[] {
  const topOf = (part: PdfLine | PdfTable): number => ('grid' in part ? part.top : part.y)
  return [...lines, ...tables].toSorted((a, b) => topOf(a) - topOf(b))
}

export function textOf(block: PdfBlock): string {
  if (block.kind === 'paragraph') return block.text
  return block.grid.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')).join('\t')).join('\n')
}

/** Footnotes count through the document or anew on each page, so each mark takes the first of its number. */
function withFootnotes(blocks: readonly PdfBlock[], footnotes: readonly Footnote[]): readonly PdfBlock[] {
  const waiting = [...footnotes]
  const woven = blocks.flatMap((block): PdfBlock[] => {
    const text = textOf(block)
    const marks = [...text.matchAll(/\[footnoteRef:(\d+)\]/g)].map((match) => Number(match[1]))
    return [block, ...marks.flatMap((mark) => takeFootnote(waiting, mark))]
  })
  return [...woven, ...waiting.map(presentFootnote)]
}

function takeFootnote(waiting: Footnote[], number: number): PdfBlock[] {
  const index = waiting.findIndex((footnote) => footnote.number === number)
  return index === -1 ? [] : waiting.splice(index, 1).map(presentFootnote)
}

function presentFootnote({ number, text }: Footnote): PdfBlock {
  // The compiler takes a footnote to end at its first bracket.
  return { kind: 'paragraph', text: `[${number}: ${text.replaceAll(']', '］')}]` }
}

/**
 * Page numbers, and lines in the margin that have the same words on most pages.
 *
 * A sentence of the plan must never be taken for a running head, so a head must also stand apart from the text, by a
 * gap or by its size.
 */
function findRunningLines(pages: readonly PageLines[], layout: Layout): ReadonlySet<PdfLine> {
  const running = new Set<PdfLine>()
  const seen = new Map<string, PdfLine[]>()
  for (const page of pages) {
    const isMargin = (line: PdfLine): boolean => line.y < page.height * 0.12 || line.y > page.height * 0.88
    for (const line of [...page.lines.slice(0, 2), ...page.lines.slice(-2)]) {
      if (isMargin(line) && isPageNumber(line.text)) running.add(line)
    }
    const candidates = [...standingApart(page.lines, layout), ...standingApart(page.lines.toReversed(), layout)]
    for (const line of candidates.filter(isMargin)) {
      const key = `${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, '#')}`
      seen.set(key, [...(seen.get(key) ?? []), line])
    }
  }
  for (const lines of seen.values()) {
    // Odd and even pages may carry different heads, so two fifths of the pages suffice.
    if (lines.length >= Math.max(3, pages.length * 0.4)) for (const line of lines) running.add(line)
  }
  return running
}

/** The first lines of a page, at most three, if a gap or another size sets them apart from what follows. */
function standingApart(lines: readonly PdfLine[], layout: Layout): readonly PdfLine[] {
  for (let count = 1; count <= 3; count += 1) {
    const last = lines[count - 1]
    const next = lines[count]
    if (last === undefined) return []
    const isApart =
      next === undefined ||
      Math.abs(next.y - last.y) > 1.3 * layout.pitch ||
      (!isSameSize(next.size, last.size) && !isSameSize(last.size, layout.bodySize))
    if (isApart) return lines.slice(0, count)
  }
  return []
}

function isPageNumber(text: string): boolean {
  return /^(?:[-—–―─·.\s]*\d{1,4}[-—–―─·.\s]*|第\d{1,4}页[，,/\s]*(?:共\d{1,4}页)?|\d{1,4}\/\d{1,4}|[ivxIVX]{1,6})$/.test(
    text,
  )
}

function measure(body: readonly (readonly PdfLine[])[]): Layout {
  const lines = body.flat()
  const bodySize =
    mostCommon(
      lines,
      (line) => round(line.size, 0.5),
      (line) => line.text.length,
    ) ?? 12
  const ofBody = (line: PdfLine): boolean => isSameSize(line.size, bodySize)
  const bodyLines = lines.filter(ofBody)
  const gaps = body.flatMap((page) =>
    page.slice(1).flatMap((line, index) => {
      const above = page[index]
      return above !== undefined && ofBody(line) && ofBody(above) ? [line.y - above.y] : []
    }),
  )
  const pitch = mostCommon(gaps, (gap) => round(gap, 0.5)) ?? bodySize * 1.6
  // A few lines run over the edge with hanging punctuation; the edge is where many lines end.
  const rights = bodyLines.map((line) => line.right).sort((a, b) => a - b)
  const right = rights[Math.floor((rights.length - 1) * 0.95)] ?? 0
  const documentLeft = mostCommon(bodyLines, (line) => round(line.x, 2)) ?? 0
  const lefts = body.map((page) => {
    const starts = page.filter(ofBody).map((line) => line.x)
    const leftmost = Math.min(...starts)
    // Odd and even pages may have different margins; a page of headings alone says nothing.
    return starts.length >= 5 && Math.abs(leftmost - documentLeft) < 3 * bodySize ? leftmost : documentLeft
  })
  return { bodySize, pitch, right, left: (page) => lefts[page] ?? documentLeft }
}

function beginsParagraph(line: PdfLine, previous: PdfLine, layout: Layout): boolean {
  if (!isSameSize(line.size, previous.size)) return true
  const em = line.size
  const samePage = line.page === previous.page
  const pitch = layout.pitch * (line.size / layout.bodySize)
  if (samePage && line.y - previous.y > 1.45 * Math.max(pitch, 1.2 * em)) return true
  if (line.text.includes('\t') || previous.text.includes('\t')) return true
  const isTitle = line.size > 1.15 * layout.bodySize
  if (isBalanced(line, layout) && isBalanced(previous, layout)) {
    // The lines of a title in two or three lines; a centred line of body size is a heading of its own.
    if (isTitle) return !samePage
    if (isCentred(line, layout) || isCentred(previous, layout)) return true
  }
  if (isTitle && isBalanced(line, layout) !== isBalanced(previous, layout)) return true

  // A line that far to the right is a signature or a date.
  if (previous.x - layout.left(previous.page) > 0.4 * (layout.right - layout.left(previous.page))) return true

  // The first word of this line would have fitted on the line before: its writer broke the line on purpose.
  if (layout.right - previous.right > widthOfFirstWord(line.text) * em + 0.6 * em) return true
  const indent = line.x - layout.left(line.page)
  if (indent <= 0.8 * em) return startsNumbered(line.text) && /[。；：！？〕）]$/.test(previous.text)
  const previousIndent = previous.x - layout.left(previous.page)
  // A hanging paragraph keeps its indent from line to line, at most the width of its number to the right.
  const shift = indent - previousIndent
  const isHanging = previousIndent > 0.8 * em && shift > -0.3 * em && shift < 3 * em
  return !isHanging || startsNumbered(line.text) || /[。；：！？〕]$/.test(previous.text)
}

/** As far from the left edge as from the right one: centred, or filling the line. */
function isBalanced(line: PdfLine, layout: Layout): boolean {
  const left = line.x - layout.left(line.page)
  const right = layout.right - line.right
  return Math.abs(left - right) < 1.2 * line.size
}

function isCentred(line: PdfLine, layout: Layout): boolean {
  return isBalanced(line, layout) && line.x - layout.left(line.page) > 3 * line.size
}

/** In em: an ideograph with the marks that may not begin a line, or a whole number or Latin word. */
function widthOfFirstWord(text: string): number {
  const word = /^(?:[\w.%,+-]+|[“‘（《〔【]*.)[，。、；：！？”’）》〕】%]*/u.exec(text)?.[0] ?? ''
  return [...word].reduce((width, char) => width + (isWide(char) ? 1 : 0.6), 0)
}

function startsNumbered(text: string): boolean {
  return /^(?:第?[一二三四五六七八九十百]+[、章节]|（[一二三四五六七八九十]+）|[（(]?\d{1,2}[、.．)）](?!\d)|——|[①-⑳•●■◆])/.test(
    text,
  )
}

function startOfFootnotes(lines: readonly PdfLine[], layout: Layout): number {
  let from = lines.length
  while (from > 0 && (lines[from - 1]?.size ?? layout.bodySize) < 0.92 * layout.bodySize) from -= 1
  while (from < lines.length && footnoteStart(lines[from]) === null) from += 1
  return from
}

function footnoteStart(line: PdfLine | undefined): { number: number; text: string } | null {
  const match = /^(?:\[footnoteRef:(\d+)\]|([①-⑳])|[[〔](\d{1,2})[\]〕]|(\d{1,2})(?=[^\d.年月日%]))\s*(.+)$/.exec(
    line?.text ?? '',
  )
  if (match === null) return null
  const mark = match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''
  return { number: footnoteNumber(mark) ?? 0, text: match[5] ?? '' }
}

function footnotesOf(lines: readonly PdfLine[]): readonly Footnote[] {
  const notes: { number: number; text: string }[] = []
  for (const line of lines) {
    const start = footnoteStart(line)
    const open = notes[notes.length - 1]
    if (start !== null && (open === undefined || start.number === open.number + 1)) notes.push(start)
    else if (open !== undefined) open.text = joinLines(open.text, line.text)
  }
  return notes
}

function isSameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.06 * Math.max(a, b)
}

function round(value: number, step: number): number {
  return Math.round(value / step) * step
}

function mostCommon<T>(
  values: readonly T[],
  bucket: (value: T) => number,
  weigh: (value: T) => number = () => 1,
): number | undefined {
  const weights = new Map<number, number>()
  for (const value of values) weights.set(bucket(value), (weights.get(bucket(value)) ?? 0) + weigh(value))
  let best: number | undefined
  for (const [key, weight] of weights) if (best === undefined || weight > (weights.get(best) ?? 0)) best = key
  return best
}
