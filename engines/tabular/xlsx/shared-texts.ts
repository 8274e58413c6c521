import type { TableLimits } from '../limits.ts'
import { TableRefused } from '../refusals.ts'
import { XmlScanner } from '../xml/xml-scanner.ts'

const pageBytes = 4 * 1024 * 1024
const hotTexts = 1 << 15

/**
 * Texts that cells share, by their number.
 *
 * A workbook of a million rows may have as many of them. They are kept as bytes outside of the heap, and turned into
 * strings when a cell asks; those that are asked for again and again (names of towns) are kept as strings for a while.
 */
export class SharedTexts {
  private readonly limits: TableLimits
  private readonly pages: Buffer[] = []
  private used = pageBytes
  private starts = new Float64Array(1024)
  private lengths = new Uint32Array(1024)
  private readonly hot: (string | undefined)[] = new Array<string | undefined>(hotTexts)
  private readonly hotIndex = new Int32Array(hotTexts).fill(-1)
  count = 0

  constructor(limits: TableLimits) {
    this.limits = limits
  }

  add(text: string): void {
    const taken = text.length > this.limits.cellChars ? text.slice(0, this.limits.cellChars) : text
    const length = Buffer.byteLength(taken)
    if (this.used + length > pageBytes) {
      if (this.pages.length * pageBytes > this.limits.sharedBytes) throw new TableRefused('tooMuch')
      this.pages.push(Buffer.allocUnsafeSlow(pageBytes))
      this.used = 0
    }
    this.pages.at(-1)?.write(taken, this.used)
    if (this.count === this.starts.length) this.grow()
    this.starts[this.count] = (this.pages.length - 1) * pageBytes + this.used
    this.lengths[this.count] = length
    this.used += length
    this.count += 1
  }

  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined
    const place = index & (hotTexts - 1)
    if (this.hotIndex[place] === index) return this.hot[place]
    const start = this.starts[index] ?? 0
    const within = start % pageBytes
    const text = this.pages[Math.floor(start / pageBytes)]?.toString(
      'utf8',
      within,
      within + (this.lengths[index] ?? 0),
    )
    this.hotIndex[place] = index
    this.hot[place] = text
    return text
  }

  private grow(): void {
    const starts = new Float64Array(this.starts.length * 2)
    starts.set(this.starts)
    this.starts = starts
    const lengths = new Uint32Array(this.lengths.length * 2)
    lengths.set(this.lengths)
    this.lengths = lengths
  }
}

/** Reads `xl/sharedStrings.xml` into them; what a reading aid (注音) says is no part of a text. */
export function sharedTextScanner(texts: SharedTexts, mostChars: number): XmlScanner {
  let inAid = false
  let inText = false
  let text = ''
  return new XmlScanner(
    {
      open: (name) => {
        if (name === 'si') text = ''
        else if (name === 'rPh') inAid = true
        else if (name === 't') inText = !inAid
      },
      text: (piece) => {
        if (inText) text += piece
      },
      close: (name) => {
        if (name === 't') inText = false
        else if (name === 'rPh') inAid = false
        else if (name === 'si') texts.add(withoutEscapes(text))
      },
    },
    mostChars,
  )
}

/** `_x000D_`: characters that XML cannot hold are written so (ISO/IEC 29500-1, 22.9.2.19). */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
