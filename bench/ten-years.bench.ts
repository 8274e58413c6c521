import { publicActor } from '@qiangxian/kernel/accounts/actor'
import { execute } from '@qiangxian/kernel/operations/execute'
import { showCockpit } from '@qiangxian/modules/management/indicator-monitoring/cockpit.operations'
import type { OpenPlatform } from '@qiangxian/server/open-platform'
import pg from 'pg'
import { benchPlatform } from './bench-platform.ts'
import { cockpitByHand } from './cockpit-by-hand.ts'
import { type BenchResult, median, milliseconds, result, sideBySide } from './measure.ts'
import { type Person, p95, signIn, timesOf } from './person.ts'
import { startProgram } from './start-process.ts'
import { fillTenYears } from './ten-years.ts'

/**
 * The living programme over ten years of monthly reports: cockpit, unit page, roles, clock and submission, each on the
 * same half a million reports. QX_BENCH_MONTHS takes fewer months, for a try of the bench itself.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const { platform, close } = await benchPlatform({ reports: false })
  try {
    const filled = await fillTenYears(platform, Number(process.env['QX_BENCH_MONTHS'] ?? 120))
    const size = `${filled.reports} reports of ${filled.units} units, ${filled.targets} targets, ${filled.tasks} tasks, ${filled.months} months`
    await actForAllUnits(platform, 'shijian-fuze')
    const cockpit = await measureCockpit(platform, size)
    const server = await startProgram(
      'scripts/start.mjs',
      ['--port', '0', '--database-url', platform.database.url, '--log-level', 'error'],
      /http:\/\/127\.0\.0\.1:(\d+)/,
    )
    try {
      const url = `http://127.0.0.1:${server.match[1]}`
      const people = {
        head: await signIn(url, 'keji-fuze'),
        all: await signIn(url, 'shijian-fuze'),
        office: await signIn(url, 'bangongshi'),
        administrator: await signIn(url, 'guanliyuan'),
      }
      return [
        cockpit,
        ...(await measureUnitPage(people.head, size)),
        ...(await measureRoles(people, size)),
        ...(await measureClock(platform, people, size)),
        await measureSubmission(platform, people.all, size),
      ]
    } finally {
      await server.stop()
    }
  } finally {
    await close()
  }
}

async function measureCockpit(platform: OpenPlatform, size: string): Promise<BenchResult> {
  const client = new pg.Client({ connectionString: platform.database.url })
  await client.connect()
  try {
    const request = { actor: publicActor(undefined), requestId: 'bench', language: 'zh' as const }
    const ours = () => execute(platform, showCockpit, request, {})
    const byHand = () => cockpitByHand(client, platform.county.jurisdiction)
    await sideBySide(10, ours, byHand)
    const rounds = 150
    const times = await sideBySide(rounds, ours, byHand)
    return result({ name: 'cockpit data', unit: 'ms', ...times, n: rounds, note: `median; limit 1.3; ${size}` })
  } finally {
    await client.end()
  }
}

async function measureUnitPage(head: Person, size: string): Promise<readonly BenchResult[]> {
  const page = () => head.get('/work')
  await timesOf(20, 1, page)
  const alone = await timesOf(200, 1, page)
  const together = await timesOf(800, 16, page)
  const note = `baseline: the limit; ${size}`
  return [
    result({ name: 'unit page, p95 alone', unit: 'ms', ours: p95(alone), baseline: 60, n: alone.length, note }),
    result({
      name: 'unit page, p95 at 16 at once',
      unit: 'ms',
      ours: p95(together),
      baseline: 120,
      n: together.length,
      note,
    }),
  ]
}

async function measureRoles(
  { head, office, administrator }: Readonly<Record<'head' | 'office' | 'administrator', Person>>,
  size: string,
): Promise<readonly BenchResult[]> {
  const rounds = 100
  const results: BenchResult[] = []
  for (const [path, other, who] of [
    ['/cockpit', administrator, 'administrator'],
    ['/targets', administrator, 'administrator'],
    ['/cockpit', office, 'office'],
    ['/targets', office, 'office'],
  ] as const) {
    const [ours, baseline] = [() => head.get(path), () => other.get(path)]
    await sideBySide(10, ours, baseline)
    const times = await sideBySide(rounds, ours, baseline)
    const note = `median; limit 1.2; baseline: the same page as ${who}; ${size}`
    results.push(result({ name: `unit head beside ${who}: ${path}`, unit: 'ms', ...times, n: rounds, note }))
  }
  return results
}

/** Half of the open duties get a reminder, the other half a letter; the server runs the clock as its job does. */
async function measureClock(
  platform: OpenPlatform,
  { head, administrator }: Readonly<Record<'head' | 'administrator', Person>>,
  size: string,
): Promise<readonly BenchResult[]> {
  const page = () => head.get('/work')
  const quiet = await timesOf(150, 1, page)
  const due = await makeDue(platform)
  const busy: number[] = []
  let running = true
  const visiting = (async () => {
    while (running) busy.push(await milliseconds(page))
  })()
  let letters = 0
  const seconds =
    (await milliseconds(async () => {
      for (;;) {
        const step = (await administrator.post('/clock/step', {})) as {
          finished: boolean
          reminded: number
          escalated: number
        }
        letters += step.reminded + step.escalated
        if (step.finished) return
      }
    })) / 1_000
  running = false
  await visiting
  if (letters < due) throw new Error(`the clock sent ${letters} of ${due}`)
  return [
    result({
      name: `clock over ${due} open duties`,
      unit: 's',
      ours: seconds,
      baseline: 10,
      n: 1,
      note: `baseline: the limit; ${letters} urgings, half of them letters with a number and a journal entry each, while pages are asked for; ${size}`,
    }),
    result({
      name: 'unit page while the clock runs, p95',
      unit: 'ms',
      ours: p95(busy),
      baseline: p95(quiet),
      n: busy.length,
      note: `limit 1.2; baseline: the same page of the same unit before (${quiet.length})`,
    }),
  ]
}

async function makeDue(platform: OpenPlatform): Promise<number> {
  return platform.database.asOwner(async (client) => {
    const { rowCount } = await client.query(
      `with open as (select id, row_number() over (order by id) as n from duty
         where jurisdiction = $1 and closed_on is null and kind = 'report' and item_id is not null)
       update duty set next_act_on = today.day, last_step = null,
         due_on = case when open.n % 2 = 0 then today.day - 1 else today.next end
       from open, (select $2::date as day, case extract(isodow from $2::date) when 5 then $2::date + 3
         when 6 then $2::date + 2 else $2::date + 1 end as next) today
       where duty.jurisdiction = $1 and duty.id = open.id`,
      [platform.county.jurisdiction, new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)],
    )
    return rowCount ?? 0
  })
}

/** Requests a second, eight at a time, turn by turn with the baseline, each on duties of its own. */
async function measureSubmission(platform: OpenPlatform, head: Person, size: string): Promise<BenchResult> {
  const { url } = platform.database
  const { jurisdiction } = platform.county
  const duties = await draftedDuties(platform)
  const bare = await startProgram('bench/bare-submission.ts', [url, jurisdiction], /listening (\d+)/)
  const bareUrl = `http://127.0.0.1:${bare.match[1]}/submission`
  const headers = { 'content-type': 'application/json' }
  const ours = (dutyId: string) => head.post('/reports/submission', { items: [{ dutyId, revision: 2 }] })
  const byHand = async (dutyId: string) => {
    const answer = await fetch(bareUrl, { method: 'POST', headers, body: JSON.stringify({ dutyId }) })
    if (answer.status !== 200) throw new Error(await answer.text())
    await answer.json()
  }
  const take = () => {
    const dutyId = duties.pop()
    if (dutyId === undefined) throw new Error('no duty left to report on')
    return dutyId
  }
  try {
    const rates = { ours: [] as number[], baseline: [] as number[] }
    const each = 80
    const perSecond = async (act: (dutyId: string) => Promise<unknown>) => {
      const taken = await milliseconds(() => timesOf(each, 8, () => act(take())))
      return each / (taken / 1_000)
    }
    await perSecond(ours)
    await perSecond(byHand)
    const rounds = 5
    for (let round = 0; round < rounds; round += 1) {
      rates.ours.push(await perSecond(ours))
      rates.baseline.push(await perSecond(byHand))
    }
    return result({
      name: 'submitting a report',
      unit: 'requests/s',
      ours: median(rates.ours),
      baseline: median(rates.baseline),
      n: rounds * each,
      note: `8 at a time, turn by turn; limit 0.6; baseline: bare Fastify and the same rows by plain SQL; ${size}`,
    })
  } finally {
    await bare.stop()
  }
}

async function draftedDuties(platform: OpenPlatform): Promise<string[]> {
  return platform.database.asOwner(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from duty where jurisdiction = $1 and closed_on is null and scope = 'unit' and item_id like 'bench-target-%'
       order by period_end, md5(id) desc`,
      [platform.county.jurisdiction],
    )
    return rows.map(({ id }) => id)
  })
}

/** One head signs for all sixty units, so that a bench has enough to submit. */
async function actForAllUnits(platform: OpenPlatform, login: string): Promise<void> {
  await platform.database.asOwner((client) =>
    client.query(
      `insert into account_role (jurisdiction, account_id, role, party_id, ordinal)
       select $1, a.id, 'unitHead', u.party_id, 100 + row_number() over (order by u.party_id)
       from account a, (select distinct party_id from duty where jurisdiction = $1) u
       where a.jurisdiction = $1 and a.login = $2`,
      [platform.county.jurisdiction, login],
    ),
  )
}
