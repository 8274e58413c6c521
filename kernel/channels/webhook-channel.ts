import { hintJob } from '../jobs/job-hints.ts'
import type { Channel, Delivery, Hand } from '../outbox/channel.ts'
import { ownerOfMessage, sendMessagesJobId } from './queue-message.ts'

/**
 * Announcements to webhooks: each that wants the kind gets a message of its own, so that one that is down holds back no
 * other. It reaches machines and not people, so also what is told to nobody who has an account goes out.
 */
export const webhookChannel: Channel = {
  id: 'webhook',
  reachesMachines: true,
  deliver: (delivery, hand) => spread([delivery], hand),
  deliverAll: spread,
}

/** What is posted, in the shape of the Standard Webhooks specification. */
export function webhookBody({ kind, announcedAt, title, body, path, subject, demonstration }: WebhookNews): string {
  return JSON.stringify({
    type: kind,
    timestamp: announcedAt.toISOString(),
    data: { title, body, path, subject, demonstration },
  })
}

export type WebhookNews = Pick<
  Delivery,
  'kind' | 'announcedAt' | 'title' | 'body' | 'path' | 'subject' | 'demonstration'
>

async function spread(deliveries: readonly Delivery[], { platform }: Hand): Promise<void> {
  const { database, county, secrets } = platform
  const { jurisdiction } = county
  await database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    const webhooks = await tx
      .selectFrom('webhook')
      .select(['id', 'label', 'url', 'kinds'])
      .where('jurisdiction', '=', jurisdiction)
      .where('is_active', '=', true)
      .execute()
    const now = platform.now()
    const rows = deliveries.flatMap((delivery) =>
      webhooks
        .filter(({ kinds }) => wants(kinds, delivery.kind))
        .map((webhook) => {
          // Handed over twice it is the same message, and is written once.
          const id = `${delivery.id}.${webhook.id}`
          return {
            ...{ jurisdiction, id, channel: 'webhook', title: delivery.kind, body: webhookBody(delivery) },
            to_cipher: secrets.seal(webhook.url, ownerOfMessage(jurisdiction, id)),
            to_masked: webhook.label,
            ...{ subject_kind: delivery.subject.kind, subject_id: delivery.subject.id, webhook_id: webhook.id },
            ...{ status: 'waiting', created_at: delivery.announcedAt, next_at: now },
            demonstration: delivery.demonstration,
          }
        }),
    )
    if (rows.length === 0) return
    await tx
      .insertInto('message')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  hintJob(jurisdiction, sendMessagesJobId)
}

/** A star at the end stands for everything that begins so; alone it stands for all. */
export function wants(kinds: readonly string[], kind: string): boolean {
  return kinds.some((wanted) => (wanted.endsWith('*') ? kind.startsWith(wanted.slice(0, -1)) : wanted === kind))
}
