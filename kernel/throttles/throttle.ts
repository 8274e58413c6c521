import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'

/**
 * What is counted, and how much of it fits into a window of time. Counts are rows: a second program sees them, and a
 * restart forgets none. A window begins with what is counted first and is over as a whole.
 */
export interface Throttle {
  /** stable: `status.matter` */
  readonly id: string
  readonly most: number
  readonly minutes: number
}

/** A throttle for one address, matter or person. */
export interface Counted {
  readonly throttle: Throttle
  readonly of: string
}

interface Standing {
  readonly key: string
  readonly since: Date
  readonly count: number
  readonly amount: number
}

/**
 * Seconds until another one is taken; 0 where it is taken now. It reads one row of each and writes nothing.
 */
export async function secondsToWait(
  context: Pick<QueryContext, 'tx' | 'jurisdiction' | 'secrets' | 'now'>,
  counted: readonly Counted[],
): Promise<number> {
  const { now } = context
  const standing = await standingOf(context, counted)
  return Math.max(
    0,
    ...counted.map(({ throttle }, at) => {
      const { since, count } = standing[at] ?? { since: now, count: 0 }
      return count < throttle.most ? 0 : secondsLeft(since, throttle, now)
    }),
  )
}

/** What stands in the window that runs, and when it is over; zeros where none runs. In the order of what was asked. */
export async function countedSoFar(
  context: Pick<QueryContext, 'tx' | 'jurisdiction' | 'secrets' | 'now'>,
  counted: readonly Counted[],
): Promise<readonly { readonly count: number; readonly amount: number; readonly seconds: number }[]> {
  const standing = await standingOf(context, counted)
  return counted.map(({ throttle }, at) => {
    const row = standing[at]
    const seconds = row === undefined ? 0 : secondsLeft(row.since, throttle, context.now)
    return row === undefined || seconds === 0
      ? { count: 0, amount: 0, seconds: 0 }
      : { count: row.count, amount: row.amount, seconds }
  })
}

/**
 * Counts one more of each. The rows stay locked to the end of the transaction, so of two at once one counts after the
 * other; they are taken in one order, so that nobody waits for the other for ever.
 */
export async function countOne(
  context: Pick<QueryContext, 'tx' | 'jurisdiction' | 'secrets' | 'now'>,
  counted: readonly Counted[],
  amount = 0,
): Promise<void> {
  const { tx, jurisdiction, now } = context
  const keyed = counted.map((each) => ({ ...each, key: keyOf(context, each) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const { key, throttle } of keyed) {
    const over = new Date(now.getTime() - throttle.minutes * 60_000)
    await sql`
      insert into throttle (jurisdiction, key, since, count, amount) values (${jurisdiction}, ${key}, ${now}, 1, ${amount})
      on conflict (jurisdiction, key) do update set
        since = case when throttle.since <= ${over} then excluded.since else throttle.since end,
        count = case when throttle.since <= ${over} then excluded.count else throttle.count + excluded.count end,
        amount = case when throttle.since <= ${over} then excluded.amount else throttle.amount + excluded.amount end`.execute(
      tx,
    )
  }
}

/** Puts the amount of each right, where it turned out to be another than was counted. */
export async function settleAmount(
  context: Pick<QueryContext, 'tx' | 'jurisdiction' | 'secrets'>,
  counted: readonly Counted[],
  difference: number,
): Promise<void> {
  const { tx, jurisdiction } = context
  for (const key of counted.map((each) => keyOf(context, each)).sort()) {
    await sql`
      update throttle set amount = greatest(0, amount + ${difference})
      where jurisdiction = ${jurisdiction} and key = ${key}`.execute(tx)
  }
}

/** no window is longer than a day */
const keptHours = 48

/** @returns how many windows were forgotten */
export async function forgetThrottles(
  { tx, jurisdiction, now }: Pick<QueryContext, 'tx' | 'jurisdiction' | 'now'>,
  atATime: number,
): Promise<number> {
  const gone = await sql`
    delete from throttle where jurisdiction = ${jurisdiction} and key in (
      select key from throttle t where t.jurisdiction = ${jurisdiction}
        and t.since < ${new Date(now.getTime() - keptHours * 3_600_000)} order by t.since limit ${atATime})`.execute(tx)
  return Number(gone.numAffectedRows ?? 0n)
}

async function standingOf(
  context: Pick<QueryContext, 'tx' | 'jurisdiction' | 'secrets'>,
  counted: readonly Counted[],
): Promise<readonly (Standing | undefined)[]> {
  const { tx, jurisdiction } = context
  const keys = counted.map((each) => keyOf(context, each))
  if (keys.length === 0) return []
  const { rows } = await sql<Standing>`
    select key, since, count, amount from throttle where jurisdiction = ${jurisdiction} and key = any(${keys})`.execute(
    tx,
  )
  return keys.map((key) => rows.find((row) => row.key === key))
}

function keyOf(
  { secrets, jurisdiction }: Pick<QueryContext, 'secrets' | 'jurisdiction'>,
  { throttle, of }: Counted,
): string {
  return secrets.blind(`throttle ${throttle.id} ${of}`, jurisdiction)
}

function secondsLeft(since: Date, { minutes }: Throttle, now: Date): number {
  return Math.max(0, Math.ceil((since.getTime() + minutes * 60_000 - now.getTime()) / 1_000))
}
