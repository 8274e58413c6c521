import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, dayNumber } from './civil-date.ts'
import { explainLimit, explainNotice } from './explain-limit.ts'
import { limit } from './limit.ts'
import { notices } from './state-council-notices.fixture.ts'
import { workCalendar } from './work-calendar.ts'

const china = workCalendar(notices)

describe('how a limit is counted, day by day (逐日说明)', () => {
  it('names the festival, and counts the Saturday that is worked', () => {
    const days = explainLimit('2026-09-30', { n: 5, unit: 'workingDay' }, china)
    expect(days[0]).toEqual({ day: '2026-09-30', counts: false, why: 'start', name: null })
    expect(days.filter(({ why }) => why === 'holiday')).toHaveLength(7)
    expect(days.find(({ day }) => day === '2026-10-10')).toEqual({
      day: '2026-10-10',
      counts: true,
      why: 'makeUp',
      name: '国庆节',
    })
    expect(days.at(-1)).toMatchObject({ day: '2026-10-13', counts: true })
  })

  it('shows by which rest days the end of calendar days moved', () => {
    const days = explainLimit('2026-09-17', { n: 15, unit: 'calendarDay' }, china)
    expect(days.filter(({ counts }) => counts)).toHaveLength(15)
    expect(days.slice(-6).map(({ why }) => why)).toEqual([
      'holiday',
      'holiday',
      'holiday',
      'holiday',
      'holiday',
      'shifted',
    ])
  })

  it('does not move the end of a state', () => {
    expect(explainLimit('2026-09-03', { n: 30, unit: 'calendarDay' }, china, [], 'raw').at(-1)?.day).toBe('2026-10-03')
  })

  it('leaves out stopped days, with their reason', () => {
    const stops = [{ from: '2026-09-21', to: '2026-10-09', reason: '鉴定' }]
    const days = explainLimit('2026-09-14', { n: 15, unit: 'workingDay' }, china, stops)
    expect(days.filter(({ why }) => why === 'stopped')).toHaveLength(19)
    expect(days.find(({ why }) => why === 'stopped')?.name).toBe('鉴定')
    expect(days.at(-1)?.day).toBe('2026-10-22')
  })

  it('keeps days clear between serving and event', () => {
    const strict = { minClearDays: 7, unit: 'workingDay', reading: 'strict' } as const
    const days = explainNotice('2026-10-15', strict, china)
    expect(days[0]).toMatchObject({ day: '2026-09-29', counts: false })
    expect(days.filter(({ counts }) => counts)).toHaveLength(7)
    expect(explainNotice('2026-10-15', { ...strict, reading: 'lax' }, china)[0]).toMatchObject({
      day: '2026-09-30',
      counts: true,
    })
  })

  it('counts as many days as the limit has, and ends where the limit ends', () => {
    const day = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2026-09-30') }).map(civilDate)
    const unit = fc.constantFrom('workingDay' as const, 'calendarDay' as const)
    const stop = fc.tuple(day, fc.nat(20)).map(([from, n]) => ({ from, to: civilDate(dayNumber(from) + n) }))
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 60 }),
        unit,
        fc.array(stop, { maxLength: 3 }),
        (from, n, of, stops) => {
          const days = explainLimit(from, { n, unit: of }, china, stops)
          expect(days.filter(({ counts }) => counts)).toHaveLength(n)
          expect(days.at(-1)?.day).toBe(limit(from, { n, unit: of }, china, stops).due)
        },
      ),
      { numRuns: 200 },
    )
  })
})
