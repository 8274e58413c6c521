import { benchPlatform } from './bench-platform.ts'
import { type FilledMatters, fillMatters } from './fill-matters.ts'
import { type BenchResult, median, result, sideBySide } from './measure.ts'
import { type Person, signIn, timesOf } from './person.ts'
import { startProgram } from './start-process.ts'

/**
 * Work queues over a million cases with ten million acts, over HTTP: filtered, ordered and counted, alone and sixteen at
 * once, and an officer beside the office. Each asks for something else at every turn.
 *
 * QX_BENCH_MATTERS takes fewer cases; QX_BENCH_DATABASE_URL an empty database of an installed server.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const databaseUrl = process.env['QX_BENCH_DATABASE_URL']
  const { platform, close } = await benchPlatform({
    reports: false,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  })
  try {
    const filled = await fillMatters(platform, Number(process.env['QX_BENCH_MATTERS'] ?? 1_000_000))
    const server = await startProgram(
      'scripts/start.mjs',
      ['--port', '0', '--database-url', platform.database.url, '--log-level', 'error', '--without-records'],
      /http:\/\/127\.0\.0\.1:(\d+)/,
    )
    try {
      const url = `http://127.0.0.1:${server.match[1]}`
      const officer = await signIn(url, 'chengban')
      const office = await signIn(url, 'bangongshi')
      return [
        ...(await measure(officer, filled, 'alone', 1, 40, 70)),
        ...(await measure(officer, filled, '16 at once', 16, 160, 120)),
        await measureRoles(officer, office, filled),
        await measureFigures(office, filled),
      ]
    } finally {
      await server.stop()
    }
  } finally {
    await close()
  }
}

type Page = (turn: number, filled: FilledMatters) => string

/** What officers ask of their queues; each with another type, light, word or day at every turn. */
const pages: Readonly<Record<string, Page>> = {
  'open of the unit, what is due first': (turn, { types }) => queue('unit', { type: types[turn % types.length] }),
  'mine, by light': (turn) => queue('mine', { light: ['red', 'yellow', 'green'][turn % 3] }),
  'untaken since a day': (turn) => queue('untaken', { submittedFrom: dayOf(turn) }),
  'ended of a type, latest first': (turn, { types }) => queue('ended', { type: types[turn % types.length] }),
  'all that is seen, two words': (turn, { words }) => queue('all', { text: words[turn % words.length] }),
  'all that is seen, latest first': () => queue('all', {}),
  'counts of the left column': () => '/matters/counts',
}

function queue(view: string, filters: Readonly<Record<string, string | undefined>>): string {
  const asked = new URLSearchParams({ view, limit: '50' })
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) asked.set(name, value)
  return `/matters?${asked}`
}

function dayOf(turn: number): string {
  return new Date(Date.UTC(2021, 0, 4 + ((turn * 37) % 1_800))).toISOString().slice(0, 10)
}

async function measure(
  officer: Person,
  filled: FilledMatters,
  how: string,
  atOnce: number,
  times: number,
  limit: number,
): Promise<readonly BenchResult[]> {
  const note = `median, ${how}; baseline: the limit; ${filled.matters} matters, ${filled.acts} acts`
  const results: BenchResult[] = []
  let turn = atOnce * 1_000
  for (const [name, page] of Object.entries(pages)) {
    const ask = () => {
      turn += 1
      return officer.get(page(turn, filled))
    }
    await timesOf(4, 2, ask)
    const measured = await timesOf(times, atOnce, ask)
    results.push(
      result({
        name: `queue, ${how}: ${name}`,
        ...{ unit: 'ms', ours: median(measured), baseline: limit, n: measured.length, note },
      }),
    )
  }
  return results
}

/** The same pages as officer and as office, turn by turn. */
async function measureRoles(officer: Person, office: Person, filled: FilledMatters): Promise<BenchResult> {
  const all = Object.values(pages)
  let [ours, baseline] = [50_000, 90_002]
  const ask = (person: Person, turn: number) => person.get(all[turn % all.length]?.(turn, filled) ?? '')
  const asOfficer = () => {
    ours += 1
    return ask(officer, ours)
  }
  const asOffice = () => {
    baseline += 1
    return ask(office, baseline)
  }
  await sideBySide(7, asOfficer, asOffice)
  const rounds = 84
  const times = await sideBySide(rounds, asOfficer, asOffice)
  return result({
    name: 'queue: case officer beside office',
    ...{ unit: 'ms', ...times, n: rounds },
    note: `median; limit 1.2; baseline: the same pages as office; ${filled.matters} matters`,
  })
}

async function measureFigures(office: Person, filled: FilledMatters): Promise<BenchResult> {
  const times = await timesOf(5, 1, () => office.get('/matter-statistics?by=type&from=2026-01-01&to=2026-11-25'))
  return result({
    name: 'statistics of a year by type',
    ...{ unit: 'ms', ours: median(times), baseline: 2_000, n: times.length },
    note: `median, alone; baseline: two seconds, a wish and no limit; ${filled.matters} matters`,
  })
}
