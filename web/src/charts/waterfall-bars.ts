import type { WaterfallStep } from '../api/indicator.types.ts'

/** One bar of a waterfall: it spans from one level to another. */
export interface WaterfallBar {
  readonly key: string
  readonly kind: 'start' | 'end' | WaterfallStep['kind']
  readonly from: number
  readonly to: number
  /** place in the list of steps; null for the two levels at the ends */
  readonly step: number | null
}

/**
 * The bars between two levels: where each begins is where the one before ended, so that they add up. Null where a level
 * is missing, for then there is no way from one to the other.
 */
export function waterfallBars(
  start: number | null,
  end: number | null,
  steps: readonly WaterfallStep[],
): readonly WaterfallBar[] | null {
  if (start === null || end === null) return null
  const bars: WaterfallBar[] = [{ key: 'start', kind: 'start', from: 0, to: start, step: null }]
  let level = start
  for (const [index, step] of steps.entries()) {
    bars.push({ key: `${step.kind}${index}`, kind: step.kind, from: level, to: level + step.change, step: index })
    level += step.change
  }
  return [...bars, { key: 'end', kind: 'end', from: 0, to: end, step: null }]
}

/**
 * Where the axis begins: at zero, unless the steps would be too small to see beside the levels; then just below what
 * moves, and the bars of the two levels are drawn torn.
 */
export function waterfallFloor(bars: readonly WaterfallBar[]): number {
  const levels = bars.flatMap(({ kind, from, to }) => (kind === 'start' || kind === 'end' ? [to] : [from, to]))
  const high = Math.max(...levels, 0)
  const low = Math.min(...levels)
  if (low <= 0) return Math.min(low, 0)
  const moved = high - low
  return moved < high * 0.2 ? Math.max(low - moved * 0.6 - high * 0.01, 0) : 0
}
