import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import type { MatterDue } from '../effects.types.ts'
import type { LimitRecord } from './limit-record.ts'
import { warnOn } from './recount.ts'

/** The running limit that ends first, as it stands in the row of the matter; of two on one day the promised one. */
export function nearestDue(limits: readonly LimitRecord[], calendar: WorkCalendar): MatterDue {
  const [nearest] = limits
    .filter(({ status }) => status === 'running')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : b.kind.localeCompare(a.kind)))
  if (nearest === undefined) return { dueOn: null, dueLimit: null, warnOn: null, isProvisional: false }
  return {
    dueOn: nearest.dueOn,
    dueLimit: nearest.limitId,
    warnOn: warnOn(nearest, calendar),
    isProvisional: nearest.isProvisional,
  }
}
