import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Platform } from '../operations/execute.ts'

/** What is kept, and for how long, in days. */
export const keptDays = {
  /** announcements that every channel took; their notices stay with their readers */
  outbox: 180,
  /** messages that went out, or were given up */
  message: 180,
} as const

/** rows of one statement: short enough that nobody waits for it */
const rowsAStep = 5_000

export interface Pruned {
  readonly deliveries: number
  readonly announcements: number
  readonly messages: number
}

/**
 * Forgets announcements and messages that are over for long. What still waits stays, however old; so does an
 * announcement whose notice somebody can still read, since the notice names it, and one with a key, which keeps the same
 * thing from being announced again.
 */
export async function pruneOutbox({ database, county, now }: Platform, signal: AbortSignal): Promise<Pruned> {
  const { jurisdiction } = county
  const before = (days: number) => new Date(now().getTime() - days * 86_400_000)
  const inSteps = async (step: () => Promise<number>) => {
    let [all, removed] = [0, rowsAStep]
    while (removed === rowsAStep && !signal.aborted) {
      removed = await step()
      all += removed
    }
    return all
  }
  const removing = (statement: (tx: Transaction) => Promise<{ readonly numAffectedRows?: bigint }>) =>
    inSteps(() =>
      database.inJurisdiction(jurisdiction, 'write', async (tx) => Number((await statement(tx)).numAffectedRows ?? 0)),
    )
  // What was handed over is known from the announcement itself; nobody hands it over again.
  const deliveries = await removing((tx) =>
    sql`
      delete from delivery d using (
        select outbox_id, channel from delivery where jurisdiction = ${jurisdiction}
          and delivered_at < ${before(keptDays.outbox)} limit ${rowsAStep}) old
      where d.jurisdiction = ${jurisdiction} and d.outbox_id = old.outbox_id and d.channel = old.channel`.execute(tx),
  )
  const announcements = await removing((tx) =>
    sql`
      delete from outbox where jurisdiction = ${jurisdiction} and id = any(array(
        select o.id from outbox o
        where o.jurisdiction = ${jurisdiction} and o.created_at < ${before(keptDays.outbox)} and o.key is null
          and o.dispatched_at is not null
          and not exists (select from delivery d where d.jurisdiction = ${jurisdiction} and d.outbox_id = o.id)
          and not exists (select from notice n where n.jurisdiction = ${jurisdiction} and n.outbox_id = o.id)
        limit ${rowsAStep}))`.execute(tx),
  )
  const messages = await removing((tx) =>
    sql`
      delete from message where jurisdiction = ${jurisdiction} and id = any(array(
        select id from message where jurisdiction = ${jurisdiction} and status <> 'waiting'
          and created_at < ${before(keptDays.message)} limit ${rowsAStep}))`.execute(tx),
  )
  return { deliveries, announcements, messages }
}
