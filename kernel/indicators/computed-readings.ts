import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { QueryContext } from '../operations/context.ts'
import type { PlanTarget } from '../plan/plan-snapshot.ts'
import type { StoredReading } from '../progress/readings.ts'
import type { Indicators } from './define-indicator.ts'
import { isInUnit } from './find-indicator.ts'
import { readKept } from './kept-values.ts'
import { readingOf } from './light-of.ts'

/** What is computed for a target of the plan, in its base unit. */
export interface ComputedReading {
  readonly indicator: string
  /** the last one; null while nothing was computed yet */
  readonly current: StoredReading | null
  /** month ends, oldest first, and today */
  readonly series: readonly StoredReading[]
}

/**
 * The computed values of targets as they were last kept: one query, nothing is computed. Targets that no indicator is
 * held against, and those in another unit, are not in the map.
 */
export async function computedReadings(
  context: Pick<QueryContext, 'tx' | 'jurisdiction'> & { readonly county: Pick<CountyFacts, 'measures'> },
  indicators: Indicators,
  { scopeKey, targets }: { readonly scopeKey: string; readonly targets: readonly PlanTarget[] },
): Promise<ReadonlyMap<string, ComputedReading>> {
  const measured = targets.flatMap((target) => {
    const id = context.county.measures.find((measure) => measure.target === target.code)?.indicator
    const indicator = id === undefined ? undefined : indicators.find(id)
    return indicator === undefined || !isInUnit(target, indicator.unit) ? [] : [{ target, id: indicator.id }]
  })
  const kept = await readKept(context, [...new Set(measured.map(({ id }) => id))], scopeKey)
  return new Map(
    measured.map(({ target, id }): [string, ComputedReading] => {
      const series = (kept.get(id) ?? []).map((value) => ({ ...readingOf(target, value), scopeKey }))
      return [target.itemId, { indicator: id, current: series.at(-1) ?? null, series }]
    }),
  )
}
