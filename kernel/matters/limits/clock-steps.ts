import { sql } from 'kysely'
import type { CommandContext } from '../../operations/context.ts'
import { type LimitRecord, readLimits } from './limit-record.ts'
import { type CountingBy, lasts, nextStepOf, stepDays } from './recount.ts'

/** What the clock says of a limit: it ends soon, it was missed, and who is told next. */
export const clockSteps = ['warned', 'missed', 'toHead', 'toOffice'] as const
/** Of what lasts (公示期) one thing is said: that it is over. */
export type ClockStepName = (typeof clockSteps)[number] | 'over'

/** The matter of a limit, as far as it is told. */
export interface MatterOfLimit {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly type: string
  readonly version: number
  readonly unitId: string
  readonly unitName: string
  readonly handlerAccount: string | null
  readonly applicantAccount: string | null
  readonly phoneCipher: Uint8Array | null
  readonly emailCipher: Uint8Array | null
  readonly demonstration: boolean
}

export interface DueStep {
  readonly limit: LimitRecord
  readonly matter: MatterOfLimit
  /** undefined: nothing is due after all, only the next day was wrong */
  readonly step: ClockStepName | undefined
  /** steps that were due before and are not told any more, as after a day without a clock */
  readonly skipped: number
  /** the limit as it is afterwards */
  readonly after: LimitRecord
}

/**
 * At most so many limits of which a step is due, held until the transaction ends. Those that somebody else holds at this
 * moment are passed over, and so are those for which the clock has an act of its own to do (`clock-acts.ts`).
 */
export async function takeDue(context: CommandContext, limit: number): Promise<readonly LimitRecord[]> {
  const { tx, jurisdiction, today } = context
  const { rows } = await sql<{ id: string }>`
    select id from matter_limit
    where jurisdiction = ${jurisdiction} and next_step_on <= ${today}::date
      and (on_missed is null or due_on >= ${today}::date)
    order by next_step_on, id limit ${limit} for update skip locked`.execute(tx)
  if (rows.length === 0) return []
  return readLimits(context, sql`l.id = any(${rows.map(({ id }) => id)}::text[])`)
}

/** How far each limit is: of several steps that are due only the furthest is told. */
export async function stepsOf(
  context: CommandContext,
  limits: readonly LimitRecord[],
  by: CountingBy,
): Promise<readonly DueStep[]> {
  const matters = await readMatters(context, limits)
  return limits.flatMap((limit) => {
    const matter = matters.get(limit.matterId)
    if (matter === undefined) return []
    const days = stepDays(limit, by)
    const reached = days.findLastIndex((day) => day !== null && day <= by.today) + 1
    const isNew = reached > limit.step
    const after = { ...limit, step: isNew ? reached : limit.step }
    const step = isNew ? (lasts(limit, by.rules) ? 'over' : clockSteps[reached - 1]) : undefined
    const skipped = days.slice(limit.step, Math.max(limit.step, reached - 1)).filter((day) => day !== null).length
    return [{ limit, matter, step, skipped, after: { ...after, nextStepOn: nextAfter(after, by) } }]
  })
}

/** A step that lies behind is not waited for again. */
function nextAfter(limit: LimitRecord, by: CountingBy): string | null {
  const next = nextStepOf(limit, by)
  return next !== null && next <= by.today ? null : next
}

async function readMatters(
  { tx, jurisdiction }: CommandContext,
  limits: readonly LimitRecord[],
): Promise<ReadonlyMap<string, MatterOfLimit>> {
  const ids = [...new Set(limits.map(({ matterId }) => matterId))]
  const { rows } = await sql<MatterOfLimit>`
    select m.id, m.number, m.title, m.matter_type as type, m.version, m.unit_id as "unitId", p.name as "unitName",
      m.handler_account as "handlerAccount", m.applicant_account as "applicantAccount",
      m.phone_cipher as "phoneCipher", m.email_cipher as "emailCipher", m.demonstration
    from matter m join party p on p.jurisdiction = ${jurisdiction} and p.id = m.unit_id
    where m.jurisdiction = ${jurisdiction} and m.id = any(${ids}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Keeps how far the limits are. */
export async function keepSteps({ tx, jurisdiction }: CommandContext, steps: readonly DueStep[]): Promise<void> {
  const changes = steps.map(({ after }) => ({ id: after.id, step: after.step, next: after.nextStepOn }))
  await sql`
    update matter_limit l set step = given.step, next_step_on = given.next
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as given (id text, step integer, next date)
    where l.jurisdiction = ${jurisdiction} and l.id = given.id`.execute(tx)
}
