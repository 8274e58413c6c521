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
