import { evaluate, type Records } from '@qiangxian/engines/formula/evaluate'
import type { Condition, Formula, Window } from '@qiangxian/engines/formula/formula.types'
import { isLeaf, type LeafFormula } from '@qiangxian/engines/formula/leaves'
import { isMissing, type Outcome } from '@qiangxian/engines/formula/outcome'
import type { PlainRecord } from '@qiangxian/engines/formula/span'
import type { World } from '@qiangxian/engines/formula/world.types'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runSql } from '../../registers/run-sql.ts'
import { openTestKernel, type TestKernel } from '../../testing/test-kernel.ts'
import { codeListsOf, readCodeLists } from '../code-lists.ts'
import { gardenRegisters } from '../garden.fixture.ts'
import { leafValues } from '../leaf-values.ts'
import { putRecords } from '../put-records.fixture.ts'
import { worldOf } from '../world.ts'
import { compileValues, type ValueRow } from './values-sql.ts'

const registers = gardenRegisters()
// Ninety formulas over a hundred records, each said by the model for every day and unit.
vi.setConfig({ testTimeout: 60_000 })
let kernel: TestKernel

beforeAll(async () => {
  kernel = await openTestKernel({}, { registers })
})
afterAll(() => kernel.close())

const days = ['2023-12-31', '2024-02-29', '2024-06-30', '2024-12-31', '2025-03-31', '2025-12-31', '2026-06-30']
const units = ['u1', 'u2']

describe('a compiled formula', () => {
  it.each([11, 22, 33, 44])(
    'says what the plain model says, for any formula over any records (seed %i)',
    async (seed) => {
      const [given] = fc.sample(garden, { seed, numRuns: 1 })
      const formulas = fc.sample(leaf, { seed, numRuns: 90 })
      if (given === undefined) throw new Error('no records were made')
      await putRecords(kernel, registers, given)
      for (const [expected, which] of [
        [false, 'any'],
        [true, 'first'],
      ] as const) {
        const parameters: World['parameters'] = new Map([['garden.which', which]])
        const world = worldOf({
          registers,
          indicators: [],
          parameters,
          programme: { start: '2024-01-01', end: '2026-12-31' },
        })
        const compiled = await compute(formulas, world, { expected })
        let figures = 0
        for (const [at, formula] of formulas.entries()) {
          for (const day of days) {
            for (const unitId of [null, ...units]) {
              const model = evaluate(formula, { world, records: given, statistics, day, unitId, expected })
              const real = compiled(at, unitId, day)
              if (!isMissing(model) && model.value !== 0) figures += 1
              expect(plain(real), JSON.stringify({ formula, day, unitId, expected })).toEqual(plain(model))
            }
          }
        }
        // Formulas that all come to nothing would agree as well.
        expect(figures).toBeGreaterThan(formulas.length * 5)
      }
    },
  )

  it('knows what was known at an instant, and leaves later corrections aside', async () => {
    const world = worldOf({ registers, indicators: [], parameters: new Map(), programme: null })
    const plots = [1, 2, 3].map((number) => record(`p${number}`, { name: `p${number}`, givenOn: '2024-01-01' }))
    await putRecords(kernel, registers, new Map([['plot', plots]]), new Date('2026-01-01T00:00:00Z'))
    // One is corrected, one removed, one comes in later.
    await kernel.test.tamper(`insert into plot_past (jurisdiction, id, revision, identity, unit_id, label, pinyin, tokens,
        digest, origin, recorded_at, recorded_by, act, demonstration, name, given_on, replaced_at, ended_by, ended_by_label)
      select jurisdiction, id, revision, identity, unit_id, label, pinyin, tokens, digest, origin, recorded_at, recorded_by,
        act, demonstration, name, given_on, '2026-02-01', 'changed', 't' from plot where id in ('p1', 'p2')`)
    await kernel.test.tamper(
      `update plot set given_on = '2025-01-01', recorded_at = '2026-02-01', revision = 2 where id = 'p1'`,
    )
    await kernel.test.tamper(`delete from plot where id = 'p2'`)
    await kernel.test.tamper(`update plot set recorded_at = '2026-03-01' where id = 'p3'`)
    const count: LeafFormula = {
      measure: 'count',
      unit: '块',
      register: 'plot',
      where: { named: 'in-force' },
      window: { kind: 'stock' },
    }
    const at = async (day: string, knownAt?: string) => {
      const options = knownAt === undefined ? {} : { knownAt: new Date(knownAt) }
      return plain((await compute([count], world, options))(0, null, day))
    }
    expect(await at('2024-06-30')).toBe(1)
    expect(await at('2024-06-30', '2026-01-15T00:00:00Z')).toBe(2)
    expect(await at('2024-06-30', '2025-12-31T00:00:00Z')).toBe('“园地”还没有数据')
    expect(await at('2024-06-30', '2026-02-15T00:00:00Z')).toBe(0)
    expect(await at('2025-12-31', '2026-02-15T00:00:00Z')).toBe(1)
  })
})

const statistics = { series: 'series', value: 'value', on: 'asOf', publishedOn: 'publishedOn' }

async function compute(
  formulas: readonly LeafFormula[],
  world: World,
  options: { readonly expected?: boolean; readonly knownAt?: Date },
): Promise<(at: number, unitId: string | null, day: string) => Outcome> {
  const { jurisdiction } = kernel.county
  return kernel.database.inJurisdiction(jurisdiction, 'read', async (tx) => {
    const facts = { jurisdiction, registers, world, ...options }
    const codes = await readCodeLists(tx, facts, codeListsOf(formulas, world))
    const { text, parameters, registers: named } = compileValues(formulas, days, { ...facts, codes })
    const rows = await runSql<ValueRow>(tx, text, parameters)
    const holds = new Set(rows.flatMap(({ leaf, records }) => (leaf < 0 && records > 0 ? [named[-1 - leaf]] : [])))
    const values = formulas.map((formula, at) =>
      leafValues(
        formula,
        rows.filter(({ leaf }) => leaf === at),
        days,
        world,
        formula.measure === 'latest' || holds.has(formula.register),
      ),
    )
    return (at, unitId, day) => {
      const found = values[at]
      if (found === undefined) throw new Error(`no leaf ${at}`)
      return found.outcome(unitId, day)
    }
  })
}

function plain(outcome: Outcome): number | string {
  return isMissing(outcome) ? outcome.missing.zh : Number(outcome.value.toPrecision(11))
}

function record(id: string, values: PlainRecord['values'], rest: Partial<PlainRecord> = {}): PlainRecord {
  return { id, label: id, unitId: null, expectedOn: null, ...rest, values }
}

// Few days and few values, so that they meet often.
const someDay = fc.constantFrom(
  '2020-02-29',
  '2023-06-30',
  '2024-01-01',
  '2024-02-28',
  '2024-12-31',
  '2025-03-31',
  '2025-07-15',
  '2026-06-30',
  '2027-01-01',
)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 })
const unitId = fc.constantFrom(null, 'u1', 'u2')
const linkTo = (prefix: string, most: number) =>
  fc.integer({ min: 1, max: most }).map((number) => ({ id: `${prefix}${number}`, name: `${prefix}${number}` }))
const unknown = fc.constantFrom({ id: null, name: '不知道是谁' }, { id: null, name: '另一个' })

const plotValues = fc.record({
  group: maybe(fc.constantFrom('东', '西')),
  kind: maybe(fc.constantFrom('flower', 'tree')),
  size: maybe(fc.integer({ min: 0, max: 400 }).map((number) => number / 4)),
  rent: maybe(fc.integer({ min: 0, max: 100_000 })),
  isShared: maybe(fc.boolean()),
  codes: maybe(fc.uniqueArray(fc.constantFrom('A1', 'A12', 'B2', 'C33'), { maxLength: 3 })),
  givenOn: maybe(someDay),
  endedOn: maybe(someDay),
  expiresOn: maybe(someDay),
  keeper: maybe(fc.oneof(linkTo('m', 3), unknown)),
  keepers: maybe(fc.array(fc.oneof(linkTo('m', 3), unknown), { minLength: 1, maxLength: 2 })),
})
const prizeValues = fc.record({
  plot: maybe(fc.oneof(linkTo('p', 20), unknown)),
  plots: maybe(fc.uniqueArray(linkTo('p', 20), { maxLength: 3, selector: ({ id }) => id })),
  wonOn: maybe(someDay),
  withdrawnOn: maybe(someDay),
  amount: maybe(fc.integer({ min: 0, max: 60_000 })),
  level: maybe(fc.constantFrom('high', 'low')),
})
const figureValues = fc.record({
  series: fc.constantFrom('人口', '产值'),
  asOf: someDay,
  value: fc.integer({ min: 0, max: 50 }),
  publishedOn: maybe(someDay),
})

const garden: fc.Arbitrary<Records> = fc
  .record({
    plots: fc.array(fc.tuple(plotValues, unitId, maybe(someDay)), { minLength: 40, maxLength: 60 }),
    prizes: fc.array(fc.tuple(prizeValues, unitId, maybe(someDay)), { minLength: 15, maxLength: 40 }),
    figures: fc.array(fc.tuple(figureValues, unitId), { maxLength: 12 }),
    crops: fc.uniqueArray(fc.constantFrom('A', 'A12', 'B2', 'Z'), { maxLength: 3 }),
  })
  .map(
    ({ plots, prizes, figures, crops }) =>
      new Map([
        [
          'plot',
          plots.map(([values, unit, expectedOn], at) =>
            record(`p${at}`, { name: `园${at}`, ...values }, { unitId: unit, expectedOn }),
          ),
        ],
        [
          'prize',
          prizes.map(([values, unit, expectedOn], at) =>
            record(`z${at}`, { name: `奖${at}`, ...values }, { unitId: unit, expectedOn }),
          ),
        ],
        [
          'garden-figure',
          figures.map(([values, unit], at) => record(`f${at}`, { area: `${at}`, ...values }, { unitId: unit })),
        ],
        ['crop', crops.map((symbol) => record(symbol, { symbol }))],
      ]),
  )

const timeless: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { field: 'kind', is: 'flower' },
    { field: 'kind', is: ['flower', 'tree'] },
    { field: 'isShared', is: true },
    { field: 'keeper', is: 'm1' },
    { field: 'size', is: 12.5 },
    { field: 'group', isSet: true },
    { field: 'endedOn', isSet: false },
    { field: 'codes', isSet: true },
    { field: 'keeper', isSet: false },
    { field: 'group', startsWith: ['东', '南'] },
    { field: 'codes', holds: ['A12', 'B2'] },
    { field: 'keepers', holds: ['m2'] },
    { field: 'rent', atLeast: 300.5 },
    { field: 'size', atMost: { parameter: 'garden.none', otherwise: 40 } },
    { codes: 'codes', listedIn: 'crop', as: 'symbol', which: 'any' },
    { named: 'listed' },
    { all: [] },
    { any: [] },
  ),
)
const open: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { from: 'givenOn' },
  { from: { field: 'givenOn', years: 1, days: 1 } },
  { from: { field: 'expiresOn', months: -1 } },
  { named: 'old' },
  { named: 'awarded' },
  { named: 'well-paid' },
  { related: 'prize', through: 'plot', on: 'wonOn' },
  {
    related: 'prize',
    through: 'plots',
    on: 'wonOn',
    where: { from: 'wonOn', until: ['withdrawnOn'] },
    sumOf: 'amount',
    reaches: 300,
  },
  { related: 'prize', through: 'plot', on: 'wonOn', where: { not: { field: 'level', is: 'low' } } },
  { from: { day: '2024-07-01' } },
)
const ending: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { named: 'in-force' },
  { from: 'givenOn', until: ['expiresOn', { field: 'givenOn', years: 2 }] },
  { from: 'givenOn', until: [{ day: '2025-12-31', of: { field: 'kind', is: ['tree'] } }] },
)
const alternatives: fc.Arbitrary<Condition> = fc
  .array(
    fc.oneof(
      timeless,
      open,
      timeless.map((condition): Condition => ({ not: condition })),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((any) => ({ any }))
const part = fc.oneof(timeless, open, ending, alternatives, fc.constant<Condition>({ named: 'excellent' }))
const condition: fc.Arbitrary<Condition> = fc.oneof(
  part,
  fc.array(part, { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
)
const window: fc.Arbitrary<Window> = fc.oneof(
  fc.constant<Window>({ kind: 'stock' }),
  fc.constantFrom<Window>(
    { kind: 'sinceStart', on: 'givenOn' },
    { kind: 'sinceStart', on: 'givenOn', from: '2025-03-31' },
    { kind: 'ever', on: 'givenOn' },
    { kind: 'year', on: 'givenOn' },
    { kind: 'months', on: 'expiresOn', months: 5 },
    { kind: 'latest', on: 'givenOn', per: ['group'] },
    { kind: 'latest', on: 'givenOn', per: ['keeper', 'kind'] },
    { kind: 'latest', on: 'expiresOn', per: [] },
  ),
)
const once = fc.constantFrom(undefined, undefined, ['group'], ['keeper'], ['keepers', 'kind'])
const source = fc
  .record({ where: fc.option(condition, { nil: undefined, freq: 6 }), window, once })
  .map(({ where, window: during, once: by }) => ({
    register: 'plot',
    window: during,
    ...(where === undefined ? {} : { where }),
    ...(by === undefined ? {} : { once: by }),
  }))
const leaf: fc.Arbitrary<LeafFormula> = fc
  .oneof(
    { weight: 5, arbitrary: source.map((given): Formula => ({ measure: 'count', unit: '块', ...given })) },
    { weight: 2, arbitrary: source.map((given): Formula => ({ measure: 'sum', field: 'rent', unit: '元', ...given })) },
    {
      weight: 1,
      arbitrary: source.map(
        (given): Formula => ({ measure: 'sum', field: 'size', unit: '亩', whenNone: 'missing', ...given }),
      ),
    },
    {
      weight: 1,
      arbitrary: source.map((given): Formula => ({ measure: 'average', field: 'size', unit: '亩', ...given })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ series: fc.constantFrom('人口', '产值', '没有'), ofCounty: fc.boolean() })
        .map((given): Formula => ({ measure: 'latest', unit: '人', ...given })),
    },
  )
  .filter(isLeaf)
