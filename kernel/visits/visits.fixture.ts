import type { CommandContext } from '../operations/context.ts'
import type { SmsGateway, TextMessage } from './sms-gateway.ts'

/** A gateway that keeps what it was given, for tests. */
export function keptMessages(isReady = true): SmsGateway & { readonly messages: TextMessage[] } {
  const messages: TextMessage[] = []
  return {
    messages,
    isReady: () => isReady,
    send: async (_: CommandContext, message) => {
      messages.push(message)
    },
  }
}
