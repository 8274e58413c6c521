import type { DraftEntry, TypedBy } from './draft-row.ts'

/** A field that two typed at once: the later one stands, and is told what it replaced. */
export interface Overtaken {
  readonly field: string
  readonly by: TypedBy
  readonly at: string
  readonly was: unknown
}

export interface MergedEntries {
  readonly entries: Readonly<Record<string, DraftEntry>>
  readonly changed: readonly string[]
  readonly overtaken: readonly Overtaken[]
}

/**
 * Puts what one person typed into a draft in which another may have typed meanwhile. Fields that were not sent stay as
 * they are; a field that the other changed after `shown` is replaced too, since it is what was typed last, and what stood
 * there is handed back so that nothing is lost.
 *
 * @param shown the revision of the draft that the person saw when they typed
 */
export function mergeEntries(
  before: Readonly<Record<string, DraftEntry>>,
  typed: Readonly<Record<string, unknown>>,
  {
    by,
    at,
    shown,
    revision,
  }: { readonly by: TypedBy; readonly at: string; readonly shown: number; readonly revision: number },
): MergedEntries {
  const entries: Record<string, DraftEntry> = { ...before }
  const changed: string[] = []
  const overtaken: Overtaken[] = []
  for (const [field, value] of Object.entries(typed)) {
    const stood = before[field]
    if (isSame(stood?.value ?? null, value ?? null)) continue
    if (stood !== undefined && stood.revision > shown && stood.by !== by) {
      overtaken.push({ field, by: stood.by, at: stood.at, was: stood.value })
    }
    changed.push(field)
    // An emptied field is kept as an answer: whoever emptied it is known, and nothing is filled in again.
    entries[field] = { value: value ?? null, by, at, revision }
  }
  return { entries, changed, overtaken }
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
