/** A plan of the corpus as the file that an office sends: Word or PDF, with real tables. */

import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx'
import { chinesePdf, typstText } from '../read/chinese-pdf.fixture.ts'

type Block = { readonly paragraph: string } | { readonly rows: readonly (readonly string[])[] }

/** A Word file. Leading empty cells are merged into the cell above, as the office had them. */
export async function asDocx(text: string, mergeDown: boolean): Promise<Uint8Array> {
  const children = blocksOf(text).map((block) =>
    'paragraph' in block
      ? new Paragraph({ children: [new TextRun(block.paragraph)] })
      : new Table({ rows: block.rows.map((row) => wordRow(row, mergeDown)) }),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

function wordRow(row: readonly string[], mergeDown: boolean): TableRow {
  const ownFrom = row.findIndex((words) => words !== '')
  return new TableRow({
    children: row.map((words, column) => {
      const children = [new Paragraph({ children: [new TextRun(words)] })]
      if (!mergeDown || column > 0) return new TableCell({ children })
      return new TableCell({
        children,
        verticalMerge: ownFrom > 0 ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART,
      })
    }),
  })
}

/** A PDF with a text layer, pages numbered, tables with rules. */
export function asPdf(text: string): Uint8Array {
  return chinesePdf(
    blocksOf(text)
      .filter((block) => 'rows' in block || block.paragraph.trim() !== '')
      .map((block) => {
        if ('paragraph' in block) return `${typstText(block.paragraph.trim())}\n\n`
        const columns = Math.max(...block.rows.map((row) => row.length))
        const cells = block.rows.flatMap((row) =>
          Array.from({ length: columns }, (_, column) => `[${typstText(row[column] ?? '')}]`),
        )
        return `#[#set text(size: 9pt)\n#set par(first-line-indent: 0em)\n#table(columns: ${columns}, ${cells.join(', ')})]\n\n`
      })
      .join(''),
  )
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let rows: string[][] = []
  const close = (): void => {
    if (rows.length > 0) blocks.push({ rows })
    rows = []
  }
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      rows.push(line.split('\t'))
      continue
    }
    close()
    blocks.push({ paragraph: line })
  }
  close()
  return blocks
}
