import type { CommandContext } from '@qiangxian/kernel/operations/context'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import { noteLights } from '@qiangxian/kernel/progress/note-lights'
import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import { sql } from 'kysely'

/** What an approval moves besides the report: the progress of a part of a task, and where a milestone stands. */

/** The part stands where its last approved report says; a report of an earlier period moves nothing back. */
export async function approvePart(
  { tx, jurisdiction, today }: CommandContext,
  duty: DutyRecord,
  content: ReportContent,
): Promise<void> {
  if (duty.partId === null || content.progress === null) return
  const on = duty.periodEnd ?? today
  await sql`
    update task_part set progress = ${content.progress}, progress_status = 'approved', progress_on = ${on}
    where jurisdiction = ${jurisdiction} and id = ${duty.partId} and (progress_on is null or progress_on <= ${on})
      and status <> 'withdrawn'`.execute(tx)
}

/** The milestone stands where the approved report says, and its light follows at once. */
export async function standMilestone(
  context: CommandContext,
  reportId: string,
  duty: DutyRecord,
  content: ReportContent,
): Promise<void> {
  const { tx, jurisdiction, now } = context
  const parts = content.parts ?? []
  const standing = {
    parts: JSON.stringify(parts),
    applied_on: latest(parts.filter(({ status }) => status === 'applied').map(({ on }) => on)),
    done_on: isMilestoneDone(content) ? latest(parts.map(({ on }) => on)) : null,
    progress_on: latest(parts.filter(({ status }) => status !== 'open').map(({ on }) => on)),
    status: 'approved',
    report_id: reportId,
    updated_at: now,
  }
  await tx
    .insertInto('milestone_standing')
    .values({ jurisdiction, item_id: duty.itemId, ...standing, demonstration: duty.demonstration })
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'item_id']).doUpdateSet(standing))
    .execute()
  await noteLights(context, { milestones: [duty.itemId] })
}

/** Reached when every part is done; each of them then names its document and its day, which the submission required. */
export function isMilestoneDone({ parts }: ReportContent): boolean {
  return parts !== null && parts.length > 0 && parts.every(({ status }) => status === 'done')
}

function latest(days: readonly (string | null)[]): string | null {
  return days.reduce<string | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
}
