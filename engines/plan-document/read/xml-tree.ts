import { SaxesParser } from 'saxes'
import type { ReadLimits } from './limits.ts'
import { Refused } from './refusals.ts'

/** An element of an Office part. Names carry the usual prefix (`w:p`) whatever prefix the file itself uses. */
export interface XmlElement {
  readonly name: string
  /** attributes by name with the usual prefix; own attributes of an element have none (`Id`) */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

/** The namespaces that the reader knows, transitional and strict (ISO/IEC 29500-1 and -4). */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/package/2006/content-types', ''],
])

const noAttributes: ReadonlyMap<string, string> = new Map()

interface OpenElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (XmlElement | string)[]
}

/**
 * Parses one part into a tree.
 *
 * A document type declaration is refused: Office never writes one, and it is the door for entities that fetch files
 * (XXE) or multiply (billion laughs). Text is kept as it stands; white space between elements too, readers ask for
 * the text of `w:t` only.
 *
 * @param skip names of elements whose content is not wanted; they are left out altogether
 * @throws Refused `brokenDocx`, `unsafeDocx`
 */
export function parseXml(bytes: Uint8Array, limits: ReadLimits, skip: ReadonlySet<string> = new Set()): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const root: OpenElement = { name: '', attributes: noAttributes, children: [] }
  const open: OpenElement[] = [root]
  let elements = 0
  let depth = 0
  let skippedFrom = 0

  parser.on('doctype', () => {
    throw unsafe('含有 DTD 声明', 'it has a document type declaration')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    depth += 1
    elements += 1
    if (elements > limits.xmlElements) throw unsafe('内部元素过多', 'too many elements')
    if (depth > limits.xmlDepth) throw unsafe('内部层次过深', 'elements nested too deeply')
    if (skippedFrom > 0) return
    const name = qualified(tag.uri, tag.local)
    if (skip.has(name)) {
      skippedFrom = depth
      return
    }
    let attributes: Map<string, string> | undefined
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue
      attributes ??= new Map()
      attributes.set(
        attribute.prefix === '' ? attribute.local : qualified(attribute.uri, attribute.local),
        attribute.value,
      )
    }
    const element: OpenElement = { name, attributes: attributes ?? noAttributes, children: [] }
    open[open.length - 1]?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    if (skippedFrom === 0) open.pop()
    else if (skippedFrom === depth) skippedFrom = 0
    depth -= 1
  })
  const keepText = (text: string): void => {
    if (skippedFrom === 0) open[open.length - 1]?.children.push(text)
  }
  parser.on('text', keepText)
  parser.on('cdata', keepText)

  try {
    parser.write(decodeXml(bytes)).close()
  } catch (error) {
    if (error instanceof Refused) throw error
    throw broken()
  }
  const top = root.children.find((child) => typeof child !== 'string')
  if (top === undefined || typeof top === 'string') throw broken()
  return top
}

function qualified(uri: string, local: string): string {
  const prefix = prefixes.get(uri)
  if (prefix === undefined) return `?:${local}`
  return prefix === '' ? local : `${prefix}:${local}`
}

/** Parts are UTF-8 or, with a byte-order mark, UTF-16 (ISO/IEC 29500-2). */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}

function broken(): Refused {
  return new Refused('brokenDocx', { detail: '内部的 XML 不完整', detailEn: 'the XML inside is not well-formed' })
}

function unsafe(detail: string, detailEn: string): Refused {
  return new Refused('unsafeDocx', { detail, detailEn })
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? []) {
    if (typeof child !== 'string' && child.name === name) return child
  }
  return undefined
}

export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string')
}

/** `w:val` of a child, or undefined. */
export function childValue(element: XmlElement | undefined, childName: string): string | undefined {
  return childOf(element, childName)?.attributes.get('w:val')
}

/** A switch such as `<w:vanish/>`: on when present, unless it says otherwise; undefined when absent. */
export function switchOf(element: XmlElement | undefined, childName: string): boolean | undefined {
  const child = childOf(element, childName)
  if (child === undefined) return undefined
  return !['0', 'false', 'off'].includes(child.attributes.get('w:val') ?? 'true')
}
