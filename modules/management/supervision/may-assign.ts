import { type Actor, actorMay, unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import type { PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import { partiesOf } from '@qiangxian/kernel/plan/present-plan'
import { takesPart } from '@qiangxian/kernel/plan/takes-part'

/** The office hands out the parts of every task, the head of a unit those of the tasks that it leads. */
export function mayAssign(
  { actor }: { readonly actor: Actor },
  task: PlanTask,
  organisations: readonly OrganisationRow[],
): boolean {
  if (actorMay(actor, 'breakdown.decide')) return true
  return unitsActedFor(actor, 'report.submit').some((unit) => takesPart(unit, partiesOf(task, 'lead'), organisations))
}
