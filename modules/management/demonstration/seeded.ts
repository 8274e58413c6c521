/**
 * Pseudo-random numbers that are the same for the same seed, on every machine: mulberry32, 32 bits of state. Good
 * enough to make invented figures look uneven; for nothing else.
 */
export interface Seeded {
  /** from 0 up to and without 1 */
  next(): number
  /** a whole number, both ends included */
  between(least: number, most: number): number
  /** whether something happens that happens in so many of a hundred cases */
  percent(chance: number): boolean
  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    percent: (chance) => next() * 100 < chance,
    pick: (items) => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
  }
}

/** A seed of its own for each thing: adding a report to one unit's story leaves all the others as they were. */
export function seedFor(seed: number, ...names: readonly string[]): number {
  // FNV-1a over the names, begun with the seed of the story.
  let hash = (2_166_136_261 ^ seed) >>> 0
  for (const character of names.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  }
  return hash
}
