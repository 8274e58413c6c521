export interface FieldDifference {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/**
 * The fields in which two contents differ, in the order of the newer one; fields that only the older one has come last.
 * Values are compared by what they say, so that equal lists are equal.
 */
export function differingFields(before: unknown, after: unknown): readonly FieldDifference[] {
  const old = asRecord(before)
  const now = asRecord(after)
  const fields = [...Object.keys(now), ...Object.keys(old).filter((field) => !(field in now))]
  return fields
    .filter((field) => !sameValue(old[field], now[field]))
    .map((field) => ({ field, before: old[field], after: now[field] }))
}

/** A missing field and null say the same: nothing. The order of the keys of an object says nothing either. */
export function sameValue(one: unknown, other: unknown): boolean {
  return printed(one) === printed(other)
}

function printed(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

export interface Piece {
  readonly text: string
  readonly change: 'same' | 'added' | 'removed'
}

/**
 * Two short texts side by side as pieces, for marking what was changed inside a sentence. Works on characters through
 * the longest common subsequence; texts above `limit` characters come back whole, as one removed and one added piece.
 */
export function differingPieces(before: string, after: string, limit = 600): readonly Piece[] {
  if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }]
  const old = [...before]
  const now = [...after]
  if (old.length > limit || now.length > limit) return whole(before, after)
  const lengths = commonLengths(old, now)
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      push(pieces, old[i] ?? '', 'same')
      i += 1
      j += 1
    } else if (j >= now.length || (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      push(pieces, old[i] ?? '', 'removed')
      i += 1
    } else {
      push(pieces, now[j] ?? '', 'added')
      j += 1
    }
  }
  return pieces
}

function whole(before: string, after: string): readonly Piece[] {
  const pieces: Piece[] = []
  if (before !== '') pieces.push({ text: before, change: 'removed' })
  if (after !== '') pieces.push({ text: after, change: 'added' })
  return pieces
}

function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = table[i]
    const below = table[i + 1]
    if (row === undefined || below === undefined) continue
    for (let j = now.length - 1; j >= 0; j -= 1) {
      row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}

function at(table: readonly Uint16Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0
}

function push(pieces: Piece[], text: string, change: Piece['change']): void {
  const last = pieces.at(-1)
  if (last?.change === change) pieces[pieces.length - 1] = { text: last.text + text, change }
  else pieces.push({ text, change })
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
