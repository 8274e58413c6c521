import type { TableSource } from './table.types.ts'

/** A file that is in memory already. */
export function sourceOfBytes(bytes: Uint8Array): TableSource {
  return {
    size: bytes.length,
    read: async (position, length) => bytes.subarray(position, position + length),
  }
}
