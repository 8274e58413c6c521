import type { OrganisationRow } from '../parties/party.operations.ts'
import type { PlanTask } from './plan-snapshot.ts'
import { partiesOf } from './present-plan.ts'

/**
 * A unit supports a task when it is named, or belongs to a named set such as 其他成员单位 that is. A unit that leads the
 * task does not also support it: 其他 means the others.
 */
export function supportsTask(unitId: string, task: PlanTask, organisations: readonly OrganisationRow[]): boolean {
  return !partiesOf(task, 'lead').includes(unitId) && takesPart(unitId, partiesOf(task, 'support'), organisations)
}

/** Whether a unit is named, or is a member of a named set such as 各镇（园区、街道）. */
export function takesPart(
  unitId: string,
  named: readonly string[],
  organisations: readonly OrganisationRow[],
): boolean {
  if (named.includes(unitId)) return true
  // Few organisations have members, so that is asked first.
  return organisations.some((set) => set.members.includes(unitId) && named.includes(set.id))
}
