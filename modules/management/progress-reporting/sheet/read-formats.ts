import { readXml } from './read-xml.ts'

/** How numbers of a cell style are shown: a number shown as a day or as a percentage means something else. */
export type NumberFormat = 'plain' | 'date' | 'percent'

/** The formats that every program knows by number (ISO/IEC 29500-1, 18.8.30), those of Chinese days included. */
const knownDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const knownPercents = new Set([9, 10])

/** The number format of each cell style, by its index. */
export function readFormats(part: Uint8Array | null): readonly NumberFormat[] {
  const own = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let inCellFormats = false
  readXml(part, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), formatOf(attributes['formatCode'] ?? ''))
      if (name === 'cellXfs') inCellFormats = true
      if (name !== 'xf' || !inCellFormats) return
      const id = Number(attributes['numFmtId'] ?? '0')
      formats.push(own.get(id) ?? (knownDates.has(id) ? 'date' : knownPercents.has(id) ? 'percent' : 'plain'))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats
}

function formatOf(code: string): NumberFormat {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  if (bare.includes('%')) return 'percent'
  return /[ymd年月日]/i.test(bare) ? 'date' : 'plain'
}
