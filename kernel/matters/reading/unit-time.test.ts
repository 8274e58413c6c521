import { notices } from '@qiangxian/engines/work-calendar/state-council-notices.fixture'
import { workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { describe, expect, it } from 'vitest'
import { type UnitSpan, unitTime } from './unit-time.ts'

const calendar = workCalendar(notices)
const days = (...spans: UnitSpan[]) => unitTime(spans, calendar)?.workingDays
const span = (from: string, to: string, ...stops: UnitSpan['stops'][number][]): UnitSpan => ({ from, to, stops })

describe('how long a case lay with its unit (平均用时)', () => {
  it.each([
    ['answered on the day it came', [span('2026-11-02', '2026-11-02')], 0],
    ['a week', [span('2026-11-02', '2026-11-09')], 5],
    ['National Day in between', [span('2026-09-28', '2026-10-09')], 4],
    [
      'legal and promised limit of the same days',
      [span('2026-11-02', '2026-11-04'), span('2026-11-02', '2026-11-04')],
      2,
    ],
    [
      'one after the other, with months of waiting between',
      [span('2026-03-02', '2026-03-03'), span('2026-11-02', '2026-11-04')],
      3,
    ],
    ['two that overlap', [span('2026-11-02', '2026-11-06'), span('2026-11-04', '2026-11-10')], 6],
    ['one within the other', [span('2026-11-02', '2026-11-10'), span('2026-11-04', '2026-11-05')], 6],
  ] as const)('%s', (_, spans, expected) => {
    expect(days(...spans)).toBe(expected)
  })

  it('leaves out the days on which the clock stood still, first and last included', () => {
    expect(days(span('2026-11-02', '2026-11-13', { from: '2026-11-04', to: '2026-11-10' }))).toBe(4)
    expect(days(span('2026-11-02', '2026-11-13', { from: '2026-11-02', to: '2026-11-13' }))).toBe(0)
    expect(days(span('2026-11-02', '2026-11-13', { from: '2026-11-04', to: null }))).toBe(1)
    expect(
      days(
        span(
          '2026-11-02',
          '2026-11-13',
          { from: '2026-11-10', to: '2026-11-11' },
          { from: '2026-11-04', to: '2026-11-05' },
        ),
      ),
    ).toBe(5)
    // While one stands still another one may run.
    expect(
      days(
        span('2026-11-02', '2026-11-13', { from: '2026-11-03', to: '2026-11-13' }),
        span('2026-11-09', '2026-11-13'),
      ),
    ).toBe(4)
  })

  it('is not known where no limit of the unit ran, and provisional where a year is not published', () => {
    expect(unitTime([], calendar)).toBeUndefined()
    expect(unitTime([span('2026-12-28', '2027-01-06')], calendar)?.isProvisional).toBe(true)
  })
})
