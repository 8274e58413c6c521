import { AlignmentType, ImageRun, Paragraph } from 'docx'
import type { PrintedContent } from '../content.types.ts'
import { dateInWords } from '../fill.ts'
import { markHeightOf } from './docx-margins.ts'
import { bodyOf, signatureOf } from './docx-parts.ts'
import { run } from './docx-type.ts'
import { twips } from './geometry.ts'
import { qrPicture } from './qr-picture.ts'
import { type PrintSheet, qrSaysOf, sentencesOf, watermarkOf } from './sheet.ts'
import { titleLines } from './title-lines.ts'
import { wordFile } from './word-file.ts'

/**
 * A document as a Word file, by the same geometry as the PDF. It can be changed by whoever has it, so it carries no
 * picture of the seal: what proves it is the code, which leads to what was issued.
 */
export function printDocx(sheet: PrintSheet): Promise<Uint8Array> {
  const { content } = sheet
  const { form, office, number, title, addressee, blocks, notes } = content
  const isCertificate = form === 'certificate'
  const hasSmallNotes = isCertificate || form === 'receipt'
  const warning = watermarkOf(sheet)
  let pictures = 0
  return wordFile({
    ...{ form, office, number, code: content.verificationCode, date: dateInWords(content.issuedOn) },
    titles: titleLinesOf(content),
    addressee: addressee === null ? null : `${addressee}：`,
    body: bodyOf(blocks, isCertificate ? 20 : undefined),
    signature: isCertificate ? signedAtTheRight(content) : signatureOf(content),
    notes: hasSmallNotes ? notes : [],
    warning: warning === null ? null : `【${warning}】`,
    qr: (millimetres) => {
      pictures += 1
      return qrRun(sheet, millimetres, pictures)
    },
    ...{ qrSays: qrSaysOf(sheet), sentences: sentencesOf(sheet), markHeight: markHeightOf(office) },
    about: { title, subject: number, on: new Date(`${content.issuedOn}T00:00:00Z`) },
  })
}

export function titleLinesOf({ title, form }: Pick<PrintedContent, 'title' | 'form'>): readonly string[] {
  return titleLines(title, form === 'notice' || form === 'record' ? 17 : 20)
}

/** @param id of the picture in its file; docx would count through the whole life of the program */
function qrRun(sheet: PrintSheet, millimetres: number, id: number): ImageRun {
  const side = Math.round((millimetres / 25.4) * 96)
  return new ImageRun({
    type: 'png',
    data: qrPicture(sheet.qrText),
    transformation: { width: side, height: side },
    altText: { id: String(id), name: 'QR', title: '核验二维码', description: qrSaysOf(sheet) },
  })
}

/** On a certificate, which lies on its side, name and date stand under each other in its right half. */
function signedAtTheRight({ office, issuedOn }: PrintedContent): Paragraph[] {
  const at = { alignment: AlignmentType.CENTER, indent: { left: twips(130) }, keepLines: true }
  const said = (text: string) => [run(text, { points: 18 })]
  return [
    new Paragraph({ ...at, children: said(office), keepNext: true, spacing: { before: twips(16), after: 120 } }),
    new Paragraph({ ...at, children: said(dateInWords(issuedOn)) }),
  ]
}
