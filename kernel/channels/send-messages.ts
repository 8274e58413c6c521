import type { Transaction } from '../database/database.ts'
import type { Platform } from '../operations/execute.ts'
import { later } from '../outbox/deliveries.ts'
import { type GatewayHand, type OutgoingMessage, RefusedForGood } from './gateway.types.ts'
import { ownerOfMessage, ownerOfWebhook } from './queue-message.ts'
import { giveBack, markFailed, markSent, takeWaiting, type WaitingMessage } from './waiting-messages.ts'

export interface SendLimits {
  /** an attempt that takes longer has failed */
  readonly seconds: number
  /** so many failures in a row at one gateway or webhook, and it rests */
  readonly failuresInARow: number
  readonly restSeconds: number
  /** of one gateway or webhook, messages in one go; with `seconds` they fit into the lease */
  readonly perLane: number
}

const usualLimits: SendLimits = { seconds: 20, failuresInARow: 3, restSeconds: 60, perLane: 20 }
const leaseSeconds = 10 * 60

export interface SendCounts {
  readonly sent: number
  readonly failed: number
  readonly givenUp: number
  /** what the first failure said */
  readonly error?: string
}

/**
 * Sends what waits for mail, telephone messages and webhooks, until nothing is due. Gateways and webhooks work beside
 * each other; at one of them, one message after the other.
 */
export async function sendMessages(
  platform: Platform,
  signal: AbortSignal,
  limits: SendLimits = usualLimits,
): Promise<SendCounts> {
  const counts = { sent: 0, failed: 0, givenUp: 0 }
  let error: string | undefined
  while (!signal.aborted) {
    const taken = await writing(platform, (tx, jurisdiction) =>
      takeWaiting(tx, jurisdiction, { now: platform.now(), leaseSeconds, perLane: limits.perLane }),
    )
    if (taken.length === 0) break
    const outcomes = await Promise.all(
      [...lanesOf(taken).values()].map((lane) => sendLane(platform, lane, limits, signal)),
    )
    for (const outcome of outcomes.flat()) {
      counts[outcome.kind] += 1
      if (outcome.kind !== 'sent') error ??= outcome.reason
    }
  }
  return error === undefined ? counts : { ...counts, error }
}

type Outcome = { readonly kind: 'sent' } | { readonly kind: 'failed' | 'givenUp'; readonly reason: string }

function lanesOf(messages: readonly WaitingMessage[]): ReadonlyMap<string, readonly WaitingMessage[]> {
  const lanes = new Map<string, WaitingMessage[]>()
  for (const message of messages) {
    const name = message.webhookId ?? message.channel
    const lane = lanes.get(name)
    if (lane === undefined) lanes.set(name, [message])
    else lane.push(message)
  }
  return lanes
}

async function sendLane(
  platform: Platform,
  lane: readonly WaitingMessage[],
  limits: SendLimits,
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  let failures = 0
  for (const [index, message] of lane.entries()) {
    if (signal.aborted || failures >= limits.failuresInARow) {
      const untried = lane.slice(index).map(({ id }) => id)
      const until = later(platform.now(), signal.aborted ? 0 : limits.restSeconds)
      await writing(platform, (tx, jurisdiction) => giveBack(tx, jurisdiction, untried, until))
      break
    }
    const outcome = await sendOne(platform, message, limits)
    failures = outcome.kind === 'failed' ? failures + 1 : 0
    outcomes.push(outcome)
  }
  return outcomes
}

async function sendOne(platform: Platform, message: WaitingMessage, { seconds }: SendLimits): Promise<Outcome> {
  const uselessBecause = whyUseless(message, platform.now())
  if (uselessBecause !== undefined) return keepFailure(platform, message, uselessBecause, true)
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(new Error(`no answer within ${seconds} seconds`)), seconds * 1_000)
  try {
    await handOver(platform, message, { now: platform.now(), signal: abort.signal })
  } catch (error) {
    // Of an aborted request Node says only that it was aborted.
    const cause = abort.signal.aborted ? abort.signal.reason : error
    const reason = cause instanceof Error ? cause.message : String(cause)
    return await keepFailure(platform, message, reason, error instanceof RefusedForGood)
  } finally {
    clearTimeout(timer)
  }
  await writing(platform, (tx, jurisdiction) => markSent(tx, jurisdiction, message, platform.now()))
  return { kind: 'sent' }
}

function whyUseless({ expiresAt, isActive }: WaitingMessage, now: Date): string | undefined {
  if (expiresAt !== null && expiresAt <= now) return '已过有效期 / of no use any more'
  return isActive === false ? '推送已停用 / the webhook was turned off' : undefined
}

async function keepFailure(
  platform: Platform,
  message: WaitingMessage,
  reason: string,
  isFinal: boolean,
): Promise<Outcome> {
  return writing(platform, async (tx, jurisdiction) => {
    const isOver = await markFailed(tx, jurisdiction, message, { reason, isFinal, now: platform.now() })
    return { kind: isOver ? 'givenUp' : 'failed', reason }
  })
}

async function handOver(platform: Platform, message: WaitingMessage, hand: GatewayHand): Promise<void> {
  const { county, secrets, outside } = platform
  const owner = ownerOfMessage(county.jurisdiction, message.id)
  const to = secrets.open(message.toCipher, owner)
  const secret = message.secretCipher === null ? '' : secrets.open(message.secretCipher, owner)
  const { id, title, channel } = message
  const out: OutgoingMessage = {
    id,
    title,
    body: message.body.replace('{secret}', () => secret),
    attempt: message.attempts,
  }
  if (channel === 'webhook') {
    if (message.webhookId === null || message.webhookSecret === null) throw new RefusedForGood('the webhook is gone')
    const key = secrets.open(message.webhookSecret, ownerOfWebhook(county.jurisdiction, message.webhookId))
    return outside.webhooks.post({ url: to, secret: key }, { ...out, body: message.body }, hand)
  }
  const gateway = outside[channel]
  // Configured when it was queued and not any more: it waits until the operator is done.
  if (gateway === undefined) throw new Error(`no gateway for ${channel} is configured`)
  return gateway.send(to, out, hand)
}

function writing<Result>(
  { database, county }: Platform,
  work: (tx: Transaction, jurisdiction: string) => Promise<Result>,
): Promise<Result> {
  return database.inJurisdiction(county.jurisdiction, 'write', (tx) => work(tx, county.jurisdiction))
}
