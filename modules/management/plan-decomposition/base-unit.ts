/** The multiples that stand before a measure word, 万件 亿元, largest first so that 万亿 is read whole. */
const multiples: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
]

/**
 * An amount in its base unit: 3.5 万件 is 35000 件, 30 亿元 is 3000000000 元.
 *
 * A ratio keeps its unit: 件/万人 says what it is per, and % stays %.
 */
export function inBaseUnit(value: number, unit: string): { value: number; unit: string } {
  const found = multiples.find(([word]) => unit.startsWith(word))
  if (found === undefined) return { value, unit }
  const [word, factor] = found
  // Rounding to the ninth digit takes away what binary fractions add: 3.5 × 10000 is 35000 and not 35000.000000000004.
  return { value: Number((value * factor).toPrecision(15)), unit: unit.slice(word.length) }
}
