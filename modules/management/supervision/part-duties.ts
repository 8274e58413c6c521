import type { CommandContext } from '@qiangxian/kernel/operations/context'
import type { PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import { redateDuty, reopenDuty } from '@qiangxian/kernel/progress/duties'
import { type DutyRecord, dutyColumns } from '@qiangxian/kernel/progress/duty-record'
import { sql } from 'kysely'
import { insertDuties } from './open-duties.ts'
import { dutyToComplete, isUnderWay } from './owed-duties.ts'
import { withdrawDuties } from './settle-duties.ts'
import { listParts } from './task-parts.ts'

/** Brings the duties of a task's parts into line with the parts as they are now. */
export async function settlePartDuties(context: CommandContext, task: PlanTask): Promise<void> {
  const { tx, jurisdiction, today } = context
  const parts = await listParts(context, { taskItemId: task.itemId })
  const { rows } = await sql<DutyRecord>`
    select ${dutyColumns} from duty d
    where d.jurisdiction = ${jurisdiction} and d.item_id = ${task.itemId} and d.part_id is not null
      and (d.closed_on is null or d.kind = 'part')
    order by d.id for update`.execute(tx)
  const withdrawn = new Set(parts.filter((part) => part.status === 'withdrawn').map((part) => part.id))
  const dated = parts.filter((part) => isUnderWay(part))
  const undated = new Set(dated.filter((part) => part.dueOn === null).map((part) => part.id))
  const over = rows.filter((duty) => {
    const id = duty.partId ?? ''
    return duty.closedOn === null && (withdrawn.has(id) || (duty.kind === 'part' && undated.has(id)))
  })
  await withdrawDuties(
    context,
    over.map((duty) => duty.id),
  )
  for (const part of dated) {
    if (part.dueOn === null) continue
    const known = rows.find((duty) => duty.kind === 'part' && duty.partId === part.id)
    if (known === undefined) await insertDuties(context, [dutyToComplete(task, part, part.dueOn, today)])
    else {
      const running = known.closedOn === null ? known : await reopenDuty(context, known)
      if (running.dueOn !== part.dueOn) await redateDuty(context, running, part.dueOn)
    }
  }
}

/** The duty to complete a part (办结), held until the end of the transaction; undefined where it has no due day. */
export async function lockPartDuty(context: CommandContext, partId: string): Promise<DutyRecord | undefined> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<DutyRecord>`
    select ${dutyColumns} from duty d
    where d.jurisdiction = ${jurisdiction} and d.part_id = ${partId} and d.kind = 'part' for update`.execute(tx)
  return rows[0]
}
