import { printedLabels } from './printed-labels.ts'
import type { Block, TableCell } from './yunting-plan.ts'

/** The plan as a text file: what a clerk gets who saves the Word document as plain text. */
export function planAsText(blocks: readonly Block[]): string {
  const labels = printedLabels(blocks)
  let footnotes = 0
  const lines = blocks.flatMap((block, index): string[] => {
    const label = labels[index] ?? ''
    switch (block.kind) {
      case 'task':
        return [`${label}${block.title}。${block.body}〔责任单位：${block.units}〕`]
      case 'table':
        return tableLines(block.rows)
      case 'bullet': {
        if (block.footnote === undefined) return [label + block.text]
        footnotes += 1
        const marked = block.text.replace(block.footnote.after, `${block.footnote.after}[footnoteRef:${footnotes}]`)
        return [label + marked, `[${footnotes}: ${block.footnote.text}]`]
      }
      default:
        return [label + block.text]
    }
  })
  return `${lines.join('\n')}\n`
}

/** One line a row; the places that a merged cell covers are left empty. */
function tableLines(rows: readonly (readonly TableCell[])[]): string[] {
  const width = rows[0]?.reduce((sum, cell) => sum + (cell.across ?? 1), 0) ?? 0
  const grid = rows.map(() => new Array<string | undefined>(width).fill(undefined))
  rows.forEach((row, y) => {
    for (const cell of row) {
      const x = grid[y]?.indexOf(undefined) ?? 0
      for (let down = 0; down < (cell.down ?? 1); down += 1) {
        grid[y + down]?.fill('', x, x + (cell.across ?? 1))
      }
      const line = grid[y]
      if (line !== undefined) line[x] = cell.text
    }
  })
  return grid.map((line) => line.join('\t'))
}
