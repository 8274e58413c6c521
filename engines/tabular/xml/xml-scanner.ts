import { TableRefused } from '../refusals.ts'

export interface XmlHandlers {
  /** names come without prefix: writers differ in prefixes, and a part knows one vocabulary */
  readonly open: (name: string, attributes: string, isEmpty: boolean) => void
  readonly text: (piece: string) => void
  readonly close: (name: string) => void
}

const mostDepth = 200

/**
 * Reads XML as it comes, without keeping a tree of it: what a table of a million rows needs, at five times the pace of
 * a general parser. Attributes are handed over as they are written; `attributeOf` finds one.
 *
 * Tags must fit into each other. A document type declaration is refused, so that there are no entities but the five.
 *
 * @throws TableRefused `broken`, `unsafeXml`, `tooMuch`
 */
export class XmlScanner {
  private readonly handlers: XmlHandlers
  private readonly mostChars: number
  private readonly path: string[] = []
  private rest = ''
  private isFirst = true
  private hasRoot = false

  constructor(handlers: XmlHandlers, mostChars: number) {
    this.handlers = handlers
    this.mostChars = mostChars
  }

  write(piece: string): void {
    let xml = this.rest === '' ? piece : this.rest + piece
    if (this.isFirst && xml !== '') {
      this.isFirst = false
      if (xml.charCodeAt(0) === 0xfeff) xml = xml.slice(1)
    }
    let at = 0
    while (at < xml.length) {
      const open = xml.indexOf('<', at)
      if (open === -1) {
        // Text that may go on, or an entity that is cut: it waits for the next tag.
        break
      }
      if (open > at) this.text(xml.slice(at, open))
      const next = this.markup(xml, open)
      if (next === -1) {
        at = open
        break
      }
      at = next
    }
    this.rest = xml.slice(at)
    if (this.rest.length > this.mostChars) throw new TableRefused('tooMuch')
  }

  end(): void {
    if (this.rest.trim() !== '' || this.path.length > 0 || !this.hasRoot) throw broken()
  }

  private text(raw: string): void {
    if (this.path.length === 0) {
      if (raw.trim() !== '') throw broken()
      return
    }
    this.handlers.text(unescaped(raw))
  }

  /** Where what begins at `<` ends; -1 where its end has not come yet. */
  private markup(xml: string, open: number): number {
    switch (xml.charCodeAt(open + 1)) {
      case 0x2f: // </
        return this.closeTag(xml, open)
      case 0x3f: // <?
        return after(xml, '?>', open + 2)
      case 0x21: // <!
        return this.declaration(xml, open)
      default:
        return Number.isNaN(xml.charCodeAt(open + 1)) ? -1 : this.openTag(xml, open)
    }
  }

  private closeTag(xml: string, open: number): number {
    const end = xml.indexOf('>', open)
    if (end === -1) return -1
    const name = xml.slice(open + 2, end).trimEnd()
    if (this.path.pop() !== name) throw broken()
    this.handlers.close(local(name))
    return end + 1
  }

  private openTag(xml: string, open: number): number {
    const end = endOfTag(xml, open + 1)
    if (end === -1) return -1
    const isEmpty = xml.charCodeAt(end - 1) === 0x2f
    const last = isEmpty ? end - 1 : end
    let nameEnd = open + 1
    while (nameEnd < last && xml.charCodeAt(nameEnd) > 0x20) nameEnd += 1
    const name = xml.slice(open + 1, nameEnd)
    if (name === '' || (this.path.length === 0 && this.hasRoot)) throw broken()
    this.hasRoot = true
    this.handlers.open(local(name), xml.slice(nameEnd, last), isEmpty)
    if (isEmpty) this.handlers.close(local(name))
    else {
      this.path.push(name)
      if (this.path.length > mostDepth) throw new TableRefused('tooMuch')
    }
    return end + 1
  }

  private declaration(xml: string, open: number): number {
    if (xml.length < open + 9) return -1
    if (xml.startsWith('<!--', open)) return after(xml, '-->', open + 4)
    if (!xml.startsWith('<![CDATA[', open)) throw new TableRefused('unsafeXml')
    const end = xml.indexOf(']]>', open + 9)
    if (end === -1) return -1
    if (this.path.length === 0) throw broken()
    this.handlers.text(xml.slice(open + 9, end))
    return end + 3
  }
}

/** The `>` that ends a tag: one inside of a quoted value does not. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at)
    if (code === 0x3e) return at
    if (code === 0x3c) throw broken()
    if (code === 0x22 || code === 0x27) {
      at = xml.indexOf(code === 0x22 ? '"' : "'", at + 1)
      if (at === -1) return -1
    }
  }
  return -1
}

function after(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from)
  return end === -1 ? -1 : end + mark.length
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** The value of an attribute by its name without prefix; undefined where it is not there. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (!(before <= 0x20 || before === 0x3a)) continue
    let equals = at + name.length
    while (attributes.charCodeAt(equals) <= 0x20) equals += 1
    if (attributes.charCodeAt(equals) !== 0x3d) continue
    let start = equals + 1
    while (attributes.charCodeAt(start) <= 0x20) start += 1
    const quote = attributes[start]
    if (quote !== '"' && quote !== "'") continue
    const end = attributes.indexOf(quote, start + 1)
    if (end === -1) throw broken()
    return unescaped(attributes.slice(start + 1, end))
  }
  return undefined
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{1,5});/g, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? whole
    const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function broken(): TableRefused {
  return new TableRefused('broken', { detail: '内部的 XML 不完整', detailEn: 'its XML is not well-formed' })
}
