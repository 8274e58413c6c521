import { daysBetween } from '@qiangxian/kernel/clock/civil-date'
import type { CommandContext, QueryContext } from '@qiangxian/kernel/operations/context'
import { sql } from 'kysely'

/** What the clock remembers: the last day that it worked through, and a jump that waits for a person. */
export interface ClockState {
  readonly lastOn: string
  readonly lastAt: Date
  readonly heldFrom: string | null
  readonly heldTo: string | null
  /** the day up to which a person said that the days are right */
  readonly confirmedOn: string | null
}

/** undefined: it never worked through a day */
export async function readClock({ tx, jurisdiction }: QueryContext): Promise<ClockState | undefined> {
  const { rows } = await sql<ClockState>`
    select ${columns} from clock_state where jurisdiction = ${jurisdiction}`.execute(tx)
  return rows[0]
}

/** The same, held until the end of the transaction: two clocks work one after the other. */
export async function lockClock({ tx, jurisdiction }: CommandContext): Promise<ClockState | undefined> {
  const { rows } = await sql<ClockState>`
    select ${columns} from clock_state where jurisdiction = ${jurisdiction} for update`.execute(tx)
  return rows[0]
}

const columns = sql.raw(`last_on as "lastOn", last_at as "lastAt", held_from as "heldFrom", held_to as "heldTo",
  confirmed_on as "confirmedOn"`)

export interface Jump {
  readonly from: string
  readonly to: string
}

/**
 * Whether today may be right: the day does not lie before the last one, and not more than so many days after it, or
 * somebody confirmed it. Undefined: go on.
 */
export function jumpOf(state: ClockState | undefined, today: string, longestGapDays: number): Jump | undefined {
  if (state === undefined) return undefined
  const { lastOn, confirmedOn } = state
  if (today < lastOn) return { from: lastOn, to: today }
  const from = confirmedOn !== null && confirmedOn > lastOn && confirmedOn <= today ? confirmedOn : lastOn
  return daysBetween(from, today) > longestGapDays ? { from: lastOn, to: today } : undefined
}

export async function holdClock({ tx, jurisdiction, now }: CommandContext, jump: Jump): Promise<void> {
  await tx
    .updateTable('clock_state')
    .set({ held_from: jump.from, held_to: jump.to, held_at: now })
    .where('jurisdiction', '=', jurisdiction)
    .execute()
}

/** Today is worked through. */
export async function finishDay({ tx, jurisdiction, today, now }: CommandContext): Promise<void> {
  const free = { held_from: null, held_to: null, held_at: null, confirmed_on: null }
  await tx
    .insertInto('clock_state')
    .values({ jurisdiction, last_on: today, last_at: now, ...free })
    .onConflict((conflict) => conflict.columns(['jurisdiction']).doUpdateSet({ last_on: today, last_at: now, ...free }))
    .execute()
}

/**
 * A person said that today is right. After a gap the days before it are worked through; after a day that lay too far
 * ahead, the clock goes on from today.
 */
export async function confirmDay({ tx, jurisdiction, today }: CommandContext, state: ClockState): Promise<void> {
  const free = { held_from: null, held_to: null, held_at: null }
  await tx
    .updateTable('clock_state')
    .set(today < state.lastOn ? { ...free, last_on: today, confirmed_on: null } : { ...free, confirmed_on: today })
    .where('jurisdiction', '=', jurisdiction)
    .execute()
}
