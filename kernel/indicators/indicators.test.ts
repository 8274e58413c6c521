import type { Formula } from '@qiangxian/engines/formula/formula.types'
import { openTable } from '@qiangxian/engines/tabular/open-table'
import { sourceOfBytes } from '@qiangxian/engines/tabular/source-of-bytes'
import type { Static } from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { execute } from '../operations/execute.ts'
import type { Operation } from '../operations/operation.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { assembleIndicators } from './define-indicator.ts'
import { gardenIndicator, gardenRegisters } from './garden.fixture.ts'
import { indicatorJob } from './indicator.job.ts'
import { indicatorOperations } from './indicator.operations.ts'
import type { CountedRecord, IndicatorDetail, IndicatorValue } from './indicators.schemas.ts'
import { plot, prize, putRecords } from './put-records.fixture.ts'

const registers = gardenRegisters()
const residents: Formula = { measure: 'latest', series: '人口', unit: '人' }
const excellent: Formula = {
  measure: 'count',
  unit: '块',
  register: 'plot',
  where: { all: [{ named: 'excellent' }, { named: 'in-force' }] },
  window: { kind: 'stock' },
}
const indicators = assembleIndicators({
  registers,
  indicators: [
    gardenIndicator({
      id: 'plot.in-force',
      unit: '块',
      formula: { ...excellent, where: { named: 'in-force' } } as Formula,
    }),
    gardenIndicator({
      id: 'plot.excellent-per-10k',
      unit: '块/万人',
      decimals: 2,
      formula: { measure: 'per', of: excellent, per: 10_000, residents },
    }),
    gardenIndicator({
      id: 'plot.members',
      unit: '块',
      formula: {
        measure: 'count',
        unit: '块',
        register: 'plot',
        window: { kind: 'ever', on: 'givenOn' },
        once: ['keeper'],
      },
    }),
    gardenIndicator({ id: 'plot.again', unit: '块', formula: { measure: 'indicator', id: 'plot.in-force' } }),
  ],
  cautions: [
    {
      id: 'no-counting-of-gifts',
      message: '按给予的块数计数，会鼓励把地分小。',
      messageEn: 'counting gifts rewards small plots',
      source: '演示',
      applies: { counts: 'plot', by: 'givenOn' },
    },
  ],
})
const operations = indicatorOperations(indicators)
const office = requestAs('office')

let kernel: TestKernel
let town = ''

beforeAll(async () => {
  kernel = await openTestKernel({}, { registers })
  const { rows } = await kernel.test.tamper(`select id from party where name = '云亭镇'`)
  town = rows[0]?.id
})
afterAll(() => kernel.close())

function operation(id: string): Operation {
  const found = operations.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no operation ${id}`)
  return found
}

function run(id: string, input: unknown, as = office): Promise<unknown> {
  return execute(kernel, operation(id), as, input)
}

const valueAt = async (code: string, at: string, unit?: string) =>
  (await run('indicator.value', { code, at, ...(unit === undefined ? {} : { unit }) })) as Static<typeof IndicatorValue>

const figures = [
  {
    id: 'f1',
    label: 'f1',
    unitId: null,
    expectedOn: null,
    values: { series: '人口', area: '全市', asOf: '2024-12-31', value: 20_000, publishedOn: '2025-03-01' },
  },
  {
    id: 'f2',
    label: 'f2',
    unitId: null,
    expectedOn: null,
    values: { series: '人口', area: '全市 ', asOf: '2025-12-31', value: 10_000, publishedOn: '2026-03-01' },
  },
]

beforeEach(async () => {
  kernel.setNow(new Date('2026-11-25T02:00:00Z'))
  await kernel.test.tamper('delete from computed_value')
  await kernel.test.tamper('delete from computed_state')
  await kernel.test.tamper('alter table definition_version disable rule all').catch(() => {})
  await kernel.test.tamper('delete from definition_version')
  await kernel.test.tamper('delete from value_freeze')
  await putRecords(
    kernel,
    registers,
    new Map([
      [
        'plot',
        [
          plot('a', { givenOn: '2020-01-01' }, { unitId: town }),
          plot('b', { givenOn: '2026-01-01' }, { unitId: town }),
          plot('c', { givenOn: '2026-02-01', endedOn: '2026-06-01' }),
          plot('d', {}, { expectedOn: '2026-12-20' }),
        ],
      ],
      ['prize', [prize('z1', 'b', '2026-05-01')]],
      ['crop', [{ id: 'x', label: 'x', unitId: null, expectedOn: null, values: { symbol: 'X9' } }]],
      ['garden-figure', figures],
    ]),
  )
  await run('indicator.sync', {})
})

describe('the value of an indicator', () => {
  it('comes with formula, parts, version and day', async () => {
    const value = await valueAt('plot.excellent-per-10k', '2026-06-30')
    expect(value).toMatchObject({
      code: 'plot.excellent-per-10k',
      value: 2,
      unit: '块/万人',
      state: 'computed',
      target: null,
      light: null,
      version: 1,
      asOf: '2026-06-30',
      formula: '优秀的有效的园地（块） ÷ 人口（万人）',
    })
    expect(value.inputs.map(({ path, value: figure, records }) => [path, figure, records])).toEqual([
      ['of', 2, 2],
      ['residents', 10_000, null],
    ])
  })

  it('is missing with its reason, and never zero', async () => {
    expect(await valueAt('plot.excellent-per-10k', '2024-06-30')).toMatchObject({
      value: null,
      state: 'missing',
      missing: { zh: '到 2024-06-30 还没有公布“人口”' },
    })
    await kernel.test.tamper('delete from plot')
    expect(await valueAt('plot.in-force', '2026-06-30')).toMatchObject({
      value: null,
      missing: { zh: '“园地”还没有数据' },
    })
  })

  it('is had for one unit, by its name', async () => {
    expect(await valueAt('plot.in-force', '2026-05-31')).toMatchObject({ value: 3, scope: null })
    expect(await valueAt('plot.in-force', '2026-05-31', '云亭镇')).toMatchObject({
      value: 2,
      scope: { name: '云亭镇' },
    })
    await expect(valueAt('plot.in-force', '2026-05-31', '没有的镇')).rejects.toMatchObject({
      code: 'indicator.noSuchUnit',
    })
  })

  it('says that there is no such indicator', async () => {
    await expect(valueAt('moon.rocks', '2026-05-31')).rejects.toMatchObject({ code: 'indicator.unknown', status: 404 })
  })
})

describe('the records behind a figure', () => {
  it('each say why they count, on what evidence', async () => {
    const page = (await run('indicator.records', { code: 'plot.excellent-per-10k', at: '2026-06-30' })) as {
      records: CountedRecord[]
      counting: number
      notCounting: number
      grounds: { zh: string; records: number; alone: number }[]
    }
    expect(page.records.map(({ id, counts, from }) => [id, counts, from])).toEqual([
      ['a', true, '2023-01-02'],
      ['b', true, '2026-05-01'],
    ])
    expect(page.records[1]?.reasons.find(({ holds }) => holds)).toMatchObject({
      zh: expect.stringContaining('奖z1（2026-05-01）'),
      record: { register: 'prize', id: 'z1' },
    })
    expect([page.counting, page.notCounting]).toEqual([2, 2])
    expect(page.grounds).toContainEqual({ zh: '获奖', en: 'Awarded', records: 1, alone: 1 })
  })

  it('are listed when they nearly count, with what fails', async () => {
    const page = (await run('indicator.records', { code: 'plot.in-force', at: '2026-06-30', counts: false })) as {
      records: CountedRecord[]
    }
    expect(page.records.map(({ id }) => id)).toEqual(['c', 'd'])
    expect(page.records[0]?.reasons).toMatchObject([{ holds: false, zh: '有效：收回日是 2026-06-01，已经过了' }])
  })

  it('come page by page, and for scripts as one list', async () => {
    const first = (await run('indicator.records', { code: 'plot.in-force', at: '2026-05-31', limit: 2 })) as {
      records: CountedRecord[]
      next: string
    }
    const second = (await run('indicator.records', {
      code: 'plot.in-force',
      at: '2026-05-31',
      limit: 2,
      after: first.next,
    })) as typeof first
    expect([...first.records, ...second.records].map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(second.next).toBe(null)
    const all = (await run('indicator.lineage', { code: 'plot.in-force', at: '2026-05-31' })) as CountedRecord[]
    expect(
      all.map(({ register, id, label, counts, reasons }) => [register, id, label, counts, reasons.length]),
    ).toEqual([
      ['plot', 'a', '园a', true, 1],
      ['plot', 'b', '园b', true, 1],
      ['plot', 'c', '园c', true, 1],
    ])
  })

  it('say that another one like them counts already', async () => {
    await kernel.test.tamper(`update plot set keeper_name = '甲', keeper_id = 'm1' where id in ('a', 'b')`)
    const page = (await run('indicator.records', { code: 'plot.members', at: '2026-06-30', counts: false })) as {
      records: CountedRecord[]
    }
    expect(page.records.find(({ id }) => id === 'b')?.reasons.at(-1)).toMatchObject({
      holds: false,
      zh: '与另一条已计入的记录相同，只计一次',
    })
  })

  it('know the ones that joined and left between two days', async () => {
    const ask = async (step: string) =>
      (
        (await run('indicator.records', { code: 'plot.in-force', from: '2026-01-31', to: '2026-06-30', step })) as {
          records: CountedRecord[]
        }
      ).records.map(({ id }) => id)
    expect(await ask('joined')).toEqual([])
    await kernel.test.tamper(`update plot set given_on = '2026-03-01' where id = 'b'`)
    expect(await ask('joined')).toEqual(['b'])
    await kernel.test.tamper(`update plot set ended_on = '2026-04-01' where id = 'a'`)
    expect(await ask('left')).toEqual(['a'])
  })
})

describe('how a figure changed', () => {
  it('adds up, step by step', async () => {
    const fall = (await run('indicator.waterfall', {
      code: 'plot.excellent-per-10k',
      from: '2026-02-28',
      to: '2026-06-30',
    })) as {
      start: number
      end: number
      steps: { kind: string; change: number; records: number | null }[]
    }
    expect([fall.start, fall.end]).toEqual([0.5, 2])
    expect(fall.steps.map(({ kind, change, records }) => [kind, change, records])).toEqual([
      ['joined', 0.5, 1],
      ['denominator', 1, null],
    ])
    expect(fall.start + fall.steps.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(fall.end, 10)
    await expect(
      run('indicator.waterfall', { code: 'plot.in-force', from: '2026-06-30', to: '2026-06-30' }),
    ).rejects.toMatchObject({ code: 'indicator.badDay' })
  })

  it('counts what is expected in what-if only', async () => {
    const whatIf = await run('indicator.whatIf', { code: 'plot.in-force', on: '2026-12-31' })
    expect(whatIf).toMatchObject({
      value: 2,
      withExpected: 3,
      records: [{ register: 'plot', id: 'd', expectedOn: '2026-12-20' }],
    })
    expect(await run('indicator.whatIf', { code: 'plot.in-force', on: '2026-12-19' })).toMatchObject({
      withExpected: 2,
      records: [],
    })
  })
})

describe('a definition', () => {
  const narrower: Formula = { ...excellent, where: { all: [{ named: 'in-force' }, { named: 'awarded' }] } }

  it('is previewed: words, values now and proposed, records that would leave', async () => {
    const preview = await run('indicator.preview', { indicator: 'plot.in-force', formula: narrower, at: '2026-05-31' })
    expect(preview).toMatchObject({
      formula: '有效的获奖的园地（块）',
      unit: '块',
      problems: [],
      joining: { count: 0 },
      leaving: { count: 2, some: [{ id: 'a', counts: true }, { id: 'c' }] },
    })
    expect((preview as { points: { on: string }[] }).points.find(({ on }) => on === '2026-05-31')).toEqual({
      on: '2026-05-31',
      now: 3,
      proposed: 1,
    })
    expect(
      await run('indicator.preview', {
        register: 'plot',
        condition: 'awarded',
        holds: { field: 'isShared', is: true },
        at: '2026-06-30',
      }),
    ).toMatchObject({ leaving: { count: 1, some: [{ id: 'b' }] } })
  })

  it.each([
    ['units that do not fit', { measure: 'scale', of: excellent, by: 10_000, unit: '万块' }, '指标的单位是“块”'],
    ['a circle', { measure: 'indicator', id: 'plot.again' }, '成环'],
    ['an unknown register', { ...excellent, register: 'moon' }, '没有名录“moon”'],
    ['an unknown field', { ...excellent, where: { field: 'moon', is: 1 } }, '没有字段“moon”'],
    ['an unknown case', { parameter: 'p', otherwise: 'x', cases: {} }, '默认值“x”'],
    [
      'a window that ends before it starts',
      { ...excellent, window: { kind: 'months', on: 'givenOn', months: -3 } },
      '开始之前就结束',
    ],
    [
      'a division by zero',
      { measure: 'ratio', of: excellent, to: { measure: 'number', value: 0, unit: '' } },
      '常数 0',
    ],
    ['nonsense', { measure: 'ratio' }, '不是一个完整的公式'],
    ['nothing', null, '不是一个完整的公式'],
  ])('is refused with %s, in the preview and when it is saved', async (_, formula, words) => {
    const preview = (await run('indicator.preview', { indicator: 'plot.in-force', formula })) as {
      problems: { message: { zh: string } }[]
    }
    expect(preview.problems.map(({ message }) => message.zh).join()).toContain(words)
    await expect(
      run('indicator.define', { code: 'plot.in-force', formula, validFrom: '2026-01-01', reason: '试', basedOn: 1 }),
    ).rejects.toMatchObject({
      code: 'indicator.badDefinition',
      problems: [{ message: { zh: expect.stringContaining(words) } }],
    })
  })

  it('warns of what matches everything, and of what rewards the wrong thing', async () => {
    const warned = async (formula: Formula) =>
      (
        (await run('indicator.preview', { indicator: 'plot.in-force', formula })) as { warnings: { zh: string }[] }
      ).warnings
        .map(({ zh }) => zh)
        .join()
    expect(await warned({ ...excellent, where: { all: [] } })).toContain('所有记录')
    expect(
      await warned({ measure: 'count', unit: '块', register: 'plot', window: { kind: 'year', on: 'givenOn' } }),
    ).toContain('鼓励把地分小')
  })

  it('changes from a day on, and leaves earlier periods as they were', async () => {
    await run('indicator.define', {
      code: 'plot.in-force',
      formula: narrower,
      validFrom: '2026-05-31',
      reason: '只看获奖的',
      basedOn: 1,
    })
    expect(await valueAt('plot.in-force', '2026-04-30')).toMatchObject({ value: 3, version: 1 })
    expect(await valueAt('plot.in-force', '2026-05-31')).toMatchObject({ value: 1, version: 2 })
    const detail = (await run('indicator.show', { code: 'plot.in-force' })) as IndicatorDetail
    expect(detail.versions.map(({ version, origin, reason, byLabel }) => [version, origin, reason, byLabel])).toEqual([
      [2, 'edited', '只看获奖的', '演示操作员'],
      [1, 'declared', '程序自带', '演示操作员'],
    ])
    const fall = (await run('indicator.waterfall', {
      code: 'plot.in-force',
      from: '2026-04-30',
      to: '2026-05-31',
    })) as { steps: { kind: string; change: number }[] }
    expect(fall.steps.map(({ kind, change }) => [kind, change])).toEqual([
      ['definition', -3],
      ['joined', 1],
    ])
  })

  it('is not overwritten by somebody who looked at the version before', async () => {
    const save = (formula: Formula, basedOn: number) =>
      run('indicator.define', { code: 'plot.in-force', formula, validFrom: '2026-05-31', reason: '试', basedOn })
    const both = await Promise.allSettled([
      save(narrower, 1),
      save({ ...excellent, where: { named: 'old' } } as Formula, 1),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'indicator.definitionChanged', status: 409 },
    })
  })

  it('of a condition is changed with all indicators that use it, unless one would break', async () => {
    const save = (holds: unknown) =>
      run('condition.define', {
        register: 'plot',
        name: 'awarded',
        holds,
        validFrom: '2026-01-01',
        reason: '试',
        basedOn: 1,
      })
    await expect(save({ from: 'givenOn', until: ['endedOn'] })).rejects.toMatchObject({
      code: 'indicator.inUse',
      message: expect.stringContaining('不能有截止日期'),
    })
    await save({ field: 'isShared', is: true })
    expect(await valueAt('plot.excellent-per-10k', '2026-06-30')).toMatchObject({ value: 1 })
    const { conditions } = (await run('condition.list', {})) as {
      conditions: { name: string; version: number; usedBy: unknown[] }[]
    }
    expect(conditions.find(({ name }) => name === 'awarded')).toMatchObject({
      version: 2,
      usedBy: [{ id: 'plot.excellent-per-10k' }],
    })
  })
})

describe('an approved value', () => {
  it('keeps what it stands on, and shows what changed since', async () => {
    await run('indicator.freeze', { code: 'plot.in-force', period: '2026-05' })
    await expect(run('indicator.freeze', { code: 'plot.in-force', period: '2026-05' })).rejects.toMatchObject({
      code: 'indicator.alreadyFrozen',
    })
    await expect(run('indicator.freeze', { code: 'plot.in-force', period: '2026-12' })).rejects.toMatchObject({
      code: 'indicator.periodNotOver',
    })
    expect(await valueAt('plot.in-force', '2026-05-31')).toMatchObject({
      state: 'frozen',
      frozen: { value: 3, changedRecords: 0 },
    })
    // A later correction: one never was given, another came in late.
    kernel.setNow(new Date('2026-11-26T02:00:00Z'))
    await kernel.test.tamper(`insert into plot_past (jurisdiction, id, revision, identity, label, pinyin, tokens, digest, origin,
        recorded_at, recorded_by, act, demonstration, name, given_on, ended_on, replaced_at, ended_by, ended_by_label)
      select jurisdiction, id, revision, identity, label, pinyin, tokens, digest, origin, recorded_at, recorded_by, act,
        demonstration, name, given_on, ended_on, '2026-11-26T01:00:00Z', 'removed', 't' from plot where id = 'c'`)
    await kernel.test.tamper(`delete from plot where id = 'c'`)
    await kernel.test.tamper(`insert into plot (jurisdiction, id, revision, identity, label, pinyin, tokens, digest, origin,
        recorded_at, recorded_by, act, demonstration, name, given_on)
      values ('yanshi', 'e', 1, 'e', '园e', '', '', 'e', 'form', '2026-11-26T01:30:00Z', 't', 'added', false, '园e', '2026-05-01')`)
    expect(await valueAt('plot.in-force', '2026-05-31')).toMatchObject({
      value: 3,
      frozen: { value: 3, changedRecords: 2 },
    })
    expect(await run('indicator.drift', { code: 'plot.in-force', period: '2026-05' })).toMatchObject({
      frozen: 3,
      now: 3,
      changedRecords: 2,
      records: [
        { id: 'c', change: 'left', before: 1, after: 0, since: '2026-11-26T01:00:00.000Z' },
        { id: 'e', change: 'joined', before: 0, after: 1, since: '2026-11-26T01:30:00.000Z' },
      ],
    })
    await expect(run('indicator.freeze', { code: 'plot.in-force', period: '2026-05' })).rejects.toMatchObject({
      code: 'indicator.reasonNeeded',
    })
    await run('indicator.freeze', { code: 'plot.in-force', period: '2026-05', reason: '补报一块' })
    expect(await valueAt('plot.in-force', '2026-05-31')).toMatchObject({ frozen: { value: 3, changedRecords: 0 } })
    await expect(run('indicator.drift', { code: 'plot.in-force', period: '2026-04' })).rejects.toMatchObject({
      code: 'indicator.notFrozen',
    })
  })

  it('stays by its own definition when that changes back to its period', async () => {
    await run('indicator.freeze', { code: 'plot.in-force', period: '2026-05' })
    await run('indicator.define', {
      code: 'plot.in-force',
      formula: { ...excellent, where: { named: 'awarded' } },
      validFrom: '2020-01-01',
      reason: '试',
      basedOn: 1,
    })
    expect(await valueAt('plot.in-force', '2026-05-31')).toMatchObject({
      value: 1,
      frozen: { value: 3, changedRecords: 0 },
    })
  })
})

describe('kept values', () => {
  const job = indicatorJob(indicators)
  const occasion = { request: office, requestId: 'test', signal: new AbortController().signal }
  const bump = (register: string) =>
    kernel.test.tamper(
      `insert into register_change values ('yanshi', $1, 1, '2026-11-25') on conflict (jurisdiction, register) do update set change_no = register_change.change_no + 1`,
      [register],
    )

  it('are computed when they are stale, and written when they come out otherwise', async () => {
    expect(await job.run(kernel, occasion)).toMatchObject({ computed: 4 })
    expect(await job.run(kernel, occasion)).toBe(undefined)
    const { rows } = await kernel.test.tamper(
      `select value, inputs from computed_value where indicator = 'plot.in-force' and scope_key = 'county' and on_date = '2026-11-25'`,
    )
    expect(rows).toMatchObject([{ value: 2, inputs: [{ path: '', records: 2 }] }])
    await kernel.test.tamper(`update plot set ended_on = '2026-11-01' where id = 'b'`)
    await bump('plot')
    expect(await job.run(kernel, occasion)).toMatchObject({ computed: 4 })
    await bump('prize')
    expect(await job.run(kernel, occasion)).toMatchObject({ computed: 1, written: 0 })
    kernel.setNow(new Date('2026-12-01T02:00:00Z'))
    expect(await job.run(kernel, occasion)).toMatchObject({ computed: 4 })
    const list = (await run('indicator.list', {})) as {
      indicators: { id: string; value: number; asOf: string; trend: unknown[] }[]
    }
    expect(list.indicators.find(({ id }) => id === 'plot.in-force')).toMatchObject({ value: 1, asOf: '2026-12-01' })
  })

  it('of a broken definition are a trouble of its own', async () => {
    await kernel.test.tamper(
      `insert into definition_version (jurisdiction, kind, id, version, valid_from, definition, origin, reason, decided_at, by_label)
       values ('yanshi', 'indicator', 'plot.members', 2, '2020-01-01', $1, 'edited', 't', now(), 't')`,
      [JSON.stringify({ measure: 'count', unit: '块', register: 'gone', window: { kind: 'stock' } })],
    )
    expect(await job.run(kernel, occasion)).toMatchObject({ broken: ['plot.members'] })
    const { indicators: rows } = (await run('indicator.list', {})) as {
      indicators: { id: string; value: number | null }[]
    }
    expect(rows.map(({ id, value }) => [id, value])).toEqual([
      ['plot.in-force', 2],
      ['plot.excellent-per-10k', 2],
      ['plot.members', null],
      ['plot.again', 2],
    ])
    await expect(valueAt('plot.members', '2026-06-30')).rejects.toMatchObject({ code: 'indicator.broken' })
  })

  it('tell the office once when a source falls silent', async () => {
    await bump('plot')
    await kernel.test.tamper(`update register_change set changed_at = '2026-08-01' where register = 'plot'`)
    await job.run(kernel, occasion)
    kernel.setNow(new Date('2026-11-26T02:00:00Z'))
    await job.run(kernel, occasion)
    const { rows } = await kernel.test.tamper(
      `select payload->>'title' as title from outbox where topic = 'indicator.sourceSilent'`,
    )
    expect(rows).toEqual([{ title: '“园地”已有 116 天没有新数据' }])
  })
})

describe('who may do what', () => {
  it('lets a leader read and neither decide nor approve', async () => {
    const leader = requestAs('leader')
    expect(await run('indicator.value', { code: 'plot.in-force' }, leader)).toMatchObject({ value: 2 })
    await expect(run('indicator.freeze', { code: 'plot.in-force', period: '2026-05' }, leader)).rejects.toMatchObject({
      status: 403,
    })
    await expect(run('indicator.preview', {}, leader)).rejects.toMatchObject({ status: 403 })
    await expect(run('indicator.value', { code: 'plot.in-force' }, requestAs('public'))).rejects.toMatchObject({
      code: expect.stringMatching(/notAllowed|signIn/),
    })
  })
})

describe('the workbook of a figure', () => {
  it('holds the figure, its parts and every record with its reasons', async () => {
    const { fileName, content } = (await run('indicator.export', {
      code: 'plot.excellent-per-10k',
      at: '2026-06-30',
    })) as { fileName: string; content: Uint8Array }
    expect(fileName).toMatch(/2026-06-30\.xlsx$/)
    const opened = await openTable(sourceOfBytes(content), { fileName })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const texts: string[] = []
    for (const sheet of opened.table.sheets) {
      for await (const rows of sheet.rows())
        texts.push(...rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '').join('|')))
    }
    expect(texts).toContain('值|2')
    expect(texts.find((text) => text.startsWith('园b|b|1'))).toContain('奖z1')
  })
})
