import { describe, expect, it } from 'vitest'
import type { Amount } from '../api/types.gen.ts'
import { amountFigure, amountInWords, exactAmount, formatFigure, shortFigure, whenMet } from './amounts.ts'

const amount = (part: Partial<Amount>): Amount => ({
  comparator: 'gte',
  value: 70,
  valueHigh: null,
  unit: '件',
  baseValue: 70,
  baseUnit: '件',
  ...part,
})
const granted = amount({ value: 3.5, unit: '万件', baseValue: 35_000 })

describe('amounts as officials read them', () => {
  it('says 超 70 件 and explains that 71 is the first value that counts', () => {
    const awards = amount({ comparator: 'gt' })
    expect(amountInWords(awards, 'zh')).toBe('超 70 件')
    expect(whenMet(awards, 'zh')).toBe('71 件起达标，恰好 70 件不算')
    expect(whenMet(awards, 'en')).toBe('met from 71 件 on; exactly 70 件 does not count')
  })

  it('does not count money one by one', () => {
    const pledges = amount({ comparator: 'gt', value: 30, unit: '亿元', baseValue: 3e9, baseUnit: '元' })
    expect(whenMet(pledges, 'zh')).toBe('大于 3,000,000,000 元才达标，恰好 3,000,000,000 元不算')
  })

  it('keeps the printed unit and gives the exact figure beside it', () => {
    expect(amountFigure(granted)).toBe('3.5')
    expect(exactAmount(granted)).toBe('35,000 件')
    expect(exactAmount(amount({}))).toBeNull()
  })

  it('says a range with both ends', () => {
    const range = amount({ comparator: 'range', value: 5, valueHigh: 8, baseValue: 5 })
    expect(amountFigure(range)).toBe('5–8')
    expect(amountInWords(range, 'zh')).toBe('5 至 8 件')
    expect(amountInWords(range, 'en')).toBe('between 5 and 8 件')
  })

  it.each([
    [9_999, '9,999'],
    [35_000, '3.5万'],
    [3_020_000_000, '30.2亿'],
    [0, '0'],
  ])('shortens %d to %s', (value, short) => {
    expect(shortFigure(value)).toBe(short)
  })

  it('does not invent decimals', () => {
    expect(formatFigure(8.6)).toBe('8.6')
    expect(formatFigure(20)).toBe('20')
  })
})
