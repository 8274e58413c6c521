import { sql } from 'kysely'
import { actorMay, unitsActedFor } from '../accounts/actor.ts'
import type { QueryContext } from '../operations/context.ts'
import { readPlanIfAny } from '../plan/read-plan.ts'
import { ledTaskIds } from './task-leads.ts'

/**
 * The reports of `report r` that the actor may read: all for who reads all progress, a unit its own, and who leads a
 * task also those of the task's other units.
 *
 * A draft is its unit's own. What nobody has signed is no statement yet, and whoever will judge it must not be able to
 * hint at what it should say.
 *
 * @source 统计法（2024 修正）第七条、第二十四条
 */
export async function readableReports(context: QueryContext) {
  const { actor } = context
  const units = [...unitsActedFor(actor, 'work.read')]
  const own = sql`r.party_id = any(${units}::text[])`
  if (actorMay(actor, 'progress.read')) return sql`(r.state <> 'draft' or ${own})`
  if (units.length === 0) return sql`false`
  const led = [...ledTaskIds(actor, await readPlanIfAny(context))]
  return sql`(${own} or (r.state <> 'draft' and r.item_kind = 'task' and r.item_id = any(${led}::text[])))`
}
