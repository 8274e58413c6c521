import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  type FileChild,
  Header,
  ImageRun,
  Packer,
  PageOrientation,
  Paragraph,
} from 'docx'
import { dateInWords } from '../fill.ts'
import { bodyOf, letterFoot, letterHead, pageNumber, red, signatureOf } from './docx-parts.ts'
import { character, empty, line, linePitch, paragraph, run, titleLine } from './docx-type.ts'
import { geometry, points, twips } from './geometry.ts'
import { qrPicture } from './qr-picture.ts'
import { type PrintSheet, qrSaysOf, sentencesOf, watermarkOf } from './sheet.ts'
import { titleLines } from './title-lines.ts'

/**
 * A document as a Word file, by the same geometry as the PDF. It can be changed by whoever has it, so it carries no
 * picture of the seal: what proves it is the code, which leads to what was issued.
 */
export async function printDocx(sheet: PrintSheet): Promise<Uint8Array> {
  const { content } = sheet
  const isLetter = content.form === 'letter'
  const document = new Document({
    title: content.title,
    creator: content.office,
    description: content.number,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: { size: sizeOf(sheet), margin: isLetter ? letterMargins : margins },
          // 每页 22 行、每行 28 字, as Word's own grid
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace },
          titlePage: isLetter,
        },
        headers: isLetter ? { first: letterHead(content.office), default: bare(), even: bare() } : {},
        footers: footersOf(sheet),
        children: [...warnings(sheet), ...childrenOf(sheet), ...checking(sheet)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** what a character gives up so that 28 fit, in 1/4096 of a point; Word counts it after each of them */
const charSpace = Math.floor(((geometry.width / geometry.charactersPerLine / 25.4) * 72 - points.three) * 4_096)

const margins = {
  top: twips(geometry.top),
  left: twips(geometry.left),
  right: twips(geometry.right),
  bottom: twips(geometry.bottom),
  header: twips(15),
  footer: twips(geometry.sheet.height - geometry.pageNumberTop) - points.four * 20,
}
const letterMargins = { ...margins, header: twips(geometry.letter.markTop), footer: twips(20) }

function sizeOf({ content }: PrintSheet) {
  // docx turns the sheet itself where it lies on its side.
  const orientation = content.form === 'certificate' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  return { width: twips(geometry.sheet.width), height: twips(geometry.sheet.height), orientation }
}

function footersOf({ content: { form } }: PrintSheet) {
  if (form === 'certificate' || form === 'receipt') return {}
  const numbers = { default: pageNumber('right'), even: pageNumber('left') }
  return form === 'letter' ? { ...numbers, first: letterFoot() } : numbers
}

function bare(): Header {
  return new Header({ children: [] })
}

function childrenOf({ content }: PrintSheet): FileChild[] {
  const { form, office, number, title, addressee, blocks, issuedOn } = content
  const to = addressee === null ? [] : [line([run(`${addressee}：`)])]
  const right = (text: string) => line([run(text)], { alignment: AlignmentType.RIGHT })
  switch (form) {
    case 'letter': {
      const titles = titleLines(title, 20).map((text) => titleLine(text))
      return [right(number), empty(), empty(), ...titles, empty(), ...to, ...bodyOf(blocks), ...signatureOf(content)]
    }
    case 'certificate':
      return [
        right(`编号：${number}`),
        empty(),
        ...titleLines(title, 20).map((text) => titleLine(text, { points: 36, color: red })),
        empty(),
        ...to,
        ...bodyOf(blocks),
        ...signatureOf({ ...content, notes: [] }),
        ...content.notes.map((note) => paragraph([run(note, { points: points.smallFour })])),
      ]
    case 'receipt':
      return [
        titleLine(office, { points: 18 }),
        ...titleLines(title, 20).map((text) => titleLine(text)),
        line([run(`编号：${number}`, { points: points.smallFour })], { alignment: AlignmentType.CENTER }),
        ...to,
        ...bodyOf(blocks),
        empty(),
        line([run(`收件单位：${office}`, { points: points.four })]),
        line([run(`收件日期：${dateInWords(issuedOn)}`, { points: points.four })]),
        ...content.notes.map((note) => paragraph([run(note, { points: points.smallFour })])),
      ]
    default: {
      const under = { bottom: { style: BorderStyle.SINGLE, size: 8, space: 4, color: '000000' } }
      return [
        titleLine(office),
        ...titleLines(title, 17).map((text) => titleLine(text, { points: 26 })),
        line([run(number)], { alignment: AlignmentType.RIGHT, border: under }),
        ...to,
        ...bodyOf(blocks),
        ...signatureOf(content),
      ]
    }
  }
}

/** What is drawn across the page of the PDF stands here at the top, where nobody overlooks it. */
function warnings(sheet: PrintSheet): FileChild[] {
  const words = watermarkOf(sheet)
  if (words === null) return []
  return [line([run(`【${words}】`, { face: 'heiti', color: red })], { alignment: AlignmentType.CENTER })]
}

function checking(sheet: PrintSheet): FileChild[] {
  const small = (text: string) => new Paragraph({ children: [run(text, { face: 'songti', points: 9 })] })
  const side = sheet.content.form === 'receipt' ? 110 : 64
  const picture = new ImageRun({
    type: 'png',
    data: qrPicture(sheet.qrText),
    transformation: { width: side, height: side },
    altText: { name: 'QR', title: '核验二维码', description: qrSaysOf(sheet) },
  })
  return [
    new Paragraph({ spacing: { before: Math.round(character) }, children: [picture] }),
    small(`核验码 ${sheet.content.verificationCode}　${qrSaysOf(sheet)}`),
    ...sentencesOf(sheet).map(small),
  ]
}
