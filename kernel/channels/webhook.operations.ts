import { sql } from 'kysely'
import Type from 'typebox'
import { newId } from '../ids/new-id.ts'
import { hintJob } from '../jobs/job-hints.ts'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand, defineQuery } from '../operations/operation.ts'
import { WantedKinds, WebhookId, WebhookMade, WebhookRow } from './channel.schemas.ts'
import { webhookErrors } from './channel-errors.ts'
import { ownerOfMessage, ownerOfWebhook, sendMessagesJobId } from './queue-message.ts'
import { newWebhookSecret } from './signature.ts'
import { webhookBody } from './webhook-channel.ts'

const Label = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const Url = Type.String({ minLength: 8, maxLength: 1_000 })

export const listWebhooks = defineQuery({
  id: 'webhook.list',
  label: { zh: '推送地址', en: 'Webhooks' },
  about: { zh: '列出推送地址，以及各自是否收得到。', en: 'The webhooks, and whether each of them answers.' },
  permission: 'delivery.manage',
  route: { method: 'GET', path: '/webhooks' },
  cli: 'webhook list',
  input: Type.Object({}),
  output: Type.Object({ webhooks: Type.Array(WebhookRow) }),
  run: async ({ tx, jurisdiction }) => {
    const { rows } = await sql<Omit<WebhookRow, 'createdAt' | 'lastOkAt' | 'lastFailureAt'> & Instants>`
      select w.id, w.label, w.url, w.kinds, w.is_active as "isActive", w.created_at as "createdAt",
        w.by_label as "byLabel", w.last_ok_at as "lastOkAt", w.last_failure as "lastFailure",
        w.last_failure_at as "lastFailureAt", coalesce(c.waiting, 0) as waiting, coalesce(c.given_up, 0) as "givenUp"
      from webhook w left join (
        select webhook_id, count(*) filter (where status = 'waiting')::integer as waiting,
          count(*) filter (where status = 'givenUp')::integer as given_up
        from message where jurisdiction = ${jurisdiction} and webhook_id is not null group by webhook_id
      ) c on c.webhook_id = w.id
      where w.jurisdiction = ${jurisdiction} order by w.created_at, w.id`.execute(tx)
    return {
      webhooks: rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        lastOkAt: row.lastOkAt?.toISOString() ?? null,
        lastFailureAt: row.lastFailureAt?.toISOString() ?? null,
      })),
    }
  },
})

interface Instants {
  readonly createdAt: Date
  readonly lastOkAt: Date | null
  readonly lastFailureAt: Date | null
}

export const createWebhook = defineCommand({
  id: 'webhook.create',
  label: { zh: '新增推送地址', en: 'Add a webhook' },
  about: {
    zh: '把某些类别的通知推送到一个网址，带签名（Standard Webhooks）。签名密钥只在这时显示一次。',
    en: 'Sends announcements of some kinds to an address, signed as Standard Webhooks are. The secret is shown this once.',
  },
  permission: 'delivery.manage',
  route: { method: 'POST', path: '/webhooks' },
  cli: 'webhook create',
  input: Type.Object({ label: Label, url: Url, kinds: WantedKinds }),
  output: WebhookMade,
  run: async (context, { label, url, kinds }) => {
    const { tx, jurisdiction, now, secrets, outside, actor } = context
    outside.webhooks.checkAddress(url)
    const id = newId(now)
    const secret = newWebhookSecret()
    await tx
      .insertInto('webhook')
      .values({
        ...{ jurisdiction, id, label, url, kinds, is_active: true, created_at: now, by_label: actor.label },
        secret_cipher: secrets.seal(secret, ownerOfWebhook(jurisdiction, id)),
      })
      .execute()
    await context.record({ subject: { kind: 'webhook', id }, before: null, after: { label, url, kinds } })
    return { id, secret }
  },
})

export const changeWebhook = defineCommand({
  id: 'webhook.change',
  label: { zh: '修改推送地址', en: 'Change a webhook' },
  about: {
    zh: '改名称、类别，停用或重新启用。停用后，等着推送的不再发出。',
    en: 'Changes name and kinds, turns it off or on again. What waits for one that is off is given up.',
  },
  permission: 'delivery.manage',
  route: { method: 'PATCH', path: '/webhooks/:webhookId' },
  cli: 'webhook change',
  input: Type.Object({
    webhookId: WebhookId,
    label: Type.Optional(Label),
    kinds: Type.Optional(WantedKinds),
    isActive: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({ id: WebhookId }),
  run: async (context, { webhookId, label, kinds, isActive }) => {
    const { tx, jurisdiction } = context
    const before = await getWebhook(context, webhookId)
    const after = { label: label ?? before.label, kinds: kinds ?? before.kinds, isActive: isActive ?? before.is_active }
    await tx
      .updateTable('webhook')
      .set({ label: after.label, kinds: after.kinds, is_active: after.isActive })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', webhookId)
      .execute()
    const was = { label: before.label, kinds: before.kinds, isActive: before.is_active }
    await context.record({ subject: { kind: 'webhook', id: webhookId }, before: was, after })
    return { id: webhookId }
  },
})

export const deleteWebhook = defineCommand({
  id: 'webhook.delete',
  label: { zh: '删除推送地址', en: 'Remove a webhook' },
  about: {
    zh: '删除推送地址和它的推送记录。只想暂停的，请停用。',
    en: 'Removes a webhook and the record of what was sent to it. To pause it, turn it off.',
  },
  permission: 'delivery.manage',
  route: { method: 'DELETE', path: '/webhooks/:webhookId' },
  cli: 'webhook delete',
  input: Type.Object({ webhookId: WebhookId }),
  output: Type.Object({ messages: Type.Integer({ description: 'how many went with it' }) }),
  run: async (context, { webhookId }) => {
    const { tx, jurisdiction } = context
    const { label, url, kinds } = await getWebhook(context, webhookId)
    const { numDeletedRows } = await tx
      .deleteFrom('message')
      .where('jurisdiction', '=', jurisdiction)
      .where('webhook_id', '=', webhookId)
      .executeTakeFirst()
    await tx.deleteFrom('webhook').where('jurisdiction', '=', jurisdiction).where('id', '=', webhookId).execute()
    const messages = Number(numDeletedRows)
    await context.record({ subject: { kind: 'webhook', id: webhookId }, before: { label, url, kinds }, after: null })
    return { messages }
  },
})

export const tryWebhook = defineCommand({
  id: 'webhook.try',
  label: { zh: '试推一次', en: 'Try a webhook' },
  about: {
    zh: '向推送地址发一条试验消息；结果在消息列表里看。',
    en: 'Sends one message to a webhook as a trial; the list of messages says what became of it.',
  },
  permission: 'delivery.manage',
  route: { method: 'POST', path: '/webhooks/:webhookId/trial' },
  cli: 'webhook try',
  input: Type.Object({ webhookId: WebhookId }),
  output: Type.Object({ messageId: Type.String() }),
  run: async (context, { webhookId }) => {
    const { tx, jurisdiction, now, secrets } = context
    const { label, url } = await getWebhook(context, webhookId)
    const id = newId(now)
    const news = {
      ...{ kind: 'webhook.trial', announcedAt: now, title: '试推', body: '这是一条试验消息。', path: '/webhooks' },
      ...{ subject: { kind: 'webhook', id: webhookId }, demonstration: false },
    }
    await tx
      .insertInto('message')
      .values({
        ...{ jurisdiction, id, channel: 'webhook', title: news.kind, body: webhookBody(news), webhook_id: webhookId },
        ...{ to_cipher: secrets.seal(url, ownerOfMessage(jurisdiction, id)), to_masked: label, status: 'waiting' },
        ...{ subject_kind: 'webhook', subject_id: webhookId, created_at: now, next_at: now },
      })
      .execute()
    await context.record({ subject: { kind: 'webhook', id: webhookId }, before: null, after: { trial: id } })
    context.afterCommit(() => hintJob(jurisdiction, sendMessagesJobId))
    return { messageId: id }
  },
})

/** @throws webhook.unknown */
async function getWebhook({ tx, jurisdiction }: CommandContext, id: string) {
  const row = await tx
    .selectFrom('webhook')
    .select(['label', 'url', 'kinds', 'is_active'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw webhookErrors.unknown({})
  return row
}
