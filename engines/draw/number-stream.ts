import { createHash } from 'node:crypto'

/**
 * Numbers out of a key, the same for everybody: block n is SHA-256 over the key and n (8 bytes, big endian), from n = 0;
 * each block gives four numbers of 64 bits. A number beyond the largest multiple of `bound` is passed over, so that every
 * outcome is equally likely.
 *
 * @returns a function that gives the next number from 0 to `bound` − 1
 */
export function numberStream(key: Uint8Array): (bound: number) => number {
  let block = Buffer.alloc(0)
  let blocks = 0n
  let at = 0
  const next = (): bigint => {
    if (at === block.length) {
      const counter = Buffer.alloc(8)
      counter.writeBigUInt64BE(blocks)
      block = createHash('sha256').update(key).update(counter).digest()
      blocks += 1n
      at = 0
    }
    const number = block.readBigUInt64BE(at)
    at += 8
    return number
  }
  return (bound) => {
    if (!Number.isSafeInteger(bound) || bound < 1) throw new RangeError(`${bound}: nothing to choose among`)
    const size = BigInt(bound)
    const fair = (1n << 64n) - ((1n << 64n) % size)
    let number = next()
    while (number >= fair) number = next()
    return Number(number % size)
  }
}
