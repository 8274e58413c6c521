import { Agent, request } from 'node:http'

/** Answers in a second that a server gives to a number of connections that each ask again as soon as they have one. */
export async function requestsPerSecond(
  url: string,
  options: { connections: number; seconds: number; headers?: Record<string, string> },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  const until = Date.now() + options.seconds * 1_000
  let answered = 0
  const ask = async () => {
    while (Date.now() < until) {
      await once(url, agent, options.headers ?? {})
      answered += 1
    }
  }
  const start = Date.now()
  await Promise.all(Array.from({ length: options.connections }, ask))
  agent.destroy()
  return answered / ((Date.now() - start) / 1_000)
}

function once(url: string, agent: Agent, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers }, (answer) => {
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${answer.statusCode}`)),
      )
      answer.resume()
    })
    asked.on('error', reject)
    asked.end()
  })
}
