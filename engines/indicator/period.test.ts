import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './days.ts'
import { type Cycle, parsePeriod, periodInWords, periodOf, periodsBetween } from './period.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('1990-01-01', offset))
const cycle = fc.constantFrom<Cycle>('month', 'quarter', 'year')

describe('reporting periods (报送周期)', () => {
  it.each([
    ['2026-10-25', 'month', '2026-10', '2026-10-01', '2026-10-31', '2026年10月', 'October 2026'],
    ['2024-02-29', 'month', '2024-02', '2024-02-01', '2024-02-29', '2024年2月', 'February 2024'],
    ['2026-09-30', 'quarter', '2026-Q3', '2026-07-01', '2026-09-30', '2026年三季度', 'Q3 2026'],
    ['2026-12-31', 'quarter', '2026-Q4', '2026-10-01', '2026-12-31', '2026年四季度', 'Q4 2026'],
    ['2026-11-25', 'year', '2026', '2026-01-01', '2026-12-31', '2026年', '2026'],
  ] as const)('%s lies in the %s %s', (date, of, key, start, end, zh, en) => {
    expect(periodOf(date, of)).toEqual({ key, cycle: of, start, end })
    expect(periodInWords(key, 'zh')).toBe(zh)
    expect(periodInWords(key, 'en')).toBe(en)
  })

  it('lists the periods that a span touches', () => {
    const keys = (start: string, end: string, of: Cycle) => periodsBetween(start, end, of).map(({ key }) => key)
    expect(keys('2025-11-30', '2026-02-01', 'month')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(keys('2025-11-30', '2026-04-01', 'quarter')).toEqual(['2025-Q4', '2026-Q1', '2026-Q2'])
    expect(keys('2024-01-01', '2026-12-31', 'year')).toEqual(['2024', '2025', '2026'])
    expect(keys('2026-05-02', '2026-05-01', 'month')).toEqual([])
    expect(keys('9999-11-30', '9999-12-31', 'month')).toEqual(['9999-11', '9999-12'])
  })

  it.each([
    '',
    '2026-13',
    '2026-00',
    '2026-Q0',
    '2026-Q5',
    '2026-1',
    '26-01',
    '2026-10-01',
    '2026-q3',
    '0000',
    '２０２６',
  ])('%j names no period', (key) => {
    expect(parsePeriod(key)).toBeNull()
    expect(() => periodInWords(key, 'zh')).toThrow(RangeError)
  })

  it('refuses a day that is none', () => {
    expect(() => periodOf('2026-02-30', 'month')).toThrow(RangeError)
  })

  it('every period is named by its key, and holds the day it was asked for', () => {
    fc.assert(
      fc.property(day, cycle, (date, of) => {
        const period = periodOf(date, of)
        expect(parsePeriod(period.key)).toEqual(period)
        expect(period.start <= date && date <= period.end).toBe(true)
      }),
    )
  })

  it('periods follow each other without a gap, and their keys sort as they do', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 3000 }), cycle, (start, length, of) => {
        const periods = periodsBetween(start, addDays(start, length), of)
        for (const [at, period] of periods.entries()) {
          const next = periods[at + 1]
          if (next === undefined) continue
          expect(addDays(period.end, 1)).toBe(next.start)
          expect(period.key < next.key).toBe(true)
        }
        expect(periods[0]).toEqual(periodOf(start, of))
        expect(periods.at(-1)).toEqual(periodOf(addDays(start, length), of))
      }),
    )
  })
})
