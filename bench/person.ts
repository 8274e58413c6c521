import { milliseconds } from './measure.ts'

/** Somebody who is signed in at a running server. */
export interface Person {
  get(path: string): Promise<unknown>
  post(path: string, body: unknown): Promise<unknown>
}

export async function signIn(url: string, login: string): Promise<Person> {
  const headers = { 'content-type': 'application/json', 'user-agent': 'bench' }
  const body = JSON.stringify({ login, password: `yanshi-${login}-2026` })
  const session = await fetch(`${url}/api/session`, { method: 'POST', headers, body })
  if (session.status !== 200) throw new Error(`${login} could not sign in: ${await session.text()}`)
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const ask = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${url}/api${path}`, { ...init, headers: { ...headers, cookie } })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json() as Promise<unknown>
  }
  return {
    get: (path) => ask(path, {}),
    post: (path, given) => ask(path, { method: 'POST', body: JSON.stringify(given) }),
  }
}

/** How long each of so many pieces of work takes, `atOnce` of them at a time, in milliseconds. */
export async function timesOf(count: number, atOnce: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  let begun = 0
  const one = async () => {
    while (begun < count) {
      begun += 1
      times.push(await milliseconds(work))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return times
}

/** The 95th percentile: one in twenty takes longer. */
export function p95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN
}
