import { describe, expect, it } from 'vitest'
import { periodAround, periodInWords } from './periods.ts'

describe('periods in words', () => {
  it.each([
    ['2026-10', '2026年10月', 'Oct 2026'],
    ['2026-Q3', '2026年三季度', 'Q3 2026'],
    ['2026', '2026年', '2026'],
  ])('says %s', (period, zh, en) => {
    expect(periodInWords(period, 'zh')).toBe(zh)
    expect(periodInWords(period, 'en')).toBe(en)
  })
})

describe('the period around a day', () => {
  it.each([
    ['2026-11-26', 'month', '2026-11', '2026-12-01'],
    ['2026-12-31', 'month', '2026-12', '2027-01-01'],
    ['2026-11-26', 'quarter', '2026-Q4', '2027-01-01'],
    ['2026-05-01', 'quarter', '2026-Q2', '2026-07-01'],
    ['2026-11-26', 'year', '2026', '2027-01-01'],
  ] as const)('of %s by %s is %s and can be reported from %s', (day, cycle, period, opensOn) => {
    expect(periodAround(day, cycle)).toEqual({ period, opensOn })
  })
})
