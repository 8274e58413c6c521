import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CommandContext, QueryContext } from '@qiangxian/kernel/operations/context'
import type { PlanReading } from '@qiangxian/kernel/plan/read-plan'
import { unitSharesInForce } from '@qiangxian/kernel/progress/breakdowns'
import { type ClockedDuty, nextAct } from '@qiangxian/kernel/progress/duty-clock'
import { itemSettings } from '@qiangxian/kernel/progress/item-settings'
import { listMilestoneStandings } from '@qiangxian/kernel/progress/milestone-progress'
import { calendarOf, progressSettings } from '@qiangxian/kernel/progress/settings'
import { sql } from 'kysely'
import { LATE_FIRST_DAYS, type OwedDuty, type Owing, type OwingPart, owedDuties } from './owed-duties.ts'

/** What says who owes what, read in four reads. */
export async function readOwing(context: QueryContext, { plan, organisations }: PlanReading): Promise<Owing> {
  const standings = await listMilestoneStandings(context)
  return {
    plan,
    organisations,
    itemSettings: await itemSettings(context),
    shares: await unitSharesInForce(context, 'all'),
    parts: await livingParts(context),
    doneMilestones: new Set([...standings.values()].flatMap((each) => (each.doneOn === null ? [] : [each.itemId]))),
    settings: progressSettings(context.county),
    calendar: calendarOf(context.county),
    today: context.today,
  }
}

async function livingParts({ tx, jurisdiction }: QueryContext): Promise<readonly OwingPart[]> {
  const { rows } = await sql<OwingPart>`
    select id, task_item_id as "taskItemId", party_id as "partyId", content, due_on as "dueOn", status,
      demonstration
    from task_part where jurisdiction = ${jurisdiction} and status <> 'withdrawn' order by created_at, id`.execute(tx)
  return rows
}

export interface OpenedDuty extends OwedDuty {
  readonly id: string
}

/**
 * Opens what is owed and not open yet, at most `limit`.
 *
 * @returns those opened, and how many are left for the next step
 */
export async function openDuties(
  context: CommandContext,
  reading: PlanReading,
  since: string | null,
  limit: number,
): Promise<{ readonly opened: readonly OpenedDuty[]; readonly left: number }> {
  const owing = await readOwing(context, reading)
  const known = await knownKeys(context, since)
  const fresh = owedDuties(owing, since).filter((duty) => !known.has(keyOf(duty)))
  const opened = await insertDuties(context, fresh.slice(0, limit))
  return { opened, left: Math.max(0, fresh.length - limit) }
}

/** Writes duties that are new; one that another program opened a moment before stays as it is. */
export async function insertDuties(
  { tx, jurisdiction, county, today, now }: CommandContext,
  owed: readonly OwedDuty[],
): Promise<readonly OpenedDuty[]> {
  if (owed.length === 0) return []
  const settings = progressSettings(county)
  const calendar = calendarOf(county)
  const duties = owed.map((duty) => {
    const clocked: ClockedDuty = { ...duty, ...untouched }
    // A reminder that falls on the opening or before it is not sent: the notice of the opening says the same.
    return {
      ...duty,
      id: newId(now),
      nextActOn: duty.striven === true ? null : nextAct(clocked, settings, calendar, today),
    }
  })
  const { rows } = await sql<{ id: string }>`
    insert into duty (jurisdiction, id, kind, item_kind, item_id, part_id, party_id, scope, period, period_start,
      period_end, title, opened_on, due_on, provisional, next_act_on, created_at, demonstration)
    select ${jurisdiction}, id, kind, "itemKind", "itemId", "partId", "partyId", scope, period, "periodStart",
      "periodEnd", title, "openedOn", "dueOn", provisional, "nextActOn", ${now}, demonstration
    from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) as given (id text, kind text, "itemKind" text,
      "itemId" text, "partId" text, "partyId" text, scope text, period text, "periodStart" date, "periodEnd" date,
      title text, "openedOn" date, "dueOn" date, provisional boolean, "nextActOn" date,
      demonstration boolean)
    on conflict (jurisdiction, kind, item_id, party_id, scope, period) do nothing
    returning id`.execute(tx)
  const written = new Set(rows.map((row) => row.id))
  return duties.filter((duty) => written.has(duty.id))
}

const untouched = { extendedTo: null, returnDueOn: null, answeredOn: null, closedOn: null, lastStep: null } as const

/** Keys of the duties that the clock may meet: of what has no period, and of the periods that it looks at. */
async function knownKeys(
  { tx, jurisdiction, today }: QueryContext,
  since: string | null,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<Keyed>`
    select kind, item_id as "itemId", party_id as "partyId", scope, period from duty
    where jurisdiction = ${jurisdiction} and kind in ('part', 'milestone')
    union all
    select kind, item_id, party_id, scope, period from duty
    where jurisdiction = ${jurisdiction} and kind = 'report'
      and period_end >= ${since ?? addCalendarDays(today, -LATE_FIRST_DAYS)}::date`.execute(tx)
  return new Set(rows.map(keyOf))
}

type Keyed = Pick<OwedDuty, 'kind' | 'itemId' | 'partyId' | 'scope' | 'period'>

export function keyOf({ kind, itemId, partyId, scope, period }: Keyed): string {
  return `${kind} ${itemId} ${partyId} ${scope} ${period}`
}
