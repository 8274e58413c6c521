/** What is brought to an address outside of the platform. */
export interface OutgoingMessage {
  /** the same at every attempt, so that a receiver can tell a repetition */
  readonly id: string
  readonly title: string
  readonly body: string
  /** 1 at the first attempt */
  readonly attempt: number
}

/** Brings messages to addresses of one kind, or throws when it could not; then it is tried again. */
export interface MessageGateway {
  send(to: string, message: OutgoingMessage, hand: GatewayHand): Promise<void>
}

export interface GatewayHand {
  readonly now: Date
  /** aborted when the time for it is over */
  readonly signal: AbortSignal
}

/** A gateway that will never take this message: another attempt is of no use. */
export class RefusedForGood extends Error {}

/** Posts to a receiver, signed with the secret that only the two of us know. */
export interface WebhookSender {
  readonly mayBePrivate: boolean
  /** @throws webhook.addressRefused for an address that no webhook may have */
  checkAddress(url: string): void
  post(
    webhook: { readonly url: string; readonly secret: string },
    message: OutgoingMessage,
    hand: GatewayHand,
  ): Promise<void>
}
