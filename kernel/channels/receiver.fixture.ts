import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A receiver of webhooks or a gateway on this machine, which answers as a test wants it. */
export interface Receiver {
  readonly url: string
  readonly received: readonly Received[]
  /** a status for every request, or no answer at all */
  answer(how: number | 'never' | { readonly redirectTo: string }): void
  down(): Promise<void>
  up(): Promise<void>
}

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly path: string
  readonly status: number
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let how: Parameters<Receiver['answer']>[0] = 204
  let port = 0
  let server: Server | undefined
  const up = async () => {
    server = createServer(async (request, response) => {
      let body = ''
      for await (const piece of request) body += piece
      const status = how === 'never' ? 0 : typeof how === 'number' ? how : 302
      received.push({ headers: request.headers, body, path: request.url ?? '', status })
      if (how === 'never') return
      response.writeHead(status, typeof how === 'object' ? { location: how.redirectTo } : {})
      response.end('{}')
    })
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  }
  await up()
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answer: (next) => {
      how = next
    },
    up,
    down: async () => {
      server?.closeAllConnections()
      await new Promise((resolve) => server?.close(resolve))
    },
  }
}
