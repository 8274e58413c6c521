import { hash } from 'node:crypto'

/** Where in the file a record stood first. */
export interface SeenPlace {
  readonly sheet: number
  readonly row: number
  /** whether it says the same there */
  readonly isSame: boolean
}

const wordsOfKey = 3

/**
 * Which records of a file were seen already, and where: twenty-one bytes a row instead of the row itself, so that a
 * million rows need some forty megabytes.
 *
 * Records are told apart by 96 bits of a digest; two different ones of a million fall together less often than once in
 * 10^16 files.
 */
export class SeenRows {
  #capacity = 1 << 12
  #count = 0
  #keys = new Uint32Array(this.#capacity * wordsOfKey)
  #contents = new Uint32Array(this.#capacity)
  /** 0: nothing stands here */
  #rows = new Uint32Array(this.#capacity)
  #sheets = new Uint8Array(this.#capacity)

  /**
   * Notes a record at its place, unless it was seen before; then says where. A place that asks again is no second one.
   *
   * @param row from 1
   */
  see(identity: string, content: string, sheet: number, row: number): SeenPlace | undefined {
    const key = wordsOf(identity)
    const [said = 0] = wordsOf(content)
    const at = this.#find(key)
    const seenRow = this.#rows[at] ?? 0
    if (seenRow !== 0) {
      const seenSheet = this.#sheets[at] ?? 0
      if (seenRow === row && seenSheet === sheet) return undefined
      return { sheet: seenSheet, row: seenRow, isSame: this.#contents[at] === said }
    }
    this.#put(at, key, said, sheet, row)
    this.#count += 1
    if (this.#count > this.#capacity * 0.6) this.#grow()
    return undefined
  }

  #find(key: Uint32Array): number {
    const mask = this.#capacity - 1
    for (let at = (key[0] ?? 0) & mask; ; at = (at + 1) & mask) {
      if (this.#rows[at] === 0) return at
      const from = at * wordsOfKey
      if (key.every((word, index) => this.#keys[from + index] === word)) return at
    }
  }

  #put(at: number, key: Uint32Array, content: number, sheet: number, row: number): void {
    this.#keys.set(key, at * wordsOfKey)
    this.#contents[at] = content
    this.#sheets[at] = sheet
    this.#rows[at] = row
  }

  #grow(): void {
    const [keys, contents, rows, sheets] = [this.#keys, this.#contents, this.#rows, this.#sheets]
    this.#capacity *= 2
    this.#keys = new Uint32Array(this.#capacity * wordsOfKey)
    this.#contents = new Uint32Array(this.#capacity)
    this.#rows = new Uint32Array(this.#capacity)
    this.#sheets = new Uint8Array(this.#capacity)
    for (const [at, row] of rows.entries()) {
      if (row === 0) continue
      const key = keys.subarray(at * wordsOfKey, (at + 1) * wordsOfKey)
      this.#put(this.#find(key), key, contents[at] ?? 0, sheets[at] ?? 0, row)
    }
  }
}

function wordsOf(text: string): Uint32Array {
  const digest = hash('sha256', text, 'buffer')
  return Uint32Array.from({ length: wordsOfKey }, (_, index) => digest.readUInt32LE(index * 4))
}
