import { benchPlatform } from './bench-platform.ts'
import { type FilledRegister, fillRegister } from './fill-register.ts'
import { type BenchResult, median, result, sideBySide } from './measure.ts'
import { type Person, signIn, timesOf } from './person.ts'
import { startProgram } from './start-process.ts'

/**
 * The list page of a register of a million records, over HTTP: filtered, sorted and counted, sixteen readers at once.
 * Every reader asks for something else each time, so that nothing is answered from a count that was kept, unless many
 * ask the same, as people do with the page that everybody opens. QX_BENCH_RECORDS takes fewer records.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const { platform, close } = await benchPlatform({ reports: false })
  try {
    const filled = await fillRegister(platform, Number(process.env['QX_BENCH_RECORDS'] ?? 1_000_000))
    const server = await startProgram(
      'scripts/start.mjs',
      ['--port', '0', '--database-url', platform.database.url, '--log-level', 'error', '--without-records'],
      /http:\/\/127\.0\.0\.1:(\d+)/,
    )
    try {
      const url = `http://127.0.0.1:${server.match[1]}`
      const office = await signIn(url, 'bangongshi')
      const head = await signIn(url, 'keji-fuze')
      return [...(await measurePages(office, filled)), await measureRoles(office, head, filled)]
    } finally {
      await server.stop()
    }
  } finally {
    await close()
  }
}

type Page = (turn: number, filled: FilledRegister) => string

/** What people ask of such a list; each with another day, unit, word or holder at every turn. */
export const pages: Readonly<Record<string, Page>> = {
  'type and in force, latest grant first': (turn) =>
    list('-grantedOn', [
      { field: 'patentType', by: 'is', value: 'invention' },
      { field: 'in-force', by: 'condition', value: true },
      { field: 'grantedOn', by: 'within', value: [null, dayOf(2015, turn)] },
    ]),
  'one unit, latest filing first': (turn, { units }) =>
    `${list('-filedOn', [{ field: 'filedOn', by: 'within', value: [dayOf(2008, turn), null] }])}&unit=${units[turn % units.length]}`,
  'a year of one type, by name': (turn) =>
    list('label', [
      { field: 'patentType', by: 'is', value: 'design' },
      { field: 'grantedOn', by: 'within', value: [dayOf(2010, turn), dayOf(2011, turn)] },
    ]),
  'two words, latest grant first': (turn, { words }) =>
    `${list('-grantedOn', [])}&q=${encodeURIComponent(`${words[turn % words.length]} ${words[(turn * 7 + 3) % words.length]}`)}`,
  'one holder, latest grant first': (turn, { holders }) =>
    list('-grantedOn', [{ field: 'owners', by: 'holds', value: { id: holders[turn % holders.length] } }]),
  'everything, newest first': () => list('-id', []),
}

function list(sort: string, filters: readonly unknown[]): string {
  return `/registers/patent/records?limit=50&sort=${sort}&filters=${encodeURIComponent(JSON.stringify(filters))}`
}

function dayOf(year: number, turn: number): string {
  return new Date(Date.UTC(year, 0, 1 + ((turn * 37) % 900))).toISOString().slice(0, 10)
}

async function measurePages(office: Person, filled: FilledRegister): Promise<readonly BenchResult[]> {
  const note = `median at 16 at once; baseline: the limit; ${filled.rows} records`
  const results: BenchResult[] = []
  let turn = 0
  for (const [name, page] of Object.entries(pages)) {
    const ask = () => {
      turn += 1
      return office.get(page(turn, filled))
    }
    await timesOf(16, 4, ask)
    const times = await timesOf(160, 16, ask)
    results.push(
      result({ name: `list page: ${name}`, unit: 'ms', ours: median(times), baseline: 120, n: times.length, note }),
    )
  }
  const mixed = Object.values(pages)
  const mix = await timesOf(480, 16, () => {
    turn += 1
    return office.get(mixed[turn % mixed.length]?.(turn, filled) ?? '')
  })
  results.push(
    result({
      name: 'list page: all of these mixed',
      unit: 'ms',
      ours: median(mix),
      baseline: 120,
      n: mix.length,
      note,
    }),
  )
  return results
}

async function measureRoles(office: Person, head: Person, filled: FilledRegister): Promise<BenchResult> {
  const page = Object.values(pages)
  let [ours, baseline] = [0, 0]
  const ask = (person: Person, turn: number) => person.get(page[turn % page.length]?.(turn, filled) ?? '')
  const asHead = () => {
    ours += 1
    return ask(head, 50_000 + ours)
  }
  const asOffice = () => {
    baseline += 1
    // Other pages of the same kinds: a count that the first one asked for would be kept for the second.
    return ask(office, 90_002 + baseline)
  }
  await sideBySide(6, asHead, asOffice)
  const rounds = 90
  const times = await sideBySide(rounds, asHead, asOffice)
  return result({
    name: 'list page: unit head beside office',
    unit: 'ms',
    ...times,
    n: rounds,
    note: `median; limit 1.2; baseline: the same pages as office; ${filled.rows} records`,
  })
}
