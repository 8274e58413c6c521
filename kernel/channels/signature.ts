import { createHmac, randomBytes } from 'node:crypto'

/**
 * The signature of what is sent to a webhook or to a gateway, by the Standard Webhooks scheme: HMAC-SHA-256 over
 * `id.timestamp.body`. Libraries for every language verify it; by the id a receiver tells a repetition, by the time it
 * refuses what somebody recorded and sends again.
 */
export function signedHeaders(
  secret: string,
  { id, body, at }: { readonly id: string; readonly body: string; readonly at: Date },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature(secret, `${id}.${timestamp}.${body}`)}`,
  }
}

/** @example signature('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_1.1614265330.{}') */
export function signature(secret: string, signed: string): string {
  return createHmac('sha256', keyOf(secret)).update(signed).digest('base64')
}

const prefix = 'whsec_'

/** 32 random bytes, as receivers are given them: once, and never shown again. */
export function newWebhookSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`
}

function keyOf(secret: string): Buffer {
  return secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), 'base64') : Buffer.from(secret)
}
