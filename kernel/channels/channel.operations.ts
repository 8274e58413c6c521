import type { Operation } from '../operations/operation.ts'
import { listMessages, resendMessage } from './message.operations.ts'
import { changeWebhook, createWebhook, deleteWebhook, listWebhooks, tryWebhook } from './webhook.operations.ts'

/** What an administrator does with messages and webhooks. */
export const channelOperations: readonly Operation[] = [
  listWebhooks,
  createWebhook,
  changeWebhook,
  deleteWebhook,
  tryWebhook,
  listMessages,
  resendMessage,
]
