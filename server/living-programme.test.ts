import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningJobs, startJobs } from './jobs/job-runner.ts'
import { jobs } from './jobs/jobs.ts'
import { type Answer, openTestApp, type TestApp, testPassword, type Visitor } from './testing/test-app.ts'
import { ok } from './testing/two-units.ts'

type Person =
  | ('keji-tian' | 'keji-fu' | 'zhoutie-tian' | 'zhoutie-fu' | 'gaocheng-fu' | 'zhangzhu-fu')
  | ('bangong-a' | 'bangong-b' | 'zhangguan')

// biome-ignore lint/suspicious/noExplicitAny: rows and bodies of whatever the story asks for
type Any = any

const script = '<script>alert("强县")</script>'

/**
 * One autumn of the county from the day on which a target is broken down to the day on which an approved value is put
 * right. Told in order, by HTTP alone; the clock of the platform is moved day by day, and the jobs run as they do in the
 * running server.
 */
describe('the living programme, from breaking down to the corrected value', () => {
  let test: TestApp
  let running: RunningJobs
  let today = '2026-10-30'
  const jobTroubles: object[] = []
  const visitors = new Map<Person, Visitor>()

  beforeAll(async () => {
    test = await openTestApp()
    test.platform.clock.set(`${today}T01:00:00Z`)
    const people = [
      ['unitReporter', 'keji-tian', '市科技局'],
      ['unitHead', 'keji-fu', '市科技局'],
      ['unitReporter', 'zhoutie-tian', '周铁镇'],
      ['unitHead', 'zhoutie-fu', '周铁镇'],
      ['unitHead', 'gaocheng-fu', '高塍镇'],
      ['unitHead', 'zhangzhu-fu', '张渚镇'],
      ['office', 'bangong-a', undefined],
      ['office', 'bangong-b', undefined],
      ['leader', 'zhangguan', undefined],
    ] as const
    for (const [role, login, unit] of people) visitors.set(login, await test.newVisitor(role, login, unit))
    const log = (details: object) => void jobTroubles.push(details)
    running = await startJobs(test.platform, jobs, { logger: { warn: log, error: log }, lookEverySeconds: 3_600 })
  }, 180_000)
  afterAll(async () => {
    await running?.stop()
    await test?.close()
  })

  const rows = async (query: string, values?: readonly unknown[]): Promise<Any[]> =>
    (await test.platform.tamper(query, values)).rows
  /** The person at their desk: signed in anew where the session is over. */
  const as = async (person: Person): Promise<Visitor> => {
    const known = visitors.get(person)
    if (known !== undefined && (await known.get('/account')).status === 200) return known
    const fresh = await test.signIn(person, testPassword)
    visitors.set(person, fresh)
    return fresh
  }
  const get = async (person: Person, path: string): Promise<Any> =>
    ok(await (await as(person)).get(encodeURI(path))).body
  const post = async (person: Person, path: string, body: object): Promise<Any> =>
    ok(await (await as(person)).post(path, body)).body
  const refused = async (person: Person, path: string, body: object): Promise<Answer> => {
    const answer = await (await as(person)).post(path, body)
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
    return answer
  }
  /** Nine in the morning of a day: the jobs that are due are run, and the clock once more, as after a restart. */
  const morning = async (day: string) => {
    today = day
    test.platform.clock.set(`${day}T01:00:00Z`)
    await running.look()
    await running.runNow('clock.step')
    await deliver()
  }
  /** What was announced is brought to the people; the dispatcher is due every five seconds. */
  const deliver = async () => {
    test.platform.clock.forwardMinutes(1)
    await running.look()
  }
  const later = () => test.platform.clock.forwardMinutes(1)
  const times = async (command: string) =>
    (await rows('select count(*)::int as n from journal where command = $1', [command]))[0].n
  const unitId = async (name: string): Promise<string> => {
    const { organisations } = await get('bangong-a', '/organisations')
    return organisations.find((each: Any) => each.name === name || each.shortName === name).id
  }
  const dutyOf = async (person: Person, title: RegExp): Promise<Any> => {
    const { duties } = await get(person, '/work')
    const found = duties.find((each: Any) => title.test(each.title))
    expect(found, `${title} among ${duties.map((each: Any) => each.title).join('; ')}`).toBeDefined()
    return found
  }
  const act = (person: Person, what: string, dutyId: string, revision: number, more: object = {}) => {
    later()
    return post(person, `/reports/${what}`, { items: [{ dutyId, revision }], ...more })
  }
  const save = async (person: Person, dutyId: string, revision: number, content: object): Promise<Answer> => {
    later()
    return (await as(person)).put(`/reports/${dutyId}`, { revision, content })
  }
  const october = { valueState: 'value', cutoffOn: '2026-10-31' }

  it('a target is broken down to two towns, and the difference is shown (分解)', async () => {
    const [zhoutie, gaocheng] = [await unitId('周铁镇'), await unitId('高塍镇')]
    const shares = [
      { unitId: zhoutie, value: 12_000 },
      { unitId: gaocheng, value: 20_000 },
    ]
    const reason = `两镇为主 ${script}`
    const made = await post('bangong-a', '/targets/C1/breakdowns', { axis: 'unit', method: 'manual', shares, reason })
    expect(made).toMatchObject({ total: 35_000, sum: 32_000, difference: 3_000, reason })
    const { byUnit } = await get('zhangguan', '/targets/C1/breakdown')
    expect(byUnit[0].shares.map((each: Any) => each.value)).toEqual([12_000, 20_000])
    // A town has the part of a task, with a day: reminders of five days and of one are to come.
    const { tasks } = await get('bangong-a', '/plan')
    const { itemId } = tasks.find((each: Any) => each.number === 4)
    await morning(today)
    const { parts } = await get('bangong-a', `/tasks/${itemId}/progress`)
    const kept = parts.map(({ unit, share, content }: Any) => ({ unitId: unit.id, share, content }))
    const part = { unitId: zhoutie, share: 'support', content: `组织专利布局 ${script}`, dueOn: '2026-11-20' }
    const answer = await (await as('bangong-a')).put(`/tasks/${itemId}/parts`, {
      parts: [...kept, { ...part, standard: script, person: script }],
      seen: parts.map(({ id, revision }: Any) => ({ id, revision })),
    })
    expect(answer.status, answer.text).toBe(200)
  })

  it('the clock opens October on its first day, and each unit is told in the platform (开启)', async () => {
    await morning('2026-10-31')
    expect((await get('keji-fu', '/work')).duties.filter((each: Any) => each.period === '2026-10')).toEqual([])
    await morning('2026-11-01')
    const county = await dutyOf('keji-tian', /2026年10月 .*授权专利/)
    expect(county).toMatchObject({ scope: 'county', dueOn: '2026-11-06', light: 'amber', state: 'open' })
    const own = await dutyOf('zhoutie-tian', /2026年10月 .*授权专利.*（本单位）/)
    expect(own).toMatchObject({ scope: 'unit', dueOn: '2026-11-06' })
    const { notices } = await get('zhoutie-fu', '/notices')
    expect(notices.filter((each: Any) => each.announcedAt.startsWith('2026-11-01')).length).toBe(1)
  })

  let dutyId = ''

  it('the reporter drafts with evidence, the head submits (填报、上报)', async () => {
    dutyId = (await dutyOf('keji-tian', /2026年10月 授权专利/)).id
    const narrative = `授权数据来自省局月报 ${script}`
    ok(
      await save('keji-tian', dutyId, 0, {
        ...october,
        value: '3.1万',
        narrative,
        problems: script,
        nextSteps: script,
      }),
    )
    const file = { name: `月报 ${script}.txt`, content: '一月至十月授权（演示）' }
    const attached = ok(await (await as('keji-tian')).upload(`/reports/${dutyId}/evidence`, file)).body
    expect(attached.evidence).toHaveLength(1)
    expect((await refused('keji-tian', '/reports/submission', { items: [{ dutyId, revision: 1 }] })).status).toBe(403)
    expect((await get('bangong-a', `/reports/${dutyId}`)).report).toBeNull()
    await act('keji-fu', 'submission', dutyId, 1)
    const detail = await get('bangong-a', `/reports/${dutyId}`)
    expect(detail.report).toMatchObject({ state: 'submitted', content: { value: 31_000, narrative, problems: script } })
  })

  it('the office returns it with a reason, the reporter corrects, the head submits again (退回、改正)', async () => {
    const request = { items: [{ dutyId, revision: 2 }], reason: `请按累计口径核对 ${script}` }
    later()
    const once = await post('bangong-a', '/reports/return', request)
    // The same request comes again, as from a line that broke before its answer: done once, answered twice.
    expect(await post('bangong-a', '/reports/return', request)).toEqual(once)
    expect(await times('report.return')).toBe(1)
    await deliver()
    const { notices } = await get('keji-tian', '/notices?unread=true')
    expect(notices[0]).toMatchObject({ kind: 'report.returned', path: `/reports/${dutyId}` })
    expect(notices[0].body).toContain(script)
    // Two people at once: the second is told who and when, and what they typed is still theirs.
    ok(await save('keji-tian', dutyId, 3, { ...october, value: 33_000, narrative: '已按累计口径核对（演示）' }))
    const second = await save('keji-fu', dutyId, 3, { ...october, value: 32_000, narrative: '另一份（演示）' })
    expect(second).toMatchObject({ status: 409, body: { code: 'report.changedMeanwhile' } })
    expect(second.body.detail).toContain('keji-tian（演示）')
    await act('keji-fu', 'submission', dutyId, 4)
  })

  const seen = async (who: Visitor) => {
    const cockpit = ok(await who.get('/cockpit')).body
    const { itemId } = cockpit.targets.find((each: Any) => each.code === 'C1')
    const inCockpit = cockpit.progress.targets.find((each: Any) => each.itemId === itemId)
    const monitor = ok(await who.get('/targets/C1/progress')).body
    expect([monitor.current?.value, monitor.light]).toEqual([inCockpit.current?.value, inCockpit.light])
    return { value: monitor.current?.value ?? null, status: monitor.current?.status ?? null, light: monitor.light }
  }

  it('until it is approved the public sees no value; then value, light and cockpit show it (核定)', async () => {
    expect(await seen(test.public)).toEqual({ value: null, status: null, light: 'grey' })
    expect(await seen(await as('bangong-a'))).toMatchObject({ value: 33_000, status: 'reported' })
    await act('bangong-a', 'check', dutyId, 5)
    expect(await seen(test.public)).toMatchObject({ value: null, light: 'grey' })
    const items = [{ dutyId, revision: 6 }]
    later()
    const once = await post('bangong-b', '/reports/approval', { items })
    expect(await post('bangong-b', '/reports/approval', { items })).toEqual(once)
    const inside = await seen(await as('zhangguan'))
    expect(inside).toMatchObject({ value: 33_000, status: 'approved' })
    expect(inside.light).not.toBe('grey')
    expect(await seen(test.public)).toEqual({ ...inside })
    expect((await get('keji-fu', `/duties/${dutyId}`)).state).toBe('met')
    const { changes } = (await get('zhangguan', '/cockpit')).progress
    expect(changes.some((each: Any) => /C1/.test(each.text.zh) && each.kind === 'value')).toBe(true)
  })

  it('the change of the light is noted by the clock, for inside and outside (灯色)', async () => {
    await morning('2026-11-02')
    const { lights } = await get('bangong-a', '/targets/C1/progress')
    const [newest] = [...lights].sort((a: Any, b: Any) => (a.on < b.on ? 1 : -1))
    expect(newest).toMatchObject({ to: (await seen(test.public)).light })
    expect(newest.why.zh).not.toBe('')
  })

  const sentTo = async (dutyId_: string) =>
    (await rows('select step, on_date, number, words from urging where duty_id = $1 order by at, id', [dutyId_])) as {
      step: string
      on_date: string
      number: string | null
      words: string
    }[]

  let late = ''
  let part = ''

  const isLetterOf = (day: string) => (notice: Any) => notice.announcedAt.startsWith(day) && /提醒函/.test(notice.title)

  it('another unit is reminded, then written to, each step once and in the platform (催办)', async () => {
    late = (await dutyOf('zhoutie-fu', /2026年10月 授权专利/)).id
    part = (await dutyOf('zhoutie-fu', /办结/)).id
    for (let day = 3; day <= 12; day += 1) await morning(`2026-11-${String(day).padStart(2, '0')}`)
    expect((await sentTo(late)).map(({ step, on_date }) => [step, on_date])).toEqual([
      ['reminder:-1', '2026-11-05'],
      ['reminderLetter', '2026-11-07'],
    ])
    const [, letter] = await sentTo(late)
    expect(letter?.number).toMatch(/^提醒函〔2026〕\d+号$/)
    const duty = await get('zhoutie-fu', `/duties/${late}`)
    expect(duty).toMatchObject({ light: 'red', daysOverdue: 6 })
    expect(duty.why.zh).toMatch(/逾期 6 /)
    const { notices } = await get('zhoutie-fu', '/notices')
    expect(notices.filter(isLetterOf('2026-11-07'))).toHaveLength(1)
    const { overdue } = (await get('zhangguan', '/cockpit')).progress
    expect(overdue.units.some((each: Any) => each.unit.shortName.startsWith('周铁') && each.overdue > 0)).toBe(true)
  })

  it('a runner that was dead for a day sends what fell due once, and reminders in their turn (停运一日)', async () => {
    // Nothing runs on 13 November: 督办单 falls due, and the reminder of five working days for the part.
    await morning('2026-11-14')
    expect((await sentTo(late)).at(-1)).toMatchObject({ step: 'supervisionNotice', on_date: '2026-11-14' })
    expect((await sentTo(part)).map(({ step, on_date }) => [step, on_date])).toEqual([['reminder:-5', '2026-11-14']])
    for (let day = 15; day <= 21; day += 1) await morning(`2026-11-${day}`)
    expect((await sentTo(late)).map(({ step }) => step)).toEqual([
      ...['reminder:-1', 'reminderLetter', 'supervisionNotice', 'circular'],
    ])
    expect((await sentTo(part)).map(({ step, on_date }) => [step, on_date])).toEqual([
      ['reminder:-5', '2026-11-14'],
      ['reminder:-1', '2026-11-19'],
      ['reminderLetter', '2026-11-21'],
    ])
    const { ladder } = await get('zhoutie-fu', `/duties/${late}`)
    expect(ladder.filter((each: Any) => each.state === 'sent').length).toBe(4)
    expect(ladder.find((each: Any) => each.step === 'talk')).toMatchObject({ state: 'coming', on: '2026-12-06' })
  })

  it('an extension that is asked for late is refused in words; the reply reaches the office (延期、回复)', async () => {
    const wish = { to: '2026-12-10', reason: script }
    const answer = await refused('zhoutie-fu', `/duties/${late}/extensions`, wish)
    expect(answer.body.code).toBe('supervision.extensionTooLate')
    expect(answer.body.detail).toMatch(/已过到期日 2026-11-06.*请/)
    const letter = (await get('zhoutie-fu', `/duties/${late}`)).urgings.find((each: Any) => each.step === 'circular')
    const words = `三日内报送 ${script}`
    const replied = await post('zhoutie-tian', `/urgings/${letter.id}/replies`, { words })
    expect(await post('zhoutie-tian', `/urgings/${letter.id}/replies`, { words })).toEqual(replied)
    expect(await times('urging.reply')).toBe(1)
    await deliver()
    const atOffice = (await get('bangong-b', `/duties/${late}`)).urgings.find((each: Any) => each.id === letter.id)
    expect(atOffice.replies.map((each: Any) => [each.by, each.words])).toEqual([['zhoutie-tian（演示）', words]])
    const { notices } = await get('bangong-b', '/notices')
    expect(notices.some((each: Any) => each.kind === 'urging.replied' && each.body.includes(script))).toBe(true)
  })

  it('an approved value is put right: a new observation, the old one for the public until it is approved (更正)', async () => {
    const content = { ...october, value: 33_120, narrative: '补录十月末授权（演示）' }
    const reason = `补录 120 件 ${script}`
    const request = { revision: 7, content, reason }
    later()
    const corrected = await post('keji-fu', `/reports/${dutyId}/correction`, request)
    expect(corrected.report).toMatchObject({ state: 'submitted', revision: 8 })
    expect((await post('keji-fu', `/reports/${dutyId}/correction`, request)).report.revision).toBe(8)
    expect((await seen(await as('bangong-a'))).value).toBe(33_120)
    expect((await seen(test.public)).value).toBe(33_000)
    const history = (await get('bangong-a', '/targets/C1/progress')).observations.filter(
      (each: Any) => each.period === '2026-10',
    )
    expect(history.map((each: Any) => each.value).sort()).toEqual([31_000, 33_000, 33_120])
    expect(history.find((each: Any) => each.value === 33_120)).toMatchObject({ correctionReason: reason })
    await act('bangong-a', 'check', dutyId, 8)
    await act('bangong-a', 'approval', dutyId, 9)
    expect((await seen(test.public)).value).toBe(33_120)
    expect((await rows(`select count(*)::int as n from observation where report_id is not null`))[0].n).toBe(3)
  })

  it('a dissolved unit owes nothing any more: its successor does, and a report of the old one says so (撤并)', async () => {
    const [gone, successor] = [await unitId('高塍镇'), await unitId('张渚镇')]
    const own = (await dutyOf('gaocheng-fu', /2026年10月 授权专利/)).id
    ok(await (await as('bangong-a')).patch(`/organisations/${gone}`, { dissolvedOn: today, successorId: successor }))
    const answer = await save('gaocheng-fu', own, 0, { ...october, value: 1 })
    expect(answer).toMatchObject({ status: 409, body: { code: 'report.unitDissolved' } })
    expect(answer.body.detail).toContain('张渚镇')
    await morning('2026-11-22')
    expect((await dutyOf('zhangzhu-fu', /2026年10月 授权专利/)).id).toBe(own)
    expect((await save('gaocheng-fu', own, 0, { ...october, value: 1 })).status).toBe(404)
    ok(await save('zhangzhu-fu', own, 0, { ...october, value: 19_000 }))
    await act('zhangzhu-fu', 'submission', own, 1)
  })

  it('a clock that jumps sends nothing until a person says that the day is right (时钟跳变)', async () => {
    const before = (await rows('select count(*)::int as n from urging'))[0].n
    await morning('2027-03-01')
    expect((await rows('select count(*)::int as n from urging'))[0].n).toBe(before)
    const { clock } = await get('bangong-a', '/supervision')
    expect(clock.held).toEqual({ from: '2026-11-22', to: '2027-03-01' })
    const { notices } = await get('bangong-a', '/notices')
    expect(notices.filter((each: Any) => each.kind === 'clock.held')).toHaveLength(1)
    await morning('2026-11-23')
    expect((await get('bangong-a', '/supervision')).clock.held).toBeNull()
  })

  it('a target whose day is moved into the past is judged by that day, and what was before stays (期限改到过去)', async () => {
    const { id, items } = await post('bangong-a', '/plan-amendments', {})
    // One ends before the programme began, the other a year ago.
    for (const [code, deadline] of [
      ['C6', '2023-06-30'],
      ['C1', '2025-12-31'],
    ] as const) {
      const item = items.find((each: Any) => each.kind === 'target' && each.content.code === code)
      const change = { revision: item.revision, content: { ...item.content, deadline } }
      ok(await (await as('bangong-a')).patch(`/plan-imports/${id}/items/${item.id}`, change))
    }
    const body = { effectiveFrom: today, reason: '期限提前（演示）' }
    ok(await (await as('bangong-b')).post(`/plan-imports/${id}/adoption`, body))
    await morning('2026-11-24')
    for (const path of [
      '/targets/C6/progress',
      '/targets/C1/progress',
      '/targets',
      '/timeline',
      '/targets/C1/breakdown',
    ]) {
      ok(await (await as('zhangguan')).get(path))
    }
    const monitor = await get('zhangguan', '/targets/C1/progress')
    // All of its time is over: 33,120 of 35,000 is 0.95 of what was due.
    expect(monitor).toMatchObject({ current: { value: 33_120 }, share: 1, met: false, light: 'amber' })
    expect(monitor.observations.filter((each: Any) => each.period === '2026-10')).toHaveLength(3)
    expect((await seen(test.public)).light).toBe('amber')
  })

  it('script is words wherever it was typed, and no answer is a page (脚本)', async () => {
    const statistic = { label: script, unit: script.slice(0, 20), source: script, values: [] }
    const paths = ['/targets/C1/breakdown', `/reports/${dutyId}`, `/duties/${late}`, '/notices', '/journal?limit=200']
    ok(await (await as('bangong-a')).put('/statistics/jiaoben', statistic))
    for (const path of [...paths, '/statistics', '/supervision']) {
      const answer = ok(await (await as('bangong-a')).get(path))
      expect(String(answer.headers['content-type']), path).toContain('json')
      expect(answer.headers['x-content-type-options'], path).toBe('nosniff')
      if (path !== '/supervision' && path !== '/notices')
        expect(JSON.stringify(answer.body), path).toContain('<script>')
    }
    const { evidence } = await get('bangong-a', `/reports/${dutyId}`)
    const file = ok(await (await as('bangong-a')).get(`/evidence/${evidence[0].evidenceId}/content`))
    expect(String(file.headers['content-type'])).toMatch(/^text\/plain/)
    expect(file.headers['x-content-type-options']).toBe('nosniff')
  })

  it('the journal holds all of it and is whole (日志)', async () => {
    expect(await get('bangong-a', '/journal/verification')).toMatchObject({ verified: true })
    const commands = (await rows('select distinct command from journal')).map(({ command }) => command)
    expect(commands).toEqual(
      expect.arrayContaining([
        ...['target.decide-breakdown', 'task.setParts', 'clock.step', 'report.save', 'report.attach', 'report.submit'],
        ...['report.return', 'report.check', 'report.approve', 'report.correct', 'urging.reply', 'party.change'],
      ]),
    )
    const [{ by }] = await rows(`select distinct actor_label as by from journal where command = 'clock.step'`)
    expect(by).toMatch(/系统/)
    expect(jobTroubles).toEqual([])
  })
})
