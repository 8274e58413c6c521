import { Inflate } from 'fflate'

/** Compressed bytes handed to the inflater at once; deflate makes at most 1032 times as much of it. */
const stepBytes = 4096

export type Inflated =
  | { readonly kind: 'complete'; readonly content: Uint8Array; readonly sizeBytes: number }
  | { readonly kind: 'tooLarge'; readonly sizeBytes: number }
  /** not deflate data from the given size on */
  | { readonly kind: 'broken'; readonly sizeBytes: number }

/**
 * Inflates raw deflate data (RFC 1951) and stops as soon as the output passes the limit, whatever sizes the file
 * declares: a bomb costs its limit and one step more.
 */
export function inflateWithin(compressed: Uint8Array, limitBytes: number): Inflated {
  const chunks: Uint8Array[] = []
  let size = 0
  const inflater = new Inflate((chunk) => {
    size += chunk.length
    chunks.push(chunk)
  })
  try {
    for (let at = 0; at < compressed.length && size <= limitBytes; at += stepBytes) {
      const next = Math.min(at + stepBytes, compressed.length)
      inflater.push(compressed.subarray(at, next), next === compressed.length)
    }
  } catch {
    return { kind: 'broken', sizeBytes: size }
  }
  if (size > limitBytes) return { kind: 'tooLarge', sizeBytes: size }
  const content = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    content.set(chunk, at)
    at += chunk.length
  }
  return { kind: 'complete', content, sizeBytes: size }
}
