import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { character, faces, red, run } from './docx-type.ts'
import { offGrid } from './finish-word.ts'
import { geometry, points, twips } from './geometry.ts'

/** What stands in the lower margin so that anybody can check the paper, and what must be said of it. */
export interface Checking {
  /** the picture, as wide as is said in millimetres; null where it stands in the body */
  readonly qr: ((millimetres: number) => ParagraphChild) | null
  readonly code: string
  readonly says: string
  readonly sentences: readonly string[]
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
export const noBorders = { top: none, bottom: none, left: none, right: none } as const

/** A line of exactly that height, whatever stands in it; what is drawn on the page depends on it. */
function exactly(millimetres: number, children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  const { spacing, ...rest } = options
  return new Paragraph({
    ...rest,
    children,
    spacing: { before: 0, after: 0, ...spacing, line: twips(millimetres), lineRule: LineRuleType.EXACT },
  })
}

const numberHeight = (points.four / 72) * 25.4
/** what Word wants after a table, as small as it can be */
const afterTable = 0.35

/** From the edge of the paper to the lower end of what stands in the lower margin. */
export const footerBelow = geometry.sheet.height - geometry.checkTop - geometry.checkSize - afterTable

/** 页码 in 4号 with a dash on either side, odd ones at the right, even ones at the left; the check beneath. */
export function numberedFoot(side: 'left' | 'right', checking: Checking): Footer {
  const font = { ascii: faces.songti, hAnsi: faces.songti, eastAsia: faces.songti }
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size: points.four * 2 })
  return new Footer({
    children: [
      exactly(numberHeight, [number], {
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: Math.round((points.four / points.three) * character) },
        spacing: { after: twips(geometry.checkTop - geometry.pageNumberTop - numberHeight) },
      }),
      ...checkLines(checking),
    ],
  })
}

/** The check alone, where pages have no numbers: receipts and certificates. */
export function plainFoot(checking: Checking, qrWidth: number = geometry.checkSize): Footer {
  return new Footer({ children: checkLines(checking, qrWidth) })
}

/** Lines of the letter are 170 mm wide, which is more than the type area on both sides. */
const wider = {
  left: twips(geometry.letter.lineLeft - geometry.left),
  right: twips(geometry.sheet.width - geometry.letter.lineLeft - geometry.letter.lineWidth - geometry.right),
}

/** the lower red double line, 20 mm above the edge of the paper; the first page has no number */
export function letterFoot(checking: Checking): Footer {
  const gap = geometry.checkTop - geometry.letter.lowerLine
  return new Footer({
    children: [
      exactly(1, [], {
        indent: wider,
        spacing: { after: twips(gap) },
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, space: 1, color: red } },
      }),
      ...checkLines(checking),
    ],
  })
}

/** where the head of a page begins, in millimetres from the edge of the paper */
export const headTop = 15

/** 演示, 已撤销: what is drawn across the page of the PDF stands at the top of each page here. */
export function plainHead(warning: string | null): Header {
  return new Header({ children: warning === null ? [] : [warningLine(warning, 8)] })
}

function warningLine(words: string | null, height: number): Paragraph {
  const said = words === null ? [] : [run(words, { face: 'heiti', color: red })]
  return exactly(height, said, { alignment: AlignmentType.CENTER })
}

/** 信函格式: the mark, 30 mm from the edge of the paper, and 4 mm beneath it the red double line. */
export function letterHead(office: string, warning: string | null, markHeight: number): Header {
  const size = Math.floor((markHeight / 25.4) * 72 * 2) / 2
  return new Header({
    children: [
      warningLine(warning, geometry.letter.markTop - headTop),
      exactly(markHeight, [run(office, { face: 'xiaobiaosong', points: size, color: red })], {
        alignment: AlignmentType.CENTER,
        indent: wider,
        spacing: { after: twips(geometry.letter.belowLine) },
        // 11 pt are the 4 mm of the standard.
        border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 11, color: red } },
      }),
    ],
  })
}

/** A longer name is made smaller until it fits into the type area. */
export function markHeightOf(office: string): number {
  return Math.min(geometry.letter.markHeight, geometry.width / [...office].length)
}

function checkLines(
  { qr, code, says, sentences }: Checking,
  qrWidth: number = geometry.checkSize,
): (Paragraph | Table)[] {
  const small = (text: string, bold = false) => run(text, { face: bold ? 'heiti' : 'songti', points: 7.5 })
  const set = { spacing: { before: 0, after: 0, line: 200, lineRule: LineRuleType.EXACT } }
  const words = [
    new Paragraph({ ...set, children: [small('核验码 '), small(code, true), small(`　${says}`)] }),
    ...sentences.map((sentence) => new Paragraph({ ...set, children: [small(sentence)] })),
  ]
  if (qr === null) return words
  const [first, whole] = [twips(qrWidth + 3), twips(geometry.width)]
  const cell = (children: readonly Paragraph[], width: number) =>
    new TableCell({
      ...{ borders: noBorders, verticalAlign: VerticalAlign.CENTER, children },
      width: { size: width, type: WidthType.DXA },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    })
  return [
    new Table({
      ...{ borders: { ...noBorders, insideHorizontal: none, insideVertical: none } },
      width: { size: whole, type: WidthType.DXA },
      columnWidths: [first, whole - first],
      rows: [
        new TableRow({
          height: { value: twips(qrWidth), rule: HeightRule.ATLEAST },
          children: [
            cell([new Paragraph({ style: offGrid, children: [qr(qrWidth)] })], first),
            cell(words, whole - first),
          ],
        }),
      ],
    }),
    exactly(afterTable, []),
  ]
}
