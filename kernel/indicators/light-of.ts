import type { Outcome } from '@qiangxian/engines/formula/outcome'
import { isMissing } from '@qiangxian/engines/formula/outcome'
import type { Static } from 'typebox'
import type { QueryContext } from '../operations/context.ts'
import type { PlanTarget } from '../plan/plan-snapshot.ts'
import { inBase } from '../progress/printed-unit.ts'
import { standingsOfTargets } from '../progress/programme-progress.ts'
import type { Light, TargetProgress } from '../progress/progress.schemas.ts'
import type { StoredReading } from '../progress/readings.ts'
import { type TargetStanding, targetLightOf, targetProgressOf } from '../progress/target-progress.ts'
import { isInUnit } from './find-indicator.ts'
import type { Workings } from './workings.ts'

/** A value of an indicator on a day, for the county. */
export interface DatedOutcome {
  readonly on: string
  readonly outcome: Outcome
}

/** How targets stand by what is computed in place of what is reported; by id of the target. */
export type ComputedStandings = ReadonlyMap<string, (values: readonly DatedOutcome[]) => TargetStanding>

/** Reads what the lights of targets rest on, all at once. */
export async function computedStandings(
  context: QueryContext,
  { plan }: Workings,
  targets: readonly PlanTarget[],
): Promise<ComputedStandings> {
  if (plan === undefined || targets.length === 0) return new Map()
  const standings = await standingsOfTargets(context, plan.plan, targets, { most: 1 })
  return new Map(
    standings.map(({ target, standing }) => [
      target.itemId,
      (values) => ({ ...standing(false), readings: values.map((value) => readingOf(target, value)) }),
    ]),
  )
}

/** A computed value as a reading of its target, in the target's base unit. */
export function readingOf(target: PlanTarget, { on, outcome }: DatedOutcome): StoredReading {
  return {
    itemId: target.itemId,
    scopeKey: 'county',
    observationId: '',
    period: on.slice(0, 7),
    periodEnd: on,
    state: isMissing(outcome) ? 'missing' : 'value',
    value: isMissing(outcome) ? null : inBase(target, outcome.value),
    numerator: null,
    denominator: null,
    reason: isMissing(outcome) ? outcome.missing.zh : null,
    cutoffOn: on,
    status: 'reported',
  }
}

/** The light of a computed value; null where no target asks for one, or asks in another unit. */
export function lightOf(
  standings: ComputedStandings,
  target: PlanTarget | undefined,
  unit: string,
  values: readonly DatedOutcome[],
): { readonly light: Light; readonly met: boolean; readonly why: { readonly zh: string; readonly en: string } } | null {
  const standing = target === undefined ? undefined : standings.get(target.itemId)
  if (target === undefined || standing === undefined || !isInUnit(target, unit)) return null
  const { light, met, why } = targetLightOf(standing(values))
  return { light, met, why }
}

/** The forecast of a computed series by the method that reported values are forecast by. */
export function forecastOf(
  standings: ComputedStandings,
  target: PlanTarget | undefined,
  unit: string,
  values: readonly DatedOutcome[],
): Static<typeof TargetProgress>['forecast'] {
  const standing = target === undefined ? undefined : standings.get(target.itemId)
  if (target === undefined || standing === undefined || !isInUnit(target, unit)) return null
  return targetProgressOf(standing(values)).forecast
}
