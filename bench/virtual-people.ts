/** What happened to virtual people: how long each kind of step took, and what was refused. */
export interface Watched {
  readonly times: Map<string, number[]>
  /** answers that people meet and go on from: somebody else was first */
  refused: number
  /** everything else that was no success: a bench with one of them says nothing */
  readonly failures: string[]
}

/** A browser of one person: cookies, and the clock beside each step. */
export interface Browser {
  get(step: string, path: string): Promise<Answer>
  send(step: string, method: 'POST' | 'PATCH', path: string, body: unknown): Promise<Answer>
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many routes, read by the names of their fields
export type Answer = { readonly status: number; readonly body: any }

export function newWatch(): Watched {
  return { times: new Map(), refused: 0, failures: [] }
}

export function openBrowser(url: string, watch: Watched, measured: () => boolean): Browser {
  const cookies = new Map<string, string>()
  const ask = async (step: string, path: string, init: RequestInit): Promise<Answer> => {
    const headers = {
      'user-agent': 'bench',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const begun = performance.now()
    const answer = await fetch(`${url}/api${path}`, { ...init, headers })
    const text = await answer.text()
    const took = performance.now() - begun
    for (const each of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = each.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    if (measured()) watch.times.set(step, [...(watch.times.get(step) ?? []), took])
    if (answer.status === 409) watch.refused += 1
    else if (answer.status >= 400) watch.failures.push(`${step} ${path}: ${answer.status} ${text.slice(0, 200)}`)
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  return {
    get: (step, path) => ask(step, path, {}),
    send: (step, method, path, body) => ask(step, path, { method, body: JSON.stringify(body) }),
  }
}

/** Chance that is the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** People read and type: a few seconds, now and then a minute; the mean is what is asked for. */
export function thinking(meanSeconds: number, chance: () => number): Promise<void> {
  const seconds = Math.min(meanSeconds * 5, -Math.log(1 - chance()) * meanSeconds)
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
}
