import { availableParallelism } from 'node:os'
import { hashPassword, passwordFits } from '@qiangxian/kernel/accounts/password'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { OpenPlatform } from '@qiangxian/server/open-platform'
import { benchPlatform } from './bench-platform.ts'
import { type BenchResult, milliseconds, result } from './measure.ts'
import { startProgram } from './start-process.ts'

const people = 500
const warmUp = 20
const firstPassword = 'shouci-mima-2026'

/**
 * The morning on which everybody gets an account: 500 people sign in for the first time at the same moment, from one
 * address, and change their password. Each costs three Argon2id computations: two proofs of the first password and the
 * hash of the new one.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const { platform, close } = await benchPlatform()
  const { url } = platform.database
  const server = await startProgram(
    'scripts/start.mjs',
    ['--port', '0', '--database-url', url, '--log-level', 'error'],
    /http:\/\/127\.0\.0\.1:(\d+)/,
  )
  const base = `http://127.0.0.1:${server.match[1]}`
  try {
    const logins = await insertPeople(platform, people * 2 + warmUp)
    await Promise.all(logins.splice(0, warmUp).map((login) => firstSignIn(base, login)))
    const before = await residentMegabytes(base)
    const first = await morning(base, logins.splice(0, people))
    const second = await morning(base, logins)
    return [
      result({
        name: `first sign-ins: ${people} people at once`,
        unit: 's',
        ours: first.seconds,
        baseline: await hashingAlone(people * 3),
        n: 1,
        note: `sign-in and change of password over HTTP, from one address; baseline: the ${people * 3} Argon2id computations alone, as many at once as there are cores (${availableParallelism()})`,
      }),
      result({
        name: 'first sign-ins: most memory of the server',
        unit: 'MB',
        ours: first.mostMegabytes,
        baseline: before,
        n: first.samples,
        note: `resident, every half second; baseline: the same server after ${warmUp} sign-ins`,
      }),
      result({
        name: `first sign-ins: most memory with another ${people}`,
        unit: 'MB',
        ours: second.mostMegabytes,
        baseline: first.mostMegabytes,
        n: second.samples,
        note: `resident, every half second; baseline: the first ${people}`,
      }),
    ]
  } finally {
    await server.stop()
    await close()
  }
}

/** Everybody at once; how long until the last one is through, and the most memory that the server held meanwhile. */
async function morning(base: string, logins: readonly string[]) {
  const megabytes: number[] = []
  const sampling = setInterval(() => void residentMegabytes(base).then((now) => megabytes.push(now)), 500)
  const time = await milliseconds(() => Promise.all(logins.map((login) => firstSignIn(base, login))))
  clearInterval(sampling)
  megabytes.push(await residentMegabytes(base))
  return { seconds: time / 1_000, mostMegabytes: Math.max(...megabytes), samples: megabytes.length }
}

/** Accounts as an administrator makes them; they share one hash, which takes as long to verify as any other. */
async function insertPeople({ database, county, now }: OpenPlatform, count: number): Promise<string[]> {
  const { jurisdiction } = county
  const at = now()
  const hash = await hashPassword(firstPassword)
  const logins = Array.from({ length: count }, (_, index) => `xinren${index}`)
  await database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    const accounts = logins.map((login) => ({
      jurisdiction,
      id: newId(at),
      login,
      display_name: `${login}（演示）`,
      password_hash: hash,
      must_change_password: true,
      created_at: at,
    }))
    await tx.insertInto('account').values(accounts).execute()
    const roles = accounts.map(({ id }) => ({
      jurisdiction,
      account_id: id,
      role: 'leader',
      party_id: null,
      ordinal: 0,
    }))
    await tx.insertInto('account_role').values(roles).execute()
  })
  return logins
}

async function firstSignIn(base: string, login: string): Promise<void> {
  const signedIn = await send(base, 'POST', '/session', { login, password: firstPassword })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await send(base, 'PUT', '/account/password', { current: firstPassword, next: `zijide-mima-${login}` }, cookie)
}

async function send(base: string, method: string, path: string, body: object, cookie = ''): Promise<Response> {
  const response = await fetch(`${base}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  if (response.status !== 200)
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
  await response.arrayBuffer()
  return response
}

async function residentMegabytes(base: string): Promise<number> {
  const metrics = await (await fetch(`${base}/metrics`)).text()
  const bytes = /^qx_process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]
  if (bytes === undefined) throw new Error('the metrics do not say how much memory the server holds')
  return Number(bytes) / 1024 / 1024
}

/** Seconds for so many computations, measured on a tenth of them. */
async function hashingAlone(count: number): Promise<number> {
  const hash = await hashPassword(firstPassword)
  const tenth = Array.from({ length: count / 10 }, () => passwordFits(hash, firstPassword))
  return ((await milliseconds(() => Promise.all(tenth))) * 10) / 1_000
}
