import type { ReadLimits } from './limits.ts'
import { Refused } from './refusals.ts'
import { elementsOf, parseXml, type XmlElement } from './xml-tree.ts'
import type { ZipPackage } from './zip-package.ts'

/** The parts of a Word package that hold text or say how it is numbered. */
export interface DocxParts {
  readonly document: XmlElement
  readonly styles: XmlElement | undefined
  readonly numbering: XmlElement | undefined
  readonly footnotes: XmlElement | undefined
  readonly endnotes: XmlElement | undefined
  readonly notes: readonly string[]
}

interface Relationship {
  /** last word of the type's address: officeDocument, footnotes, hyperlink */
  readonly kind: string
  /** member name in the package, or the outside address */
  readonly target: string
  readonly external: boolean
}

/** Layout and properties that say nothing about the words; most of a document's elements. */
const unread: ReadonlySet<string> = new Set([
  ...['w:sectPr', 'w:tblPr', 'w:tblGrid', 'w:tblPrEx', 'w:rFonts', 'w:sz', 'w:szCs', 'w:kern', 'w:color', 'w:lang'],
  ...['w:spacing', 'w:ind', 'w:jc', 'w:proofErr', 'w:bookmarkStart', 'w:bookmarkEnd', 'w:lastRenderedPageBreak'],
  ...['w:pPrChange', 'w:rPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:sectPrChange', 'w:b', 'w:bCs'],
])

/**
 * Finds and parses the parts. Nothing outside the package is ever opened; what the document wanted to fetch is noted.
 *
 * @throws Refused for packages that are no Word document, each by its name
 */
export function openDocx(zip: ZipPackage, limits: ReadLimits): DocxParts {
  const main = findMainPart(zip, limits)
  const part = (name: string | undefined): XmlElement | undefined => {
    const bytes = name === undefined ? null : zip.read(name)
    return bytes === null ? undefined : parseXml(bytes, limits, unread)
  }
  const document = part(main)
  if (document?.name !== 'w:document')
    throw new Refused('brokenDocx', { detail: '缺少正文', detailEn: 'its main part is missing' })
  const relationships = relationshipsOf(zip, main, limits)
  const partOfKind = (kind: string): XmlElement | undefined =>
    part(relationships.find((each) => each.kind === kind && !each.external)?.target)
  const settings = relationships.find((each) => each.kind === 'settings' && !each.external)?.target
  const fromSettings = settings === undefined ? [] : relationshipsOf(zip, settings, limits)

  return {
    document,
    styles: partOfKind('styles'),
    numbering: partOfKind('numbering'),
    footnotes: partOfKind('footnotes'),
    endnotes: partOfKind('endnotes'),
    notes: describeUnopened(zip, [...relationships, ...fromSettings]),
  }
}

function findMainPart(zip: ZipPackage, limits: ReadLimits): string {
  const root = relationshipsOf(zip, '', limits).find((each) => each.kind === 'officeDocument' && !each.external)
  const main = root !== undefined && zip.has(root.target) ? root.target : 'word/document.xml'
  if (main.startsWith('word/') && zip.has(main)) return main
  throw refusalOfOtherPackage(zip, main)
}

function refusalOfOtherPackage(zip: ZipPackage, main: string): Refused {
  const other = (kind: string, kindEn: string): Refused => new Refused('otherFormat', { kind, kindEn })
  if (zip.names.some((name) => name.startsWith('xl/'))) return other('Excel 表格', 'an Excel workbook')
  if (zip.names.some((name) => name.startsWith('ppt/'))) return other('PPT 演示文稿', 'a presentation')
  if (zip.has('ofd.xml')) return other('OFD 版式文件', 'an OFD document')
  if (zip.has('content.xml') && zip.has('mimetype')) return other('OpenDocument 文档', 'an OpenDocument file')
  if (zip.has('[content_types].xml')) {
    return zip.has(main)
      ? other('Office 文件', 'an Office file')
      : new Refused('brokenDocx', { detail: '缺少正文', detailEn: 'its main part is missing' })
  }
  return new Refused('archive', { kind: 'zip' })
}

function relationshipsOf(zip: ZipPackage, part: string, limits: ReadLimits): readonly Relationship[] {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const bytes = zip.read(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (bytes === null) return []
  return elementsOf(parseXml(bytes, limits)).map((element) => {
    const target = element.attributes.get('Target') ?? ''
    const external = element.attributes.get('TargetMode') === 'External'
    return {
      kind: (element.attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: external ? target : memberName(folder, target),
      external,
    }
  })
}

function memberName(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '.') names.push(name)
  }
  return names.join('/').toLowerCase()
}

function describeUnopened(zip: ZipPackage, relationships: readonly Relationship[]): readonly string[] {
  const notes: string[] = []
  if (zip.names.some((name) => name.endsWith('vbaproject.bin'))) {
    notes.push('文档带有宏：只读了文字，没有运行宏。')
  }
  const external = relationships.filter((each) => each.external)
  if (external.some((each) => each.kind !== 'hyperlink')) {
    notes.push('文档引用了外部的模板、图片或对象：没有打开，只读了文档自身的文字。')
  }
  if (external.some((each) => each.kind === 'hyperlink')) {
    notes.push('文档里有超链接：只取链接上的文字，没有打开链接。')
  }
  if (relationships.some((each) => ['aFChunk', 'subDocument'].includes(each.kind))) {
    notes.push('文档里嵌入了另一份文档：没有读其中的文字，请核对是否缺了内容。')
  }
  if (relationships.some((each) => ['diagramData', 'chart'].includes(each.kind))) {
    notes.push('文档里有图示或图表：没有读其中的文字，请核对是否有目标写在图里。')
  }
  return notes
}
