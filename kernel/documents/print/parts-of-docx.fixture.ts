import { strFromU8, unzipSync } from 'fflate'

/** The XML parts of a Word file, by name, for tests that look into one. */
export function partsOfDocx(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(file)).flatMap(([name, part]) => (name.endsWith('.xml') ? [[name, strFromU8(part)]] : [])),
  )
}
