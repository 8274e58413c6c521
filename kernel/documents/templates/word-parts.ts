import { type XmlGeneralNode, type XmlNode, xml } from 'easy-template-x'
import { strFromU8, unzipSync } from 'fflate'

/** A paragraph of a Word file as a person finds it: where it stands and what it says. */
export interface WordParagraph {
  /** 正文第 3 段, 页眉, 页脚, 文本框 */
  readonly where: { readonly zh: string; readonly en: string }
  readonly text: string
}

/** Opens a Word file that came from outside. @throws whatever a broken archive or XML throws */
export function openWord(file: Uint8Array): Readonly<Record<string, Uint8Array>> {
  return unzipSync(file)
}

const main = 'word/document.xml'

/** Every paragraph of body, headers and footers, text boxes among them. What old programs read in their stead is not. */
export function paragraphsOf(parts: Readonly<Record<string, Uint8Array>>): readonly WordParagraph[] {
  const names = Object.keys(parts).filter((name) => name === main || /^word\/(header|footer)\d*\.xml$/.test(name))
  if (!names.includes(main)) throw new Error(`${main} is not there`)
  return names.sort().flatMap((name) => {
    const text = strFromU8(parts[name] ?? new Uint8Array())
    // Entities that a file declares itself are a way to make much out of little.
    if (text.includes('<!DOCTYPE')) throw new Error(`${name} declares a document type`)
    let ordinal = 0
    return paragraphNodes(xml.parser.parse(text), false).map(({ node, inBox }) => {
      if (!inBox) ordinal += 1
      return { where: placeOf(name, ordinal, inBox), text: textOf(node) }
    })
  })
}

function placeOf(name: string, ordinal: number, inBox: boolean): WordParagraph['where'] {
  if (inBox) return { zh: '文本框', en: 'a text box' }
  if (name.includes('header')) return { zh: '页眉', en: 'the header' }
  if (name.includes('footer')) return { zh: '页脚', en: 'the footer' }
  return { zh: `正文第 ${ordinal} 段`, en: `paragraph ${ordinal}` }
}

function paragraphNodes(node: XmlNode, inBox: boolean): { readonly node: XmlNode; readonly inBox: boolean }[] {
  if (node.nodeName === 'mc:Fallback') return []
  const own = node.nodeName === 'w:p' ? [{ node, inBox }] : []
  const below = inBox || node.nodeName === 'w:txbxContent'
  return [...own, ...(node.childNodes ?? []).flatMap((child) => paragraphNodes(child, below))]
}

/** Words of a paragraph itself, and none of the text boxes that hang on it. */
function textOf(node: XmlNode): string {
  if (xml.query.isTextNode(node)) return node.textContent
  return (node.childNodes ?? [])
    .filter(({ nodeName }) => nodeName !== 'w:p' && nodeName !== 'w:pPr' && nodeName !== 'w:rPr')
    .filter(({ nodeName }) => !['w:txbxContent', 'mc:AlternateContent', 'w:instrText', 'w:delText'].includes(nodeName))
    .map(textOf)
    .join('')
}

export function childNamed(node: XmlNode, name: string): XmlGeneralNode | undefined {
  return (node.childNodes ?? []).find(
    (child): child is XmlGeneralNode => child.nodeName === name && xml.query.isGeneralNode(child),
  )
}
