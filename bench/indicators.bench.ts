import { isMissing } from '@qiangxian/engines/formula/outcome'
import { seriesDays } from '@qiangxian/kernel/indicators/days-shown'
import { getCountedLeaf, readLineage } from '@qiangxian/kernel/indicators/lineage'
import { refreshValues } from '@qiangxian/kernel/indicators/operations/refresh-values.command'
import { indicatorValues } from '@qiangxian/kernel/indicators/values'
import { formulaOf, readWorkings } from '@qiangxian/kernel/indicators/workings'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { execute, type Request } from '@qiangxian/kernel/operations/execute'
import { runSql } from '@qiangxian/kernel/registers/run-sql'
import { indicators } from '@qiangxian/server/declarations'
import type { OpenPlatform } from '@qiangxian/server/open-platform'
import { benchPlatform } from './bench-platform.ts'
import { benchCounty, fillCounties } from './indicator-counties.ts'
import { figuresByHand } from './indicators-by-hand.ts'
import { type BenchResult, median, milliseconds, result, sideBySide } from './measure.ts'

/** five million rights in a hundred counties, unless the environment asks for fewer */
const rights = Number(process.env['QX_BENCH_RIGHTS'] ?? 5_000_000)
const rightsEach = 50_000
const limit = { county: 1_000, counties: 60_000, lineage: 200, change: 2_000 }
const all = indicators.all.map(({ id }) => id)
const byHand = ['patent.granted', 'patent.inventions-in-force', 'patent.high-value-in-force']

/**
 * Computing all indicators of all units at the ends of 36 months: of the demonstration county, and of many counties; three
 * figures against SQL written by hand for the same answer; a changed record; the first page of records.
 *
 * A limit of the plan stands as the baseline where there is no other program to compare with.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const { platform, close } = await benchPlatform()
  try {
    return [...(await ofOneCounty(platform)), ...(await ofManyCounties(platform))]
  } finally {
    await close()
  }
}

async function ofOneCounty(platform: OpenPlatform): Promise<readonly BenchResult[]> {
  const own = platform.county.jurisdiction
  await computeAll(platform, own)
  const times: number[] = []
  let figures = 0
  for (let round = 0; round < 5; round += 1) {
    times.push(
      await milliseconds(async () => {
        figures = await computeAll(platform, own)
      }),
    )
  }
  await sameAnswer(platform, own)
  const three = await sideBySide(
    9,
    () => computeThree(platform, own),
    () => threeByHand(platform, own),
  )
  await execute(platform, refreshValues(indicators), system, {})
  const change = await milliseconds(() => changeAndRefresh(platform))
  return [
    result({
      name: 'all indicators, units and 36 months of one county',
      unit: 'ms',
      ours: median(times),
      baseline: limit.county,
      n: times.length,
      note: `${all.length} indicators, ${figures} figures; the limit is the baseline`,
    }),
    result({
      name: 'three figures of all units and 36 months, against SQL by hand',
      unit: 'ms',
      ...three,
      n: 9,
      note: 'the same figures, compared before; limit 1.3',
    }),
    result({
      name: 'from a changed record to its indicators',
      unit: 'ms',
      ours: change,
      baseline: limit.change,
      n: 1,
      note: 'one record, every indicator that rests on its register; the limit is the baseline',
    }),
  ]
}

async function ofManyCounties(platform: OpenPlatform): Promise<readonly BenchResult[]> {
  const counties = Math.max(1, Math.round(rights / rightsEach))
  const codes = await inCounty(platform, platform.county.jurisdiction, (context) => codesOf(context))
  await fillCounties(platform.database, counties, rightsEach, codes)
  // Two at a time, as the machine has two cores.
  const next = Array.from({ length: counties }, (_, at) => benchCounty(at + 1))
  let waiting = [...next]
  const worker = async () => {
    for (let county = waiting.shift(); county !== undefined; county = waiting.shift())
      await computeAll(platform, county)
  }
  const total = await milliseconds(() => Promise.all([worker(), worker()]))
  waiting = []
  const some = next.slice(0, 5)
  const three = await sideBySide(
    3,
    async () => {
      for (const county of some) await computeThree(platform, county)
    },
    async () => {
      for (const county of some) await threeByHand(platform, county)
    },
  )
  const pages: number[] = []
  for (const county of some) {
    for (const id of byHand) {
      for (const kind of ['counting', 'nearly'] as const)
        pages.push(await milliseconds(() => firstPage(platform, county, id, kind)))
    }
  }
  const size = `${(counties * rightsEach).toLocaleString('en')} rights in ${counties} counties`
  return [
    result({
      name: `all indicators, units and 36 months, ${size}`,
      unit: 'ms',
      ours: total,
      baseline: (limit.counties * counties) / 100,
      n: 1,
      note: 'two connections at a time; the limit for as many counties is the baseline',
    }),
    result({
      name: `three figures of five counties among ${size}, against SQL by hand`,
      unit: 'ms',
      ...three,
      n: 3,
      note: 'limit 1.3',
    }),
    result({
      name: `first page of the records behind a figure, ${size}`,
      unit: 'ms',
      ours: median(pages),
      baseline: limit.lineage,
      n: pages.length,
      note: `counting and nearly counting, slowest ${Math.round(Math.max(...pages))} ms; the limit is the baseline`,
    }),
  ]
}

function inCounty<Result>(
  platform: OpenPlatform,
  jurisdiction: string,
  work: (context: QueryContext) => Promise<Result>,
): Promise<Result> {
  return platform.database.inJurisdiction(jurisdiction, 'read', (tx) =>
    work({
      tx,
      jurisdiction,
      actor: system.actor,
      county: platform.county,
      secrets: platform.secrets,
      outside: platform.outside,
      today: '2026-11-25',
      now: platform.now(),
      requestId: 'bench',
      language: 'zh',
    }),
  )
}

const system: Request = {
  actor: {
    accountId: undefined,
    sessionId: undefined,
    label: '基准',
    roles: [
      { role: 'office', partyId: undefined },
      { role: 'administrator', partyId: undefined },
    ],
    via: 'start',
    address: undefined,
  },
  requestId: 'bench',
  language: 'zh',
}

/** @returns how many figures came out */
function computeAll(platform: OpenPlatform, jurisdiction: string): Promise<number> {
  return inCounty(platform, jurisdiction, async (context) => {
    const workings = await readWorkings(context, indicators)
    const days = seriesDays(null, context.today)
    const values = await indicatorValues(context, workings, all, days)
    let figures = 0
    for (const { id, byUnit } of indicators.all) {
      const found = values.get(id)
      const scopes = [null, ...(byUnit ? (found?.units ?? []) : [])]
      for (const scope of scopes) {
        for (const day of days) {
          const outcome = found?.outcome(scope, day)
          if (outcome !== undefined && !isMissing(outcome)) figures += 1
        }
      }
    }
    return figures
  })
}

type Figures = Map<string, number>

function computeThree(platform: OpenPlatform, jurisdiction: string): Promise<Figures> {
  return inCounty(platform, jurisdiction, async (context) => {
    const workings = await readWorkings(context, indicators)
    const days = seriesDays(null, context.today)
    const values = await indicatorValues(context, workings, byHand, days)
    const figures: Figures = new Map()
    for (const [at, id] of byHand.entries()) {
      const found = values.get(id)
      for (const unit of found?.units ?? []) {
        for (const day of days) {
          const outcome = found?.outcome(unit, day)
          if (outcome !== undefined && !isMissing(outcome)) figures.set(`${at + 1} ${unit} ${day}`, outcome.value)
        }
      }
    }
    return figures
  })
}

function threeByHand(platform: OpenPlatform, jurisdiction: string): Promise<Figures> {
  return inCounty(platform, jurisdiction, async (context) => {
    const { programme } = await readWorkings(context, indicators)
    const days = seriesDays(null, context.today)
    const codes = await codesOf(context)
    const ofLength = (length: number) => codes.filter((code) => code.length === length)
    const rows = await runSql<{ figure: number; unit_id: string | null; at: number; change: number }>(
      context.tx,
      figuresByHand,
      [
        jurisdiction,
        days,
        programme?.start ?? '0001-01-01',
        days.at(-1),
        1_000_000_000,
        ofLength(4),
        ofLength(8),
        ofLength(9),
        ofLength(7),
      ],
    )
    const changes = new Map<string, number[]>()
    for (const { figure, unit_id, at, change } of rows) {
      if (unit_id === null) continue
      const key = `${figure} ${unit_id}`
      const known = changes.get(key) ?? new Array<number>(days.length).fill(0)
      known[at] = (known[at] ?? 0) + change
      changes.set(key, known)
    }
    const figures: Figures = new Map()
    for (const [key, steps] of changes) {
      let sum = 0
      for (const [at, day] of days.entries()) {
        sum += steps[at] ?? 0
        figures.set(`${key} ${day}`, sum)
      }
    }
    return figures
  })
}

/** A faster answer that is another one would prove nothing. */
async function sameAnswer(platform: OpenPlatform, jurisdiction: string): Promise<void> {
  const [ours, theirs] = [await computeThree(platform, jurisdiction), await threeByHand(platform, jurisdiction)]
  for (const [key, value] of theirs) {
    if ((ours.get(key) ?? 0) !== value) throw new Error(`${key}: ${ours.get(key)} computed, ${value} by hand`)
  }
  for (const [key, value] of ours) {
    if ((theirs.get(key) ?? 0) !== value) throw new Error(`${key}: ${value} computed, ${theirs.get(key)} by hand`)
  }
}

async function codesOf({ tx, jurisdiction }: QueryContext): Promise<string[]> {
  const rows = await runSql<{ symbol: string }>(
    tx,
    'select distinct symbol from ipc_industry where jurisdiction = $1 order by symbol',
    [jurisdiction],
  )
  return rows.map(({ symbol }) => symbol)
}

/** What the job does after a write: everything that rests on the register of rights is computed again and kept. */
async function changeAndRefresh(platform: OpenPlatform): Promise<void> {
  await platform.database.asOwner(async (client) => {
    await client.query(`set app.jurisdiction = '${platform.county.jurisdiction}'`)
    await client.query(
      `update register_change set change_no = change_no + 1 where jurisdiction = $1 and register = 'patent'`,
      [platform.county.jurisdiction],
    )
  })
  await execute(platform, refreshValues(indicators), system, {})
}

function firstPage(
  platform: OpenPlatform,
  jurisdiction: string,
  id: string,
  kind: 'counting' | 'nearly',
): Promise<void> {
  return inCounty(platform, jurisdiction, async (context) => {
    const workings = await readWorkings(context, indicators)
    const world = workings.worldOn(context.today)
    const leaf = getCountedLeaf(formulaOf(world, id), world, id, undefined)
    const page = await readLineage(context, indicators.registers, {
      leaf,
      world,
      choice: { kind, on: context.today },
      unitId: null,
      after: null,
      words: null,
      most: 50,
    })
    if (kind === 'counting' && page.records.length === 0) throw new Error(`${id} has no records in ${jurisdiction}`)
  })
}
