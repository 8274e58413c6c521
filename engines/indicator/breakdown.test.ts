import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWeights, differenceOf, sharesByStatistic, sharesEqually } from './breakdown.ts'

const values = (shares: readonly { share: number | null }[]) => shares.map(({ share }) => share)

/** Amounts as people write them: up to four decimals. */
const amount = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map((units) => units / 10_000)

describe('breaking a target down (目标分解)', () => {
  it.each([
    [10, ['a', 'b', 'c'], 0, [4, 3, 3]],
    [0, ['a', 'b'], 0, [0, 0]],
    [2, ['a', 'b', 'c'], 0, [1, 1, 0]],
    [30, ['a', 'b', 'c', 'd'], 2, [7.5, 7.5, 7.5, 7.5]],
    [1, ['a', 'b', 'c'], 2, [0.34, 0.33, 0.33]],
    [-10, ['a', 'b', 'c'], 0, [-4, -3, -3]],
    [8.6, ['a', 'b'], 0, [4.3, 4.3]],
    [8.6, ['a', 'b', 'c'], 0, [2.9, 2.9, 2.8]],
    [5, [], 0, []],
  ])('%d to %j at %i decimals', (total, keys, decimals, expected) => {
    expect(values(sharesEqually(total, keys, decimals).shares)).toEqual(expected)
  })

  it('by a statistic, the largest remainders first', () => {
    const { shares, missing } = sharesByStatistic(100, { 丁蜀镇: 37, 和桥镇: 21, 张渚镇: 21.5 }, 0)
    expect(shares).toEqual([
      { key: '丁蜀镇', share: 47 },
      { key: '和桥镇', share: 26 },
      { key: '张渚镇', share: 27 },
    ])
    expect(missing).toEqual([])
  })

  it('a missing statistic gives no share, and is reported; a statistic of zero gives zero', () => {
    const weights = new Map([
      ['丁蜀镇', 3],
      ['和桥镇', null],
      ['张渚镇', 0],
      ['徐舍镇', 1],
    ])
    expect(sharesByStatistic(10, weights, 0)).toEqual({
      shares: [
        { key: '丁蜀镇', share: 8 },
        { key: '和桥镇', share: null },
        { key: '张渚镇', share: 0 },
        { key: '徐舍镇', share: 2 },
      ],
      missing: ['和桥镇'],
    })
  })

  it.each([
    { a: 0, b: 0 },
    { a: null, b: null },
    { a: 0, b: null },
  ])('%j gives nothing to divide by', (weights) => {
    const result = sharesByStatistic(10, weights, 0)
    expect(values(result.shares)).toEqual([null, null])
    expect(result.missing).toEqual(['a', 'b'])
  })

  it('refuses a negative statistic, a key given twice and what is no number', () => {
    expect(() => sharesByStatistic(10, { a: 1, b: -1 }, 0)).toThrow(RangeError)
    expect(() => sharesByStatistic(10, { a: 1, b: -2 }, 0)).toThrow(RangeError)
    expect(() => sharesEqually(10, ['a', 'a'], 0)).toThrow(RangeError)
    expect(() => sharesEqually(Number.NaN, ['a'], 0)).toThrow(RangeError)
  })

  it('the parts always add up to the total exactly', () => {
    const weights = fc.array(fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((units) => units / 100)), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(amount, weights, fc.integer({ min: 0, max: 4 }), (total, statistic, decimals) => {
        const keyed = new Map(statistic.map((weight, at) => [`unit-${at}`, weight]))
        const equal = values(sharesEqually(total, [...keyed.keys()], decimals).shares)
        expect(differenceOf(total, equal)).toEqual({ sum: total, difference: 0, missing: 0 })
        const { shares, missing } = sharesByStatistic(total, keyed, decimals)
        if (missing.length === keyed.size) return
        expect(differenceOf(total, values(shares))).toEqual({ sum: total, difference: 0, missing: missing.length })
      }),
    )
  })

  it('no part is further than one last decimal from its due, and a larger statistic never gets less', () => {
    const statistic = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), statistic, (total, weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0)
        fc.pre(whole > 0)
        const shares = values(sharesByStatistic(total, new Map(weights.map((w, at) => [`${at}`, w])), 0).shares)
        for (const [at, share] of shares.entries()) {
          expect(Math.abs((share ?? -99) - (total * (weights[at] ?? 0)) / whole) < 1).toBe(true)
          for (const [other, less] of shares.entries()) {
            if ((weights[other] ?? 0) < (weights[at] ?? 0)) expect((less ?? 0) <= (share ?? 0)).toBe(true)
          }
        }
      }),
    )
  })
})

describe('the parts held against the total', () => {
  it.each([
    [0.3, [0.1, 0.2], { sum: 0.3, difference: 0, missing: 0 }],
    [1, [0.1, 0.2, null], { sum: 0.3, difference: 0.7, missing: 1 }],
    [100, [60, 60], { sum: 120, difference: -20, missing: 0 }],
    [10, [null, null], { sum: null, difference: null, missing: 2 }],
    [10, [], { sum: null, difference: null, missing: 0 }],
    [null, [1, 2], { sum: 3, difference: null, missing: 0 }],
    [0, [1e-7, 2e-7], { sum: 3e-7, difference: -3e-7, missing: 0 }],
    [1e21, [1e21, 0.5], { sum: 1e21, difference: -0.5, missing: 0 }],
  ])('%d of %j', (total, parts, expected) => expect(differenceOf(total, parts)).toEqual(expected))

  it.each([
    [[33.3, 33.3, 33.4], { sum: 100, remaining: 0, exceeds: false, missing: 0 }],
    [[33.33, 33.33, 33.35], { sum: 100.01, remaining: -0.01, exceeds: true, missing: 0 }],
    [[60, null, 60], { sum: 120, remaining: -20, exceeds: true, missing: 1 }],
    [[14.9, 28.7, 56.4], { sum: 100, remaining: 0, exceeds: false, missing: 0 }],
    [[], { sum: 0, remaining: 100, exceeds: false, missing: 0 }],
  ])('weights %j', (weights, expected) => {
    expect(checkWeights(weights.map((weight, at) => ({ key: `${at}`, weight })))).toEqual(expected)
  })
})
