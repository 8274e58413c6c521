/** Looking for byte patterns in a file. */

export function startsWith(bytes: Uint8Array, ...prefix: readonly number[]): boolean {
  return bytes.length >= prefix.length && prefix.every((value, index) => bytes[index] === value)
}

/** Position of an ASCII word, or -1. */
export function indexOfAscii(bytes: Uint8Array, word: string, from = 0, to = bytes.length): number {
  return indexOfBytes(bytes, asciiBytes(word, 1), from, to)
}

/** Position of an ASCII word written in UTF-16LE, as in the directory of a compound file, or -1. */
export function indexOfUtf16(bytes: Uint8Array, word: string): number {
  return indexOfBytes(bytes, asciiBytes(word, 2), 0, bytes.length)
}

function asciiBytes(word: string, width: 1 | 2): Uint8Array {
  const out = new Uint8Array(word.length * width)
  for (let i = 0; i < word.length; i += 1) out[i * width] = word.charCodeAt(i)
  return out
}

function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from: number, to: number): number {
  const first = wanted[0]
  if (first === undefined) return -1
  const last = Math.min(to, bytes.length) - wanted.length
  for (let at = bytes.indexOf(first, from); at !== -1 && at <= last; at = bytes.indexOf(first, at + 1)) {
    let matched = 1
    while (matched < wanted.length && bytes[at + matched] === wanted[matched]) matched += 1
    if (matched === wanted.length) return at
  }
  return -1
}
