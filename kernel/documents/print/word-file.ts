import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  type FileChild,
  type Footer,
  Packer,
  PageBorderOffsetFrom,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import type { PrintedContent } from '../content.types.ts'
import {
  type Checking,
  footerBelow,
  headTop,
  letterFoot,
  letterHead,
  noBorders,
  numberedFoot,
  plainFoot,
  plainHead,
} from './docx-margins.ts'
import { empty, line, linePitch, onGrid, paragraph, red, run, titleLine } from './docx-type.ts'
import { finishWord, offGrid } from './finish-word.ts'
import { geometry, points, twips } from './geometry.ts'

/** What stands in a Word file: words of a document, or the placeholders of a template to begin with. */
export interface WordPieces {
  readonly form: PrintedContent['form']
  readonly office: string
  readonly number: string
  readonly titles: readonly string[]
  /** with its colon; null where nobody is addressed */
  readonly addressee: string | null
  readonly body: readonly FileChild[]
  /** 署名、成文日期、附注; of a certificate without the notes */
  readonly signature: readonly FileChild[]
  /** of forms that have no 附注 under the signature: receipts and certificates */
  readonly notes: readonly string[]
  /** as it is written on a receipt */
  readonly date: string
  readonly warning: string | null
  readonly qr: (millimetres: number) => ParagraphChild
  readonly qrSays: string
  readonly code: string
  readonly sentences: readonly string[]
  readonly markHeight: number
  /** what Word shows as properties of the file */
  readonly about: { readonly title: string; readonly subject: string; readonly on: Date }
}

/** The form of GB/T 9704 as a Word file; the same pieces give the same bytes. */
export async function wordFile(pieces: WordPieces): Promise<Uint8Array> {
  const { form, about } = pieces
  const isLetter = form === 'letter'
  const document = new Document({
    ...{ title: about.title, creator: pieces.office, description: about.subject },
    styles: {
      default: { document: { run: { size: points.three * 2 } } },
      paragraphStyles: [
        { id: offGrid, name: 'Off Grid', basedOn: 'Normal', paragraph: { spacing: { before: 0, after: 0 } } },
      ],
    },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: pageOf(form),
          // 每页 22 行; 28 characters to a line by the characters themselves
          ...(form === 'certificate' ? {} : { grid: { type: DocumentGridType.LINES, linePitch } }),
          titlePage: isLetter,
        },
        headers: {
          default: plainHead(pieces.warning),
          even: plainHead(pieces.warning),
          ...(isLetter ? { first: letterHead(pieces.office, pieces.warning, pieces.markHeight) } : {}),
        },
        footers: footersOf(pieces),
        children: childrenOf(pieces),
      },
    ],
  })
  return finishWord(new Uint8Array(await Packer.toBuffer(document)), about.on)
}

const certificate = { side: 34, top: 30, bottom: 48, qr: 19 } as const

function pageOf(form: WordPieces['form']) {
  const size = { width: twips(geometry.sheet.width), height: twips(geometry.sheet.height) }
  if (form !== 'certificate') {
    return {
      size: { ...size, orientation: PageOrientation.PORTRAIT },
      margin: {
        top: twips(geometry.top),
        left: twips(geometry.left),
        right: twips(geometry.right),
        bottom: twips(geometry.bottom),
        header: twips(headTop),
        footer: twips(footerBelow),
      },
    }
  }
  const gold = { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 36, space: 31, color: 'B8860B' }
  return {
    // docx turns the sheet itself where it lies on its side.
    size: { ...size, orientation: PageOrientation.LANDSCAPE },
    margin: {
      ...{ top: twips(certificate.top), bottom: twips(certificate.bottom) },
      ...{ left: twips(certificate.side), right: twips(certificate.side), header: twips(headTop), footer: twips(22) },
    },
    borders: {
      pageBorders: { offsetFrom: PageBorderOffsetFrom.PAGE },
      ...{ pageBorderTop: gold, pageBorderBottom: gold, pageBorderLeft: gold, pageBorderRight: gold },
    },
  }
}

function footersOf(pieces: WordPieces): { default: Footer; even: Footer; first?: Footer } {
  const { form, qr, code, qrSays: says, sentences } = pieces
  const checking: Checking = { qr: form === 'receipt' ? null : qr, code, says, sentences }
  if (form === 'receipt') return { default: plainFoot(checking), even: plainFoot(checking) }
  if (form === 'certificate') {
    return { default: plainFoot(checking, certificate.qr), even: plainFoot(checking, certificate.qr) }
  }
  const numbers = { default: numberedFoot('right', checking), even: numberedFoot('left', checking) }
  return form === 'letter' ? { ...numbers, first: letterFoot(checking) } : numbers
}

function childrenOf(pieces: WordPieces): FileChild[] {
  const { form, office, number, titles, addressee, body, signature, notes } = pieces
  const to = addressee === null ? [] : [line([run(addressee)])]
  const right = (text: string) => line([run(text)], { alignment: AlignmentType.RIGHT })
  const smallNotes = notes.map((note) => paragraph([run(note, { points: points.smallFour })]))
  switch (form) {
    case 'letter': {
      const lines = titles.map((text) => titleLine(text))
      return [right(number), empty(), empty(), ...lines, empty(), ...to, ...body, ...signature]
    }
    case 'certificate': {
      const named = (text: string) => line([run(text, { face: 'kaiti', points: 22, bold: true })], { spacing: wide })
      return [
        line([run(`编号：${number}`, { points: points.smallFour })], { alignment: AlignmentType.RIGHT }),
        ...titles.map((text) => titleLine(text, { points: 36, color: red }, 48)),
        ...(addressee === null ? [] : [named(addressee)]),
        ...body,
        ...signature,
        ...smallNotes,
      ]
    }
    case 'receipt':
      return [
        titleLine(office, { points: 18 }),
        ...titles.map((text) => titleLine(text)),
        line([run(`编号：${number}`, { points: points.smallFour })], { alignment: AlignmentType.CENTER }),
        ...to,
        ...body,
        receivedBeside(pieces),
        ...smallNotes,
      ]
    default: {
      const under = { bottom: { style: BorderStyle.SINGLE, size: 8, space: 4, color: '000000' } }
      return [
        titleLine(office, {}, 40),
        ...titles.map((text) => titleLine(text, { points: 26 }, 46)),
        line([run(number)], { alignment: AlignmentType.RIGHT, border: under, spacing: { ...onGrid, after: 120 } }),
        ...to,
        ...body,
        ...signature,
      ]
    }
  }
}

const wide = { before: 240, after: 120 }

/** 收件单位、收件日期, and beside them the code that leads to where the matter is. */
function receivedBeside({ office, date, qr, qrSays }: WordPieces): Table {
  const [first, whole] = [twips(geometry.width - 46), twips(geometry.width)]
  const cell = (children: readonly Paragraph[], width: number) =>
    new TableCell({ borders: noBorders, children, width: { size: width, type: WidthType.DXA } })
  const said = (text: string) => line([run(text, { points: points.four })])
  const centred = { alignment: AlignmentType.CENTER, style: offGrid }
  return new Table({
    ...{ borders: { ...noBorders, insideHorizontal: noBorders.top, insideVertical: noBorders.top } },
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [first, whole - first],
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell([empty(), said(`收件单位：${office}`), said(`收件日期：${date}`)], first),
          cell(
            [
              new Paragraph({ ...centred, children: [qr(34)] }),
              new Paragraph({ ...centred, children: [run(qrSays, { points: 10 })] }),
            ],
            whole - first,
          ),
        ],
      }),
    ],
  })
}
