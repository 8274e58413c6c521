import { chinesePdf, typstText } from '@qiangxian/engines/plan-document/read/chinese-pdf.fixture'
import { printedLabels } from './printed-labels.ts'
import type { Block } from './yunting-plan.ts'

/** The plan as an office prints it: text layer, page numbers, a ruled table, the footnote at the foot of its page. */
export function planAsPdf(blocks: readonly Block[]): Uint8Array {
  const labels = printedLabels(blocks)
  return chinesePdf(blocks.map((block, index) => markupOf(block, labels[index] ?? '')).join('\n\n'))
}

function markupOf(block: Block, label: string): string {
  switch (block.kind) {
    case 'title':
      return `#v(1em)\n#align(center, par(first-line-indent: 0pt, justify: false, text(size: 22pt, weight: "bold")[${typstText(block.text)}]))\n#v(1em)`
    case 'notice':
      return `#align(center)[${typstText(block.text)}]`
    case 'signature':
      return `#align(right)[${typstText(block.text)}]`
    case 'addressee':
      return `#par(first-line-indent: 0pt)[${typstText(block.text)}]`
    case 'chapter':
      return `#text(weight: "bold")[${typstText(label + block.text)}]`
    case 'task':
      return `#strong[${typstText(`${label}${block.title}。`)}]${typstText(`${block.body}〔责任单位：${block.units}〕`)}`
    case 'bullet': {
      if (block.footnote === undefined) return typstText(label + block.text)
      const [before = '', after = ''] = block.text.split(block.footnote.after)
      return `${typstText(label + before + block.footnote.after)}#footnote[${typstText(block.footnote.text)}]${typstText(after)}`
    }
    case 'table': {
      const cells = block.rows.flat().map((cell) => {
        return `table.cell(colspan: ${cell.across ?? 1}, rowspan: ${cell.down ?? 1})[${typstText(cell.text)}]`
      })
      return `#{\n set text(size: 12pt)\n set par(first-line-indent: 0pt)\n table(columns: (1fr, 4fr, 1fr, 1fr, 1fr), align: center + horizon, ${cells.join(', ')})\n}`
    }
    default:
      return typstText(label + block.text)
  }
}
