export type Language = 'zh' | 'en'

const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })

/** A stored figure as pages print it, 35,000; up to six decimals. */
export function figure(value: number): string {
  return digits.format(value)
}

/**
 * A figure as a sentence says it, two decimals at most, and more where two would make it look like one of the others:
 * 89.995 held against 90 is not printed as 90.
 */
export function figureBeside(value: number, others: readonly number[]): string {
  for (let decimals = 2; decimals < 6; decimals += 1) {
    const rounded = Number(value.toFixed(decimals))
    if (!others.some((other) => other !== value && other === rounded)) return figure(rounded)
  }
  return figure(value)
}

/**
 * Shares as percentages of one decimal, and of more where one would make two different shares look alike or a share
 * below one look whole: 99.96 % is not printed as 100.0 %.
 */
export function percents(...shares: readonly number[]): string[] {
  for (let decimals = 1; ; decimals += 1) {
    const texts = shares.map((share) => `${(share * 100).toFixed(decimals)}%`)
    const alike = shares.some((share, at) =>
      [...shares.slice(at + 1), 1].some((other) => share !== other && texts[at] === percent(other, decimals)),
    )
    if (!alike || decimals === 6) return texts
  }
}

function percent(share: number, decimals: number): string {
  return `${(share * 100).toFixed(decimals)}%`
}
