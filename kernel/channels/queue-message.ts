import { newId } from '../ids/new-id.ts'
import { hintJob } from '../jobs/job-hints.ts'
import type { CommandContext } from '../operations/context.ts'
import { mask } from '../personal-data/mask.ts'

export interface MessageOrder {
  readonly channel: 'sms' | 'mail'
  /** telephone number or mail address, in clear; kept sealed */
  readonly to: string
  /** 短信签名 or subject line; may be empty */
  readonly title: string
  /** may hold {secret} */
  readonly body: string
  /** stands for {secret} when it goes out, and is forgotten then: a code is never kept in clear */
  readonly secret?: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** of no use to anybody after that: it is given up */
  readonly expiresAt?: Date
}

export type QueueingContext = Pick<
  CommandContext,
  'tx' | 'jurisdiction' | 'now' | 'secrets' | 'outside' | 'afterCommit'
>

/** the job that sends what waits; named here, so that whoever queues need not know the job */
export const sendMessagesJobId = 'message.send'

/**
 * Puts a message into the queue, in the transaction of what it tells about. It goes out when that is committed, and is
 * tried again for more than a day.
 *
 * @returns the id, or undefined where no gateway of this channel is configured: then nothing waits, and who calls may
 *   tell it another way
 */
export async function queueMessage(context: QueueingContext, order: MessageOrder): Promise<string | undefined> {
  const { tx, jurisdiction, now, secrets, outside } = context
  if (outside[order.channel] === undefined) return undefined
  const id = newId(now)
  const owner = ownerOfMessage(jurisdiction, id)
  await tx
    .insertInto('message')
    .values({
      ...{
        jurisdiction,
        id,
        channel: order.channel,
        title: order.title,
        body: order.body,
        created_at: now,
        next_at: now,
      },
      to_cipher: secrets.seal(order.to, owner),
      to_masked: mask(order.to, order.channel === 'sms' ? 'phone' : 'email'),
      secret_cipher: order.secret === undefined ? null : secrets.seal(order.secret, owner),
      ...{ subject_kind: order.subject.kind, subject_id: order.subject.id, status: 'waiting' },
      expires_at: order.expiresAt ?? null,
    })
    .execute()
  context.afterCommit(() => hintJob(jurisdiction, sendMessagesJobId))
  return id
}

export function ownerOfMessage(jurisdiction: string, messageId: string): string {
  return `${jurisdiction}/message/${messageId}`
}

/** The secret of a webhook belongs to it. */
export function ownerOfWebhook(jurisdiction: string, webhookId: string): string {
  return `${jurisdiction}/webhook/${webhookId}`
}
