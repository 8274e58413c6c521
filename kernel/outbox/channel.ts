import type { Platform, Request } from '../operations/execute.ts'
import type { Announcement } from './announcement.ts'
import type { Recipient } from './recipients.ts'

/**
 * A way by which announcements reach people: the notices inside the platform, later mail, SMS, government messaging.
 *
 * The dispatcher keeps each channel's deliveries for itself: a channel that is down is tried again later and holds
 * back no other, and what it took is not handed to it again. A channel may be handed a delivery twice only when the
 * program died, or the time ran out, between taking it and writing that down; `id` is the same then.
 */
export interface Channel {
  /** stable: deliveries are kept under it */
  readonly id: string
  /** true: it reaches no accounts, so that it is handed also what is told to nobody */
  readonly reachesMachines?: true
  /** Delivers, or throws when it could not: then it is tried again, later each time. */
  deliver(delivery: Delivery, hand: Hand): Promise<void>
  /**
   * Delivers many in one act, or throws and has delivered none; they are then handed over one by one. Only for
   * channels to which many cost little more than one.
   */
  deliverAll?(deliveries: readonly Delivery[], hand: Hand): Promise<void>
}

/** One announcement on its way through one channel. */
export interface Delivery extends Pick<Announcement, 'kind' | 'title' | 'body' | 'path' | 'subject'> {
  /** of the announcement in the outbox */
  readonly id: string
  /** who is told, at least one; what reaches nobody is handed only to channels that reach machines */
  readonly recipients: readonly Recipient[]
  readonly announcedAt: Date
  /** 1 at the first attempt */
  readonly attempt: number
  readonly demonstration: boolean
}

/** What a channel is given to work with. */
export interface Hand {
  readonly platform: Platform
  /** for commands: the job's own */
  readonly request: Request
  /** aborted when the time for this delivery is over */
  readonly signal: AbortSignal
}
