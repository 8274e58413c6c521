import type { SourceDocument } from '../plan-document.types.ts'
import { CellText } from './cell-text.ts'
import { type Numbering, readNumbering } from './docx-numbering.ts'
import { type DocxParts, openDocx } from './docx-package.ts'
import { ParagraphReader, type ReadParagraph } from './docx-paragraph.ts'
import { readNumberingPlace, readStyles, type Styles } from './docx-styles.ts'
import { onlyCellOf, readTableGrid } from './docx-table.ts'
import type { ReadLimits } from './limits.ts'
import { type Grid, SourceWriter } from './source-writer.ts'
import { childOf, childValue, elementsOf, switchOf, type XmlElement } from './xml-tree.ts'
import { openZip } from './zip-package.ts'

/** Where blocks are written: the document itself or a cell of a table. */
interface BlockSink {
  paragraph(text: string): void
  table(grid: Grid): void
}

/** Wrappers around paragraphs and tables that change nothing of their content. */
const transparent: ReadonlySet<string> = new Set([
  ...['w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:body', 'w:txbxContent'],
])

/**
 * Reads a Word document (WordprocessingML, ISO/IEC 29500) as a reader of its printed page would: numbers as drawn,
 * insertions accepted and deletions gone, each text box once, no headers, footers, comments or hidden text.
 *
 * A footnote leaves `[footnoteRef:1]` at its place, and its words follow the paragraph as `[1: …]`.
 *
 * @throws Refused
 */
export function readDocx(bytes: Uint8Array, limits: ReadLimits): SourceDocument {
  const parts = openDocx(openZip(bytes, limits), limits)
  const writer = new SourceWriter(limits.textChars)
  for (const note of parts.notes) writer.note(note)
  const walker = new DocxWalker(parts, writer)
  walker.blocks(elementsOf(childOf(parts.document, 'w:body')), writer)
  walker.finish(writer)
  return writer.finish('docx')
}

class DocxWalker {
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #paragraphs: ParagraphReader
  readonly #document: BlockSink
  /** text of a paragraph whose end mark was deleted: it belongs to the next one */
  #carried = ''

  constructor(parts: DocxParts, document: BlockSink) {
    this.#styles = readStyles(parts.styles)
    this.#numbering = readNumbering(parts.numbering, this.#styles)
    this.#paragraphs = new ParagraphReader(this.#styles, parts.footnotes, parts.endnotes)
    this.#document = document
  }

  blocks(elements: readonly XmlElement[], sink: BlockSink): void {
    for (const element of elements) {
      if (element.name === 'w:p') this.#paragraph(element, sink)
      else if (element.name === 'w:tbl') this.#table(element, sink)
      else if (element.name === 'w:sdt') this.#contentControl(element, sink)
      else if (transparent.has(element.name)) this.blocks(elementsOf(element), sink)
      // Footnotes follow the outermost block, so that a cell stays a cell.
      if (sink === this.#document) this.#footnotes()
    }
  }

  finish(writer: SourceWriter): void {
    if (this.#carried !== '') writer.paragraph(this.#carried)
    for (const note of this.#paragraphs.describeLeftOut()) writer.note(note)
    for (const format of this.#numbering.unknownFormats) {
      writer.note(`有一种编号样式（${format}）不认识，按阿拉伯数字读出，请核对。`)
    }
  }

  #paragraph(element: XmlElement, sink: BlockSink): void {
    const properties = childOf(element, 'w:pPr')
    const styleId = childValue(properties, 'w:pStyle')
    if (this.#styles.isContentsLine(styleId)) {
      this.#paragraphs.leaveOut('contents')
      return
    }
    const read = this.#paragraphs.read(element, styleId)
    const mark = childOf(properties, 'w:rPr')
    const text = this.#carried + read.text
    if (childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined) {
      this.#carried = text
    } else {
      this.#carried = ''
      const isHidden = text === '' && (switchOf(mark, 'w:vanish') ?? this.#styles.isHidden(styleId))
      if (!isHidden) {
        const label = this.#numbering.labelFor(readNumberingPlace(properties), styleId, text)
        sink.paragraph(label + text)
      }
    }
    this.#textBoxes(read, sink)
  }

  #textBoxes(read: ReadParagraph, sink: BlockSink): void {
    for (const box of read.textBoxes) this.blocks(elementsOf(box), sink)
  }

  #contentControl(element: XmlElement, sink: BlockSink): void {
    const gallery = childValue(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
    if (gallery === 'Table of Contents') this.#paragraphs.leaveOut('contents')
    else this.blocks(elementsOf(childOf(element, 'w:sdtContent')), sink)
  }

  #table(element: XmlElement, sink: BlockSink): void {
    const frame = onlyCellOf(element)
    if (frame !== undefined) {
      this.blocks(elementsOf(frame), sink)
      return
    }
    sink.table(
      readTableGrid(element, (cell) => {
        const text = new CellText()
        this.blocks(elementsOf(cell), text)
        return text.finish()
      }),
    )
  }

  #footnotes(): void {
    for (const { number, note } of this.#paragraphs.takeFootnotes()) {
      const text = new CellText()
      this.#paragraphs.insideFootnote(() => this.blocks(elementsOf(note), text))
      // The compiler takes a footnote to end at its first bracket.
      this.#document.paragraph(`[${number}: ${text.finish().text.replaceAll(']', '］')}]`)
    }
  }
}
