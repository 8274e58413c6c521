import { describe, expect, it } from 'vitest'
import { dateInWords, dayInWords, daysBetween, instantInCounty, monthRange, weekdayOf } from './dates.ts'

describe('dates', () => {
  it('counts days across a leap day and backwards', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-12-31', '2026-11-25')).toBe(-36)
  })

  it('writes a date in a sentence of either language', () => {
    expect(dateInWords('2026-11-02', 'zh')).toBe('2026年11月2日')
    expect(dateInWords('2026-11-02', 'en')).toBe('2 Nov 2026')
    expect(dayInWords('2026-11-25', 'zh')).toBe('11月25日')
  })

  it('prints the months of a phase (时序进度) as a plan does', () => {
    expect(monthRange('2024-01-01', '2024-05-31', 'zh')).toBe('2024年1月—5月')
    expect(monthRange('2024-05-01', '2026-08-31', 'zh')).toBe('2024年5月—2026年8月')
    expect(monthRange('2026-12-01', '2026-12-31', 'zh')).toBe('2026年12月')
    expect(monthRange(null, null, 'zh')).toBe('')
  })

  it('knows the day of the week and the county clock', () => {
    expect(weekdayOf('2026-11-22', 'zh')).toBe('星期日')
    expect(instantInCounty('2026-11-22T16:05:00Z')).toBe('2026-11-23 00:05')
  })
})
