import { milestoneInWords, milestoneLight } from '@qiangxian/engines/indicator/milestone-light'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { unitsActedFor } from '../accounts/actor.ts'
import type { QueryContext } from '../operations/context.ts'
import type { PlanMilestone } from '../plan/plan-snapshot.ts'
import { presentMilestone, type Reader } from '../plan/present-plan.ts'
import type { MilestonePart, MilestoneProgress, ValueStatus } from './progress.schemas.ts'
import { seesApproved, seesUnapproved, seesUnapprovedOf } from './readings.ts'
import { progressSettings } from './settings.ts'

/** How a milestone stands by its last report. */
export interface MilestoneStandingRow {
  readonly itemId: string
  readonly parts: readonly MilestonePart[]
  readonly appliedOn: string | null
  readonly doneOn: string | null
  /** the day of the last evidence of progress */
  readonly progressOn: string | null
  readonly status: ValueStatus
}

export async function listMilestoneStandings({
  tx,
  jurisdiction,
}: QueryContext): Promise<ReadonlyMap<string, MilestoneStandingRow>> {
  const { rows } = await sql<MilestoneStandingRow>`
    select item_id as "itemId", parts, applied_on as "appliedOn", done_on as "doneOn", progress_on as "progressOn", status
    from milestone_standing where jurisdiction = ${jurisdiction}`.execute(tx)
  return new Map(rows.map((row) => [row.itemId, row]))
}

/** Every milestone of the plan with its light, as the reader may see it: the public what was approved, and no duties. */
export async function progressOfMilestones(
  context: QueryContext,
  reader: Reader,
): Promise<Static<typeof MilestoneProgress>[]> {
  const duties = await openDuties(context)
  const standing = await standingOfMilestones(context, reader)
  return standing.map((each) => ({ ...each, dutyId: duties.get(each.itemId) ?? null }))
}

/** The same without the duties, for who counts the lights. */
export async function standingOfMilestones(
  context: QueryContext,
  reader: Reader,
): Promise<Omit<Static<typeof MilestoneProgress>, 'dutyId'>[]> {
  const standings = await listMilestoneStandings(context)
  const warningDays = progressSettings(context.county).milestoneWarningDays
  return reader.plan.milestones.map((milestone) => {
    const standing = visibleStanding(context, milestone, standings.get(milestone.itemId))
    const { light, reason } = milestoneLight({
      level: milestone.level,
      dueOn: milestone.dueOn,
      doneOn: standing?.doneOn ?? null,
      progressOn: standing?.progressOn ?? null,
      today: context.today,
      warningDays,
    })
    return {
      ...presentMilestone(reader, milestone),
      light,
      why: { zh: milestoneInWords(reason, 'zh'), en: milestoneInWords(reason, 'en') },
      standing: standing === undefined ? null : presentStanding(standing),
    }
  })
}

function visibleStanding(
  context: QueryContext,
  { ownerIds }: PlanMilestone,
  standing: MilestoneStandingRow | undefined,
): MilestoneStandingRow | undefined {
  if (standing === undefined || seesUnapprovedOf(context, ownerIds)) return standing
  return standing.status === 'approved' && seesApproved(context) ? standing : undefined
}

function presentStanding({ parts, appliedOn, doneOn, status }: MilestoneStandingRow) {
  return { parts: [...parts], appliedOn, doneOn, status }
}

async function openDuties(context: QueryContext): Promise<ReadonlyMap<string, string>> {
  const { tx, jurisdiction, actor } = context
  const units = unitsActedFor(actor, 'work.read')
  if (!seesUnapproved(context) && units.length === 0) return new Map()
  const rows = await tx
    .selectFrom('duty')
    .select(['id', 'item_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('kind', '=', 'milestone')
    .where('closed_on', 'is', null)
    .$if(!seesUnapproved(context), (query) => query.where('party_id', 'in', units))
    .execute()
  return new Map(rows.map(({ id, item_id }) => [item_id, id]))
}
