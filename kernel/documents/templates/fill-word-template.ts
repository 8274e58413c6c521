import {
  ImagePlugin,
  LoopPlugin,
  officeMarkup,
  type ScopeData,
  type Tag,
  type TemplateContent,
  TemplateHandler,
  TemplatePlugin,
  TextPlugin,
  type XmlNode,
  xml,
} from 'easy-template-x'
import { unzipSync } from 'fflate'
import type { PrintedBlock } from '../content.types.ts'
import { dateInWords } from '../fill.ts'
import { character, faces } from '../print/docx-type.ts'
import { stableZip } from '../print/finish-word.ts'
import { geometry, twips } from '../print/geometry.ts'
import { titleLinesOf } from '../print/print-docx.ts'
import { qrPicture } from '../print/qr-picture.ts'
import { bracketed, type PrintSheet, qrSaysOf, sentencesOf, watermarkOf } from '../print/sheet.ts'
import { signaturePlaces } from '../print/signature-places.ts'
import { type ParagraphWish, paragraphLike, tableLike } from './paragraph-nodes.ts'

/**
 * A document in the county's own template. It says what the PDF says, since what the PDF says is obligatory in each
 * template; what the county wrote around it is in Word alone, and a sentence names the PDF as the original.
 *
 * @param values words for the placeholders of form, act, facts and limits, by the name that stands in the template
 * @throws what the filling of a broken template throws; templates are checked before they count
 */
export async function fillWordTemplate(
  template: Uint8Array,
  sheet: PrintSheet,
  { version, values }: { readonly version: number; readonly values: Readonly<Record<string, string>> },
): Promise<Uint8Array> {
  const own = ownContents(sheet, version)
  const handler = new TemplateHandler({
    plugins: [new LoopPlugin(), new ImagePlugin(), new TextPlugin(), new ParagraphsPlugin()],
    // Text boxes in tables lie deep.
    maxXmlDepth: 80,
    // Names are flat: a condition opens no scope of its own.
    scopeDataResolver: ({ strPath }) => {
      const name = (strPath.at(-1) ?? '').replaceAll(/\s/g, '')
      return own[name] ?? printable(values[name] ?? '')
    },
  })
  const filled = await handler.process(Buffer.from(template), {})
  return stableZip(unzipSync(new Uint8Array(filled)), new Date(`${sheet.content.issuedOn}T00:00:00Z`))
}

/** What the platform itself says in every document. */
function ownContents(sheet: PrintSheet, version: number): Readonly<Record<string, TemplateContent>> {
  const { content } = sheet
  const warning = watermarkOf(sheet)
  const side = Math.round(((content.form === 'receipt' ? 34 : geometry.checkSize) / 25.4) * 96)
  const picture = { source: Buffer.from(qrPicture(sheet.qrText)), format: 'image/png', width: side, height: side }
  const original = `本 Word 稿按本单位模板第${version}版排版，供打印和存档；与平台签发的 PDF 同一文号、同一内容，以 PDF 为正本。`
  return {
    文号: content.number,
    标题: printable(titleLinesOf(content).join('\n')),
    主送: printable(content.addressee ?? ''),
    发文机关: content.office,
    成文日期: dateInWords(content.issuedOn),
    文书种类: content.label,
    核验码: content.verificationCode,
    二维码: { _type: 'image', ...picture, altText: qrSaysOf(sheet) },
    正文: paragraphs({ blocks: content.blocks }),
    署名: paragraphs({ signed: content }),
    附注: lines(content.notes.map(bracketed)),
    核验说明: lines([...sentencesOf(sheet), original]),
    警示: lines(warning === null ? [] : [`【${warning}】`]),
  }
}

/** What XML cannot hold was pasted by mistake, and is left out. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

const contentType = 'paragraphs'

interface Wanted {
  readonly blocks?: readonly PrintedBlock[]
  readonly lines?: readonly string[]
  readonly signed?: Pick<PrintSheet['content'], 'office' | 'issuedOn' | 'isSealed' | 'notes'>
}

function paragraphs(wanted: Wanted): TemplateContent {
  return { _type: contentType, wanted }
}

function lines(said: readonly string[]): TemplateContent {
  return paragraphs({ lines: said })
}

/** Puts paragraphs in the place of the one that holds the placeholder, each in its manner. */
class ParagraphsPlugin extends TemplatePlugin {
  readonly contentType = contentType

  override simpleTagReplacements(tag: Tag, data: ScopeData): void {
    const found = data.getScopeData() as unknown as { readonly wanted: Wanted }
    if (tag.placement !== 'TextNode') return
    const model = officeMarkup.query.containingParagraphNode(tag.xmlTextNode)
    const run = officeMarkup.query.containingRunNode(tag.xmlTextNode)
    const made = nodesOf(found.wanted, model, run)
    for (const node of made) xml.modify.insertBefore(node, model)
    // A cell, a header and a text box hold one paragraph at least, and a section ends in one; in a header the line that
    // says nothing today keeps its height, or the mark beneath it would move.
    const isHead = made.length === 0 && model.parentNode?.nodeName === 'w:hdr'
    const isAlone = model.parentNode?.childNodes?.every((node) => node === model || node.nodeName !== 'w:p') === true
    const endsSection = model.childNodes?.some(({ childNodes }) =>
      childNodes?.some(({ nodeName }) => nodeName === 'w:sectPr'),
    )
    const endsWithTable = made.at(-1)?.nodeName === 'w:tbl' && model.parentNode?.nodeName !== 'w:body'
    if (isAlone || isHead || endsSection === true || endsWithTable) officeMarkup.modify.removeTag(tag)
    else xml.modify.remove(model)
  }
}

function nodesOf(wanted: Wanted, model: XmlNode, run: XmlNode): readonly XmlNode[] {
  const like = (wish: ParagraphWish) => paragraphLike(model, run, { ...wish, text: printable(wish.text) })
  if (wanted.signed !== undefined) return signatureWishes(wanted.signed).map(like)
  if (wanted.lines !== undefined) return wanted.lines.map((text) => like({ text }))
  const blocks = wanted.blocks ?? []
  return blocks.flatMap((block, index): readonly XmlNode[] => {
    // What is last goes where the name goes: no page holds the seal and no words (GB/T 9704—2012 §7.3.5.5).
    const keepsNext = index === blocks.length - 1
    if (block.kind === 'table') {
      const rows = block.rows.map(({ label, value }) => ({ label: printable(label), value: printable(value) }))
      return [tableLike(model, run, rows, { width: twips(geometry.width), keepsNext })]
    }
    if (block.kind === 'list') {
      return block.items.map((item, ordinal) =>
        like({ text: `${ordinal + 1}.${item}`, keepsNext: keepsNext && ordinal === block.items.length - 1 }),
      )
    }
    if (block.kind === 'heading') {
      const face = [faces.heiti, faces.kaiti][block.level - 1]
      return [like({ text: block.text, keepsNext: true, ...(face === undefined ? {} : { face }) })]
    }
    return [like({ text: block.text, keepsNext })]
  })
}

function signatureWishes({ office, issuedOn, isSealed, notes }: NonNullable<Wanted['signed']>): ParagraphWish[] {
  const date = dateInWords(issuedOn)
  const places = signaturePlaces(office, date, isSealed)
  return [
    { text: '', keepsNext: true },
    { text: office, from: places.name.from * character, keepsNext: true },
    { text: date, from: places.date.from * character, keepsNext: notes.length > 0 },
  ]
}
