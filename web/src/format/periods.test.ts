import { describe, expect, it } from 'vitest'
import { periodInWords } from './periods.ts'

describe('periods in words', () => {
  it.each([
    ['2026-10', '2026年10月', 'Oct 2026'],
    ['2026-Q3', '2026年第3季度', 'Q3 2026'],
    ['2026', '2026年', '2026'],
  ])('says %s', (period, zh, en) => {
    expect(periodInWords(period, 'zh')).toBe(zh)
    expect(periodInWords(period, 'en')).toBe(en)
  })
})
