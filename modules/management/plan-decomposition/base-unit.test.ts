import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInWords } from './amount-words.ts'
import { inBaseUnit } from './base-unit.ts'

describe('amounts in their base unit (换算)', () => {
  it.each([
    [3.5, '万件', 35_000, '件'],
    [30, '亿元', 3_000_000_000, '元'],
    [1.2, '万亿元', 1_200_000_000_000, '元'],
    [5, '千万元', 50_000_000, '元'],
    [0.1, '万件', 1_000, '件'],
    [8.7, '亿元', 870_000_000, '元'],
    [12, '件/万人', 12, '件/万人'],
    [85, '%', 85, '%'],
    [0, '万件', 0, '件'],
    [7, '', 7, ''],
  ])('%d %s is %d %s', (value, unit, baseValue, baseUnit) => {
    expect(inBaseUnit(value, unit)).toEqual({ value: baseValue, unit: baseUnit })
  })

  it('keeps the order of amounts, and adds no digits', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 }).map((value) => value / 100)
    fc.assert(
      fc.property(amount, amount, fc.constantFrom('万件', '亿元', '百万元', '件'), (a, b, unit) => {
        expect(inBaseUnit(a, unit).value < inBaseUnit(b, unit).value).toBe(a < b)
        expect(Number.isInteger(inBaseUnit(a, unit).value) || unit === '件').toBe(true)
      }),
    )
  })

  it.each([
    [{ comparator: 'gte', value: 3.5, valueHigh: null, unit: '万件' }, '≥ 3.5 万件'],
    [{ comparator: 'lt', value: 60, valueHigh: null, unit: '%' }, '＜ 60 %'],
    [{ comparator: 'range', value: 1, valueHigh: 2, unit: '个' }, '1—2 个'],
    [{ comparator: 'eq', value: 1, valueHigh: null, unit: '' }, '= 1'],
  ] as const)('%j reads %s', (target, words) => {
    expect(amountInWords(target)).toBe(words)
  })
})
