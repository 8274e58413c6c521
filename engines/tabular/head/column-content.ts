import type { HeadField } from '../recognise-head.ts'
import type { Cell, TableRow } from '../table.types.ts'

const mostSamples = 40

/** What stands under a heading, without repetitions, and whether it looks like what a field holds. */
export function samplesOf(rows: readonly TableRow[], column: number): readonly Cell[] {
  const seen = new Map<string, Cell>()
  for (const { cells } of rows) {
    const cell = cells[column]
    if (cell !== undefined && seen.size < mostSamples) seen.set(cell.text, cell)
  }
  return [...seen.values()]
}

/** How many of the cells look like values of the field, 0 to 1; null where the field cannot tell, or nothing stands there. */
export function shareThatFits(field: HeadField, samples: readonly Cell[]): number | null {
  const looksRight = testFor(field)
  if (looksRight === undefined || samples.length === 0) return null
  return samples.filter(looksRight).length / samples.length
}

function testFor({ kind, fits, choices }: HeadField): ((cell: Cell) => boolean) | undefined {
  if (fits !== undefined) {
    if (kind === 'codes')
      return ({ text }) => text.split(/[;；,，、\n|]/).every((part) => part.trim() === '' || fits(part))
    return ({ text }) => fits(text)
  }
  switch (kind) {
    case 'date':
      return ({ kind: cell, text }) =>
        cell === 'date' || /\d{4}\s*[-./年]|^\d{8}$|^[〇零○一二三四五六七八九]{4}年|^\d{4}$/.test(text)
    case 'integer':
    case 'decimal':
    case 'share':
    case 'money':
      return ({ kind: cell, text }) => cell === 'number' || cell === 'percent' || /^[\s+\-¥￥]*[\d０-９]/.test(text)
    case 'choice':
    case 'choices': {
      if (choices === undefined || choices.length === 0) return undefined
      const known = new Set(choices.map((word) => word.normalize('NFKC').trim().toLowerCase()))
      return ({ text }) => known.has(text.normalize('NFKC').trim().toLowerCase())
    }
    default:
      return undefined
  }
}
