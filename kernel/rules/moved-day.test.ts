import { type WorkCalendarYear, workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedDay, putOffDay } from './moved-day.ts'

const year = (
  number: number,
  status: 'official' | 'provisional',
  holidays: WorkCalendarYear['holidays'],
  makeUpDays: WorkCalendarYear['makeUpDays'] = [],
): WorkCalendarYear => ({
  ...{ year: number, status, holidays, makeUpDays },
  source: { title: '演示', documentNo: null, issuedOn: null },
})
const before = workCalendar([year(2027, 'provisional', [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }])])
const after = workCalendar([
  year(
    2027,
    'official',
    [{ name: '元旦', from: '2027-01-01', to: '2027-01-05' }],
    [{ date: '2026-12-26', holiday: '元旦' }],
  ),
])
const change = { before, after }

describe('a last day by a changed calendar', () => {
  it.each([
    ['2026-12-14', '2026-12-28', '2026-12-26', 'Saturday is worked, so the tenth day comes sooner'],
    ['2026-12-31', '2027-01-08', '2027-01-12', 'two days more are off'],
    ['2026-12-14', '2026-12-18', '2026-12-18', 'nothing of it changed'],
    ['2026-12-31', '2027-01-02', '2027-01-06', 'a rest day was chosen; it moves to the next working day'],
    ['2026-12-20', '2026-12-20', '2026-12-21', 'no time at all'],
  ])('%s, %s → %s: %s', (start, due, moved) => {
    expect(movedDay(start, due, change)).toBe(moved)
  })

  it('is put off and never brought forward where somebody outside was told', () => {
    expect(putOffDay('2026-12-14', '2026-12-28', change)).toBe('2026-12-28')
    expect(putOffDay('2026-12-31', '2027-01-08', change)).toBe('2027-01-12')
    expect(putOffDay('2027-01-04', '2027-01-04', change)).toBe('2027-01-06')
  })

  it('is what would have been counted, had the notice been there', () => {
    const start = fc
      .integer({ min: 0, max: 60 })
      .map((days) => new Date(Date.UTC(2026, 11, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const due = addWorkingDays(from, days, before).due
        expect(movedDay(from, due, change)).toBe(addWorkingDays(from, days, after).due)
      }),
    )
  })
})
