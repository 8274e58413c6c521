import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import { readerOf } from '@qiangxian/kernel/plan/present-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BreakdownBase } from './breakdown-base.ts'
import { presentBreakdown } from './breakdown-view.ts'
import { invented, inventedTarget } from './invented-plan.fixture.ts'
import { proposeShares } from './propose-shares.ts'
import { isAdditive, levelsOf, totalOverYears } from './share-rules.ts'
import { targetLine } from './target-line.ts'

const thisYear = 2026

function unit(id: string): OrganisationRow {
  const none = { parentId: null, aliases: [], members: [], establishedOn: null, dissolvedOn: null, successorId: null }
  return { id, name: `演示${id}镇`, shortName: id, kind: 'town', ...none }
}

function base(target: PlanTarget, changes: Partial<BreakdownBase> = {}): BreakdownBase {
  const plan = invented({ targets: [target] })
  const organisations = changes.organisations ?? [unit('a'), unit('b'), unit('c')]
  return {
    target,
    plan,
    reader: readerOf(plan, organisations, '2026-11-22'),
    organisations,
    years: [2024, 2025, 2026],
    baseline: null,
    decisions: [],
    inForce: [],
    byYear: new Map(),
    statistics: [],
    ...changes,
  }
}

const ask = (axis: 'year' | 'unit', units: readonly string[] = ['a', 'b', 'c'], changes = {}) => ({
  axis,
  year: null,
  method: 'equal' as const,
  statisticId: null,
  units,
  ...changes,
})

describe('what adds up (可相加)', () => {
  it.each([
    { kind: 'cumulativeSinceStart', unit: '件', additive: true },
    { kind: 'stock', unit: '件', additive: true },
    { kind: 'annual', unit: '亿元', additive: true },
    { kind: 'ratio', unit: '%', additive: false },
    { kind: 'survey', unit: '分', additive: false },
    { kind: 'growth', unit: '%', additive: false },
    { kind: null, unit: '家', additive: true },
    { kind: null, unit: '件/万人', additive: false },
  ])('$kind in $unit: $additive', ({ kind, unit: baseUnit, additive }) => {
    expect(isAdditive({ kind, baseUnit })).toBe(additive)
  })
})

describe('years (分年)', () => {
  it('add up to the way from the baseline, and stand at the target in the end', () => {
    const stock = inventedTarget({ kind: 'stock', value: 50, baseValue: 50 })
    expect(totalOverYears(stock, 20)).toBe(30)
    const years = new Map([
      [2024, 5],
      [2025, 10],
      [2026, 15],
    ])
    expect([...levelsOf(stock, 20, years)]).toEqual([
      [2024, 25],
      [2025, 35],
      [2026, 50],
    ])
  })

  it('that nobody settled leave open where the target stands after them', () => {
    const years = new Map<number, number | null>([
      [2024, 5],
      [2025, null],
      [2026, 15],
    ])
    const levels = levelsOf(inventedTarget({ kind: 'cumulativeSinceStart' }), null, years)
    expect([...levels.values()]).toEqual([5, null, null])
  })

  it('of an annual target have each its own amount, and nothing is added up', () => {
    const annual = inventedTarget({ kind: 'annual', value: 10, baseValue: 10 })
    const proposal = proposeShares(base(annual), ask('year'), thisYear)
    const view = presentBreakdown(base(annual).reader, annual, null, new Map(), proposal)
    expect(view).toMatchObject({ additive: false, sum: null, difference: null })
    expect(view.shares.map(({ value }) => value)).toEqual([10, 10, 10])
  })

  it('that are over keep what was decided, and the rest goes to those that are left', () => {
    const target = inventedTarget({ value: 10, baseValue: 10 })
    const known = base(target, {
      byYear: new Map([
        [2024, 1],
        [2025, 2],
        [2026, 99],
      ]),
    })
    expect(proposeShares(known, ask('year'), thisYear).shares.map(({ value }) => value)).toEqual([1, 2, 7])
  })
})

describe('properties', () => {
  const total = fc.integer({ min: 1, max: 100_000 })
  const count = fc.integer({ min: 1, max: 20 })

  it('equal shares of a count are whole, differ by one at most, and add up', () => {
    fc.assert(
      fc.property(total, count, (value, many) => {
        const organisations = Array.from({ length: many }, (_, at) => unit(`u${at}`))
        const target = inventedTarget({ value, baseValue: value })
        const known = base(target, { organisations })
        const ids = organisations.map(({ id }) => id)
        const proposal = proposeShares(known, ask('unit', ids), thisYear)
        const view = presentBreakdown(known.reader, target, null, new Map(), proposal)
        expect(view).toMatchObject({ sum: value, difference: 0, missing: 0 })
        const values = view.shares.map((share) => share.value ?? Number.NaN)
        expect(values.every(Number.isInteger)).toBe(true)
        expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('shares by a statistic add up exactly, in 亿元 to the hundredth, and leave out the unknown', () => {
    const weights = fc.array(fc.option(fc.nat(1_000), { freq: 5 }), { minLength: 2, maxLength: 15 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), weights, (hundredths, values) => {
        fc.pre(values.some((value) => value !== null && value > 0))
        const value = hundredths / 100
        const target = inventedTarget({ value, unit: '亿元', baseValue: Math.round(value * 1e8), baseUnit: '元' })
        const organisations = values.map((_, at) => unit(`u${at}`))
        const statistic = {
          id: 'residents',
          label: '常住人口',
          unit: '人',
          source: '演示',
          values: values.map((each, at) => ({ partyId: `u${at}`, on: '2025-12-31', value: each })),
        }
        const known = base(target, { organisations, statistics: [statistic] })
        const asked = ask(
          'unit',
          organisations.map(({ id }) => id),
          { method: 'statistic', statisticId: 'residents' },
        )
        const proposal = proposeShares(known, asked, thisYear)
        const view = presentBreakdown(known.reader, target, null, new Map([['residents', '常住人口']]), proposal)
        expect(view).toMatchObject({ sum: value, difference: 0, statistic: '常住人口' })
        expect(view.missing).toBe(values.filter((each) => each === null).length)
      }),
    )
  })

  it('what anybody typed is held against the target to the last digit', () => {
    const target = inventedTarget({ value: 1, unit: '亿元', baseValue: 1e8, baseUnit: '元' })
    const given = [1e7, 2e7, null].map((value, at) => ({ year: null, partyId: 'abc'[at] ?? null, value }))
    const shown = { axis: 'unit', year: null, method: 'manual', statisticId: null, total: 1e8, reason: null } as const
    const known = base(target)
    expect(
      presentBreakdown(known.reader, target, null, new Map(), {
        ...shown,
        decidedAt: null,
        decidedBy: null,
        shares: given,
      }),
    ).toMatchObject({ sum: 0.3, difference: 0.7, missing: 1 })
  })
})

describe('the line of a target (目标线)', () => {
  const first = inventedTarget({ value: 10, baseValue: 10 })
  const raised = { ...first, value: 14, baseValue: 14 }
  const versions = [
    invented({ targets: [first], version: 1, effectiveFrom: '2024-01-01' }),
    invented({ targets: [raised], version: 2, effectiveFrom: '2025-07-01' }),
  ]

  it('moves with an amendment and leaves the months before it alone', () => {
    expect(targetLine(raised, new Map(), versions)).toMatchObject([
      { from: '2024-01-01', to: '2025-06-30', value: 10 },
      { from: '2025-07-01', to: '2026-12-31', value: 14, label: { zh: '第 2 版：14 件' } },
    ])
  })

  it('follows the levels of the years once the target is broken down, and has no step where none is settled', () => {
    const levels = new Map<number, number | null>([
      [2024, 3],
      [2025, null],
      [2026, 14],
    ])
    expect(targetLine(raised, levels, versions)).toMatchObject([
      { from: '2024-01-01', to: '2024-12-31', value: 3 },
      { from: '2026-01-01', to: '2026-12-31', value: 14 },
    ])
  })
})
