import { get, patch, post, remove } from './client.ts'
import { queryClient, read, seg } from './queries.ts'
import type * as Api from './types.gen.ts'

/** What went out to people and programs outside, and where it goes. */
export const webhooksQuery = read<{ webhooks: readonly Api.WebhookRow[] }>('/webhooks', 'deliveries', 'webhooks')

export interface MessagePage {
  readonly messages: readonly Api.MessageRow[]
  readonly next: string | null
  readonly configured: Api.ConfiguredChannels
}

export interface MessageFilters {
  readonly channel?: string | undefined
  readonly status?: string | undefined
}

export function messagePage(filters: MessageFilters, before: string | null, signal: AbortSignal): Promise<MessagePage> {
  const query = new URLSearchParams({ limit: '50' })
  for (const [name, value] of Object.entries({ ...filters, before }))
    if (value !== undefined && value !== null) query.set(name, value)
  return get(`/messages?${query}`, signal)
}

export function resendMessage(id: string): Promise<unknown> {
  return post(`/messages/${seg(id)}/resending`)
}

export function createWebhook(body: {
  readonly label: string
  readonly url: string
  readonly kinds: readonly string[]
}): Promise<Api.WebhookMade> {
  return post('/webhooks', body)
}

export function changeWebhook(
  id: string,
  body: { readonly label?: string; readonly kinds?: readonly string[]; readonly isActive?: boolean },
): Promise<unknown> {
  return patch(`/webhooks/${seg(id)}`, body)
}

export function deleteWebhook(id: string): Promise<unknown> {
  return remove(`/webhooks/${seg(id)}`)
}

export function tryWebhook(id: string): Promise<unknown> {
  return post(`/webhooks/${seg(id)}/trial`)
}

export async function refreshDeliveries(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['deliveries'] })
}
