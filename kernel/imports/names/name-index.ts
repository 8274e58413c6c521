import type { Localized } from '../../errors/define-errors.ts'
import { foldName } from './fold-name.ts'
import { isPersonName } from './guess-kind.ts'
import { type NameParts, partsOfName } from './name-parts.ts'
import type { WrittenName } from './written-name.ts'

/** A record that can be meant by a name. */
export interface NamedRecord {
  readonly id: string
  readonly name: string
  readonly formerNames: readonly string[]
  readonly code: string | null
}

export interface Candidate {
  readonly recordId: string
  readonly name: string
  /** 0 to 1 */
  readonly confidence: number
  readonly why: Localized
}

/**
 * - known: it is this record
 * - doubtful: one of these, or none of them; a person says which
 * - unknown: nothing here is called so, or nearly so
 */
export type NameReading =
  | { readonly kind: 'known'; readonly match: Candidate }
  | { readonly kind: 'doubtful'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'unknown' }

/** From here on a match is taken without asking. */
export const certainFrom = 0.9
/** A record this alike makes an unknown name doubtful; a slip of the pen is more likely than a new organisation. */
const doubtFrom = 0.78
const showFrom = 0.5
/** Of 东方电缆 and 东方电器 half the pairs are the same, and they are two; longer names have more to tell them apart. */
const longCore = 6
const mostCandidates = 5

interface Entry {
  readonly record: NamedRecord
  readonly parts: NameParts
}

/**
 * The names of all records of one register, in memory: a county has some ten thousands of organisations, and a file asks
 * for hundreds of thousands of names.
 */
export class NameIndex {
  readonly #places: ReadonlySet<string>
  readonly #byCode = new Map<string, Entry>()
  readonly #byName = new Map<string, Entry[]>()
  readonly #byFormerName = new Map<string, Entry[]>()
  readonly #byCore = new Map<string, Entry[]>()
  readonly #entries: Entry[] = []
  /** two letters → the entries whose core holds them, by their place; made when it is first needed */
  #byBigram: Map<string, number[]> | undefined

  constructor(records: Iterable<NamedRecord>, places: ReadonlySet<string>) {
    this.#places = places
    for (const record of records) this.add(record)
  }

  get size(): number {
    return this.#entries.length
  }

  add(record: NamedRecord): void {
    const key = foldName(record.name)
    const entry = { record, parts: partsOfName(key, this.#places) }
    if (record.code !== null && record.code !== '') this.#byCode.set(record.code.toUpperCase(), entry)
    put(this.#byName, key, entry)
    put(this.#byCore, entry.parts.core, entry)
    for (const former of record.formerNames) put(this.#byFormerName, foldName(former), entry)
    const place = this.#entries.push(entry) - 1
    if (this.#byBigram !== undefined) {
      for (const pair of bigramsOf(entry.parts.core)) put(this.#byBigram, pair, place)
    }
  }

  read(written: WrittenName): NameReading {
    const coded = written.code === undefined ? undefined : this.#byCode.get(written.code)
    if (coded !== undefined) return known(coded, 1, words.code)
    // A code that nothing here has is that of another one, however the name is written.
    if (written.code !== undefined && written.key !== '') return this.#readWithOtherCode(written)
    const sameName = this.#byName.get(written.key)
    if (sameName !== undefined) return oneOf(sameName, 1, words.name)
    const formerName = this.#byFormerName.get(written.key)
    if (formerName !== undefined) return oneOf(formerName, 0.98, words.formerName)
    const candidates = this.candidates(written.key)
    const [best, second] = candidates
    if (best === undefined || best.confidence < doubtFrom) return { kind: 'unknown' }
    const isClear = second === undefined || best.confidence - second.confidence >= 0.05
    return best.confidence >= certainFrom && isClear ? { kind: 'known', match: best } : { kind: 'doubtful', candidates }
  }

  #readWithOtherCode(written: WrittenName): NameReading {
    const uncoded = (this.#byName.get(written.key) ?? []).filter(({ record }) => (record.code ?? '') === '')
    return uncoded.length === 0 ? { kind: 'unknown' } : oneOf(uncoded, 0.95, words.name)
  }

  /** Records that may be meant, the likeliest first. */
  candidates(key: string): readonly Candidate[] {
    const parts = partsOfName(key, this.#places)
    const found = new Map<string, Candidate>()
    const propose = (entry: Entry, confidence: number, why: Localized) => {
      if (confidence < showFrom || (found.get(entry.record.id)?.confidence ?? 0) >= confidence) return
      found.set(entry.record.id, { recordId: entry.record.id, name: entry.record.name, confidence, why })
    }
    for (const entry of this.#byCore.get(parts.core) ?? []) {
      const { confidence, why } = compareAround(parts, entry.parts)
      propose(entry, confidence, why)
    }
    // That two people's names are alike says nothing.
    if (!isPersonName(key)) {
      for (const { entry, likeness } of this.#alike(parts)) {
        const isLong = Math.min(parts.core.length, entry.parts.core.length) >= longCore
        const around = agree(parts, entry.parts) ? 0 : 0.15
        propose(entry, 0.4 + likeness / 2 + (isLong ? 0.05 : 0) - around, words.alike)
      }
    }
    return [...found.values()].sort((a, b) => b.confidence - a.confidence).slice(0, mostCandidates)
  }

  /** Records whose cores share letters, by the measure of Dice over pairs of letters. */
  *#alike(parts: NameParts): Generator<{ entry: Entry; likeness: number }> {
    const pairs = bigramsOf(parts.core)
    if (pairs.length < 2) return
    const index = this.#bigrams()
    const shared = new Map<number, number>()
    for (const pair of pairs) {
      const places = index.get(pair)
      // 科技, 材料, 制造: pairs that thousands have tell nothing apart.
      if (places === undefined || places.length > 2_000) continue
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1)
    }
    const digits = digitsOf(parts.core)
    for (const [place] of [...shared].sort((a, b) => b[1] - a[1]).slice(0, 50)) {
      const entry = this.#entries[place]
      // 一厂 and 二厂 differ in one letter and are two; so are names with other digits.
      if (entry === undefined || entry.parts.core === parts.core || digitsOf(entry.parts.core) !== digits) continue
      const likeness = diceOf(pairs, bigramsOf(entry.parts.core))
      if (likeness >= 0.5) yield { entry, likeness }
    }
  }

  #bigrams(): Map<string, number[]> {
    if (this.#byBigram !== undefined) return this.#byBigram
    const made = new Map<string, number[]>()
    for (const [place, { parts }] of this.#entries.entries()) {
      for (const pair of bigramsOf(parts.core)) put(made, pair, place)
    }
    this.#byBigram = made
    return made
  }
}

function known({ record }: Entry, confidence: number, why: Localized): NameReading {
  return { kind: 'known', match: { recordId: record.id, name: record.name, confidence, why } }
}

function oneOf(entries: readonly Entry[], confidence: number, why: Localized): NameReading {
  const [first, second] = entries
  if (first !== undefined && second === undefined) return known(first, confidence, why)
  const candidates = entries
    .slice(0, mostCandidates)
    .map(({ record }) => ({ recordId: record.id, name: record.name, confidence: 0.5, why: words.several }))
  return { kind: 'doubtful', candidates }
}

/** The cores are the same: how much places and forms speak against it. */
function compareAround(a: NameParts, b: NameParts): { confidence: number; why: Localized } {
  const form = a.form === b.form ? 0 : a.form === 'other' || b.form === 'other' ? 0.2 : 0.12
  const place = placesApart(a.places, b.places)
  const why = form > 0 ? words.form : place > 0 ? words.place : words.order
  return { confidence: 0.97 - form - place, why }
}

function placesApart(a: readonly string[], b: readonly string[]): number {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  if (!fewer.every((place) => more.includes(place))) return 0.3
  if (fewer.length === more.length) return 0
  return fewer.length === 0 ? 0.09 : 0.03
}

function agree(a: NameParts, b: NameParts): boolean {
  return a.form === b.form && placesApart(a.places, b.places) < 0.3
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

function bigramsOf(text: string): readonly string[] {
  const letters = [...text]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

function diceOf(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of b) {
    const count = left.get(pair) ?? 0
    if (count === 0) continue
    shared += 1
    left.set(pair, count - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

function digitsOf(text: string): string {
  return text.replace(/[^0-9一二三四五六七八九十]/g, '')
}

const words = {
  code: { zh: '统一社会信用代码相同', en: 'the same credit code' },
  name: { zh: '名称相同', en: 'the same name' },
  formerName: { zh: '与曾用名相同', en: 'the same as a former name' },
  several: { zh: '有几条记录叫这个名称', en: 'several records have this name' },
  order: { zh: '只有写法不同', en: 'written differently only' },
  form: { zh: '只有组织形式不同', en: 'only the legal form differs' },
  place: { zh: '只差地名', en: 'only the place differs' },
  alike: { zh: '名称相近', en: 'a similar name' },
} as const satisfies Record<string, Localized>
