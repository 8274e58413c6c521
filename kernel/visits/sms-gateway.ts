import type { CommandContext, QueryContext } from '../operations/context.ts'

/** A text message to one number, written in the transaction of the command: it goes out when that is committed. */
export interface TextMessage {
  /** eleven digits, in clear; kept sealed */
  readonly phone: string
  readonly title: string
  /** `{secret}` stands for what is forgotten as soon as it was sent */
  readonly body: string
  readonly secret?: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** of no use to anybody after that */
  readonly expiresAt?: Date
}

/**
 * 短信网关: how text messages leave the platform. Which one a county has is nothing that visits need to know; the rows wait
 * in the table of messages until it took them.
 */
export interface SmsGateway {
  /** whether a gateway is set up, so that a message would arrive */
  isReady(context: Pick<QueryContext, 'outside'>): boolean
  send(context: CommandContext, message: TextMessage): Promise<void>
}
