import type { MatterDue } from '../effects.types.ts'
import type { LimitRecord } from './limit-record.ts'
import { type CountingBy, lasts, warnOn } from './recount.ts'

/**
 * The running limit that ends first, as it stands in the row of the matter; of two on one day the promised one. What
 * lasts (公示期) is none: when its days are over the matter is not late.
 */
export function nearestDue(
  limits: readonly LimitRecord[],
  { calendar, rules }: Pick<CountingBy, 'calendar' | 'rules'>,
): MatterDue {
  const [nearest] = limits
    .filter((limit) => limit.status === 'running' && !lasts(limit, rules))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : b.kind.localeCompare(a.kind)))
  if (nearest === undefined) return { dueOn: null, dueLimit: null, warnOn: null, isProvisional: false }
  return {
    dueOn: nearest.dueOn,
    dueLimit: nearest.limitId,
    warnOn: warnOn(nearest, calendar),
    isProvisional: nearest.isProvisional,
  }
}
