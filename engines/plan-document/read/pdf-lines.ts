/** A run of text as the PDF places it, in points from the top left corner of the upright page. */
export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly right: number
  /** baseline, growing downwards */
  readonly y: number
  readonly size: number
  readonly font: string
}

export interface PdfLine {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  /** size of its longest run */
  readonly size: number
  /** the widest space between two items, in em: from 0.4 on it may be the edge of a cell */
  readonly widestGap: number
}

/** Ideographs, Chinese punctuation and full-width forms: what is set without spaces. */
const wide = '\\u2014\\u2018-\\u201d\\u2026\\u3000-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef'
const spaceBesideWide = new RegExp(`(?<=[${wide}]) +| +(?=[${wide}])`, 'g')

/** Takes out the spaces that justification and the change of script put beside Chinese characters. */
export function normalizeSpaces(text: string): string {
  return text
    .replace(/[^\S\t]+/g, ' ')
    .replace(spaceBesideWide, '')
    .trim()
}

export function isWide(char: string): boolean {
  return new RegExp(`[${wide}]`).test(char)
}

/**
 * Groups the items of a page into lines, top to bottom and left to right, whatever order the file has them in.
 * A raised footnote mark belongs to the line whose text it touches.
 */
export function groupLines(items: readonly PdfItem[], page: number): readonly PdfLine[] {
  const groups: { y: number; size: number; items: PdfItem[] }[] = []
  // Larger text first, so that small raised marks find their line already there.
  for (const item of items.toSorted((a, b) => b.size - a.size || a.y - b.y)) {
    const home = groups.find((group) => Math.abs(group.y - item.y) < 0.5 * Math.max(group.size, item.size))
    if (home === undefined) groups.push({ y: item.y, size: item.size, items: [item] })
    else home.items.push(item)
  }
  return groups
    .toSorted((a, b) => a.y - b.y)
    .map((group) => makeLine(page, group.items))
    .filter((line) => line.text !== '')
}

function makeLine(page: number, unordered: readonly PdfItem[]): PdfLine {
  const items = unordered.toSorted((a, b) => a.x - b.x)
  const main = items.reduce((best, item) => (item.text.trim().length > best.text.trim().length ? item : best))
  const y = main.y
  let text = ''
  let right = Number.NEGATIVE_INFINITY
  let widestGap = 0
  for (const item of items) {
    const gap = item.x - right
    if (text !== '') widestGap = Math.max(widestGap, gap / main.size)
    if (text !== '' && gap > 1.8 * main.size) text += '\t'
    else if (text !== '' && gap > 0.2 * main.size) text += ' '
    text += isFootnoteMark(item, main) ? `[footnoteRef:${footnoteNumber(item.text)}]` : item.text
    right = Math.max(right, item.right)
  }
  const first = items.find((item) => item.text.trim() !== '') ?? main
  return { page, text: normalizeSpaces(text), x: first.x, right, y, size: main.size, widestGap }
}

/** A small raised number, ① or [1] beside larger text. */
function isFootnoteMark(item: PdfItem, main: PdfItem): boolean {
  return item.size < 0.8 * main.size && item.y < main.y - 0.1 * main.size && footnoteNumber(item.text) !== null
}

export function footnoteNumber(text: string): number | null {
  const mark = text.trim()
  const plain = /^[[［〔]?(\d{1,2})[\]］〕]?$/.exec(mark)?.[1]
  if (plain !== undefined) return Number(plain)
  const circled = mark.codePointAt(0) ?? 0
  return mark.length === 1 && circled >= 0x2460 && circled <= 0x2473 ? circled - 0x245f : null
}

/** Chinese lines join without a space, and so do the halves of a number; Latin words keep one. */
export function joinLines(above: string, below: string): string {
  return /[A-Za-z,;:]$/.test(above) && /^[A-Za-z]/.test(below) ? `${above} ${below}` : above + below
}
