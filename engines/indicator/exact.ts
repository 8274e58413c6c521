/**
 * Exact numbers: a reported figure is the decimal that was typed, and sums and shares of decimals have no dust.
 *
 * 0.72 of 0.9 is 0.8 and earns the light for 0.8; in binary fractions it falls just short.
 */
export interface Fraction {
  readonly over: bigint
  /** positive */
  readonly under: bigint
}

export const ZERO: Fraction = { over: 0n, under: 1n }
export const ONE: Fraction = { over: 1n, under: 1n }

/**
 * The shortest decimal that names a number, as printing it shows.
 *
 * @throws RangeError for NaN and infinities, which no report holds
 */
export function exact(value: number): Fraction {
  const { units, decimals } = decimal(value)
  return { over: units, under: 10n ** BigInt(decimals) }
}

/** A number as whole units of its last decimal: 8.61 is 861 units of two decimals. */
export function decimal(value: number): { readonly units: bigint; readonly decimals: number } {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no figure`)
  const [digits = '', exponent = '0'] = String(value).split('e')
  const [whole = '', part = ''] = digits.split('.')
  const decimals = part.length - Number(exponent)
  const units = BigInt(whole + part)
  return decimals >= 0 ? { units, decimals } : { units: units * 10n ** BigInt(-decimals), decimals: 0 }
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under - b.over * a.under, under: a.under * b.under }
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under }
}

/** @throws RangeError for a divisor of zero */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  if (b.over === 0n) throw new RangeError('division by zero')
  const sign = b.over < 0n ? -1n : 1n
  return { over: a.over * b.under * sign, under: a.under * b.over * sign }
}

/** Negative, zero or positive, as a is less than, equal to or more than b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The nearest number of the computer: 3/10 is 0.3. */
export function toNumber({ over, under }: Fraction): number {
  const size = over < 0n ? -over : over
  const places = Math.max(0, 25 - (String(size).length - String(under).length))
  return Number(`${over < 0n ? '-' : ''}${(size * 10n ** BigInt(places)) / under}e-${places}`)
}

/** Whole units of a number of decimals as a number: 861 units of two decimals are 8.61. */
export function fromUnits(units: bigint, decimals: number): number {
  return Number(`${units}e-${decimals}`)
}
