import { notices } from '@qiangxian/engines/work-calendar/state-council-notices.fixture'
import { workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jobRequest } from '../../jobs/job-request.ts'
import { execute } from '../../operations/execute.ts'
import { listCalendarYears, loadCalendarYear } from '../../rules/calendar-year.operations.ts'
import { assembleRules, byHead, recalled, since, workingDays } from '../../rules/define-rule.ts'
import { dueOf } from '../../rules/due-of.ts'
import { requestAs } from '../../testing/test-kernel.ts'
import { actOnMatter } from '../act-on-matter.ts'
import { assembleMatters } from '../assemble-matters.ts'
import { beginMatter } from '../begin-matter.ts'
import type { LimitRow } from '../matters.schemas.ts'
import { gardenAdoption, inventedGuards, inventedMatterRegisters, inventedRules } from '../testing/invented-matters.ts'
import { type MatterKernel, openMatterKernel } from '../testing/matter-kernel.ts'
import { showLimit } from './limit.operations.ts'
import { limitsEffect } from './limits-effect.ts'
import { matterClockJob } from './matter-clock.job.ts'
import { type MatterClockStep, stepMatterClock } from './matter-clock.operations.ts'
import { presentLimits } from './present-limits.ts'
import { promiseProblems } from './promise-problems.ts'
import { recountMatterLimits } from './recount-limits.ts'

/** The garden's rules, one of them with an extension. */
const rules = assembleRules(
  inventedRules.all.map((rule) =>
    rule.id !== 'garden.decide'
      ? rule
      : {
          ...rule,
          history: [
            since('2020-01-01', workingDays(20, 'limit.garden.decide'), recalled('演示办法', '第二条'), {
              extensions: [{ length: workingDays(10), ...byHead }],
              stops: ['supplement', 'suspension', 'testing'],
            }),
          ],
        },
  ),
)
const matters = assembleMatters({
  matters: [gardenAdoption],
  guards: inventedGuards,
  rules,
  registers: inventedMatterRegisters,
  effects: [limitsEffect],
})
const calendar = workCalendar(notices)
const values = { applicant: '张三丰', phone: '13800000000', bed: '东坡书院花圃（演示）', kind: 'flowers' }
const materials = [{ material: 'sketch', evidenceId: null, fileName: null, origin: 'register' as const }]

let kernel: MatterKernel
beforeAll(async () => {
  kernel = await openMatterKernel({ matters, county: { calendar: notices } })
})
afterAll(() => kernel.close())
beforeEach(() => on('2026-09-14'))

const on = (day: string, time = '10:00') => kernel.setNow(new Date(`${day}T${time}:00+08:00`))
const begin = () => kernel.begin('resident', { type: 'garden-adoption', values, materials })
const limitsOf = (matterId: string): Promise<LimitRow[]> =>
  kernel.command('officer', async (context) => {
    context.unchanged()
    return presentLimits(context, matters, [matterId])
  })
const dueOfMatter = async (matterId: string) => {
  const { rows } = await kernel.test.tamper(
    'select due_on::text as "dueOn", due_limit as "dueLimit", warn_on::text as "warnOn", is_provisional as p from matter where id = $1',
    [matterId],
  )
  return rows[0] as { dueOn: string | null; dueLimit: string | null; warnOn: string | null; p: boolean }
}
const tell = async (kind: string) => {
  const { rows } = await kernel.test.tamper(`select payload from outbox where topic like $1 order by id`, [kind])
  return rows.map(({ payload }) => payload as { to: unknown; title: string; body: string })
}

async function accepted() {
  const { id } = await begin()
  await kernel.act('officer', { matterId: id, act: 'accept' })
  return id
}

describe('the limits of a matter 期限', () => {
  it('run from the act that begins them, legal and promised, and the nearer one stands in the row of the matter', async () => {
    const id = await accepted()
    const [promised, legal] = await limitsOf(id)
    expect(promised).toMatchObject({
      kind: 'promised',
      dueOn: '2026-09-28',
      status: 'running',
    })
    expect(legal).toMatchObject({ kind: 'legal', startsOn: '受理之日', source: { article: '第二条' } })
    expect(legal?.dueOn).toBe(
      dueOf(rules.get('garden.decide'), { from: '2026-09-14', calendar, county: kernel.county }).due,
    )
    expect(await dueOfMatter(id)).toEqual({
      dueOn: promised?.dueOn,
      dueLimit: 'decide',
      warnOn: '2026-09-23',
      p: false,
    })
  })

  it('are met by the act that ends them in time, missed by a late one, and void when the matter ends otherwise', async () => {
    const inTime = await accepted()
    await kernel.act('officer', { matterId: inTime, act: 'propose', opinion: '可以' })
    await kernel.act('head', { matterId: inTime, act: 'grant', input: { reason: '合适' } })
    expect((await limitsOf(inTime)).map(({ status }) => status)).toEqual(['met', 'met'])
    expect(await dueOfMatter(inTime)).toMatchObject({ dueOn: null, warnOn: null })
    const late = await accepted()
    await kernel.act('officer', { matterId: late, act: 'propose', opinion: '可以' })
    on('2026-10-09')
    await kernel.act('head', { matterId: late, act: 'deny', input: { reason: '不合适' } })
    expect((await limitsOf(late)).map(({ kind, status, light }) => [kind, status, light])).toEqual([
      ['promised', 'missed', 'red'],
      ['legal', 'met', 'done'],
    ])
    on('2026-09-14')
    const gone = await accepted()
    await kernel.act('resident', { matterId: gone, act: 'withdraw' })
    expect((await limitsOf(gone)).map(({ status }) => status)).toEqual(['void', 'void'])
  })

  it('stand still while a matter is suspended for a reason that the rule allows, day of stopping and going on included', async () => {
    const id = await accepted()
    on('2026-09-21')
    await kernel.act('officer', { matterId: id, act: 'suspend', input: { reason: 'testing' }, opinion: '送检' })
    const [first] = await limitsOf(id)
    expect(first).toMatchObject({ status: 'stopped', light: 'stopped', daysLeft: null })
    expect(await dueOfMatter(id)).toMatchObject({ dueOn: null })
    on('2026-10-09')
    await kernel.act('officer', { matterId: id, act: 'resume' })
    const running = await limitsOf(id)
    expect(running.every(({ status }) => status === 'running')).toBe(true)
    const paused = [{ from: '2026-09-21', to: '2026-10-09', reason: 'testing' as const }]
    expect(running.find(({ kind }) => kind === 'legal')?.dueOn).toBe(
      dueOf(rules.get('garden.decide'), { from: '2026-09-14', paused, calendar, county: kernel.county }).due,
    )
    expect(running[0]?.stops).toEqual([
      { from: '2026-09-21', to: '2026-10-09', reason: 'testing', reasonLabel: '检验、检测、检疫' },
    ])
  })

  it('do not stop for a reason that the rule does not name', async () => {
    const { id } = await begin()
    await kernel.act('officer', { matterId: id, act: 'askForMore', input: { reason: '少一张图' } })
    await kernel.act('officer', { matterId: id, act: 'suspend', input: { reason: 'tender' }, opinion: '招标' })
    // The rule knows suspension in general, so it stops, but by that name.
    expect((await limitsOf(id))[0]?.stops[0]).toMatchObject({ reason: 'suspension' })
  })

  it('end as they began when the county sets another number, which counts for later ones and says so', async () => {
    const id = await accepted()
    const legalOf = async (matterId: string) => (await limitsOf(matterId)).find(({ kind }) => kind === 'legal')
    const before = await legalOf(id)
    expect(before).toMatchObject({ length: { n: 20 }, lengthNow: null })
    const parameter = { key: 'limit.garden.decide', label: '演示', unit: '工作日', value: 15, choice: null }
    const { parameters } = kernel.county
    Object.assign(kernel.county, {
      parameters: [...parameters, { ...parameter, isDefault: false, about: [], source: '演示', note: null }],
    })
    expect(await legalOf(id)).toEqual({ ...before, lengthNow: { n: 15, unit: 'workingDay' } })
    // Neither a stop nor a holiday notice changes the length of what runs.
    await kernel.act('officer', { matterId: id, act: 'suspend', input: { reason: 'testing' }, opinion: '送检' })
    await kernel.act('officer', { matterId: id, act: 'resume' })
    expect(await legalOf(id)).toMatchObject({ length: { n: 20 }, dueOn: before?.dueOn })
    expect(await legalOf(await accepted())).toMatchObject({ length: { n: 15 }, lengthNow: null })
    Object.assign(kernel.county, { parameters })
  })

  it('of the applicant run on in the state that waits for them', async () => {
    const { id } = await begin()
    await kernel.act('officer', { matterId: id, act: 'askForMore', input: { reason: '少一张图' } })
    expect(await limitsOf(id)).toMatchObject([
      { limit: 'supplement', whose: 'applicant', status: 'running', dueOn: '2026-09-20' },
    ])
  })

  it('are extended once, before they end, and never by what the rule does not give', async () => {
    const id = await accepted()
    const extend = () =>
      kernel.act('head', { matterId: id, act: 'extend', input: { limit: 'decide' }, opinion: '情况复杂' })
    await extend()
    const legal = (await limitsOf(id)).find(({ kind }) => kind === 'legal')
    expect(legal?.extensions).toMatchObject([
      { length: { n: 10, unit: 'workingDay' }, by: '行政机关负责人批准', reason: '情况复杂' },
    ])
    expect(legal?.dueOn).toBe(
      dueOf(rules.get('garden.decide'), { from: '2026-09-14', extended: 1, calendar, county: kernel.county }).due,
    )
    await expect(extend()).rejects.toMatchObject({ code: 'rule.tooOftenExtended' })
    const other = await accepted()
    await expect(
      kernel.act('head', { matterId: other, act: 'extend', input: { limit: 'nothing' }, opinion: '情况复杂' }),
    ).rejects.toMatchObject({ code: 'limit.notRunning' })
    on('2026-10-20')
    await expect(
      kernel.act('head', { matterId: other, act: 'extend', input: { limit: 'decide' }, opinion: '情况复杂' }),
    ).rejects.toMatchObject({ code: 'limit.isOver' })
  })

  it('say day by day how they were counted, to those who see the matter', async () => {
    const id = await accepted()
    const limit = (await limitsOf(id)).find(({ kind }) => kind === 'promised')
    const detail = (await kernel.run('resident', showLimit(matters), { limitId: limit?.id })) as unknown as {
      days: { counts: boolean; isDue: boolean; day: string }[]
    }
    expect(detail.days.filter(({ counts }) => counts)).toHaveLength(10)
    expect(detail.days.find(({ isDue }) => isDue)?.day).toBe(limit?.dueOn)
    await expect(kernel.run('stranger', showLimit(matters), { limitId: limit?.id })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('the clock of limits 期限时钟', () => {
  const step = () => execute(kernel, stepMatterClock(matters), jobRequest('clock'), {}) as Promise<MatterClockStep>
  const run = () =>
    matterClockJob(matters).run(kernel, {
      request: jobRequest('clock'),
      requestId: 'clock',
      signal: new AbortController().signal,
    })

  beforeEach(async () => {
    await kernel.test.tamper(
      `update matter_limit set next_step_on = null, status = 'void' where status in ('running', 'stopped')`,
    )
    await kernel.test.tamper('delete from outbox')
  })

  it('warns once, tells once that a limit is over, then the head, then the office', async () => {
    const id = await accepted()
    const legal = (await limitsOf(id)).find(({ kind }) => kind === 'legal')
    await kernel.test.tamper(`update matter_limit set next_step_on = null where kind = 'promised'`)
    on('2026-09-30')
    expect(await step()).toMatchObject({ warned: 0, finished: true })
    const seen: [string, string][] = []
    for (let day = Date.parse('2026-10-01'); day <= Date.parse('2026-10-26'); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10)
      on(date)
      const first = await step()
      expect(await step()).toMatchObject({ warned: 0, missed: 0, toHead: 0, toOffice: 0 })
      for (const name of ['warned', 'missed', 'toHead', 'toOffice'] as const)
        if (first[name] > 0) seen.push([name, date])
    }
    expect(legal?.dueOn).toBe('2026-10-16')
    expect(seen).toEqual([
      ['warned', '2026-10-12'],
      ['missed', '2026-10-17'],
      ['toHead', '2026-10-19'],
      ['toOffice', '2026-10-21'],
    ])
    expect(await tell('matter.limit.%')).toMatchObject([
      { title: expect.stringContaining('快到期'), to: { accountIds: ['acc-officer'] } },
      { title: expect.stringContaining('已超期'), to: { accountIds: ['acc-officer'] } },
      { title: expect.stringContaining('超期办件'), to: { partyRoles: [{ role: 'unitHead' }] } },
      { title: expect.stringContaining('超期办件'), to: { roles: ['office'] } },
    ])
    expect(await limitsOf(id)).toMatchObject([{ light: 'red' }, { light: 'red' }])
  })

  it('was dead for weeks: only the furthest step is told, and the others are counted', async () => {
    await accepted()
    on('2026-11-10')
    const done = await step()
    expect(done).toMatchObject({ warned: 0, missed: 0, toHead: 1, toOffice: 1, finished: true })
    expect(done.skipped).toBe(2 + 3)
    expect(await tell('matter.limit.%')).toHaveLength(2)
  })

  it('does the act that the matter has for a missed limit, and leaves it at that', async () => {
    const { id } = await begin()
    await kernel.act('officer', { matterId: id, act: 'askForMore', input: { reason: '少一张图' } })
    on('2026-09-20')
    expect(await run()).toMatchObject({ acts: 0 })
    on('2026-09-21')
    expect(await run()).toMatchObject({ acts: 1, refused: 0 })
    expect((await limitsOf(id))[0]).toMatchObject({ status: 'missed', endedOn: '2026-09-21' })
    const { rows } = await kernel.test.tamper('select outcome, status from matter where id = $1', [id])
    expect(rows).toEqual([{ outcome: 'lapsed', status: 'ended' }])
    expect(await run()).toBeUndefined()
  })

  it('tells the head where the matter refuses the act, and does not try for ever', async () => {
    const { id } = await begin()
    await kernel.act('officer', { matterId: id, act: 'askForMore', input: { reason: '少一张图' } })
    await kernel.test.tamper(`update matter_limit set on_missed = 'grant' where matter_id = $1`, [id])
    on('2026-09-21')
    expect(await run()).toMatchObject({ acts: 0, refused: 1, missed: 1 })
    expect(await tell('matter.limit.refused')).toMatchObject([{ title: expect.stringContaining('没有成功') }])
    on('2026-09-22')
    expect(await run()).toBeUndefined()
  })

  it('tells whoever has many of one kind once', async () => {
    for (let n = 0; n < 5; n += 1) await accepted()
    await kernel.test.tamper(`update matter_limit set next_step_on = null where kind = 'promised'`)
    on('2026-10-12')
    expect(await step()).toMatchObject({ warned: 5 })
    expect(await tell('matter.limit.warned')).toMatchObject([{ title: '5 件办件：快到期' }])
  })
})

describe('a state that lasts (公示期)', () => {
  const lasting = assembleMatters({
    matters: [gardenAdoption],
    guards: inventedGuards,
    rules: assembleRules(
      inventedRules.all.map((rule) => (rule.id === 'garden.decide' ? { ...rule, limits: 'state' } : rule)),
    ),
    registers: inventedMatterRegisters,
    effects: [limitsEffect],
  })
  const step = () => execute(kernel, stepMatterClock(lasting), jobRequest('clock'), {}) as Promise<MatterClockStep>
  const acceptedHere = async () => {
    const { id } = await kernel.command('resident', (context) =>
      beginMatter(context, lasting, {
        ...{ type: 'garden-adoption', entrance: 'account', values, materials },
        applicant: { label: '张三丰', account: 'acc-resident' },
      }),
    )
    await kernel.command('officer', (context) => actOnMatter(context, lasting, { matterId: id, act: 'accept' }))
    return id
  }

  it('warns nobody, makes nobody late, and says once that it is over', async () => {
    await kernel.test.tamper(
      `update matter_limit set next_step_on = null, status = 'void' where status in ('running', 'stopped')`,
    )
    await kernel.test.tamper('delete from outbox')
    const id = await acceptedHere()
    const limits = (day: string) => {
      on(day)
      return kernel.command('officer', async (context) => {
        context.unchanged()
        return presentLimits(context, lasting, [id])
      })
    }
    const last = (await limits('2026-09-14')).find(({ kind }) => kind === 'legal')?.dueOn
    expect(last).toBe('2026-10-16')
    expect(await dueOfMatter(id)).toMatchObject({ dueOn: null, warnOn: null })
    const seen: [string, number][] = []
    for (let day = Date.parse('2026-09-15'); day <= Date.parse('2026-10-26'); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10)
      on(date)
      const { over, warned, missed, toHead, toOffice, skipped } = await step()
      expect({ warned, missed, toHead, toOffice, skipped }).toEqual({
        ...{ warned: 0, missed: 0, toHead: 0, toOffice: 0, skipped: 0 },
      })
      if (over > 0) seen.push([date, over])
    }
    // The promised one and the legal one.
    expect(seen).toEqual([
      ['2026-09-29', 1],
      ['2026-10-17', 1],
    ])
    expect((await tell('matter.limit.%')).map(({ title }) => title)).toEqual([
      expect.stringContaining('已满'),
      expect.stringContaining('已满'),
    ])
    expect((await limits('2026-10-16')).find(({ kind }) => kind === 'legal')?.light).toBe('green')
    expect((await limits('2026-10-17')).map(({ light }) => light)).toEqual(['done', 'done'])
  })
})

describe('a holiday notice that is loaded when limits run 录入节假日', () => {
  const load = (input: object) =>
    execute(
      kernel,
      loadCalendarYear({ recounts: [recountMatterLimits(rules)], jobs: [] }),
      requestAs('administrator'),
      input,
    ) as Promise<{ recounted: number; wasLoaded: boolean; id: string }>
  const year2027 = {
    year: 2027,
    source: '演示：2027年节假日安排（演示文号）',
    holidays: [
      { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
      { name: '春节', from: '2027-02-05', to: '2027-02-12' },
      { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
    ],
    makeUpDays: [{ date: '2026-12-26', holiday: '元旦' }],
  }

  it('counts anew what reaches into it, also from 25 December on, and the matter shows the new day', async () => {
    on('2026-12-14')
    const id = await accepted()
    const before = await limitsOf(id)
    expect(before.find(({ kind }) => kind === 'legal')).toMatchObject({ isProvisional: true })
    const promised = before.find(({ kind }) => kind === 'promised')
    expect(promised).toMatchObject({ dueOn: '2026-12-28', isProvisional: false })
    const { recounted } = await load(year2027)
    expect(recounted).toBeGreaterThanOrEqual(2)
    const after = await limitsOf(id)
    // Saturday 12-26 is worked by the notice for 2027, so the tenth working day comes one working day sooner.
    expect(after.find(({ kind }) => kind === 'promised')).toMatchObject({ dueOn: '2026-12-26' })
    expect(after.find(({ kind }) => kind === 'legal')).toMatchObject({ isProvisional: false })
    expect(await dueOfMatter(id)).toMatchObject({ dueOn: '2026-12-26' })
    expect(await load(year2027)).toMatchObject({ wasLoaded: true, recounted: 0 })
  })

  it('is taken as a whole: the newest of a year counts, in every process', async () => {
    on('2026-12-15')
    await load({ ...year2027, makeUpDays: [] })
    const other = { ...kernel, county: { ...kernel.county } }
    const { years } = (await execute(other, listCalendarYears, requestAs('public'), {})) as {
      years: { year: number; status: string; makeUpDays: unknown[]; loaded: object | null }[]
    }
    expect(years.find(({ year }) => year === 2027)).toMatchObject({ status: 'official', makeUpDays: [] })
    expect(years.find(({ year }) => year === 2026)).toMatchObject({ loaded: null })
  })

  it.each([
    ['a run that ends before it begins', { holidays: [{ name: '春节', from: '2027-02-08', to: '2027-02-05' }] }],
    ['a day of another year', { holidays: [{ name: '春节', from: '2026-02-05', to: '2026-02-08' }] }],
    ['a make-up day on a weekday', { makeUpDays: [{ date: '2027-02-03', holiday: '春节' }] }],
    ['a make-up day in a holiday', { makeUpDays: [{ date: '2027-02-06', holiday: '春节' }] }],
    ['fewer days than the statute gives', { holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }] }],
  ])('refuses %s, and says where', async (_, part) => {
    await expect(load({ ...year2027, ...part })).rejects.toMatchObject({ code: 'operation.badInput' })
  })

  it('is loaded by nobody else than administrators and the office', async () => {
    const command = loadCalendarYear({ recounts: [], jobs: [] })
    await expect(kernel.run('officer', command, year2027)).rejects.toMatchObject({ status: 403 })
  })
})

describe('what the county promises', () => {
  it('is never longer than the law, wherever it falls, and names a limit that exists', async () => {
    const county = (promised: Record<string, ReturnType<typeof workingDays>>) => ({
      ...kernel.county,
      services: {
        halls: [],
        matters: kernel.county.services.matters.map((service) => ({ ...service, promised })),
      },
    })
    const problems = (promised: Record<string, ReturnType<typeof workingDays>>) =>
      promiseProblems(matters, county(promised), { calendar, today: '2026-11-25' })
    expect(problems({})).toEqual([])
    expect(problems({ decide: { n: 28, unit: 'calendarDay' } })).not.toEqual([])
    expect(problems({ decide: workingDays(21) })[0]).toContain('长于法定 20 个工作日')
    expect(problems({ other: workingDays(2) })).toEqual(['garden-adoption.other: 没有这个期限，不能承诺'])
  })
})
