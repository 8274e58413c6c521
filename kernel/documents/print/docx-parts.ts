import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PrintedBlock, PrintedContent } from '../content.types.ts'
import { dateInWords } from '../fill.ts'
import { character, type Face, faces, line, paragraph, run } from './docx-type.ts'
import { geometry, points, twips } from './geometry.ts'
import { bracketed } from './sheet.ts'
import { signaturePlaces } from './signature-places.ts'

export const red = 'E60012'

const headingFaces: readonly Face[] = ['heiti', 'kaiti', 'fangsong']

export function bodyOf(blocks: readonly PrintedBlock[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, index): (Paragraph | Table)[] => {
    // No page holds the seal and no words of the body.
    const isLast = index === blocks.length - 1
    if (block.kind === 'table') return [tableOf(block.rows)]
    if (block.kind === 'list') return block.items.map((item, ordinal) => paragraph([run(`${ordinal + 1}.${item}`)]))
    if (block.kind === 'heading') {
      return [paragraph([run(block.text, { face: headingFaces[block.level - 1] ?? 'fangsong' })], { keepNext: true })]
    }
    return [paragraph([run(block.text)], { keepNext: isLast, keepLines: isLast })]
  })
}

function tableOf(rows: readonly { readonly label: string; readonly value: string }[]): Table {
  const [first, whole] = [twips(40), twips(geometry.width)]
  const cell = (text: string, width: number, face: Face) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 80, bottom: 80, left: 120, right: 120 },
      children: [new Paragraph({ children: [run(text, { face, points: points.smallFour })] })],
    })
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [first, whole - first],
    rows: rows.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [cell(label, first, 'heiti'), cell(value, whole - first, 'fangsong')],
        }),
    ),
  })
}

/** 发文机关署名、成文日期、附注 */
export function signatureOf({ office, issuedOn, isSealed, notes }: PrintedContent): Paragraph[] {
  const date = dateInWords(issuedOn)
  const places = signaturePlaces(office, date, isSealed)
  const at = (text: string, from: number) =>
    line([run(text)], { indent: { left: Math.max(0, Math.round(from * character)) }, keepNext: true, keepLines: true })
  return [
    line([], { keepNext: true }),
    at(office, places.name.from),
    at(date, places.date.from),
    ...notes.map((note) => paragraph([run(bracketed(note))])),
  ]
}

/** 页码: 4号, a dash on either side; odd ones at the right, even ones at the left, one character in. */
export function pageNumber(side: 'left' | 'right'): Footer {
  const font = { ascii: faces.songti, hAnsi: faces.songti, eastAsia: faces.songti }
  const inset = { [side]: Math.round((points.four / 16) * character) }
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: inset,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size: points.four * 2 })],
      }),
    ],
  })
}

/** Lines of the letter are 170 mm wide, which is more than the type area on both sides. */
const wider = {
  left: twips(geometry.letter.lineLeft - geometry.left),
  right: twips(geometry.sheet.width - geometry.letter.lineLeft - geometry.letter.lineWidth - geometry.right),
}

/** 信函格式: the mark and its red double line, in the head of the first page. */
export function letterHead(office: string): Header {
  const size = Math.min(geometry.letter.markHeight, geometry.width / [...office].length)
  const mark = (size / 25.4) * 72
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        indent: wider,
        spacing: { before: 0, after: twips(geometry.letter.belowLine) },
        border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 11, color: red } },
        children: [run(office, { face: 'xiaobiaosong', points: Math.floor(mark * 2) / 2, color: red })],
      }),
    ],
  })
}

/** the lower red double line, 20 mm above the edge of the paper; the first page has no number */
export function letterFoot(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        indent: wider,
        spacing: { before: 0, after: 0 },
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, space: 1, color: red } },
        children: [],
      }),
    ],
  })
}
