import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Announcement } from './announcement.ts'
import type { Delivery } from './channel.ts'
import { recipientsOf } from './recipients.ts'

/**
 * Hands announcements that wait in the outbox to every channel; says how many.
 *
 * Which rows are taken is computed once, into an array: as a plain `in` the planner may run it again for each row, and
 * with `skip locked` find others every time.
 */
export async function spreadOutbox(
  tx: Transaction,
  jurisdiction: string,
  channels: readonly string[],
  now: Date,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update outbox set dispatched_at = ${now} where jurisdiction = ${jurisdiction} and id = any(array(
      select id from outbox where jurisdiction = ${jurisdiction} and dispatched_at is null
      order by created_at, id limit ${most} for update skip locked))
    returning id`.execute(tx)
  if (rows.length === 0) return 0
  await sql`
    insert into delivery (jurisdiction, outbox_id, channel, next_attempt_at)
    select ${jurisdiction}, id, channel, ${now}
    from unnest(${rows.map(({ id }) => id)}::text[]) id cross join unnest(${[...channels]}::text[]) channel
    on conflict do nothing`.execute(tx)
  return rows.length
}

/**
 * Takes deliveries of a channel that are due, oldest first, and counts the attempt. Until the lease is over nobody
 * else takes them; a program that dies with them in hand leaves them to the next attempt.
 */
export async function takeDue(
  tx: Transaction,
  jurisdiction: string,
  channel: string,
  { now, leaseSeconds, most }: { readonly now: Date; readonly leaseSeconds: number; readonly most: number },
): Promise<readonly Delivery[]> {
  const { rows } = await sql<{ outbox_id: string; attempts: number }>`
    update delivery set attempts = attempts + 1, next_attempt_at = ${later(now, leaseSeconds)}
    where jurisdiction = ${jurisdiction} and channel = ${channel} and outbox_id = any(array(
      select outbox_id from delivery
      where jurisdiction = ${jurisdiction} and channel = ${channel} and delivered_at is null and next_attempt_at <= ${now}
      order by next_attempt_at, outbox_id limit ${most} for update skip locked))
    returning outbox_id, attempts`.execute(tx)
  if (rows.length === 0) return []
  const attempts = new Map(rows.map((row) => [row.outbox_id, row.attempts]))
  const ids = [...attempts.keys()]
  const announced = await tx
    .selectFrom('outbox')
    .select(['id', 'topic', 'payload', 'demonstration', 'created_at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', ids)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const recipients = await recipientsOf(tx, jurisdiction, ids)
  return announced.map((row) => {
    // Written by announceAll and by nobody else.
    const { title, body, path, subject } = row.payload as unknown as Omit<Announcement, 'kind'>
    return {
      id: row.id,
      kind: row.topic,
      title,
      body,
      path,
      subject,
      recipients: recipients.get(row.id) ?? [],
      announcedAt: row.created_at,
      attempt: attempts.get(row.id) ?? 1,
      demonstration: row.demonstration,
    }
  })
}

export async function markDelivered(
  tx: Transaction,
  jurisdiction: string,
  channel: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ delivered_at: now, last_error: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('channel', '=', channel)
    .where('outbox_id', 'in', [...ids])
    .execute()
}

/** Ten seconds after the first failure, twice as long after each further one, and an hour at most; never given up. */
export function secondsUntilNextAttempt(attempt: number): number {
  return Math.min(10 * 2 ** (attempt - 1), 3_600)
}

export async function markFailed(
  tx: Transaction,
  jurisdiction: string,
  channel: string,
  { delivery, reason, now }: { readonly delivery: Delivery; readonly reason: string; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ next_attempt_at: later(now, secondsUntilNextAttempt(delivery.attempt)), last_error: reason.slice(0, 1_000) })
    .where('jurisdiction', '=', jurisdiction)
    .where('channel', '=', channel)
    .where('outbox_id', '=', delivery.id)
    .execute()
}

/** A channel that seems to be down rests: what was taken is given back untried, and all that is due waits. */
export async function restChannel(
  tx: Transaction,
  jurisdiction: string,
  channel: string,
  { untried, until, now }: { readonly untried: readonly string[]; readonly until: Date; readonly now: Date },
): Promise<void> {
  await sql`
    update delivery set next_attempt_at = ${until}, attempts = attempts - 1
    where jurisdiction = ${jurisdiction} and channel = ${channel} and outbox_id = any(${[...untried]})`.execute(tx)
  await sql`
    update delivery set next_attempt_at = ${until}
    where jurisdiction = ${jurisdiction} and channel = ${channel} and delivered_at is null
      and next_attempt_at <= ${now}`.execute(tx)
}

export function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000)
}
