import type { Static } from 'typebox'
import type { QueryContext } from '../operations/context.ts'
import type { PlanSnapshot, PlanTarget } from '../plan/plan-snapshot.ts'
import { listBreakdowns, yearSharesOf } from './breakdowns.ts'
import { computedReadings, withComputed } from './computed-readings.ts'
import { itemSettings, noSetting, settingKey } from './item-settings.ts'
import type { TargetProgress } from './progress.schemas.ts'
import {
  countingReading,
  recentValues,
  type StoredReading,
  seesApproved,
  seesUnapprovedOf,
  type ValueRow,
} from './readings.ts'
import { progressSettings } from './settings.ts'
import { type TargetStanding, targetProgressOf } from './target-progress.ts'

/** A target with all that its light rests on; true asks for what was approved only. */
export interface StandingOfTarget {
  readonly target: PlanTarget
  readonly standing: (approvedOnly: boolean) => TargetStanding
}

/**
 * Where targets stand for the county, as the reader may see it: three queries, however many targets and years.
 *
 * @param until a day of the past: values with a later cut-off date are left out, and the day is taken for today
 */
export async function progressOfTargets(
  context: QueryContext,
  plan: PlanSnapshot,
  { until }: { readonly until?: string | undefined } = {},
): Promise<Static<typeof TargetProgress>[]> {
  const standings = await standingsOfTargets(context, plan, plan.targets, { most: 14, until })
  return standings.map(({ target, standing }) => targetProgressOf(visible(context, target, standing)))
}

/** The standing that the reader may see: unapproved for those who answer for the target and for those who read all. */
export function visible(
  context: QueryContext,
  target: PlanTarget,
  standing: StandingOfTarget['standing'],
): TargetStanding {
  const approvedOnly = !seesUnapprovedOf(context, target.ownerIds)
  const seen = standing(approvedOnly)
  return approvedOnly && !seesApproved(context) ? { ...seen, readings: [] } : seen
}

export async function standingsOfTargets(
  context: QueryContext,
  plan: PlanSnapshot,
  targets: readonly PlanTarget[],
  { most, until }: { readonly most: number; readonly until?: string | undefined },
): Promise<readonly StandingOfTarget[]> {
  if (targets.length === 0) return []
  const ids = targets.map(({ itemId }) => itemId)
  const values = grouped(await recentValues(context, ids, { most, until }))
  const decided = await itemSettings(context)
  const years = yearSharesOf(await listBreakdowns(context, ids.length === 1 ? (ids[0] ?? 'all') : 'all', 'year'))
  const settings = progressSettings(context.county)
  const computed = await computedReadings(context, targets, { until })
  return targets.map((target) => {
    const own = decided.get(settingKey('target', target.itemId)) ?? noSetting
    const rows = values.get(target.itemId) ?? []
    return {
      target,
      standing: (approvedOnly) => ({
        target,
        plan,
        readings: withComputed(
          rows.flatMap((row): readonly StoredReading[] => {
            const reading = countingReading(row, approvedOnly)
            return reading === undefined ? [] : [reading]
          }),
          // What nobody has approved yet is no figure for the public, however it came about.
          approvedOnly ? [] : (computed.get(target.itemId) ?? []),
          own.cycle ?? settings.reportCycle,
        ),
        settings,
        baseline: own.baseline,
        cycle: own.cycle,
        years: years.get(target.itemId),
        today: until ?? context.today,
      }),
    }
  })
}

function grouped(rows: readonly ValueRow[]): ReadonlyMap<string, readonly ValueRow[]> {
  const groups = new Map<string, ValueRow[]>()
  for (const row of rows) groups.set(row.itemId, [...(groups.get(row.itemId) ?? []), row])
  return groups
}
