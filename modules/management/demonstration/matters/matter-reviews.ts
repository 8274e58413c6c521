import { newId } from '@qiangxian/kernel/ids/new-id'
import type { MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { sql } from 'kysely'
import { seeded, seedFor } from '../seeded.ts'
import { atHour } from './at-hour.ts'

/** The experts of an invented application, who have all judged it by that day. */
export async function putReviews(
  { tx, jurisdiction }: CommandContext,
  { review }: MatterDeclaration,
  matterId: string,
  on: string,
): Promise<void> {
  if (review === undefined) return
  const { rows: there } = await sql<{ any: boolean }>`
    select exists (select from matter_review where jurisdiction = ${jurisdiction} and matter_id = ${matterId}) as any`.execute(
    tx,
  )
  if (there[0]?.any === true) return
  const random = seeded(seedFor(0, 'review', matterId))
  const { rows: experts } = await sql<{ id: string; label: string }>`
    select id, label from expert where jurisdiction = ${jurisdiction}
    order by md5(id || ${matterId}) limit ${review.experts}`.execute(tx)
  const at = atHour(on, 9 * 60)
  const values = experts.map(({ id, label }) => {
    const scores = Object.fromEntries(
      review.criteria.map((criterion) => [criterion.id, Math.round(criterion.most * (0.6 + 0.35 * random.next()))]),
    )
    const total = Object.values(scores).reduce((sum, points) => sum + points, 0)
    return {
      ...{ jurisdiction, id: newId(at), matter_id: matterId, expert_record: id, expert_label: label },
      ...{ code: `P${matterId.slice(-6).toUpperCase()}`, status: 'submitted', scores: JSON.stringify(scores), total },
      ...{ opinion: '目标清楚，方案可行。（演示）', asked_at: at, due_on: on, submitted_at: at, demonstration: true },
    }
  })
  if (values.length > 0) await tx.insertInto('matter_review').values(values).execute()
}
