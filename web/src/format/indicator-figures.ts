/**
 * A computed figure with the decimals that its indicator is shown with: 17.40, 34,012. The exact one stands on hover and
 * is what is compared with the target.
 */
export function figureWith(value: number, decimals: number): string {
  return new Intl.NumberFormat('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    // -0.001 shown without decimals is 0 and not -0
    Number(value.toFixed(decimals)) + 0,
  )
}

/** A change, always with its sign: +64, −3; nothing at all is ±0. */
export function signedFigure(value: number, decimals: number): string {
  const shown = figureWith(Math.abs(value), decimals)
  if (Number(value.toFixed(decimals)) === 0) return `±${shown}`
  return value > 0 ? `+${shown}` : `−${shown}`
}

/**
 * A part of a formula: people by the ten thousand as the statistics print them, money by the 亿 and 万, counts as they
 * are.
 *
 * @example partFigure(1_285_785, '人') // { figure: '128.58', unit: '万人' }
 */
export function partFigure(value: number, unit: string): { readonly figure: string; readonly unit: string } {
  const short = unit === '人' || unit === '元' ? unit : null
  if (short !== null && Math.abs(value) >= 1e8) return { figure: figureWith(value / 1e8, 2), unit: `亿${short}` }
  if (short !== null && Math.abs(value) >= 1e5) return { figure: figureWith(value / 1e4, 2), unit: `万${short}` }
  return { figure: figureWith(value, decimalsOf(value)), unit }
}

function decimalsOf(value: number): number {
  return Number.isInteger(value) ? 0 : 2
}
