import { isIP } from 'node:net'
import { webhookErrors } from './channel-errors.ts'
import type { WebhookSender } from './gateway.types.ts'
import { postSigned } from './post-signed.ts'
import { isPublicAddress } from './public-address.ts'

/**
 * Sends to webhooks. Addresses behind the platform are refused twice: when an administrator writes them down, and when
 * a name is resolved to send, since a name may lead elsewhere by then.
 */
export function webhookSender({ mayBePrivate }: { readonly mayBePrivate: boolean }): WebhookSender {
  return {
    mayBePrivate,
    checkAddress: (url) => {
      const why = whyNot(url, mayBePrivate)
      if (why !== undefined) throw webhookErrors.addressRefused({ url, why })
    },
    post: async ({ url, secret }, { id, body }, { now, signal }) => {
      const why = whyNot(url, mayBePrivate)
      if (why !== undefined) throw new Error(`the address is not allowed: ${why}`)
      const status = await postSigned({ url, secret, id, body, at: now, signal, mayBePrivate })
      if (status < 200 || status > 299) throw new Error(`the receiver answered ${status}`)
    },
  }
}

function whyNot(text: string, mayBePrivate: boolean): string | undefined {
  if (!URL.canParse(text)) return '不是网址 / not an address'
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return '不能带账号密码 / it holds a name or password'
  if (mayBePrivate) return protocol === 'https:' || protocol === 'http:' ? undefined : '应为 http(s) / not http(s)'
  if (protocol !== 'https:') return '应为 https / not https'
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublicAddress(host)) return '内网地址 / a private address'
  if (host === 'localhost' || host.endsWith('.localhost')) return '本机地址 / this machine'
  return undefined
}
