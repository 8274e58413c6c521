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
    const at = this.scan(text, false)
    this.rest = text.slice(at)
    if (this.rest.length > this.mostChars) throw new TableRefused('tooMuch')
  }

  end(): void {
    this.rest = this.rest.slice(this.scan(this.rest, true))
    if (this.rest.trim() !== '' || this.above !== '') throw this.broken('内容不完整 / it is cut off')
    if (this.count === 0) throw new TableRefused('noRecords')
  }

  private scan(text: string, isEnd: boolean): number {
    let at = 0
    while (at < text.length) {
      const char = text[at] ?? ''
      if (char === '{') {
        const isWrapper = this.above === '' && this.count === 0 && this.isWrapper(text, at, isEnd)
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

  /**
   * Whether an object at the very beginning holds the records, and is none itself. One with a list under an unusual name
   * is a record where others follow it. Undefined while that cannot be told.
   */
  private isWrapper(text: string, at: number, isEnd: boolean): boolean | undefined {
    const list = listIn(text, at)
    if (list === 'named') return true
    const isLong = text.length - at > this.mostChars / 2
    if (list === 'none') return false
    if (list === undefined) return isEnd || isLong ? false : undefined
    const end = endOfValue(text, at)
    if (end === -1) return isEnd || isLong ? true : undefined
    const follows = text.slice(end).trimStart()
    if (follows !== '') return !follows.startsWith('{')
    return isEnd ? true : undefined
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

/** Lists under these names are what the file is about. */
const listNames = /^(?:records?|data|rows|items|list|results?|content|记录|数据)$/i

/**
 * Whether an object has a list of objects: `named` where it has one of the usual names, `some` where it has another.
 * Undefined while that cannot be told.
 */
function listIn(text: string, at: number): 'named' | 'some' | 'none' | undefined {
  let place = at + 1
  let found: 'some' | 'none' = 'none'
  for (;;) {
    const key = /^\s*,?\s*"/.exec(text.slice(place, place + 200))
    if (key === null) return text.slice(place).trim() === '' ? undefined : found
    const keyAt = place + key[0].length - 1
    const keyEnd = endOfString(text, keyAt)
    if (keyEnd === -1) return undefined
    const colon = /^\s*:\s*/.exec(text.slice(keyEnd, keyEnd + 200))
    if (colon === null) return text.slice(keyEnd).trim() === '' ? undefined : found
    const valueAt = keyEnd + colon[0].length
    if (/^\[\s*\{/.test(text.slice(valueAt, valueAt + 200))) {
      if (listNames.test(text.slice(keyAt + 1, keyEnd - 1))) return 'named'
      found = 'some'
    }
    const valueEnd = endOfAny(text, valueAt)
    if (valueEnd === -1) return found === 'some' ? found : undefined
    place = valueEnd
  }
}

function endOfAny(text: string, at: number): number {
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
