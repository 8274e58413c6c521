import { unzipSync, type Zippable, zipSync } from 'fflate'

/** id of the paragraph style whose lines are as high as what stands in them, whatever the grid of the page is */
export const offGrid = 'OffGrid'

/**
 * Says in a file what the library that wrote it cannot say, and makes it the file that it would be had it been written on
 * that day: the time of writing stands in the archive and in its properties otherwise, and the same document printed
 * twice would be two files.
 */
export function finishWord(file: Uint8Array, on: Date): Uint8Array {
  const parts = unzipSync(file)
  change(parts, 'word/styles.xml', withoutSpaces)
  return stableZip(parts, on)
}

/** @param parts of a Word file, by name; they are changed */
export function stableZip(parts: Record<string, Uint8Array>, on: Date): Uint8Array {
  change(parts, 'docProps/core.xml', (core) => withTimes(core, on))
  // Readers expect to meet the list of types first.
  const files = Object.entries(parts).filter(([name]) => !name.endsWith('/'))
  const ordered = files.sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
  const entries: Zippable = Object.fromEntries(ordered.map(([name, bytes]) => [name, [bytes, { mtime: inZip(on) }]]))
  return zipSync(entries)
}

function change(parts: Record<string, Uint8Array>, name: string, to: (text: string) => string): void {
  const bytes = parts[name]
  if (bytes !== undefined) parts[name] = new TextEncoder().encode(to(new TextDecoder().decode(bytes)))
}

/**
 * Word puts a quarter of a character between digits and Chinese unless it is told not to: a line would hold 27 characters
 * where a year stands in it.
 */
function withoutSpaces(styles: string): string {
  const off = '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>'
  return styles
    .replace('<w:name w:val="Normal"/><w:qFormat/>', `$&${off}`)
    .replace(new RegExp(`(w:styleId="${offGrid}".*?<w:pPr>)`), '$1<w:snapToGrid w:val="0"/>')
}

function placeOf(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1
}

/** A ZIP knows local time without a zone, from 1980 on: the same figures wherever the program runs. */
function inZip(on: Date): Date {
  return new Date(Math.max(on.getUTCFullYear(), 1980), on.getUTCMonth(), on.getUTCDate())
}

function withTimes(core: string, on: Date): string {
  const at = on.toISOString().replace(/\.\d+Z$/, 'Z')
  return core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*</g, `$1${at}<`)
}
