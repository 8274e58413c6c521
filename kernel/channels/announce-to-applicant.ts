import type { MatterState } from '../matters/effects.types.ts'
import { ownerOfValues } from '../matters/form/sealed-values.ts'
import { announce } from '../outbox/announce.ts'
import { type QueueingContext, queueMessage } from './queue-message.ts'

/** What whoever applied is told; without anything that is personal, since it waits in clear. */
export interface ApplicantNews {
  /** `matter.accepted` */
  readonly kind: string
  readonly title: string
  readonly body: string
  /** a key makes a second one of the same kind impossible */
  readonly key?: string
}

/** The ways on which it went out; empty where no way leads to them: they see it when they ask for their matter. */
export type WaysTold = readonly ('in-app' | 'sms' | 'mail')[]

/**
 * Tells whoever applied: who has an account in the platform, everybody else by telephone message and mail to what the
 * matter holds. Who invented a demonstration is not reached: its numbers may be somebody's.
 */
export async function announceToApplicant(
  context: QueueingContext,
  matter: Pick<MatterState, 'id' | 'number' | 'applicantAccount' | 'phoneCipher' | 'emailCipher' | 'demonstration'>,
  { kind, title, body, key }: ApplicantNews,
): Promise<WaysTold> {
  const { jurisdiction, secrets } = context
  const subject = { kind: 'matter', id: matter.id }
  if (matter.applicantAccount !== null) {
    await announce(context, {
      to: { accountIds: [matter.applicantAccount] },
      ...{ kind, title, body, path: `/own-matters/${matter.id}`, subject, demonstration: matter.demonstration },
      ...(key === undefined ? {} : { key: `${key}:applicant` }),
    })
    return ['in-app']
  }
  if (matter.demonstration) return []
  const owner = ownerOfValues(jurisdiction, matter.id)
  const ways: ('sms' | 'mail')[] = []
  for (const [channel, cipher] of [
    ['sms', matter.phoneCipher],
    ['mail', matter.emailCipher],
  ] as const) {
    if (cipher === null) continue
    const order = { channel, to: secrets.open(cipher, owner), title, body, subject }
    if ((await queueMessage(context, order)) !== undefined) ways.push(channel)
  }
  return ways
}
