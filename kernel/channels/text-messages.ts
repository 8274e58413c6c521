import type { SmsGateway } from '../visits/sms-gateway.ts'
import { queueMessage } from './queue-message.ts'

/** Text messages as the doors of the platform ask for them; they wait in the queue of messages. */
export const textMessages: SmsGateway = {
  isReady: ({ outside }) => outside.sms !== undefined,
  send: async (context, { phone, ...message }) => {
    await queueMessage(context, { channel: 'sms', to: phone, ...message })
  },
}
