/**
 * Where things stand in a back-up, which is a tar archive:
 *
 *     opening.json                            which program made it
 *     tables/journal/320282/000001.ndjson     rows, one JSON object a line, some megabytes a part
 *     files/sha256/ab/cd/abcd…                the stored files, laid out as in the folder `files` of the data
 *     damaged/abcd…                           what was left of a file that no longer has its digest
 *     manifest.json                           counts and digests of everything above
 */
export const openingName = 'opening.json'
export const manifestName = 'manifest.json'

export function partName(table: string, jurisdiction: string | null, part: number): string {
  return `tables/${table}/${jurisdiction === null ? '' : `${jurisdiction}/`}${String(part).padStart(6, '0')}.ndjson`
}

export function fileName(sha256: string): string {
  return `files/${storedAt(sha256)}`
}

export function damagedName(sha256: string): string {
  return `damaged/${sha256}`
}

/** Below the folder of the content store. */
export function storedAt(sha256: string): string {
  return `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

export type ArchivePlace =
  | { readonly kind: 'opening' }
  | { readonly kind: 'manifest' }
  | { readonly kind: 'part'; readonly table: string; readonly jurisdiction: string | null; readonly part: number }
  | { readonly kind: 'file'; readonly sha256: string }
  | { readonly kind: 'damaged' }

/** What an entry of an archive is; undefined for a name that no back-up has, such as one with `..` in it. */
export function placeOfEntry(name: string): ArchivePlace | undefined {
  if (name === openingName) return { kind: 'opening' }
  if (name === manifestName) return { kind: 'manifest' }
  const part = /^tables\/([a-z][a-z0-9_]{0,62})\/(?:([0-9a-z-]{2,32})\/)?(\d{6,})\.ndjson$/.exec(name)
  if (part !== null) {
    return { kind: 'part', table: part[1] ?? '', jurisdiction: part[2] ?? null, part: Number(part[3]) }
  }
  const digest = /([0-9a-f]{64})$/.exec(name)?.[1]
  if (digest === undefined) return undefined
  if (name === fileName(digest)) return { kind: 'file', sha256: digest }
  return name === damagedName(digest) ? { kind: 'damaged' } : undefined
}
