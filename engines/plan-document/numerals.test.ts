import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hanNumber, parseHanNumeral, scaled } from './numerals.ts'

describe('Chinese numerals (数字)', () => {
  it.each([
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百二十', 120],
    ['一百二', 120],
    ['一千零五', 1005],
    ['三万五千', 35_000],
    ['二十万', 200_000],
    ['一亿二千万', 120_000_000],
    ['二〇二四', 2024],
    ['二点五', 2.5],
  ])('%s is %d', (numeral, value) => expect(parseHanNumeral(numeral)).toBe(value))

  it.each(['', '万', '个', '一点', '十几'])('%j names no number', (numeral) =>
    expect(parseHanNumeral(numeral)).toBeNull(),
  )

  it('reads every label that it writes, 1 to 99', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), (value) => parseHanNumeral(hanNumber(value)) === value))
  })

  it('scales without the dust of binary fractions', () => {
    expect(scaled(3.5, 10_000)).toBe(35_000)
    expect(scaled(8.61, 10_000)).toBe(86_100)
    expect(scaled(1.1, 100_000_000)).toBe(110_000_000)
  })
})
