import { differenceOf } from '@qiangxian/engines/indicator/breakdown'
import { unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import type { Reader } from '@qiangxian/kernel/plan/present-plan'
import type { StoredBreakdown } from '@qiangxian/kernel/progress/breakdowns'
import { lastComputedOfScopes, withComputed } from '@qiangxian/kernel/progress/computed-readings'
import { inPrinted } from '@qiangxian/kernel/progress/printed-unit'
import type { TargetMonitor } from '@qiangxian/kernel/progress/progress.schemas'
import { lastOfScopes, presentReading, seesUnapproved } from '@qiangxian/kernel/progress/readings'
import { type TargetStanding, targetLightOf } from '@qiangxian/kernel/progress/target-progress'
import type { Static } from 'typebox'
import { isAdditive } from './share-rules.ts'

type Units = NonNullable<Static<typeof TargetMonitor>['units']>

/**
 * What each unit carries of a target and what it reported. Who reads all progress sees every unit and the sum; a unit
 * sees its own row.
 *
 * @returns null where the target is not shared out, and for those to whom it shows nothing
 */
export async function unitSharesOf(
  context: QueryContext,
  reader: Reader,
  county: TargetStanding,
  inForce: readonly StoredBreakdown[],
): Promise<Units | null> {
  const { target, today } = county
  const byUnit = inForce.filter(({ axis }) => axis === 'unit')
  const shown =
    byUnit.find(({ year }) => year === null) ?? byUnit.find(({ year }) => year === Number(today.slice(0, 4)))
  if (shown === undefined) return null
  const all = seesUnapproved(context)
  const own = unitsActedFor(context.actor, 'work.read')
  const shares = shown.shares.filter(({ partyId }) => partyId !== null && (all || own.includes(partyId)))
  if (shares.length === 0) return null
  const partyIds = shares.flatMap(({ partyId }) => partyId ?? [])
  const readings = await lastOfScopes(context, target.itemId, partyIds)
  const computed = await lastComputedOfScopes(context, target, partyIds)
  const cycle = county.cycle ?? county.settings.reportCycle
  const rows = shares.flatMap(({ partyId, value }): Units['rows'] => {
    const unit = reader.units.get(partyId ?? '')
    if (unit === undefined) return []
    const reported = readings.get(unit.id)
    const counted = computed.get(unit.id)
    const readingsOfUnit = withComputed(
      reported === undefined ? [] : [reported],
      counted === undefined ? [] : [counted],
      cycle,
    )
    const reading = readingsOfUnit.at(-1)
    const { light, completion } = targetLightOf({ ...county, readings: readingsOfUnit, share: value })
    return [
      {
        unit,
        share: value === null ? null : inPrinted(target, value),
        current: reading === undefined ? null : presentReading(target, reading),
        completion,
        light,
      },
    ]
  })
  const additive = isAdditive(target)
  const countyValue = county.readings.at(-1)?.value ?? null
  const { sum, difference } = differenceOf(
    countyValue === null ? null : inPrinted(target, countyValue),
    rows.map(({ current }) => current?.value ?? null),
  )
  return { rows, additive, sum: additive && all ? sum : null, difference: additive && all ? difference : null }
}
