import { createTransport } from 'nodemailer'
import { type MessageGateway, RefusedForGood } from './gateway.types.ts'

/**
 * Mail 电子邮件 through the county's own server (SMTP). Plain text only: nothing in it can be anything else.
 *
 * @param settings.url `smtp://user:password@host:587` or `smtps://…`
 * @param settings.from the sender, `强县平台 <no-reply@example.org>`
 */
export function mailGateway({ url, from }: { readonly url: string; readonly from: string }): MessageGateway {
  const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  // Nothing in a message may name a file or an address to be fetched.
  const transport = createTransport({ url, ...waits, disableFileAccess: true, disableUrlAccess: true })
  return {
    send: async (to, { id, title, body }, { signal }) => {
      const domain = /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'localhost'
      const mail = { from, to: { name: '', address: to }, subject: title, text: body, messageId: `<${id}@${domain}>` }
      try {
        await untilAborted(signal, transport.sendMail(mail))
      } catch (error) {
        if (isRefusal(error)) throw new RefusedForGood(error.message)
        throw error
      }
    },
  }
}

/** 5xx: the server will answer the same another time (RFC 5321 §4.2.1); 4xx and everything else may pass. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('responseCode' in error)) return false
  const { code, responseCode } = error as { code?: unknown; responseCode: unknown }
  // A password that is refused is the operator's trouble, not the message's.
  return code !== 'EAUTH' && typeof responseCode === 'number' && responseCode >= 500
}

function untilAborted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([work, aborted])
}
