import { Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import type { PrintedBlock, PrintedContent } from '../content.types.ts'
import { dateInWords } from '../fill.ts'
import { character, type Face, line, paragraph, run } from './docx-type.ts'
import { offGrid } from './finish-word.ts'
import { geometry, points, twips } from './geometry.ts'
import { bracketed } from './sheet.ts'
import { signaturePlaces } from './signature-places.ts'

const headingFaces: readonly Face[] = ['heiti', 'kaiti', 'fangsong']

/** @param size of the words in points: 3号, unless the form has another */
export function bodyOf(blocks: readonly PrintedBlock[], size: number = points.three): (Paragraph | Table)[] {
  const said = (text: string, stays: boolean) =>
    paragraph([run(text, { points: size })], { keepNext: stays, keepLines: stays })
  return blocks.flatMap((block, index): (Paragraph | Table)[] => {
    // No page holds the seal and no words of the body (GB/T 9704—2012 §7.3.5.5): what is last goes where the name goes.
    const isLast = index === blocks.length - 1
    if (block.kind === 'table') return [tableOf(block.rows, isLast)]
    if (block.kind === 'list') {
      return block.items.map((item, ordinal) =>
        said(`${ordinal + 1}.${item}`, isLast && ordinal === block.items.length - 1),
      )
    }
    if (block.kind === 'heading') {
      const face = headingFaces[block.level - 1] ?? 'fangsong'
      return [paragraph([run(block.text, { face, points: size })], { keepNext: true })]
    }
    return [said(block.text, isLast)]
  })
}

export function tableOf(rows: readonly { readonly label: string; readonly value: string }[], stays = false): Table {
  const [first, whole] = [twips(40), twips(geometry.width)]
  const cell = (text: string, width: number, face: Face, keepNext: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 80, bottom: 80, left: 120, right: 120 },
      children: [
        new Paragraph({ keepNext, style: offGrid, children: [run(text, { face, points: points.smallFour })] }),
      ],
    })
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [first, whole - first],
    rows: rows.map(({ label, value }, index) => {
      const keepNext = stays && index === rows.length - 1
      return new TableRow({
        cantSplit: true,
        children: [cell(label, first, 'heiti', keepNext), cell(value, whole - first, 'fangsong', keepNext)],
      })
    }),
  })
}

/** 发文机关署名、成文日期、附注, all on one page. */
export function signatureOf({
  office,
  issuedOn,
  isSealed,
  notes,
}: Pick<PrintedContent, 'office' | 'issuedOn' | 'isSealed' | 'notes'>): Paragraph[] {
  const date = dateInWords(issuedOn)
  const places = signaturePlaces(office, date, isSealed)
  const at = (text: string, from: number, keepNext: boolean) =>
    line([run(text)], { indent: { left: Math.max(0, Math.round(from * character)) }, keepNext, keepLines: true })
  return [
    line([], { keepNext: true }),
    at(office, places.name.from, true),
    at(date, places.date.from, notes.length > 0),
    ...notes.map((note, index) =>
      paragraph([run(bracketed(note))], { keepNext: index < notes.length - 1, keepLines: true }),
    ),
  ]
}
