import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { effectiveDue, nextAct } from '@qiangxian/kernel/progress/duty-clock'
import { type DutyRecord, dutyColumns } from '@qiangxian/kernel/progress/duty-record'
import { progressSettings } from '@qiangxian/kernel/progress/settings'
import { movedDay } from '@qiangxian/kernel/rules/moved-day'
import type { CalendarChange, Recount } from '@qiangxian/kernel/rules/recount.types'
import { sql } from 'kysely'

/**
 * Open duties: by when a period is reported, by when what came back is done again, and the days on which the clock urges.
 * Days that the plan prints (milestones, parts) stay, and their reminders move.
 */
export const recountDuties: Recount = {
  id: 'duty',
  label: '应办事项的截止日',
  run: async (context, change) => {
    const { tx, jurisdiction } = context
    const { rows } = await sql<DutyRecord>`
      select ${dutyColumns} from duty d
      where d.jurisdiction = ${jurisdiction} and d.closed_on is null
        and (d.provisional or greatest(d.due_on, d.extended_to, d.return_due_on) >= ${change.from})
      order by d.id for update`.execute(tx)
    const changed = rows.flatMap((duty) => {
      const next = recounted(context, duty, change)
      return isSame(duty, next) ? [] : [{ duty, next }]
    })
    await write(
      context,
      changed.map(({ next }) => next),
    )
    return {
      changed: changed.length,
      moved: changed.flatMap(({ duty, next }) => {
        const [before, after] = [effectiveDue(duty), effectiveDue(next)]
        if (before === after) return []
        const { partyId, title: what, demonstration } = duty
        return [{ to: { partyIds: [partyId] }, addressee: partyId, what, before, after, path: '/work', demonstration }]
      }),
    }
  },
}

function recounted({ county, today }: CommandContext, duty: DutyRecord, change: CalendarChange): DutyRecord {
  const dueOn =
    duty.kind === 'report' && duty.periodEnd !== null ? movedDay(duty.periodEnd, duty.dueOn, change) : duty.dueOn
  // Of the days since it came back those that are to come are counted: the day itself is not kept.
  const returnDueOn =
    duty.returnDueOn === null || duty.returnDueOn <= today
      ? duty.returnDueOn
      : movedDay(today, duty.returnDueOn, change)
  const next = { ...duty, dueOn, returnDueOn, provisional: duty.provisional && !change.after.covers(dueOn) }
  const hasMoved = effectiveDue(next) !== effectiveDue(duty)
  // What the clock has still to send today stays; what is striven for is never urged for.
  if (!hasMoved && (duty.nextActOn === null || duty.nextActOn <= today)) return next
  const lastStep = hasMoved ? null : duty.lastStep
  const nextActOn = nextAct({ ...next, lastStep }, progressSettings(county), change.after, today)
  return { ...next, lastStep, nextActOn }
}

function isSame(one: DutyRecord, other: DutyRecord): boolean {
  return (['dueOn', 'returnDueOn', 'provisional', 'nextActOn', 'lastStep'] as const).every(
    (name) => one[name] === other[name],
  )
}

async function write({ tx, jurisdiction }: CommandContext, duties: readonly DutyRecord[]): Promise<void> {
  if (duties.length === 0) return
  await sql`
    update duty set due_on = given."dueOn", return_due_on = given."returnDueOn", provisional = given.provisional,
      last_step = given."lastStep", next_act_on = given."nextActOn", revision = revision + 1
    from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb)
      as given (id text, "dueOn" date, "returnDueOn" date, provisional boolean, "lastStep" text, "nextActOn" date)
    where duty.jurisdiction = ${jurisdiction} and duty.id = given.id`.execute(tx)
}
