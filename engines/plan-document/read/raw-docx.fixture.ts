import { strToU8, type Zippable, zipSync } from 'fflate'

/** Parts of a Word document written by hand, for tests that need a shape which no library writes. */
export interface RawDocx {
  /** what stands inside `w:body` */
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  readonly footnotes?: string
  /** more relationships of the main part */
  readonly relationships?: string
  /** whole members, also to replace the usual ones */
  readonly members?: Readonly<Record<string, string | Uint8Array>>
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ')

export function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${namespaces}>${content}</w:${root}>`
}

export function relationships(content: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
}

export function rawDocx(docx: RawDocx): Uint8Array {
  const related = (kind: string): string =>
    `<Relationship Id="r-${kind}" Type="${office}/${kind}" Target="${kind}.xml"/>`
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships(`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': part('document', `<w:body>${docx.body}</w:body>`),
    'word/_rels/document.xml.rels': relationships(
      ['numbering', 'styles', 'footnotes'].map(related).join('') + (docx.relationships ?? ''),
    ),
    'word/numbering.xml': part('numbering', docx.numbering ?? ''),
    'word/styles.xml': part('styles', docx.styles ?? ''),
    'word/footnotes.xml': part('footnotes', docx.footnotes ?? ''),
    ...docx.members,
  }
  const zippable: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    zippable[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(zippable)
}

/** A run of text, and a paragraph around runs. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

export function p(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

export function numbered(text: string, numId: number, level = 0): string {
  return p(r(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
}

export function level(index: number, format: string, template: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${template}"/></w:lvl>`
}

export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
}

export function tr(...cells: readonly string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`
}
