import Type, { type Static } from 'typebox'

const Instant = Type.String({ description: 'instant, ISO 8601' })
const Nullable = <Inner extends Type.TSchema>(inner: Inner) => Type.Union([inner, Type.Null()])

export const WebhookId = Type.String({ minLength: 1, maxLength: 64 })

/** kinds of announcements: `matter.rights-assistance.act.accept`, `matter.*`, `*` */
export const WantedKinds = Type.Array(
  Type.String({ pattern: '^(\\*|[A-Za-z0-9][A-Za-z0-9.-]*\\*?)$', maxLength: 120 }),
  {
    minItems: 1,
    maxItems: 50,
  },
)

export const WebhookRow = Type.Object({
  id: WebhookId,
  label: Type.String(),
  url: Type.String(),
  kinds: Type.Array(Type.String()),
  isActive: Type.Boolean(),
  createdAt: Instant,
  byLabel: Type.String(),
  lastOkAt: Nullable(Instant),
  lastFailure: Nullable(Type.String()),
  lastFailureAt: Nullable(Instant),
  waiting: Type.Integer({ description: 'messages that wait for it' }),
  givenUp: Type.Integer({ description: 'messages that were given up' }),
})
export type WebhookRow = Static<typeof WebhookRow>

/** Shown once: it is kept sealed, and nobody reads it again. */
export const WebhookMade = Type.Object({
  id: WebhookId,
  secret: Type.String({ description: 'whsec_…, by which the receiver verifies webhook-signature; shown this once' }),
})

export const MessageRow = Type.Object({
  id: Type.String(),
  channel: Type.Enum(['sms', 'mail', 'webhook']),
  to: Type.String({ description: 'masked address; of a webhook its name' }),
  title: Type.String(),
  body: Type.String({ description: 'what is secret stands as {secret}' }),
  subject: Type.Object({ kind: Type.String(), id: Type.String() }),
  webhookId: Nullable(WebhookId),
  status: Type.Enum(['waiting', 'sent', 'failed', 'givenUp']),
  attempts: Type.Integer(),
  nextAt: Nullable(Instant),
  createdAt: Instant,
  sentAt: Nullable(Instant),
  trouble: Nullable(Type.String()),
  demonstration: Type.Boolean(),
})
export type MessageRow = Static<typeof MessageRow>

/** Which ways are configured, so that a page can say why nothing arrives. */
export const ConfiguredChannels = Type.Object({
  mail: Type.Boolean(),
  sms: Type.Boolean(),
  privateWebhooks: Type.Boolean({ description: 'webhooks may lead into the private network' }),
})
