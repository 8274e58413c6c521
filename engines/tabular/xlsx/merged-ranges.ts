import { columnIndexOf } from '../column-letters.ts'

export interface MergedRange {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

const mostRanges = 200_000
const mostColumns = 1_000

/**
 * The merged ranges of a sheet, by their first row. They stand behind the rows, so that a sheet is passed over once for
 * them alone; only their tags are looked at.
 */
export async function readMergedRanges(pieces: AsyncIterable<string>): Promise<readonly MergedRange[]> {
  const ranges: MergedRange[] = []
  let rest = ''
  for await (const piece of pieces) {
    const xml = rest + piece
    // A tag that is cut in two begins at most so far from the end.
    rest = xml.slice(Math.max(0, xml.length - 200))
    const until = xml.length - rest.length
    collect(xml, until, ranges)
    if (ranges.length > mostRanges) return ranges
  }
  collect(rest, rest.length, ranges)
  return ranges.sort((a, b) => a.fromRow - b.fromRow)
}

function collect(xml: string, until: number, ranges: MergedRange[]): void {
  for (let at = xml.indexOf('mergeCell '); at !== -1 && at < until; at = xml.indexOf('mergeCell ', at + 10)) {
    const found = /^mergeCell\s+ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/.exec(
      xml.slice(at, at + 100),
    )
    if (found === null) continue
    const [, fromLetters = '', fromRow, toLetters = '', toRow] = found
    const fromColumn = columnIndexOf(fromLetters)
    const toColumn = Math.min(columnIndexOf(toLetters), fromColumn + mostColumns)
    ranges.push({ fromRow: Number(fromRow), toRow: Number(toRow), fromColumn, toColumn })
  }
}
