import { drawInputs } from '@qiangxian/kernel/draws/candidates'
import { commitDraw } from '@qiangxian/kernel/draws/commit-draw'
import { readDraws } from '@qiangxian/kernel/draws/read-draws'
import { revealDraw } from '@qiangxian/kernel/draws/reveal-draw'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { reviewSubject } from '@qiangxian/kernel/reviews/review-panel'
import { sql } from 'kysely'
import { seeded, seedFor } from '../seeded.ts'
import { atHour } from './at-hour.ts'

type ReviewDeclaration = NonNullable<MatterDeclaration['review']>

/** The experts of an invented application: drawn as experts are, and all have judged it by that day. */
export async function putReviews(
  context: CommandContext,
  { review }: MatterDeclaration,
  matterId: string,
  on: string,
): Promise<void> {
  if (review === undefined) return
  const { tx, jurisdiction } = context
  const { rows: there } = await sql<{ any: boolean }>`
    select exists (select from matter_review where jurisdiction = ${jurisdiction} and matter_id = ${matterId}) as any`.execute(
    tx,
  )
  if (there[0]?.any === true) return
  const drawn = await drawExperts(context, review, matterId, on)
  if (drawn === undefined) return
  const random = seeded(seedFor(0, 'review', matterId))
  const at = atHour(on, 9 * 60)
  const values = drawn.experts.map(({ id, label }) => {
    const scores = Object.fromEntries(
      review.criteria.map((criterion) => [criterion.id, Math.round(criterion.most * (0.6 + 0.35 * random.next()))]),
    )
    const total = Object.values(scores).reduce((sum, points) => sum + points, 0)
    return {
      ...{ jurisdiction, id: newId(at), matter_id: matterId, expert_record: id, expert_label: label },
      ...{ draw_id: drawn.drawId, code: `P${matterId.slice(-6).toUpperCase()}` },
      ...{ status: 'submitted', scores: JSON.stringify(scores), total },
      ...{ opinion: '目标清楚，方案可行。（演示）', asked_at: at, due_on: on, submitted_at: at, demonstration: true },
    }
  })
  await tx.insertInto('matter_review').values(values).execute()
}

/** reserves of an invented draw, as the case desk asks for */
const reserves = 2

/** Both halves of a draw, by the functions that make real ones, so that its record verifies like theirs. */
async function drawExperts(context: CommandContext, review: ReviewDeclaration, matterId: string, on: string) {
  const { tx, jurisdiction } = context
  const { rows: candidates } = await sql<{ id: string; label: string }>`
    select id, label from expert where jurisdiction = ${jurisdiction} and ended_on is null order by id`.execute(tx)
  const { rows: matters } = await sql<{ number: string; title: string; unitId: string }>`
    select number, title, unit_id as "unitId" from matter
    where jurisdiction = ${jurisdiction} and id = ${matterId}`.execute(tx)
  const [matter] = matters
  if (candidates.length === 0 || matter === undefined) return undefined
  // Draws are made and read by those who may; the job that tells the demonstration is none of them.
  const office = { ...context.actor, roles: [{ role: 'office' as const, partyId: undefined }] }
  const at = (minutes: number) => ({ ...context, actor: office, now: atHour(on, minutes) })
  const { id: drawId } = await commitDraw(at(8 * 60 + 30), {
    purpose: `${matter.number} 评审专家（演示）`,
    subject: { kind: reviewSubject, id: matterId },
    unitId: matter.unitId,
    inputs: drawInputs('专家库', candidates, { excluded: [], wanted: review.experts, reserves }),
    demonstration: true,
  })
  const [stored] = await readDraws(at(8 * 60 + 30), { id: drawId, limit: 1 })
  if (stored === undefined) throw new Error(`the draw ${drawId} was written and is not there`)
  const result = await revealDraw(at(8 * 60 + 45), stored, `演示公开值 ${on}`)
  const labels = new Map(candidates.map(({ id, label }) => [id, label]))
  return { drawId, experts: (result?.drawn ?? []).map((id) => ({ id, label: labels.get(id) ?? id })) }
}
