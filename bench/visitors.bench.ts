import { benchPlatform } from './bench-platform.ts'
import { fillMatters } from './fill-matters.ts'
import { type BenchResult, median, result } from './measure.ts'
import { p95 } from './person.ts'
import { startProgram } from './start-process.ts'
import { type Browser, newWatch, openBrowser, seeded, thinking, type Watched } from './virtual-people.ts'

/**
 * A mixed load of 1,150 virtual people with think time: those who read the portal, those who file a question by a code to
 * their telephone, officers who take and answer them. What is measured is the submission.
 *
 * QX_BENCH_PEOPLE and QX_BENCH_SECONDS take fewer or other; QX_BENCH_MATTERS says how many cases there are before.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const people = Number(process.env['QX_BENCH_PEOPLE'] ?? 1_150)
  const seconds = Number(process.env['QX_BENCH_SECONDS'] ?? 120)
  const { platform, close } = await benchPlatform({ reports: false })
  try {
    const { matters } = await fillMatters(platform, Number(process.env['QX_BENCH_MATTERS'] ?? 100_000))
    const server = await startProgram(
      'scripts/start.mjs',
      ['--port', '0', '--database-url', platform.database.url, '--log-level', 'error', '--without-records'],
      /http:\/\/127\.0\.0\.1:(\d+)/,
    )
    try {
      const watch = await crowd(`http://127.0.0.1:${server.match[1]}`, people, seconds)
      return results(watch, `${people} virtual people for ${seconds} s, ${matters} matters before`)
    } finally {
      await server.stop()
    }
  } finally {
    await close()
  }
}

/** mean think time between two steps, in seconds */
const thinks = { reader: 12, applicant: 15, officer: 15 } as const
/** everybody arrives within this time, and nothing is measured until they have */
const arrivalSeconds = 40

async function crowd(url: string, people: number, seconds: number): Promise<Watched> {
  const watch = newWatch()
  const begun = Date.now()
  const measuredFrom = begun + arrivalSeconds * 1_000
  const until = measuredFrom + seconds * 1_000
  const isMeasured = () => Date.now() >= measuredFrom
  const goesOn = () => Date.now() < until
  await Promise.all(
    Array.from({ length: people }, async (_, at) => {
      const chance = seeded(at + 1)
      const browser = openBrowser(url, watch, isMeasured)
      await new Promise((resolve) => setTimeout(resolve, chance() * arrivalSeconds * 1_000))
      // Of twenty, fourteen read, five file, one works.
      const persona = at % 20 === 0 ? officer : at % 20 < 6 ? applicant : reader
      await persona(browser, at, chance, goesOn)
    }),
  )
  return watch
}

type Persona = (browser: Browser, at: number, chance: () => number, goesOn: () => boolean) => Promise<void>

const questions = ['有人仿我的壶怎么办', '网店卖假货', '想办培训证书', '专利能贷款吗', '有什么补贴', '怎么注册商标']
const types = ['rights-assistance', 'violation-report', 'training-enrolment', 'expert-question', 'grant-application']

const reader: Persona = async (browser, _at, chance, goesOn) => {
  const pick = <Each>(all: readonly Each[]) => all[Math.floor(chance() * all.length)]
  while (goesOn()) {
    await browser.get('read: search', `/services?q=${encodeURIComponent(pick(questions) ?? '')}`)
    await thinking(thinks.reader, chance)
    await browser.get('read: guide', `/services/${pick(types)}`)
    await thinking(thinks.reader, chance)
    await browser.get('read: others', pick(['/life-events', '/publications', '/kept-promises', '/policies']) ?? '')
    await thinking(thinks.reader, chance)
  }
}

const applicant: Persona = async (browser, at, chance, goesOn) => {
  const phone = `139${String(at).padStart(8, '0')}`
  const asked = await browser.send('apply: code', 'POST', '/visits/codes', { phone })
  await thinking(thinks.applicant, chance)
  await browser.send('apply: come', 'POST', '/visits', { phone, code: asked.body?.demonstrationCode ?? '' })
  for (let turn = 0; goesOn(); turn += 1) {
    await browser.get('apply: guide', '/services/expert-question')
    await thinking(thinks.applicant, chance)
    const begun = await browser.send('apply: begin', 'POST', '/drafts', { type: 'expert-question' })
    if (begun.status !== 200) return
    const { id } = begun.body
    let { revision } = begun.body
    const steps = [
      { topic: 'patent', question: `第${turn}个问题（演示）`, urgency: 'no' },
      { mayBePublished: 'no', askerName: '演示人' },
    ]
    for (const values of steps) {
      await thinking(thinks.applicant, chance)
      const saved = await browser.send('apply: save', 'PATCH', `/drafts/${id}`, { revision, values })
      revision = saved.body?.draft?.revision ?? revision
    }
    // The telephone that was shown to be theirs was filled in already, and they agree to its use.
    await browser.send('apply: confirm', 'POST', `/drafts/${id}/prefill-confirmations`, { fields: ['phone'] })
    await thinking(thinks.applicant, chance)
    const requestKey = `bench-${at}-${turn}-${id}`.slice(0, 100)
    const sent = await browser.send('submit', 'POST', `/drafts/${id}/submission`, { agreed: true, requestKey })
    if (sent.status !== 200) return
    await browser.get('apply: status', `/own-matters/${sent.body.matterId}`)
    await thinking(thinks.applicant, chance)
  }
}

const officer: Persona = async (browser, at, chance, goesOn) => {
  const login = at % 40 === 0 ? 'chengban' : 'chengban2'
  await browser.send('work: sign in', 'POST', '/session', { login, password: `yanshi-${login}-2026` })
  while (goesOn()) {
    await browser.get('work: counts', '/matters/counts')
    const queue = await browser.get('work: queue', '/matters?view=untaken&type=expert-question&sort=latest')
    await thinking(thinks.officer, chance)
    const rows = (queue.body?.rows ?? []).filter((row: { applicant: string }) => !row.applicant.startsWith('演示'))
    const row = rows[Math.floor(chance() * Math.min(10, rows.length))]
    if (row === undefined) continue
    const shown = await browser.get('work: one matter', `/matters/${row.id}`)
    await thinking(thinks.officer, chance)
    const act = { act: 'take', revision: shown.body?.revision, requestKey: `bench-${at}-${row.id}` }
    await browser.send('work: act', 'POST', `/matters/${row.id}/acts`, act)
    await thinking(thinks.officer, chance)
  }
}

function results({ times, refused, failures }: Watched, note: string): readonly BenchResult[] {
  if (failures.length > 0) throw new Error(`${failures.length} requests failed, the first: ${failures[0]}`)
  const submissions = times.get('submit') ?? []
  return [
    result({
      ...{ name: 'submit, p95', unit: 'ms', ours: p95(submissions), baseline: 250, n: submissions.length },
      note: `baseline: the limit; ${note}; ${refused} times somebody else was first`,
    }),
    ...[...times]
      .filter(([step]) => step !== 'submit')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([step, all]) =>
        result({
          ...{ name: `${step}, p95`, unit: 'ms', ours: p95(all), baseline: median(all), n: all.length },
          note: 'baseline: the median of the same',
        }),
      ),
  ]
}
