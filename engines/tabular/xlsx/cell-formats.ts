import { attributeOf, XmlScanner } from '../xml/xml-scanner.ts'

/** How the numbers of a cell style are shown: a number that is shown as a day or as a percentage means something else. */
export interface CellFormat {
  readonly shows: 'plain' | 'date' | 'month' | 'time' | 'percent'
  /** 00000: at least so many digits, the missing ones as zeros */
  readonly digits: number
}

const plain: CellFormat = { shows: 'plain', digits: 0 }

/** The formats that every program knows by number (ISO/IEC 29500-1, 18.8.30), those of Chinese days included. */
const knownDates = new Set([14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 58])
const knownMonths = new Set([17, 57])
const knownTimes = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])
const knownPercents = new Set([9, 10])

/** The number format of each cell style, by its index; reads `xl/styles.xml`. */
export function cellFormatReader(mostChars: number): { scanner: XmlScanner; formats: readonly CellFormat[] } {
  const own = new Map<number, CellFormat>()
  const formats: CellFormat[] = []
  let inCellFormats = false
  const scanner = new XmlScanner(
    {
      open: (name, attributes) => {
        if (name === 'numFmt') {
          own.set(Number(attributeOf(attributes, 'numFmtId')), formatOf(attributeOf(attributes, 'formatCode') ?? ''))
        }
        if (name === 'cellXfs') inCellFormats = true
        if (name !== 'xf' || !inCellFormats) return
        const id = Number(attributeOf(attributes, 'numFmtId') ?? '0')
        formats.push(own.get(id) ?? knownFormat(id))
      },
      text: () => {},
      close: (name) => {
        if (name === 'cellXfs') inCellFormats = false
      },
    },
    mostChars,
  )
  return { scanner, formats }
}

function knownFormat(id: number): CellFormat {
  if (knownDates.has(id)) return { shows: 'date', digits: 0 }
  if (knownMonths.has(id)) return { shows: 'month', digits: 0 }
  if (knownTimes.has(id)) return { shows: 'time', digits: 0 }
  return knownPercents.has(id) ? { shows: 'percent', digits: 0 } : plain
}

function formatOf(code: string): CellFormat {
  // Of several parts the first is for positive numbers; what stands in quotes or brackets is only shown.
  const bare = (code.split(';')[0] ?? '').replaceAll(/\[[^\]]*\]|\\./g, '')
  const pattern = bare.replaceAll(/"[^"]*"/g, '')
  if (pattern.includes('%')) return { shows: 'percent', digits: 0 }
  if (/y|年|e/i.test(pattern) && !/[0#?]/.test(pattern)) {
    const showsDay = /d|日/i.test(pattern)
    return { shows: showsDay ? 'date' : 'month', digits: 0 }
  }
  if (/d/i.test(pattern) && /m/i.test(pattern)) return { shows: 'date', digits: 0 }
  if (/[hs]/i.test(pattern) && !/[0#?]/.test(pattern.replaceAll(/s\.?0*/gi, 's'))) return { shows: 'time', digits: 0 }
  const zeros = /^(0{2,})$/.exec(pattern.trim())
  return zeros === null ? plain : { shows: 'plain', digits: zeros[1]?.length ?? 0 }
}
