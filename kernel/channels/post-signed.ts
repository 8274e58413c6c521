import { lookup } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'
import { signedHeaders } from './signature.ts'

export interface SignedPost {
  readonly url: string
  readonly secret: string
  readonly id: string
  readonly body: string
  readonly at: Date
  readonly signal: AbortSignal
  /** false: a name that leads to a machine behind the platform is refused when it is resolved */
  readonly mayBePrivate: boolean
}

/**
 * Posts a signed body and says the status. A redirect is not followed: it would carry what we send to an address that
 * nobody allowed. The answer is not read: only its status means something.
 */
export function postSigned({ url, secret, id, body, at, signal, mayBePrivate }: SignedPost): Promise<number> {
  const target = new URL(url)
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Qiangxian',
    ...signedHeaders(secret, { id, body, at }),
  }
  return new Promise((resolve, reject) => {
    // No kept connection: the address is looked at anew each time.
    const options = { method: 'POST', headers, signal, agent: false, ...(mayBePrivate ? {} : { lookup: publicOnly }) }
    const sending = send(target, options, (answer: IncomingMessage) => {
      resolve(answer.statusCode ?? 0)
      answer.destroy()
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

/** Resolves a name, and refuses it when any of its addresses is not public: which of them is used is not ours to say. */
const publicOnly: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return answer(error, '', 0)
    const inside = addresses.find(({ address }) => !isPublicAddress(address))
    const [first] = addresses
    if (inside !== undefined || first === undefined) {
      return answer(new Error(`${hostname} leads to ${inside?.address ?? 'nowhere'}, which is not public`), '', 0)
    }
    if (options.all === true) return answer(null, addresses)
    return answer(null, first.address, first.family)
  })
}
