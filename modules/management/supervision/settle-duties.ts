import type { CommandContext } from '@qiangxian/kernel/operations/context'
import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import type { PlanReading } from '@qiangxian/kernel/plan/read-plan'
import { effectiveDue, nextAct } from '@qiangxian/kernel/progress/duty-clock'
import { type DutyRecord, dutyColumns } from '@qiangxian/kernel/progress/duty-record'
import { calendarOf, progressSettings } from '@qiangxian/kernel/progress/settings'
import { sql } from 'kysely'
import { actingUnits, isDissolved, livingUnit } from './living-units.ts'
import { keyOf } from './open-duties.ts'
import { dueOfPeriod } from './owed-duties.ts'
import { addLeadParts, moveParts } from './settle-parts.ts'

export interface Settled {
  /** duties that went to the successor of a dissolved unit */
  readonly moved: readonly string[]
  /** duties that nobody owes any more */
  readonly withdrawn: readonly string[]
  /** duties whose due day changed with the plan or with a holiday notice */
  readonly redated: readonly string[]
  /** parts that the plan's leading units have from now on */
  readonly parts: readonly string[]
}

/**
 * Brings open duties and parts into line with the plan, the units and the calendar as they are today. Mostly there is
 * nothing to do, and then it costs a few reads.
 */
export async function settleDuties(context: CommandContext, reading: PlanReading): Promise<Settled> {
  const { moved, withdrawn: unowed } = await moveFromDissolved(context, reading.organisations)
  await moveParts(context, reading)
  const parts = await addLeadParts(context, reading)
  const dropped = await withdrawDropped(context, reading)
  await silenceStriven(context, reading)
  const redated = await redate(context, reading)
  return { moved, withdrawn: [...unowed, ...dropped], redated, parts }
}

/** Open duties of dissolved units go to the successor; where there is none, or it owes the same, they are withdrawn. */
async function moveFromDissolved(context: CommandContext, organisations: readonly OrganisationRow[]) {
  const { tx, jurisdiction, today } = context
  const dissolved = organisations.filter((unit) => isDissolved(unit, today)).map(({ id }) => id)
  if (dissolved.length === 0) return { moved: [], withdrawn: [] }
  const { rows } = await sql<DutyRecord>`
    select ${dutyColumns} from duty d
    where d.jurisdiction = ${jurisdiction} and d.closed_on is null and d.party_id = any(${dissolved})
    order by d.id for update`.execute(tx)
  if (rows.length === 0) return { moved: [], withdrawn: [] }
  const known = await keysOfItems(context, [...new Set(rows.map((duty) => duty.itemId))])
  const moves: { id: string; to: string }[] = []
  const withdrawn: string[] = []
  for (const duty of rows) {
    const successor = livingUnit(duty.partyId, organisations, today)
    const key = successor === undefined ? '' : keyOf({ ...duty, partyId: successor.id })
    if (successor === undefined || known.has(key)) withdrawn.push(duty.id)
    else {
      known.add(key)
      moves.push({ id: duty.id, to: successor.id })
    }
  }
  const given = sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as given (id text, "to" text)`
  await sql`update duty set party_id = given."to", revision = revision + 1 from ${given}
    where duty.jurisdiction = ${jurisdiction} and duty.id = given.id`.execute(tx)
  // What was said for it goes along: the successor takes the draft or the returned report up.
  await sql`update report set party_id = given."to" from ${given}
    where report.jurisdiction = ${jurisdiction} and report.duty_id = given.id`.execute(tx)
  await withdrawDuties(context, withdrawn)
  return { moved: moves.map((move) => move.id), withdrawn }
}

async function keysOfItems({ tx, jurisdiction }: CommandContext, itemIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<Parameters<typeof keyOf>[0]>`
    select kind, item_id as "itemId", party_id as "partyId", scope, period from duty
    where jurisdiction = ${jurisdiction} and item_id = any(${[...itemIds]})`.execute(tx)
  return new Set(rows.map(keyOf))
}

/** Duties about what the plan in force does not name any more, and milestones that another unit answers for now. */
async function withdrawDropped(context: CommandContext, reading: PlanReading): Promise<readonly string[]> {
  const { tx, jurisdiction, today } = context
  const { plan, organisations } = reading
  const named = [...plan.targets, ...plan.tasks, ...plan.milestones].map((item) => item.itemId)
  const owned = plan.milestones.flatMap(({ itemId, level, dueOn, ownerIds }) => {
    const [owner] = actingUnits(ownerIds, organisations, today)
    // What is striven for (争创) may be reported until the programme ends; then it is taken off the unit's desk.
    const stays = level === 'strive' ? today <= plan.head.periodEnd : dueOn !== null
    return owner !== undefined && stays ? [`${itemId} ${owner}`] : []
  })
  const { rows } = await sql<{ id: string }>`
    select id from duty
    where jurisdiction = ${jurisdiction} and closed_on is null
      and (item_id <> all(${named}) or (kind = 'milestone' and not (item_id || ' ' || party_id = any(${owned}))))
    order by id for update`.execute(tx)
  const ids = rows.map((row) => row.id)
  await withdrawDuties(context, ids)
  return ids
}

export async function withdrawDuties(
  { tx, jurisdiction, today }: CommandContext,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update duty set closed_on = ${today}, outcome = 'withdrawn', next_act_on = null, revision = revision + 1
    where jurisdiction = ${jurisdiction} and id = any(${[...ids]}) and closed_on is null`.execute(tx)
}

/** What is striven for (争创) may be reported and is never urged for. */
async function silenceStriven({ tx, jurisdiction }: CommandContext, { plan }: PlanReading): Promise<void> {
  const striven = plan.milestones.filter(({ level }) => level === 'strive').map(({ itemId }) => itemId)
  if (striven.length === 0) return
  await sql`
    update duty set next_act_on = null
    where jurisdiction = ${jurisdiction} and kind = 'milestone' and item_id = any(${striven})
      and closed_on is null and next_act_on is not null`.execute(tx)
}

/** New due days: of milestones that the plan moved, of periods whose holiday notice was loaded since. */
async function redate(context: CommandContext, { plan }: PlanReading): Promise<readonly string[]> {
  const { tx, jurisdiction, county, today } = context
  const settings = progressSettings(county)
  const calendar = calendarOf(county)
  const planned = plan.milestones
    .filter(({ level, dueOn }) => level === 'achieve' && dueOn !== null)
    .map(({ itemId, dueOn }) => ({ itemId, dueOn }))
  const { rows } = await sql<DutyRecord & { planned: string | null }>`
    select ${dutyColumns}, given."dueOn" as planned
    from duty d
    left join jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) as given ("itemId" text, "dueOn" date)
      on given."itemId" = d.item_id and d.kind = 'milestone'
    where d.jurisdiction = ${jurisdiction} and d.closed_on is null
      and (d.provisional or d.due_on <> given."dueOn")
    order by d.id for update of d`.execute(tx)
  const changes = rows.flatMap((duty) => {
    const fresh =
      duty.periodEnd === null
        ? { dueOn: duty.planned ?? duty.dueOn, provisional: false }
        : dueOfPeriod(duty.periodEnd, duty.openedOn, settings, calendar)
    if (fresh.dueOn === duty.dueOn && fresh.provisional === duty.provisional) return []
    const changed = { ...duty, dueOn: fresh.dueOn }
    // The ladder begins anew only when the day that counts has moved.
    const lastStep = effectiveDue(changed) === effectiveDue(duty) ? duty.lastStep : null
    const nextActOn = nextAct({ ...changed, lastStep }, settings, calendar, today)
    return [{ id: duty.id, dueOn: fresh.dueOn, provisional: fresh.provisional, lastStep, nextActOn }]
  })
  if (changes.length === 0) return []
  await sql`
    update duty set due_on = given."dueOn", provisional = given.provisional, last_step = given."lastStep",
      next_act_on = given."nextActOn", revision = revision + 1
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as given (id text, "dueOn" date, provisional boolean, "lastStep" text, "nextActOn" date)
    where duty.jurisdiction = ${jurisdiction} and duty.id = given.id`.execute(tx)
  return changes.map((change) => change.id)
}
