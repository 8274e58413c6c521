import { TableRefused } from '../refusals.ts'

/**
 * Finds the records of a JSON text as it comes: the objects of an array, of an array inside of an object
 * (`{"records": […]}`), or one after the other (one a line). What is held is one record.
 *
 * The place of records is told by their depth: the first object that stands in an array, or that another one follows.
 *
 * @throws TableRefused `brokenJson`, `tooMuch`
 */
export class JsonRecords {
  private readonly mostChars: number
  private readonly take: (record: Readonly<Record<string, unknown>>) => void
  private rest = ''
  /** `[` and `{` that are open above the records */
  private above = ''
  private count = 0
  /** a record list in an object was read: other lists of it are none */
  private isOver = false

  constructor(mostChars: number, take: (record: Readonly<Record<string, unknown>>) => void) {
    this.mostChars = mostChars
    this.take = take
  }

  write(piece: string): void {
    const text = this.rest + piece
    const at = this.scan(text)
    this.rest = text.slice(at)
    if (this.rest.length > this.mostChars) throw new TableRefused('tooMuch')
  }

  end(): void {
    if (this.rest.trim() !== '' || this.above !== '') throw this.broken('内容不完整 / it is cut off')
    if (this.count === 0) throw new TableRefused('noRecords')
  }

  private scan(text: string): number {
    let at = 0
    while (at < text.length) {
      const char = text[at] ?? ''
      if (char === '{') {
        const isWrapper = this.above === '' && this.count === 0 && opensWrapper(text, at)
        if (isWrapper === undefined) return at
        if (isWrapper) {
          this.above += '{'
          at += 1
          continue
        }
        const end = endOfValue(text, at)
        if (end === -1) return at
        this.record(text.slice(at, end))
        at = end
      } else if (char === '[') {
        // Behind the records, or deeper than they stand.
        if (this.isOver || this.above.endsWith('[')) {
          const end = endOfValue(text, at)
          if (end === -1) return at
          at = end
        } else {
          this.above += '['
          at += 1
        }
      } else if (char === ']' || char === '}') {
        if (this.above.at(-1) !== (char === ']' ? '[' : '{')) throw this.broken(`多余的 ${char} / stray ${char}`)
        this.above = this.above.slice(0, -1)
        if (this.count > 0) this.isOver = true
        at += 1
      } else if (char === '"') {
        const end = endOfString(text, at)
        if (end === -1) return at
        at = end
      } else at += 1
    }
    return at
  }

  private record(json: string): void {
    if (this.above.endsWith('{')) return
    this.count += 1
    let record: unknown
    try {
      record = JSON.parse(json)
    } catch (error) {
      throw this.broken(error instanceof Error ? error.message : 'JSON')
    }
    if (!this.isOver) this.take(record as Readonly<Record<string, unknown>>)
  }

  private broken(detail: string): TableRefused {
    return new TableRefused('brokenJson', { record: this.count, detail })
  }
}

/**
 * Whether an object at the very beginning holds the records, and is none: one of its values is a list of objects.
 * Undefined while that cannot be told.
 */
function opensWrapper(text: string, at: number): boolean | undefined {
  let place = at + 1
  for (;;) {
    const key = /^\s*,?\s*"/.exec(text.slice(place, place + 200))
    if (key === null) return text.length - place < 200 && !/^\s*\}/.test(text.slice(place)) ? undefined : false
    const keyEnd = endOfString(text, place + key[0].length - 1)
    if (keyEnd === -1) return undefined
    const colon = /^\s*:\s*/.exec(text.slice(keyEnd, keyEnd + 200))
    if (colon === null) return text.length - keyEnd < 200 ? undefined : false
    const valueAt = keyEnd + colon[0].length
    if (valueAt >= text.length) return undefined
    const list = /^\[\s*(\{|\]|.)?/s.exec(text.slice(valueAt, valueAt + 200))
    if (list !== null) {
      if (list[1] === undefined) return undefined
      if (list[1] === '{') return true
    }
    const valueEnd = endOfScalar(text, valueAt)
    if (valueEnd === -1) return undefined
    place = valueEnd
  }
}

function endOfScalar(text: string, at: number): number {
  const char = text[at]
  if (char === '"') return endOfString(text, at)
  if (char === '{' || char === '[') return endOfValue(text, at)
  const rest = /^[^,}\]]*/.exec(text.slice(at, at + 400))?.[0] ?? ''
  return at + rest.length >= text.length ? -1 : at + rest.length
}

/** Where a string ends, its closing quote included; -1 where it goes on. */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1
    if (slashes % 2 === 0) return end + 1
  }
  return -1
}

/** Where an object or a list ends; -1 where it goes on. */
function endOfValue(text: string, at: number): number {
  let depth = 0
  for (let place = at; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (code === 0x22) {
      const end = endOfString(text, place)
      if (end === -1) return -1
      place = end - 1
    } else if (code === 0x7b || code === 0x5b) depth += 1
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1
      if (depth === 0) return place + 1
    }
  }
  return -1
}
