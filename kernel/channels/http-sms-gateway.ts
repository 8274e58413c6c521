import { type MessageGateway, RefusedForGood } from './gateway.types.ts'
import { postSigned } from './post-signed.ts'

/**
 * Telephone and government messages 短信、政务消息 through a gateway that the county runs or rents: each is one signed post of
 * `{ id, to, text }`. Providers differ; what speaks to one of them is a small program behind this address.
 *
 * An answer of 400 to 499 says that this message will never be taken (a wrong number); 408 and 429 say later.
 */
export function httpSmsGateway({ url, secret }: { readonly url: string; readonly secret: string }): MessageGateway {
  return {
    send: async (to, { id, title, body }, { now, signal }) => {
      const text = title === '' ? body : `【${title}】${body}`
      // The gateway is the county's own and was configured by whoever runs the machine: it may stand beside it.
      const post = { url, secret, id, body: JSON.stringify({ id, to, text }), at: now, signal, mayBePrivate: true }
      const status = await postSigned(post)
      if (status >= 200 && status < 300) return
      const said = `the gateway answered ${status}`
      if (status >= 400 && status < 500 && status !== 408 && status !== 429) throw new RefusedForGood(said)
      throw new Error(said)
    },
  }
}
