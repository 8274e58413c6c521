import { Refused } from '@qiangxian/engines/plan-document/read/refusals'
import { SaxesParser } from 'saxes'

/** A part holds more elements than any sheet that people fill in. */
export class TooMuchXml extends Error {}

export interface XmlHandlers {
  /** names without their prefix: writers differ in prefixes, and parts of a workbook know one vocabulary */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (piece: string) => void
  readonly close?: (name: string) => void
}

const mostElements = 1_500_000
/** characters handed to the parser at once, so that a stop comes soon */
const step = 256 * 1024

/**
 * Reads one part of a workbook from beginning to end, without keeping a tree of it. A part that is not there has
 * nothing in it.
 *
 * @throws Refused brokenDocx for what is no XML, unsafeDocx for a document type declaration (XXE, billion laughs)
 * @throws TooMuchXml
 */
export function readXml(part: Uint8Array | null, { open, text, close }: XmlHandlers): void {
  if (part === null) return
  const parser = new SaxesParser()
  let elements = 0
  parser.on('doctype', () => {
    throw new Refused('unsafeDocx', { detail: '含有 DTD 声明', detailEn: 'it has a document type declaration' })
  })
  parser.on('error', () => {
    throw new Refused('brokenDocx', { detail: '内部的 XML 不完整', detailEn: 'its XML is not well-formed' })
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1
    if (elements > mostElements) throw new TooMuchXml('too many elements')
    open?.(local(name), bare(attributes))
  })
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.on('closetag', ({ name }) => close?.(local(name)))
  const xml = decode(part)
  for (let at = 0; at < xml.length; at += step) parser.write(xml.slice(at, at + step))
  parser.close()
}

function decode(part: Uint8Array): string {
  const [first, second] = part
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(part)
  } catch {
    throw new Refused('brokenDocx', { detail: '文字编码不对', detailEn: 'its text encoding is wrong' })
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function bare(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const named: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) named[local(name)] = value
  return named
}
