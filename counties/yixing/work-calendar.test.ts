import { describe, expect, it } from 'vitest'
import { workCalendar } from './work-calendar.ts'

// A second reading of the table, as short as it can be: the calendar engine has its own rules and tests.
const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const isWorkingDay = (day: string) => {
  const year = workCalendar.find((one) => one.year === Number(day.slice(0, 4)))
  if (year?.status !== 'official') throw new Error(`no official calendar for ${day}`)
  if (year.makeUpDays.some(({ date }) => date === day)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !year.holidays.some(({ from, to }) => from <= day && day <= to)
}
const afterWorkingDays = (start: string, count: number) => {
  let day = start
  for (let counted = 0; counted < count; ) {
    day = nextDay(day)
    if (isWorkingDay(day)) counted += 1
  }
  return day
}

describe('working days by the State Council notices (国务院办公厅放假通知)', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i of them', (year, expected) => {
    let count = 0
    for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = nextDay(day)) if (isWorkingDay(day)) count += 1
    expect(count).toBe(expected)
  })

  it('counts the eve of the Spring Festival 2024 as worked (除夕 2024-02-09)', () => {
    expect(isWorkingDay('2024-02-09')).toBe(true)
  })

  it.each([
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 15, '2026-03-12'],
    ['2026-09-24', 20, '2026-10-29'],
    ['2024-02-02', 1, '2024-02-04'],
    ['2024-02-08', 2, '2024-02-18'],
    ['2024-02-09', 5, '2024-02-22'],
    ['2024-04-03', 3, '2024-04-09'],
    ['2024-04-26', 5, '2024-05-07'],
    ['2024-04-30', 7, '2024-05-13'],
    ['2024-06-07', 1, '2024-06-11'],
    ['2024-09-13', 3, '2024-09-19'],
    ['2024-09-27', 5, '2024-10-10'],
    ['2024-09-30', 10, '2024-10-18'],
    ['2024-12-31', 1, '2025-01-02'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2025-01-27', 5, '2025-02-10'],
    ['2025-04-03', 2, '2025-04-08'],
    ['2025-04-25', 5, '2025-05-06'],
    ['2025-05-30', 1, '2025-06-03'],
    ['2025-09-26', 7, '2025-10-13'],
    ['2025-09-30', 20, '2025-11-04'],
    ['2025-12-31', 2, '2026-01-05'],
    ['2026-02-14', 7, '2026-03-03'],
    ['2026-04-03', 1, '2026-04-07'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-06-18', 1, '2026-06-22'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-24', 3, '2026-09-30'],
    ['2026-09-30', 7, '2026-10-15'],
    ['2026-12-24', 5, '2026-12-31'],
    ['2025-03-03', 45, '2025-05-08'],
    ['2026-09-24', 10, '2026-10-15'],
  ])('from %s, %i working days later is %s', (start, count, due) => {
    expect(afterWorkingDays(start, count)).toBe(due)
  })

  it.each([
    ['2026-12-25', 5],
    ['2026-12-31', 1],
    ['2026-12-21', 20],
  ])('from %s, %i working days reach 2027, which is not published', (start, count) => {
    expect(() => afterWorkingDays(start, count)).toThrow('2027')
  })

  it('marks 2027 provisional and knows no make-up day of it', () => {
    expect(workCalendar.find((one) => one.year === 2027)).toMatchObject({ status: 'provisional', makeUpDays: [] })
  })
})
