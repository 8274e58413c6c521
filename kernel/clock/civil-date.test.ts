import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDateInChina, daysBetween, isCivilDate, lastDayOfMonth, monthsOf } from './civil-date.ts'

const date = fc.integer({ min: 0, max: 60_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

describe('civil dates (日期)', () => {
  it.each([
    ['2026-11-25T15:59:59.999Z', '2026-11-25'],
    ['2026-11-25T16:00:00.000Z', '2026-11-26'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ])('at %s it is %s in the county', (instant, day) => {
    expect(civilDateInChina(new Date(instant))).toBe(day)
  })

  it.each(['2026-02-28', '2024-02-29', '2026-12-31', '0001-01-01'])('%s is a date', (text) => {
    expect(isCivilDate(text)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '',
    '2026-11-25T00:00',
    ' 2026-11-25',
  ])('%j is none', (text) => {
    expect(isCivilDate(text)).toBe(false)
  })

  it('days from one to another are those from the other to the one, turned round', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0)
        expect(daysBetween(a, b) >= 0).toBe(a <= b)
      }),
    )
  })

  it('months of a span are those it touches, both ends included', () => {
    expect(monthsOf('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsOf('2025-11-01', '2025-11-30')).toEqual(['2025-11'])
    expect(monthsOf('2025-12-01', '2025-11-30')).toEqual([])
  })

  it.each([
    ['2026-02', '2026-02-28'],
    ['2024-02', '2024-02-29'],
    ['2026-12', '2026-12-31'],
    ['2026-04', '2026-04-30'],
  ])('%s ends on %s', (month, day) => {
    expect(lastDayOfMonth(month)).toBe(day)
  })
})
