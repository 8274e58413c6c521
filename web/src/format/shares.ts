/** 0.648 as 64.8%; one decimal, as everywhere in the product. Its two numbers stand beside it. */
export function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)}%`
}

/** Sums and differences of printed figures without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export function exactSum(values: readonly number[]): number {
  const places = Math.max(0, ...values.map(decimalsOf))
  const scale = 10 ** Math.min(places, 9)
  return values.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale
}

function decimalsOf(value: number): number {
  const [, fraction = ''] = String(value).split('.')
  return fraction.includes('e') ? 9 : fraction.length
}

const rounded = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 })

/**
 * A computed figure as it is read: two decimals at most, 17.26. The exact one stands on hover and is what is compared:
 * 89.995 shows as 90 and does not meet 90.
 */
export function readFigure(value: number): string {
  return rounded.format(value)
}

/** A figure that was estimated says no more than it knows: 35,974 rather than 35,973.76. */
export function estimatedFigure(value: number): string {
  const size = Math.abs(value)
  const decimals = size >= 1000 ? 0 : size >= 100 ? 1 : 2
  return rounded.format(Number(value.toFixed(decimals)))
}
