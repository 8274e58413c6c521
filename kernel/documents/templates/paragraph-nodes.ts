import { type XmlGeneralNode, type XmlNode, xml } from 'easy-template-x'
import { childNamed } from './word-parts.ts'

/** The order in which the schema wants what is said of a paragraph. @source ECMA-376 Part 1 §17.3.1.26 */
export const propertyOrder: readonly string[] = [
  ...['pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr', 'suppressLineNumbers'],
  ...['pBdr', 'shd', 'tabs', 'suppressAutoHyphens', 'kinsoku', 'wordWrap', 'overflowPunct', 'topLinePunct'],
  ...['autoSpaceDE', 'autoSpaceDN', 'bidi', 'adjustRightInd', 'snapToGrid', 'spacing', 'ind', 'contextualSpacing'],
  ...['mirrorIndents', 'suppressOverlap', 'jc', 'textDirection', 'textAlignment', 'textboxTightWrap', 'outlineLvl'],
  ...['divId', 'cnfStyle', 'rPr', 'sectPr', 'pPrChange'],
].map((name) => `w:${name}`)

/** A paragraph to be made in the manner of another: the county's own face, size and indents. */
export interface ParagraphWish {
  readonly text: string
  /** 黑体, 楷体 for headings; the paragraph's own otherwise */
  readonly face?: string
  readonly keepsNext?: boolean
  /** in twips from the left, in stead of the indents and the alignment of its model */
  readonly from?: number
}

/** @param run of the placeholder, whose face and size the words take */
export function paragraphLike(model: XmlNode, run: XmlNode, wish: ParagraphWish): XmlGeneralNode {
  const given = childNamed(model, 'w:pPr')
  const properties = given === undefined ? xml.create.generalNode('w:pPr') : xml.create.cloneNode(given, true)
  // A section that ends with the placeholder ends once, after all that it became.
  xml.modify.removeChildren(properties, ({ nodeName }) => nodeName === 'w:sectPr')
  if (wish.keepsNext === true) {
    setProperty(properties, 'w:keepNext')
    setProperty(properties, 'w:keepLines')
  }
  if (wish.from !== undefined) {
    xml.modify.removeChildren(properties, ({ nodeName }) => nodeName === 'w:jc')
    setProperty(properties, 'w:ind', { 'w:left': String(Math.max(0, Math.round(wish.from))) })
  }
  return xml.create.generalNode('w:p', { childNodes: [properties, ...runLike(run, wish)] })
}

function setProperty(properties: XmlNode, name: string, attributes: Record<string, string> = {}): void {
  xml.modify.removeChildren(properties, ({ nodeName }) => nodeName === name)
  const place = propertyOrder.indexOf(name)
  const before = (properties.childNodes ?? []).filter(({ nodeName }) => {
    const other = propertyOrder.indexOf(nodeName)
    return other !== -1 && other < place
  }).length
  xml.modify.insertChild(properties, xml.create.generalNode(name, { attributes }), before)
}

function runLike(run: XmlNode, { text, face }: ParagraphWish): XmlGeneralNode[] {
  if (text === '') return []
  const given = childNamed(run, 'w:rPr')
  const properties = given === undefined ? xml.create.generalNode('w:rPr') : xml.create.cloneNode(given, true)
  if (face !== undefined) {
    const fonts = childNamed(properties, 'w:rFonts')
    const attributes = { ...fonts?.attributes, 'w:eastAsia': face, 'w:hint': 'eastAsia' }
    xml.modify.removeChildren(properties, ({ nodeName }) => nodeName === 'w:rFonts')
    const styled = childNamed(properties, 'w:rStyle') === undefined ? 0 : 1
    xml.modify.insertChild(properties, xml.create.generalNode('w:rFonts', { attributes }), styled)
  }
  const words = xml.create.generalNode('w:t', {
    attributes: { 'xml:space': 'preserve' },
    childNodes: [xml.create.textNode(text)],
  })
  return [xml.create.generalNode('w:r', { childNodes: [properties, words] })]
}

/** Two columns with lines around, as wide as the type area of the standard. */
export function tableLike(
  model: XmlNode,
  run: XmlNode,
  rows: readonly { readonly label: string; readonly value: string }[],
  { width, keepsNext }: { readonly width: number; readonly keepsNext: boolean },
): XmlGeneralNode {
  const node = xml.create.generalNode.bind(xml.create)
  const side = (name: string) =>
    node(`w:${name}`, { attributes: { 'w:val': 'single', 'w:sz': '4', 'w:space': '0', 'w:color': 'auto' } })
  const first = Math.round(width / 4)
  const cell = (text: string, wide: number, isLast: boolean) =>
    node('w:tc', {
      childNodes: [
        node('w:tcPr', { childNodes: [node('w:tcW', { attributes: { 'w:w': String(wide), 'w:type': 'dxa' } })] }),
        paragraphLike(model, run, { text, from: 0, keepsNext: keepsNext && isLast }),
      ],
    })
  return node('w:tbl', {
    childNodes: [
      node('w:tblPr', {
        childNodes: [
          node('w:tblW', { attributes: { 'w:w': String(width), 'w:type': 'dxa' } }),
          node('w:tblBorders', {
            childNodes: ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side),
          }),
        ],
      }),
      node('w:tblGrid', {
        childNodes: [first, width - first].map((wide) => node('w:gridCol', { attributes: { 'w:w': String(wide) } })),
      }),
      ...rows.map(({ label, value }, index) =>
        node('w:tr', {
          childNodes: [
            node('w:trPr', { childNodes: [node('w:cantSplit')] }),
            cell(label, first, index === rows.length - 1),
            cell(value, width - first, index === rows.length - 1),
          ],
        }),
      ),
    ],
  })
}
