import { newId } from '@qiangxian/kernel/ids/new-id'
import type { JournalNote } from '@qiangxian/kernel/journal/record-entry'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import type { Announcement } from '@qiangxian/kernel/outbox/announcement'
import { type DueStep, dueStep, effectiveDue, nextAct } from '@qiangxian/kernel/progress/duty-clock'
import { type DutyRecord, dutyColumns } from '@qiangxian/kernel/progress/duty-record'
import { isOverdueStep, type OverdueStep, stepLabel } from '@qiangxian/kernel/progress/ladder'
import { calendarOf, progressSettings } from '@qiangxian/kernel/progress/settings'
import { documentNumber, urgingWords } from '@qiangxian/kernel/progress/urging-words'
import { sql } from 'kysely'
import { takeNumbers } from './take-numbers.ts'

export interface Sent {
  /** how many duties were looked at */
  readonly looked: number
  readonly reminded: readonly string[]
  /** 提醒函 and above: one journal entry each */
  readonly escalated: readonly JournalNote[]
  readonly skipped: number
  readonly announcements: readonly Announcement[]
}

interface NewUrging {
  readonly id: string
  readonly duty: DutyRecord
  readonly step: string
  readonly number: string | null
  readonly words: string
  readonly skipped: DueStep['skipped']
}

/**
 * Sends what is due by today to at most `limit` duties. A duty that somebody else holds at this moment is passed over
 * and comes with the next step.
 */
export async function sendSteps(context: CommandContext, limit: number): Promise<Sent> {
  const { tx, jurisdiction, county, today } = context
  const settings = progressSettings(county)
  const calendar = calendarOf(county)
  // By unit, so that a unit is told once of many things.
  const { rows: duties } = await sql<DutyRecord>`
    select ${dutyColumns} from duty d
    where d.jurisdiction = ${jurisdiction} and d.closed_on is null and d.next_act_on <= ${today}::date
    order by d.party_id, d.id limit ${limit} for update skip locked`.execute(tx)
  const due = duties.map((duty) => ({ duty, due: dueStep(duty, settings, calendar, today) }))
  const urgings = await insertUrgings(context, await wordUrgings(context, due))
  const sent = new Map(urgings.map((urging) => [urging.duty.id, urging.step]))
  const changes = due.map(({ duty, due: found }) => {
    // What was sent before stays the furthest when this run found it sent already.
    const lastStep = sent.get(duty.id) ?? found?.step.step ?? duty.lastStep
    return { id: duty.id, lastStep, nextActOn: nextAct({ ...duty, lastStep }, settings, calendar, today) }
  })
  await sql`
    update duty set last_step = given."lastStep", next_act_on = given."nextActOn"
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as given (id text, "lastStep" text, "nextActOn" date)
    where duty.jurisdiction = ${jurisdiction} and duty.id = given.id`.execute(tx)
  const letters = urgings.filter(({ step }) => isOverdueStep(step))
  return {
    looked: duties.length,
    reminded: urgings.filter(({ step }) => !isOverdueStep(step)).map(({ duty }) => duty.id),
    escalated: letters.map(noteOf),
    skipped: urgings.reduce((count, urging) => count + urging.skipped.length, 0),
    announcements: announcementsOf(urgings),
  }
}

/** The words and the number of each urging; numbers of one kind and year are taken in one go. */
async function wordUrgings(
  context: CommandContext,
  due: readonly { readonly duty: DutyRecord; readonly due: DueStep | undefined }[],
): Promise<readonly NewUrging[]> {
  const year = context.today.slice(0, 4)
  const counts = new Map<OverdueStep, number>()
  for (const { due: found } of due) {
    const step = found?.step.step ?? ''
    if (isOverdueStep(step)) counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const next = new Map<OverdueStep, number>()
  for (const [step, count] of counts) next.set(step, await takeNumbers(context, `${step}:${year}`, count))
  return due.flatMap(({ duty, due: found }): NewUrging[] => {
    if (found === undefined) return []
    const { step } = found.step
    const words = urgingWords(duty, step, found.skipped, context.today)
    const urging = { id: newId(context.now), duty, step, words, skipped: found.skipped }
    if (!isOverdueStep(step)) return [{ ...urging, number: null }]
    const number = next.get(step) ?? 1
    next.set(step, number + 1)
    return [{ ...urging, number: documentNumber(step, year, number) }]
  })
}

/** Writes the urgings; one that was sent for the same step and due day before is not sent again. */
async function insertUrgings(
  { tx, jurisdiction, actor, today, now }: CommandContext,
  urgings: readonly NewUrging[],
): Promise<readonly NewUrging[]> {
  if (urgings.length === 0) return []
  const given = urgings.map(({ id, duty, step, number, words }) => {
    return {
      id,
      dutyId: duty.id,
      partyId: duty.partyId,
      step,
      dueOn: effectiveDue(duty),
      number,
      words,
      demonstration: duty.demonstration,
    }
  })
  const { rows } = await sql<{ id: string }>`
    insert into urging (jurisdiction, id, duty_id, party_id, step, due_on, number, on_date, words, at, by_account,
      by_label, demonstration)
    select ${jurisdiction}, id, "dutyId", "partyId", step, "dueOn", number, ${today}, words, ${now},
      ${actor.accountId ?? null}, ${actor.label}, demonstration
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id text, "dutyId" text, "partyId" text,
      step text, "dueOn" date, number text, words text, demonstration boolean)
    on conflict (jurisdiction, duty_id, step, due_on) where step <> 'manual' do nothing
    returning id`.execute(tx)
  const written = new Set(rows.map((row) => row.id))
  return urgings.filter((urging) => written.has(urging.id))
}

function noteOf({ id, duty, step, number, skipped }: NewUrging): JournalNote {
  return {
    subject: { kind: 'duty', id: duty.id },
    before: { lastStep: duty.lastStep },
    after: {
      lastStep: step,
      urgingId: id,
      number,
      dueOn: effectiveDue(duty),
      skipped: skipped.map((each) => each.step),
    },
  }
}

/** One announcement for each unit and step: a unit with forty things due in five days is told once. */
function announcementsOf(urgings: readonly NewUrging[]): readonly Announcement[] {
  const groups = new Map<string, NewUrging[]>()
  for (const urging of urgings) {
    const key = `${urging.duty.partyId} ${urging.step} ${urging.duty.demonstration}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [urging])
    else group.push(urging)
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const label = stepLabel(first.step).zh
    const more = group.length > 1 ? `等 ${group.length} 项` : ''
    return [
      {
        to: { partyIds: [first.duty.partyId] },
        kind: isOverdueStep(first.step) ? 'duty.escalated' : 'duty.reminded',
        title: `${label}：${first.duty.title}${more}`,
        body: group.length > 1 ? titlesOf(group) : first.words,
        path: group.length > 1 ? '/work' : `/duties/${first.duty.id}`,
        subject: { kind: 'duty', id: first.duty.id },
        demonstration: first.duty.demonstration,
      },
    ]
  })
}

const TITLES_SHOWN = 10

function titlesOf(group: readonly NewUrging[]): string {
  const titles = group.slice(0, TITLES_SHOWN).map(({ duty, number }) => {
    return `${number === null ? '' : `${number}　`}${duty.title}（${effectiveDue(duty)}）`
  })
  const rest = group.length > TITLES_SHOWN ? [`另有 ${group.length - TITLES_SHOWN} 项，请见“我的工作”。`] : []
  return [...titles, ...rest].join('\n')
}
