import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanTarget } from '../plan/plan-snapshot.ts'
import { inBase, inPrinted, printedFactor, shareDecimals } from './printed-unit.ts'
import type { StoredReading } from './readings.ts'
import { targetLightOf, targetProgressOf } from './target-progress.ts'

const programme = { start: '2024-01-01', end: '2026-12-31' }
const head = {
  planId: 'plan',
  version: 1,
  title: '演示方案',
  issuer: null,
  documentNo: null,
  issuedOn: null,
  periodStart: programme.start,
  periodEnd: programme.end,
  goal: null,
  effectiveFrom: programme.start,
  reason: null,
  adoptedAt: '2024-01-01T00:00:00Z',
  adoptedBy: null,
  adoptedByLabel: '演示',
  importId: null,
  evidenceId: null,
}
const settings = { greenFrom: 1, yellowFrom: 0.8, reportCycle: 'month' } as const

function target(changes: Partial<PlanTarget>): PlanTarget {
  const value = changes.value ?? 10
  return {
    itemId: 'item',
    code: 'X1',
    name: '演示指标',
    shortName: '演示指标',
    area: 'creation',
    kind: 'cumulativeSinceStart',
    comparator: 'gte',
    value,
    valueHigh: null,
    unit: '件',
    baseValue: value,
    baseValueHigh: null,
    baseUnit: '件',
    deadline: programme.end,
    definition: { formula: null, dataFrom: null, pitfall: null, window: programme, confidence: null },
    words: null,
    years: [],
    statements: [],
    ownerIds: [],
    taskItemIds: [],
    ...changes,
  }
}

function reading(value: number | null, changes: Partial<StoredReading> = {}): StoredReading {
  return {
    itemId: 'item',
    scopeKey: 'county',
    observationId: 'observation',
    period: '2026-11',
    periodEnd: '2026-11-30',
    state: value === null ? 'missing' : 'value',
    value,
    numerator: null,
    denominator: null,
    reason: null,
    cutoffOn: '2026-11-22',
    status: 'reported',
    ...changes,
  }
}

const standing = (of: PlanTarget, readings: readonly StoredReading[], changes = {}) => ({
  target: of,
  plan: { head },
  readings,
  settings,
  baseline: null,
  today: '2026-11-22',
  ...changes,
})

describe('where a target stands (indicators.md §1, cut-off 2026-11-22)', () => {
  it.each([
    { code: 'C1', is: target({ value: 35_000 }), value: 34_000, percent: 97.14, ratio: 1.007, light: 'green' },
    {
      code: 'U5',
      is: target({ value: 30, comparator: 'gt' }),
      value: 26.5,
      percent: 88.33,
      ratio: 0.916,
      light: 'amber',
    },
    { code: 'U6', is: target({ value: 120 }), value: 93, percent: 77.5, ratio: 0.804, light: 'amber' },
    { code: 'S3', is: target({ value: 10 }), value: 6, percent: 60, ratio: 0.622, light: 'red' },
    {
      code: 'C2',
      is: target({ value: 20, kind: 'ratio', unit: '件/万人', baseUnit: '件/万人' }),
      baseline: 12.6,
      value: 17.4,
      percent: 64.86,
      ratio: 0.673,
      light: 'red',
    },
    { code: 'T3', is: target({ value: 1_000 }), value: 1_240, percent: 100, ratio: 1.037, light: 'green' },
    {
      code: 'U3 good year',
      is: target({ value: 10, kind: 'annual' }),
      value: 9.1,
      percent: 91,
      ratio: 1.019,
      light: 'green',
    },
    {
      code: 'U3 bad year',
      is: target({ value: 10, kind: 'annual' }),
      value: 7,
      percent: 70,
      ratio: 0.784,
      light: 'red',
    },
  ])('$code: $value is $percent % and $light', ({ is, value, baseline, percent, ratio, light }) => {
    const found = targetLightOf(standing(is, [reading(value)], { baseline: baseline ?? null }))
    expect(found.light).toBe(light)
    expect((found.completion ?? 0) * 100).toBeCloseTo(percent, 2)
    expect(found.ratio).toBeCloseTo(ratio, 3)
    expect(found.why.zh).toContain('数据截至 2026-11-22')
  })

  it.each([
    { value: 30, met: false },
    { value: 30.01, met: true },
  ])('超 30 with $value at the end is met: $met', ({ value, met }) => {
    const is = target({ value: 30, comparator: 'gt', unit: '亿元', baseValue: 3e9, baseUnit: '元' })
    const found = targetProgressOf(standing(is, [reading(inBase(is, value))], { today: '2026-12-31' }))
    expect(found).toMatchObject({ met, completion: 1, current: { value } })
  })

  it('holds an annual target against what its year was broken down to', () => {
    const is = target({ value: 10, kind: 'annual' })
    const years = new Map([[2026, 20]])
    expect(targetLightOf(standing(is, [reading(9.1)], { years })).completion).toBeCloseTo(0.455)
  })
})

describe('what is not there', () => {
  it.each([
    { state: 'missing', says: '缺数' },
    { state: 'notApplicable', says: '不适用' },
    { state: 'suppressed', says: '不公开' },
  ] as const)('$state is grey, says so with its reason, and carries no figure', ({ state, says }) => {
    const is = target({})
    const found = targetProgressOf(standing(is, [reading(null, { state, reason: '统计口径调整（演示）' })]))
    expect(found).toMatchObject({ light: 'grey', met: false, completion: null, forecast: null })
    expect(found.current).toMatchObject({ state, value: null })
    expect(found.why.zh).toContain(says)
    expect(found.why.zh).toContain('统计口径调整')
  })

  it('is not zero: zero is a value, red and reported', () => {
    const found = targetProgressOf(standing(target({}), [reading(0)]))
    expect(found).toMatchObject({ light: 'red', completion: 0, current: { state: 'value', value: 0 } })
  })

  it('is a gap in the trend', () => {
    const readings = [
      reading(1, { period: '2026-08', periodEnd: '2026-08-31', cutoffOn: null }),
      reading(3, { period: '2026-10', periodEnd: '2026-10-31', cutoffOn: null }),
    ]
    const { trend } = targetProgressOf(standing(target({}), readings))
    expect(trend).toHaveLength(12)
    expect(trend.slice(-3).map(({ value }) => value)).toEqual([1, null, 3])
  })

  it('does not let a returned value count', () => {
    const readings = [
      reading(5, { period: '2026-09', periodEnd: '2026-09-30', cutoffOn: null }),
      reading(99, { period: '2026-10', periodEnd: '2026-10-31', status: 'returned' }),
    ]
    expect(targetProgressOf(standing(target({}), readings)).current?.value).toBe(5)
  })

  it('turns an old value against today once two periods came without another', () => {
    const old = [reading(5, { period: '2025-06', periodEnd: '2025-06-30', cutoffOn: null })]
    expect(targetLightOf(standing(target({}), old, { today: '2025-08-20' })).light).toBe('green')
    const stale = targetLightOf(standing(target({}), old, { today: '2025-12-20' }))
    expect(stale.light).toBe('red')
    expect(stale.why.zh).toContain('没有新数')
  })
})

describe('the forecast (预测)', () => {
  const months = Array.from({ length: 10 }, (_, at) => {
    const month = String(at + 1).padStart(2, '0')
    const end = new Date(Date.UTC(2026, at + 1, 0)).toISOString().slice(0, 10)
    return reading((at + 1) * 3e8, { period: `2026-${month}`, periodEnd: end, cutoffOn: null })
  })
  const is = target({ value: 30, comparator: 'gt', unit: '亿元', baseValue: 3e9, baseUnit: '元' })

  it('names its method and points, stands in the printed unit, and says whether the target is met', () => {
    const { forecast } = targetProgressOf(standing(is, months))
    expect(forecast).toMatchObject({ on: '2026-12-31', method: 'theil-sen', points: 10, meets: true })
    expect(forecast?.value).toBeCloseTo(36, 0)
    // 30 is reached and 超 asks for more: the pace is what is left to the figure itself.
    expect(forecast?.pacePerMonth).toBe(0)
  })

  it('is none with too few points, and gives no pace for what is not added up', () => {
    expect(targetProgressOf(standing(is, months.slice(0, 3))).forecast).toBeNull()
    const ratio = target({ value: 93, kind: 'ratio', unit: '%', baseUnit: '%' })
    const shares = months.map((each, at) => ({ ...each, value: 80 + at }))
    expect(targetProgressOf(standing(ratio, shares)).forecast).toMatchObject({ pacePerMonth: null })
  })
})

describe('properties', () => {
  const rank = { red: 0, amber: 1, green: 2, grey: -1 }
  it('a light does not get worse when the value gets better', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(2_000), fc.integer({ min: 1, max: 1_500 }), (a, b, goal) => {
        const is = target({ value: goal })
        const [low, high] = a < b ? [a, b] : [b, a]
        const of = (value: number) => rank[targetLightOf(standing(is, [reading(value)])).light]
        expect(of(low)).toBeLessThanOrEqual(of(high))
      }),
    )
  })

  it('a value comes back as it was typed, through the base unit', () => {
    const units = fc.constantFrom(['亿元', 1e8, '元'], ['万件', 1e4, '件'], ['件', 1, '件']) as fc.Arbitrary<
      [string, number, string]
    >
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 1e7 }), ([unit, factor, baseUnit], hundredths) => {
        const amount = { value: 30, valueHigh: null, unit, baseValue: 30 * factor, baseValueHigh: null, baseUnit }
        expect(inPrinted(amount, inBase(amount, hundredths / 100))).toBe(hundredths / 100)
      }),
    )
  })

  it('the unit of a target of zero is read from its words', () => {
    const amount = { value: 0, valueHigh: null, unit: '万元', baseValue: 0, baseValueHigh: null, baseUnit: '元' }
    expect(printedFactor(amount)).toBe(10_000)
    expect(shareDecimals(amount)).toBe(2)
    expect(shareDecimals({ ...amount, unit: '万件', baseUnit: '件' })).toBe(4)
    expect(shareDecimals({ ...amount, unit: '场/年', baseUnit: '场/年' })).toBe(0)
  })
})
