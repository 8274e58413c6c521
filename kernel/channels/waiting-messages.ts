import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { later } from '../outbox/deliveries.ts'
import { secondsAfter } from './retries.ts'

export interface WaitingMessage {
  readonly id: string
  readonly channel: 'sms' | 'mail' | 'webhook'
  readonly toCipher: Uint8Array
  readonly title: string
  readonly body: string
  readonly secretCipher: Uint8Array | null
  readonly webhookId: string | null
  readonly webhookSecret: Uint8Array | null
  readonly isActive: boolean | null
  readonly attempts: number
  readonly expiresAt: Date | null
}

/**
 * Takes messages that are due, oldest first, and counts the attempt. Until the lease is over nobody else takes them; a
 * program that dies with them in hand leaves them to the next attempt.
 *
 * @param perLane of one gateway or webhook not more than these, so that thousands for one do not hold back the others
 */
export async function takeWaiting(
  tx: Transaction,
  jurisdiction: string,
  { now, leaseSeconds, perLane }: { readonly now: Date; readonly leaseSeconds: number; readonly perLane: number },
): Promise<readonly WaitingMessage[]> {
  const { rows } = await sql<WaitingMessage>`
    with due as materialized (
      select one.id from (values ('sms'), ('mail')) gateway (channel) cross join lateral (
        select m.id from message m
        where m.jurisdiction = ${jurisdiction} and m.status = 'waiting' and m.next_at <= ${now}
          and m.channel = gateway.channel
        order by m.next_at, m.id limit ${perLane} for update skip locked) one
      union all
      select one.id from webhook w cross join lateral (
        select m.id from message m
        where m.jurisdiction = ${jurisdiction} and m.status = 'waiting' and m.next_at <= ${now}
          and m.webhook_id = w.id
        order by m.next_at, m.id limit ${perLane} for update skip locked) one
      where w.jurisdiction = ${jurisdiction}
    ), taken as (
      update message set attempts = attempts + 1, next_at = ${later(now, leaseSeconds)}
      where jurisdiction = ${jurisdiction} and id = any(array(select id from due))
      returning id, channel, to_cipher, title, body, secret_cipher, webhook_id, attempts, expires_at, created_at
    )
    select t.id, t.channel, t.to_cipher as "toCipher", t.title, t.body, t.secret_cipher as "secretCipher",
      t.webhook_id as "webhookId", w.secret_cipher as "webhookSecret", w.is_active as "isActive", t.attempts,
      t.expires_at as "expiresAt"
    from taken t left join webhook w on w.jurisdiction = ${jurisdiction} and w.id = t.webhook_id
    order by t.created_at, t.id`.execute(tx)
  return rows
}

type Kept = Pick<WaitingMessage, 'id' | 'webhookId' | 'attempts'>

export async function markSent(
  tx: Transaction,
  jurisdiction: string,
  { id, webhookId }: Kept,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('message')
    .set({ status: 'sent', sent_at: now, next_at: null, trouble: null, secret_cipher: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute()
  if (webhookId === null) return
  await tx
    .updateTable('webhook')
    .set({ last_ok_at: now })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', webhookId)
    .execute()
}

/**
 * It is tried again later, or given up: at the end of the pauses, or at once where nothing can become of it.
 *
 * @returns whether it was given up
 */
export async function markFailed(
  tx: Transaction,
  jurisdiction: string,
  { id, webhookId, attempts }: Kept,
  { reason, isFinal, now }: { readonly reason: string; readonly isFinal: boolean; readonly now: Date },
): Promise<boolean> {
  const pause = isFinal ? undefined : secondsAfter(attempts)
  const trouble = reason.slice(0, 500)
  await tx
    .updateTable('message')
    .set(
      pause === undefined
        ? { status: 'givenUp', next_at: null, trouble, secret_cipher: null }
        : { next_at: later(now, pause), trouble },
    )
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute()
  if (webhookId === null) return pause === undefined
  await tx
    .updateTable('webhook')
    .set({ last_failure: trouble, last_failure_at: now })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', webhookId)
    .execute()
  return pause === undefined
}

/** What was taken and not tried is given back: a receiver that is down is not asked for each of a thousand. */
export async function giveBack(
  tx: Transaction,
  jurisdiction: string,
  untried: readonly string[],
  until: Date,
): Promise<void> {
  await sql`
    update message set attempts = attempts - 1, next_at = ${until}
    where jurisdiction = ${jurisdiction} and id = any(${[...untried]})`.execute(tx)
}
