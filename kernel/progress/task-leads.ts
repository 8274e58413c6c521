import { type Actor, unitsActedFor } from '../accounts/actor.ts'
import { partiesOf } from '../plan/present-plan.ts'
import type { PlanReading } from '../plan/read-plan.ts'
import { takesPart } from '../plan/takes-part.ts'

/** The tasks that the actor's units lead (牵头), by name or as members of a named set: of these they see all parts. */
export function ledTaskIds(actor: Actor, reading: PlanReading | undefined): readonly string[] {
  return tasksLedBy(unitsActedFor(actor, 'work.read'), reading)
}

/** The tasks that any of the units leads. */
export function tasksLedBy(unitIds: readonly string[], reading: PlanReading | undefined): readonly string[] {
  if (reading === undefined || unitIds.length === 0) return []
  const { plan, organisations } = reading
  return plan.tasks
    .filter((task) => unitIds.some((unit) => takesPart(unit, partiesOf(task, 'lead'), organisations)))
    .map((task) => task.itemId)
}
