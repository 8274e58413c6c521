import { describe, expect, it } from 'vitest'
import type { CountedDay } from '../api/types.gen.ts'
import { calendarWeeks, shownWeeks } from './limit-weeks.ts'

const day = (on: string): CountedDay => ({ day: on, counts: true, why: 'weekday', words: null, isDue: false })

describe('the weeks of a limit', () => {
  it('begin on Monday and name the month where it begins', () => {
    const weeks = calendarWeeks([day('2026-09-30'), day('2026-10-13')], '2026-10-13')
    expect(weeks.map(({ monday, month }) => [monday, month])).toEqual([
      ['2026-09-28', 9],
      ['2026-10-05', null],
      ['2026-10-12', null],
    ])
    expect(weeks[0]?.cells.map((cell) => cell.day.slice(8)).join(' ')).toBe('28 29 30 01 02 03 04')
  })

  it('go on to the later of two last days', () => {
    expect(calendarWeeks([day('2026-11-02')], '2026-12-01').at(-1)?.month).toBe(12)
  })

  it('of a long limit show both ends until all are asked for', () => {
    const weeks = calendarWeeks([day('2026-01-01')], '2026-12-31')
    expect(shownWeeks(weeks, false)).toMatchObject({ hidden: weeks.length - 12, hiddenAfter: 6 })
    expect(shownWeeks(weeks, true).weeks).toHaveLength(weeks.length)
  })
})
