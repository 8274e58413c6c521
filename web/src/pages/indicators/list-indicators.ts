import type { IndicatorRow } from '../../api/indicator.types.ts'
import type { TargetRow } from '../../api/types.gen.ts'
import { beginsAgain } from '../../charts/computed-series.ts'

/** An indicator as the list shows it, with what its target knows beyond it. */
export interface ListedIndicator {
  readonly indicator: IndicatorRow
  /** one of the seven areas; `other` where nobody says */
  readonly area: string
  readonly annual: boolean
}

/** Joins indicators to their targets, in the order of the plan; what has no target follows. */
export function listIndicators(
  indicators: readonly IndicatorRow[],
  targets: readonly TargetRow[],
): readonly ListedIndicator[] {
  const places = new Map(targets.map((target, place) => [target.itemId, { target, place }]))
  return indicators
    .map((indicator) => {
      const known = places.get(indicator.target?.itemId ?? '')
      return {
        indicator,
        place: known?.place ?? targets.length,
        area: indicator.area ?? known?.target.area ?? 'other',
        annual: known?.target.kind === 'annual' || beginsAgain(indicator.trend),
      }
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ indicator, area, annual }) => ({ indicator, area, annual }))
}
