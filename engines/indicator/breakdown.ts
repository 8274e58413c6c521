/**
 * Targets broken down to units (分解): equally, by a statistic, or by hand.
 *
 * Parts are exact decimals. What cannot be divided evenly goes, one last decimal each, to the largest remainders, and
 * among equals to the first: the parts always add up to the total.
 */
import { decimal, exact, type Fraction, fromUnits, minus, toNumber } from './exact.ts'

export interface Share<Key extends string = string> {
  readonly key: Key
  /** null where the statistic is missing, which is not zero */
  readonly share: number | null
}

export interface Shares<Key extends string = string> {
  /** in the order of the keys given */
  readonly shares: readonly Share<Key>[]
  /** keys without a share: their statistic is missing, or all statistics are zero */
  readonly missing: readonly Key[]
}

/**
 * The total in parts as equal as its decimals allow.
 *
 * @param decimals of the parts, 0 for things that are counted; a total with more decimals is divided at its own
 * @throws RangeError for a key given twice
 * @example sharesEqually(10, ['a', 'b', 'c'], 0) // 4, 3, 3
 */
export function sharesEqually<Key extends string>(total: number, keys: readonly Key[], decimals: number): Shares<Key> {
  return sharesByWeight(
    total,
    keys.map((key) => ({ key, weight: 1 })),
    decimals,
  )
}

/**
 * The total in parts that are to each other as a statistic is: enterprises, residents, output.
 *
 * A key whose statistic is missing gets no share and is reported; the others divide the whole total among them. When
 * every known statistic is zero there is nothing to divide by, and no key gets a share.
 *
 * @throws RangeError for a negative statistic
 */
export function sharesByStatistic<Key extends string>(
  total: number,
  weights: ReadonlyMap<Key, number | null> | Readonly<Record<Key, number | null>>,
  decimals: number,
): Shares<Key> {
  const entries =
    weights instanceof Map
      ? [...(weights as ReadonlyMap<Key, number | null>)]
      : (Object.entries(weights) as [Key, number | null][])
  return sharesByWeight(
    total,
    entries.map(([key, weight]) => ({ key, weight })),
    decimals,
  )
}

/**
 * What the parts add up to, held against the total, without the dust of binary fractions.
 *
 * `difference` is total − sum: positive is still to be handed out, negative is handed out too much. Sum and difference
 * are of the known parts; null when no part is known. `missing` counts the parts that nobody has set.
 *
 * @example differenceOf(1, [0.1, 0.2, null]) // { sum: 0.3, difference: 0.7, missing: 1 }
 */
export function differenceOf(
  total: number | null,
  parts: readonly (number | null)[],
): { readonly sum: number | null; readonly difference: number | null; readonly missing: number } {
  const known = parts.filter((part) => part !== null)
  const missing = parts.length - known.length
  if (known.length === 0) return { sum: null, difference: null, missing }
  const sum = sumOf(known)
  return { sum: toNumber(sum), difference: total === null ? null : toNumber(minus(exact(total), sum)), missing }
}

/**
 * Whether weights in percent stay within the whole.
 *
 * `remaining` is 100 − sum, negative when the parts claim more than there is. A missing weight counts for nothing and
 * is counted.
 */
export function checkWeights(parts: readonly { readonly key: string; readonly weight: number | null }[]): {
  readonly sum: number
  readonly remaining: number
  readonly exceeds: boolean
  readonly missing: number
} {
  const known = parts.map(({ weight }) => weight).filter((weight) => weight !== null)
  const sum = sumOf(known)
  const remaining = toNumber(minus(exact(100), sum))
  return { sum: toNumber(sum), remaining, exceeds: remaining < 0, missing: parts.length - known.length }
}

function sharesByWeight<Key extends string>(
  total: number,
  parts: readonly { readonly key: Key; readonly weight: number | null }[],
  decimals: number,
): Shares<Key> {
  refuseTwins(parts.map(({ key }) => key))
  const places = Math.max(decimals, decimal(total).decimals)
  const units = unitsOf(total, places)
  const finest = Math.max(0, ...parts.map(({ weight }) => (weight === null ? 0 : decimal(weight).decimals)))
  const weights = parts.map(({ weight }) => (weight === null ? null : unitsOf(weight, finest)))
  const whole = weights.reduce<bigint>((sum, weight) => sum + (weight ?? 0n), 0n)
  if (weights.some((weight) => weight !== null && weight < 0n)) throw new RangeError('a statistic is negative')
  if (whole === 0n)
    return { shares: parts.map(({ key }) => ({ key, share: null })), missing: parts.map(({ key }) => key) }

  // Truncated towards zero, so that a negative total is the mirror of the positive one.
  const sign = units < 0n ? -1n : 1n
  const size = units * sign
  const cut = weights.map((weight, at) => ({
    at,
    units: weight === null ? null : (size * weight) / whole,
    rest: weight === null ? -1n : (size * weight) % whole,
  }))
  const left = Number(size - cut.reduce<bigint>((sum, part) => sum + (part.units ?? 0n), 0n))
  const lucky = new Set(
    [...cut]
      .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ at }) => at),
  )
  const shares = parts.map(({ key }, at): Share<Key> => {
    const part = cut[at]?.units ?? null
    return { key, share: part === null ? null : fromUnits(sign * (part + (lucky.has(at) ? 1n : 0n)), places) }
  })
  return { shares, missing: shares.filter(({ share }) => share === null).map(({ key }) => key) }
}

function sumOf(values: readonly number[]): Fraction {
  const places = Math.max(0, ...values.map((value) => decimal(value).decimals))
  const units = values.reduce<bigint>((sum, value) => sum + unitsOf(value, places), 0n)
  return { over: units, under: 10n ** BigInt(places) }
}

/** A number in whole units of `places` decimals, of which it has no more. */
function unitsOf(value: number, places: number): bigint {
  const { units, decimals } = decimal(value)
  return units * 10n ** BigInt(places - decimals)
}

function refuseTwins(keys: readonly string[]): void {
  const twin = keys.find((key, at) => keys.indexOf(key) !== at)
  if (twin !== undefined) throw new RangeError(`${twin} is to get two parts`)
}
