import { setTimeout } from 'node:timers/promises'
import { matterClockJobId } from '@qiangxian/kernel/matters/limits/matter-clock.job'
import type { OpenPlatform } from '@qiangxian/server/open-platform'
import { benchPlatform } from './bench-platform.ts'
import { fillMatters } from './fill-matters.ts'
import { type BenchResult, milliseconds, result } from './measure.ts'
import { type Person, p95, signIn } from './person.ts'
import { startProgram } from './start-process.ts'

/**
 * The clock of limits over a hundred thousand that are due at once, beside four people who read queues: how long it
 * takes, and how much slower their pages are meanwhile.
 *
 * QX_BENCH_LIMITS takes fewer.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const limits = Number(process.env['QX_BENCH_LIMITS'] ?? 100_000)
  const { platform, close } = await benchPlatform({ reports: false })
  try {
    await fillMatters(platform, limits)
    const server = await startProgram(
      'scripts/start.mjs',
      ['--port', '0', '--database-url', platform.database.url, '--log-level', 'error', '--without-records'],
      /http:\/\/127\.0\.0\.1:(\d+)/,
    )
    try {
      const url = `http://127.0.0.1:${server.match[1]}`
      const people = [await signIn(url, 'chengban'), await signIn(url, 'chengban2'), await signIn(url, 'shijian-fuze')]
      const office = await signIn(url, 'bangongshi')
      const readers = [...people, office]
      await readFor(readers, () => Promise.resolve(false), 3_000)
      const calm = await readFor(readers, () => Promise.resolve(false), calmFor)
      await makeDue(platform, limits)
      const begun = performance.now()
      await office.post(`/jobs/${matterClockJobId}/run`, {})
      let seconds = Number.NaN
      const isDone = async () => {
        if ((await leftOf(platform)) > 0) return false
        seconds = (performance.now() - begun) / 1_000
        return true
      }
      const busy = await readFor(readers, isDone, 600_000)
      return [
        result({
          ...{ name: 'clock of limits, all due at once', unit: 's', ours: seconds, baseline: 60, n: limits },
          note: 'from the start of the job until no limit is due; baseline: a minute',
        }),
        result({
          ...{ name: 'queue pages while the clock runs', unit: 'ms', ours: p95(busy), baseline: p95(calm) },
          ...{
            n: busy.length,
            note: `p95, 4 readers who think half a second; limit 1.2; baseline: without the clock (n=${calm.length})`,
          },
        }),
      ]
    } finally {
      await server.stop()
    }
  } finally {
    await close()
  }
}

const calmFor = 20_000
const thinkFor = 500
const pages = [
  '/matters?view=unit&limit=50',
  '/matters/counts',
  '/matters?view=all&limit=50',
  '/matters?view=overdue&limit=50',
]

/** Each reads a page, thinks, and reads the next, until something is so, or so long. */
async function readFor(
  readers: readonly Person[],
  isDone: () => Promise<boolean>,
  most: number,
): Promise<readonly number[]> {
  const times: number[] = []
  const until = performance.now() + most
  let stopped = false
  const read = async (person: Person, first: number) => {
    for (let turn = first; !stopped; turn += 1) {
      times.push(await milliseconds(() => person.get(pages[turn % pages.length] ?? '')))
      await setTimeout(thinkFor)
    }
  }
  const watch = async () => {
    while (performance.now() < until && !(await isDone())) await setTimeout(200)
    stopped = true
  }
  await Promise.all([watch(), ...readers.map(read)])
  return times
}

/** One limit of each matter is over since yesterday, and nobody was told of anything. */
async function makeDue(platform: OpenPlatform, limits: number): Promise<void> {
  await platform.database.asOwner(async (client) => {
    const { rowCount } = await client.query(
      `update matter_limit set status = 'running', step = 0, next_step_on = current_date - 3, due_on = current_date - 1,
         raw_due = current_date - 1, ended_on = null where jurisdiction = $1`,
      [platform.county.jurisdiction],
    )
    if (rowCount !== limits) throw new Error(`${rowCount} limits were made due, and not ${limits}`)
    await client.query('vacuum (analyze) matter_limit')
  })
}

async function leftOf(platform: OpenPlatform): Promise<number> {
  return platform.database.asOwner(async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from matter_limit where jurisdiction = $1 and next_step_on < current_date`,
      [platform.county.jurisdiction],
    )
    return rows[0]?.n ?? 0
  })
}
