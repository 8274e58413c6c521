import { type SqlBool, sql } from 'kysely'
import Type from 'typebox'
import { hintJob } from '../jobs/job-hints.ts'
import { defineCommand, defineQuery } from '../operations/operation.ts'
import { ConfiguredChannels, MessageRow, WebhookId } from './channel.schemas.ts'
import { messageErrors } from './channel-errors.ts'
import { sendMessagesJobId } from './queue-message.ts'

const MessageId = Type.String({ minLength: 1, maxLength: 140 })

export const listMessages = defineQuery({
  id: 'message.list',
  label: { zh: '短信、邮件和推送', en: 'Messages' },
  about: {
    zh: '按时间倒序列出发出、待发和放弃的短信、邮件、推送；地址只显示部分。',
    en: 'Messages that went out, wait or were given up, newest first; addresses are masked.',
  },
  permission: 'delivery.manage',
  route: { method: 'GET', path: '/messages' },
  cli: 'message list',
  input: Type.Object({
    channel: Type.Optional(Type.Enum(['sms', 'mail', 'webhook'])),
    status: Type.Optional(Type.Enum(['waiting', 'sent', 'failed', 'givenUp'])),
    webhookId: Type.Optional(WebhookId),
    before: Type.Optional(Type.String({ maxLength: 140, description: 'id of a message: those that are older' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  output: Type.Object({
    messages: Type.Array(MessageRow),
    next: Type.Union([Type.String(), Type.Null()]),
    configured: ConfiguredChannels,
  }),
  run: async ({ tx, jurisdiction, outside }, { channel, status, webhookId, before, limit = 50 }) => {
    let query = tx.selectFrom('message').selectAll().where('jurisdiction', '=', jurisdiction)
    if (channel !== undefined) query = query.where('channel', '=', channel)
    if (status !== undefined) query = query.where('status', '=', status)
    if (webhookId !== undefined) query = query.where('webhook_id', '=', webhookId)
    if (before !== undefined) {
      query = query.where(sql<SqlBool>`(created_at, id) < (select m.created_at, m.id from message m
        where m.jurisdiction = ${jurisdiction} and m.id = ${before})`)
    }
    const rows = await query
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const shown = rows.slice(0, limit)
    return {
      messages: shown.map((row) => ({
        id: row.id,
        // Checked by the table itself.
        channel: row.channel as MessageRow['channel'],
        ...{ to: row.to_masked, title: row.title, body: row.body, webhookId: row.webhook_id },
        subject: { kind: row.subject_kind, id: row.subject_id },
        status: row.status as MessageRow['status'],
        ...{ attempts: row.attempts, trouble: row.trouble, demonstration: row.demonstration },
        nextAt: row.status === 'waiting' ? (row.next_at?.toISOString() ?? null) : null,
        createdAt: row.created_at.toISOString(),
        sentAt: row.sent_at?.toISOString() ?? null,
      })),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      configured: {
        mail: outside.mail !== undefined,
        sms: outside.sms !== undefined,
        privateWebhooks: outside.webhooks.mayBePrivate,
      },
    }
  },
})

export const resendMessage = defineCommand({
  id: 'message.resend',
  label: { zh: '重发', en: 'Send again' },
  about: {
    zh: '把已经放弃的短信、邮件、推送再发；含验证码的不能重发。',
    en: 'Sends again what was given up; what held a code cannot be sent again.',
  },
  permission: 'delivery.manage',
  route: { method: 'POST', path: '/messages/:messageId/resending' },
  cli: 'message resend',
  input: Type.Object({ messageId: MessageId }),
  output: Type.Object({ id: Type.String() }),
  run: async (context, { messageId }) => {
    const { tx, jurisdiction, now } = context
    const row = await tx
      .selectFrom('message')
      .select(['status', 'expires_at', 'body'])
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', messageId)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) throw messageErrors.unknown({})
    const isOver = row.body.includes('{secret}') || (row.expires_at !== null && row.expires_at <= now)
    if (row.status !== 'givenUp' || isOver) throw messageErrors.notGivenUp({})
    await tx
      .updateTable('message')
      .set({ status: 'waiting', attempts: 0, next_at: now })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', messageId)
      .execute()
    const subject = { kind: 'message', id: messageId }
    await context.record({ subject, before: { status: row.status }, after: { status: 'waiting' } })
    context.afterCommit(() => hintJob(jurisdiction, sendMessagesJobId))
    return { id: messageId }
  },
})
