import { execute } from '../operations/execute.ts'
import type { Channel, Delivery } from '../outbox/channel.ts'
import { deliverNotices } from './deliver-notices.command.ts'

/** The channel inside the platform (站内消息): a notice for each account that is told. */
export const inAppChannel: Channel = {
  id: 'in-app',
  deliver: async (delivery, { platform, request }) => {
    await execute(platform, deliverNotices, request, { announcements: [announcedNotice(delivery)] })
  },
  deliverAll: async (deliveries, { platform, request }) => {
    await execute(platform, deliverNotices, request, { announcements: deliveries.map(announcedNotice) })
  },
}

function announcedNotice(delivery: Delivery) {
  const { id, kind, title, body, path, subject, demonstration, announcedAt, recipients } = delivery
  const accountIds = recipients.map(({ accountId }) => accountId)
  return {
    outboxId: id,
    accountIds,
    kind,
    title,
    body,
    path,
    subject,
    demonstration,
    announcedAt: announcedAt.toISOString(),
  }
}
