import { describe, expect, it } from 'vitest'
import { checkFormula, checkNamedCondition } from './check-formula.ts'
import { sameDayMonthsBefore, shifted } from './days.ts'
import { evaluate, surroundingsOf } from './evaluate.ts'
import { explain } from './explain.ts'
import type { Formula } from './formula.types.ts'
import { isMissing } from './outcome.ts'
import { formulaInWords } from './print-formula.ts'
import { gardenStatistics, gardenWorld, record } from './world.fixture.ts'
import { writtenFormula } from './write-formula.ts'

const inForce: Formula = {
  measure: 'count',
  unit: '块',
  register: 'plot',
  where: { named: 'in-force' },
  window: { kind: 'stock' },
}
const perResidents: Formula = {
  measure: 'per',
  of: { ...inForce, where: { all: [{ named: 'excellent' }, { named: 'in-force' }] } },
  per: 10_000,
  residents: { measure: 'latest', series: '常住人口', unit: '人' },
}

function figureOf(formula: Formula, records: Record<string, ReturnType<typeof record>[]>, day = '2026-06-30') {
  const world = gardenWorld()
  const outcome = evaluate(formula, {
    world,
    records: new Map(Object.entries(records)),
    statistics: gardenStatistics,
    day,
    unitId: null,
  })
  return isMissing(outcome) ? outcome.missing.zh : outcome.value
}

describe('days', () => {
  it('stops at the end of a month, as PostgreSQL does', () => {
    expect(shifted('2024-02-29', { years: 1 })).toBe('2025-02-28')
    expect(shifted('2024-01-31', { months: 1, days: 1 })).toBe('2024-03-01')
  })
  it('compares month ends with month ends', () => {
    expect(sameDayMonthsBefore('2026-02-28', 1)).toBe('2026-01-31')
    expect(sameDayMonthsBefore('2026-03-31', 12)).toBe('2025-03-31')
    expect(sameDayMonthsBefore('2026-03-15', 12)).toBe('2025-03-15')
  })
})

describe('the value of a formula', () => {
  it('counts what is in force on the day, and no longer on the day of its end', () => {
    const plots = [
      record('a', { givenOn: '2024-03-01', endedOn: '2026-06-30' }),
      record('b', { givenOn: '2026-06-30' }),
    ]
    expect(figureOf(inForce, { plot: plots }, '2026-06-29')).toBe(1)
    expect(figureOf(inForce, { plot: plots }, '2026-06-30')).toBe(1)
    expect(figureOf(inForce, { plot: plots }, '2024-02-29')).toBe(0)
  })

  it('is missing, and not zero, while a register holds nothing', () => {
    expect(figureOf(inForce, { plot: [] })).toBe('“园地”还没有数据')
  })

  it('takes the last published figure, and divides by nothing that is missing or zero', () => {
    const plots = [record('a', { givenOn: '2010-01-01' })]
    const figures = [
      record('1', { series: '常住人口', value: 1_000_000, on: '2024-12-31', publishedOn: '2025-03-01' }),
      record('2', { series: '常住人口', value: 500_000, on: '2025-12-31', publishedOn: '2026-03-01' }),
    ]
    expect(figureOf(perResidents, { plot: plots, figure: figures }, '2026-02-28')).toBe(0.01)
    expect(figureOf(perResidents, { plot: plots, figure: figures }, '2026-03-01')).toBe(0.02)
    expect(figureOf(perResidents, { plot: plots, figure: figures }, '2025-02-28')).toContain('还没有公布“常住人口”')
    const none = [record('1', { series: '常住人口', value: 0, on: '2024-12-31' })]
    expect(figureOf(perResidents, { plot: plots, figure: none })).toBe('分母为 0，不能相除')
  })

  it('sums money in 元, and counts what is alike once, even when the first of them has ended', () => {
    const sum: Formula = {
      measure: 'sum',
      field: 'rent',
      unit: '元',
      register: 'plot',
      window: { kind: 'ever', on: 'givenOn' },
      once: ['name'],
    }
    const plots = [
      record('a', { name: '一', givenOn: '2024-01-01', rent: 12_345 }),
      record('b', { name: '一', givenOn: '2025-01-01', rent: 99_900 }),
      record('c', { givenOn: '2025-01-01', rent: 100 }),
    ]
    expect(figureOf(sum, { plot: plots })).toBe(124.45)
    const stock: Formula = { ...inForce, once: ['name'] }
    const two = [
      record('a', { name: '一', givenOn: '2024-01-01', endedOn: '2025-06-01' }),
      record('b', { name: '一', givenOn: '2025-01-01' }),
    ]
    expect(figureOf(stock, { plot: two }, '2025-03-01')).toBe(1)
    expect(figureOf(stock, { plot: two }, '2025-07-01')).toBe(1)
  })

  it('takes for new only what had nothing like it before the programme', () => {
    const fresh: Formula = {
      measure: 'count',
      unit: '块',
      register: 'plot',
      window: { kind: 'sinceStart', on: 'givenOn' },
      once: ['name'],
    }
    const plots = [
      record('a', { name: '一', givenOn: '2023-05-01' }),
      record('b', { name: '一', givenOn: '2025-05-01' }),
      record('c', { name: '二', givenOn: '2025-05-01' }),
    ]
    expect(figureOf(fresh, { plot: plots })).toBe(1)
  })
})

describe('bad input', () => {
  const said = (formula: Formula, world = gardenWorld(), id?: string) =>
    checkFormula(formula, world, id)
      .problems.map(({ message }) => message.zh)
      .join('\n')
  const warned = (formula: Formula) =>
    checkFormula(formula, gardenWorld())
      .warnings.map(({ message }) => message.zh)
      .join('\n')
  const where = (condition: (typeof inForce & { measure: 'count' })['where']) =>
    ({ ...inForce, where: condition }) as Formula

  it('finds nothing wrong with what is right', () => {
    expect(checkFormula(perResidents, gardenWorld())).toEqual({ problems: [], warnings: [], unit: '块/万人' })
  })
  it('names indicators that refer to each other in a circle', () => {
    const indicators = new Map([
      ['a', { label: '甲', labelEn: 'A', unit: '块', formula: { measure: 'indicator', id: 'b' } as Formula }],
      ['b', { label: '乙', labelEn: 'B', unit: '块', formula: { measure: 'indicator', id: 'a' } as Formula }],
    ])
    expect(said({ measure: 'indicator', id: 'b' }, gardenWorld({ indicators }), 'a')).toContain('a → b → a')
  })
  it('names conditions that refer to each other in a circle', () => {
    const world = gardenWorld()
    const plot = world.registers.get('plot')
    const conditions = new Map(plot?.conditions)
    conditions.set('awarded', { label: '获奖', labelEn: 'Awarded', holds: { named: 'excellent' } })
    const circled = gardenWorld({
      registers: new Map([
        ...world.registers,
        ...(plot === undefined ? [] : [['plot', { ...plot, conditions }] as const]),
      ]),
    })
    expect(said(perResidents, circled)).toContain('条件互相引用成环：excellent → awarded → excellent')
    expect(checkNamedCondition({ named: 'excellent' }, 'plot', circled, 'awarded').problems[0]?.message.zh).toContain(
      '成环',
    )
  })
  it.each<[string, Formula, string]>([
    ['a register', { ...inForce, register: 'moon' } as Formula, '没有名录“moon”'],
    ['a field', where({ field: 'colour', is: 'red' }), '没有字段“colour”'],
    ['a choice', where({ field: 'kind', is: 'cactus' }), '没有选项“cactus”'],
    ['a condition', where({ named: 'blue' }), '没有名为“blue”的条件'],
    ['an indicator', { measure: 'indicator', id: 'none' }, '没有指标“none”'],
    ['a case', { parameter: 'p', otherwise: 'x', cases: { y: inForce } }, '默认值“x”没有对应的公式'],
    ['personal data', where({ field: 'secret', isSet: true }), '是个人信息'],
    ['a date as a number', where({ field: 'givenOn', atLeast: 3 }), '不是数'],
  ])('says that there is no such thing: %s', (_, formula, words) => {
    expect(said(formula)).toContain(words)
  })
  it('refuses alternatives that end, and the opposite of what depends on a day', () => {
    expect(said(where({ any: [{ named: 'in-force' }, { field: 'isShared', is: true }] }))).toContain('不能有截止日期')
    expect(said(where({ not: { named: 'old' } }))).toContain('与日期无关')
  })
  it('refuses what ends before it starts', () => {
    expect(said(where({ from: { field: 'givenOn', years: 10 }, until: [{ field: 'givenOn', years: 5 }] }))).toContain(
      '永远不成立',
    )
    expect(said({ ...inForce, window: { kind: 'months', on: 'givenOn', months: 0 } } as Formula)).toContain(
      '开始之前就结束',
    )
    const late: Formula = { ...inForce, window: { kind: 'sinceStart', on: 'givenOn', from: '2027-01-01' } } as Formula
    expect(said(late)).toContain('开始之前就结束')
  })
  it('refuses units that do not fit, and dividing by a constant zero', () => {
    const size: Formula = {
      measure: 'sum',
      field: 'size',
      unit: '亩',
      register: 'plot',
      window: { kind: 'stock' },
      where: { named: 'in-force' },
    }
    expect(said({ measure: 'add', parts: [inForce, size] })).toContain('不能相加减')
    expect(said({ measure: 'share', of: inForce, to: size })).toContain('单位不同')
    expect(said({ measure: 'scale', of: size, by: 1000, unit: '万亩' })).toContain('得不到')
    expect(said({ ...size, unit: '公顷' } as Formula)).toContain('单位是 亩')
    expect(said({ measure: 'ratio', of: inForce, to: { measure: 'number', value: 0, unit: '块' } })).toContain('常数 0')
  })
  it('warns of rules that match everything or nothing', () => {
    expect(warned({ measure: 'count', unit: '块', register: 'plot', window: { kind: 'stock' } })).toContain('所有记录')
    expect(warned(where({ all: [] }))).toContain('所有记录')
    expect(warned(where({ field: 'kind', is: ['flower', 'tree'] }))).toContain('所有记录')
    expect(warned(where({ field: 'name', isSet: true }))).toContain('所有记录')
    expect(warned(where({ any: [] }))).toContain('永远是 0')
  })
})

describe('the words of a formula', () => {
  it('are written as people write it, and as a sentence', () => {
    expect(writtenFormula(perResidents, gardenWorld())).toBe('优秀的有效的园地（块） ÷ 常住人口（万人）')
    expect(formulaInWords(perResidents, gardenWorld()).zh).toBe(
      '每万人对应的：“园地”中期末存量、“优秀”，且“有效”的记录，计块数；万人数取最近一次公布的“常住人口”（人）',
    )
    expect(formulaInWords(perResidents, gardenWorld()).en).toContain('per 万人')
  })
})

describe('the reasons of a record', () => {
  it('tells each ground, on what it stands, and what fails', () => {
    const world = gardenWorld()
    const plot = record('a', { givenOn: '2014-01-01', endedOn: '2026-05-01', codes: ['F1', 'B12'] })
    const records = new Map([
      ['plot', [plot]],
      ['prize', [record('金奖', { plot: { id: 'a', name: 'a' }, wonOn: '2025-05-05' })]],
      ['crop', [record('c', { symbol: 'B1' })]],
    ])
    const source = {
      register: 'plot',
      where: { all: [{ named: 'excellent' }, { named: 'in-force' }] },
      window: { kind: 'stock' as const },
    }
    const reasons = explain(source, plot, '2026-06-30', surroundingsOf(world, records, false))
    expect(reasons.map(({ holds, zh }) => `${holds} ${zh}`)).toEqual([
      'true 获奖：有“奖项”记录（自获奖日起）：金奖（2025-05-05）',
      'true 满十年：给予日满 10 年 1 天是 2024-01-02',
      'true 任一作物代码属于“作物目录”所列：B12',
      'false 有效：收回日是 2026-05-01，已经过了',
    ])
    expect(reasons[0]?.proof?.record.id).toBe('金奖')
  })
})
