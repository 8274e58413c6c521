import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCalendarDays } from './civil-date.ts'
import { notices } from './state-council-notices.fixture.ts'
import { type DayReason, firstDayAffectedBy, type WorkCalendarYear, workCalendar } from './work-calendar.ts'

const china = workCalendar(notices)

const empty = (year: number, status: WorkCalendarYear['status'] = 'official'): WorkCalendarYear => ({
  year,
  status,
  holidays: [],
  makeUpDays: [],
})

const days: readonly [string, boolean, DayReason['why'], string | null, string][] = [
  ['2024-02-09', true, 'weekday', null, 'the eve of the Spring Festival 2024 was worked'],
  ['2024-02-10', false, 'holiday', '春节', 'a Saturday inside a run is named by the run'],
  ['2024-02-18', true, 'makeUp', '春节', 'a worked Sunday'],
  ['2026-11-25', true, 'weekday', null, 'a Wednesday'],
  ['2026-11-28', false, 'weekend', null, 'a Saturday'],
  ['2027-10-01', false, 'holiday', '国庆节', 'certain by the statute, before any notice'],
  ['2027-10-04', true, 'weekday', null, 'not certain, so a plain Monday'],
  ['2031-10-01', true, 'weekday', null, 'nothing is known of 2031'],
  ['1969-12-28', false, 'weekend', null, 'a Sunday before the epoch'],
]

describe('a day by the notices of the State Council (国务院办公厅放假通知)', () => {
  it.each(days)('%s: working %s, %s %s (%s)', (day, working, why, holiday) => {
    expect(china.reasonOf(day)).toEqual({ working, why, holiday })
    expect(china.isWorkingDay(day)).toBe(working)
  })

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, expected) => {
    let count = 0
    for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addCalendarDays(day, 1)) {
      if (china.isWorkingDay(day)) count += 1
    }
    expect(count).toBe(expected)
  })

  it.each([
    ['2023-12-31', false],
    ['2024-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
    ['2030-01-01', false],
  ])('%s lies in a year with an official calendar: %s', (day, covered) => expect(china.covers(day)).toBe(covered))

  it('answers the same again, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1500 })), (offsets) => {
        const fresh = workCalendar(notices)
        for (const offset of offsets) {
          const day = addCalendarDays('2023-06-01', offset)
          expect(china.reasonOf(day)).toEqual(fresh.reasonOf(day))
        }
      }),
    )
  })

  it('has an end to what it remembers', () => {
    const calendar = workCalendar([])
    for (let at = 0; at < 25_000; at += 1) calendar.isWorkingDay(addCalendarDays('1990-01-01', at))
    expect(calendar.reasonOf('2058-01-05')).toEqual({ working: false, why: 'weekend', holiday: null })
  })
})

describe('years put together to a calendar', () => {
  it('takes the official entry of a year, in whatever order they come', () => {
    const official = { ...empty(2027), makeUpDays: [{ date: '2027-01-03', holiday: '元旦' }] }
    for (const years of [
      [official, empty(2027, 'provisional')],
      [empty(2027, 'provisional'), official],
    ]) {
      expect(workCalendar(years).covers('2027-06-01')).toBe(true)
      expect(workCalendar(years).isWorkingDay('2027-01-03')).toBe(true)
    }
  })

  it('takes the later of two official entries, as when a notice was amended', () => {
    const amended = { ...empty(2020), holidays: [{ name: '春节', from: '2020-01-24', to: '2020-02-02' }] }
    const first = { ...empty(2020), holidays: [{ name: '春节', from: '2020-01-24', to: '2020-01-30' }] }
    expect(workCalendar([first, amended]).isWorkingDay('2020-01-31')).toBe(false)
  })

  it('lets the notice of a year change the last days of the year before', () => {
    const notice2019: WorkCalendarYear = {
      ...empty(2019),
      holidays: [{ name: '元旦', from: '2018-12-30', to: '2019-01-01' }],
      makeUpDays: [{ date: '2018-12-29', holiday: '元旦' }],
    }
    const notice2018 = { ...empty(2018), holidays: [{ name: '年末', from: '2018-12-29', to: '2018-12-29' }] }
    for (const years of [
      [notice2019, notice2018],
      [notice2018, notice2019],
    ]) {
      const calendar = workCalendar(years)
      expect(calendar.reasonOf('2018-12-29')).toEqual({ working: true, why: 'makeUp', holiday: '元旦' })
      expect(calendar.isWorkingDay('2018-12-31')).toBe(false)
    }
    expect(firstDayAffectedBy(2019) <= '2018-12-29').toBe(true)
    expect(firstDayAffectedBy(2027)).toBe('2026-12-25')
  })

  it('does not let a preview change an official year', () => {
    const preview = {
      ...empty(2027, 'provisional'),
      holidays: [{ name: '元旦', from: '2026-12-31', to: '2027-01-01' }],
    }
    const official = { ...empty(2026), makeUpDays: [{ date: '2026-12-31', holiday: '元旦' }] }
    expect(workCalendar([official, preview]).isWorkingDay('2026-12-31')).toBe(true)
  })

  it.each([
    ['a run that ends before it begins', { holidays: [{ name: '春节', from: '2027-02-08', to: '2027-02-05' }] }],
    ['a day of another year', { holidays: [{ name: '春节', from: '2026-02-05', to: '2026-02-08' }] }],
    ['a run without end', { holidays: [{ name: '春节', from: '2027-02-05', to: '9999-12-31' }] }],
    ['a day that is none', { makeUpDays: [{ date: '2027-02-30', holiday: '春节' }] }],
    [
      'a make-up day in a holiday',
      {
        holidays: [{ name: '春节', from: '2027-02-05', to: '2027-02-08' }],
        makeUpDays: [{ date: '2027-02-06', holiday: '春节' }],
      },
    ],
  ])('refuses %s', (_, part) => {
    expect(() => workCalendar([{ ...empty(2027), ...part }])).toThrow(RangeError)
  })

  it.each(['', '2026-02-30', '2026-2-3', '明天'])('does not guess what day %j is', (day) => {
    expect(() => china.isWorkingDay(day)).toThrow(RangeError)
  })
})
