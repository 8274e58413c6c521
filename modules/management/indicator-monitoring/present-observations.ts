import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import type { Reader } from '@qiangxian/kernel/plan/present-plan'
import { inPrinted } from '@qiangxian/kernel/progress/printed-unit'
import type { Observation, ValueStatus } from '@qiangxian/kernel/progress/progress.schemas'
import type { StoredReading } from '@qiangxian/kernel/progress/readings'
import type { Static } from 'typebox'
import type { ObservationRow } from './target-monitor.queries.ts'

type Shown = Static<typeof Observation>

/**
 * The history of a target's values. Those who see approved values only read what was approved, under the name of the
 * unit and not of the person; and nothing of a period whose value was later withheld (不公开).
 */
export function presentObservations(
  reader: Reader,
  target: PlanTarget,
  rows: readonly ObservationRow[],
  readings: readonly StoredReading[],
  approvedOnly: boolean,
): Shown[] {
  const current = new Set(readings.map(({ observationId }) => observationId))
  const withheld = new Set(readings.flatMap(({ state, period }) => (state === 'suppressed' ? [period] : [])))
  return rows
    .filter((row) => !approvedOnly || (row.approvedAt !== null && (!withheld.has(row.period) || current.has(row.id))))
    .map((row): Shown => {
      const { id, period, periodEnd, state, numerator, denominator, reason, cutoffOn, at } = row
      return {
        id,
        period,
        periodEnd,
        state,
        value: row.value === null ? null : inPrinted(target, row.value),
        numerator,
        denominator,
        reason,
        cutoffOn,
        status: statusOf(row),
        by: approvedOnly ? (reader.units.get(row.partyId)?.name ?? '') : row.by,
        at,
        checkedBy: approvedOnly ? null : row.checkedBy,
        approvedBy: approvedOnly ? null : row.approvedBy,
        approvedAt: row.approvedAt,
        returnedReason: approvedOnly ? null : row.returnedReason,
        corrects: row.corrects,
        correctionReason: row.correctionReason,
        planVersion: row.planVersion,
        current: current.has(id),
      }
    })
}

/** What was taken back by the unit itself reads as returned: it does not count. */
function statusOf({ approvedAt, returned, withdrawn, checkedBy }: ObservationRow): ValueStatus {
  if (approvedAt !== null) return 'approved'
  if (returned || withdrawn) return 'returned'
  return checkedBy === null ? 'reported' : 'checked'
}
