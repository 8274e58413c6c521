import { describe, expect, it } from 'vitest'
import type { SeriesPoint } from '../api/indicator.types.ts'
import { asReadings, beginsAgain, definitionChanges } from './computed-series.ts'

const point = (on: string, value: number | null, rest: Partial<SeriesPoint> = {}): SeriesPoint => ({
  on,
  period: on.slice(0, 7),
  value,
  missing: value === null ? { zh: '没有公布', en: 'not published' } : null,
  version: 1,
  frozen: null,
  official: null,
  ...rest,
})

describe('a computed series on a chart', () => {
  it('is solid where it was approved, and a gap with its reason where it is missing', () => {
    const [first, second] = asReadings([point('2026-09-30', 3, { frozen: 3 }), point('2026-10-31', null)], 'zh')
    expect(first?.reading).toMatchObject({ state: 'value', status: 'approved', value: 3 })
    expect(second?.reading).toMatchObject({ state: 'missing', reason: '没有公布' })
  })

  it('says from which day on another definition counts', () => {
    const series = [
      point('2026-08-31', 1),
      point('2026-09-30', 2, { version: 2 }),
      point('2026-10-31', 3, { version: 2 }),
    ]
    expect(definitionChanges(series)).toEqual([{ on: '2026-08-31', version: 2 }])
  })

  it('begins again each year where it fell twice with the year, and not after one bad January', () => {
    const fall = [point('2024-12-31', 9), point('2025-01-31', 1), point('2025-12-31', 8), point('2026-01-31', 1)]
    expect(beginsAgain(fall)).toBe(true)
    expect(beginsAgain(fall.slice(0, 2))).toBe(false)
  })
})
