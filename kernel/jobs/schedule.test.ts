import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineJob } from './define-job.ts'
import { isDue, isSchedule, nextRun } from './schedule.ts'

const at = (instant: string) => new Date(instant)

describe('when a job is due', () => {
  it.each([
    { every: 5, last: '2026-11-25T02:00:00Z', now: '2026-11-25T02:00:04.999Z', due: false },
    { every: 5, last: '2026-11-25T02:00:00Z', now: '2026-11-25T02:00:05Z', due: true },
    { every: '0 7 * * *', last: '2026-11-24T23:00:00Z', now: '2026-11-25T22:59:59Z', due: false },
    { every: '0 7 * * *', last: '2026-11-24T23:00:00Z', now: '2026-11-25T23:00:00Z', due: true },
    { every: '0 7 * * 1-5', last: '2026-11-26T23:00:00Z', now: '2026-11-28T23:30:00Z', due: false },
    { every: '0 7 * * 1-5', last: '2026-11-26T23:00:00Z', now: '2026-11-29T23:00:00Z', due: true },
  ])('every $every, last asked for at $last: at $now $due', ({ every, last, now, due }) => {
    expect(isDue(every, at(last), at(now))).toBe(due)
  })

  it('is due when it never ran, and once after days in which no program was running', () => {
    expect(isDue('0 7 * * *', undefined, at('2026-11-25T02:00:00Z'))).toBe(true)
    const now = at('2026-11-25T02:00:00Z')
    expect(isDue('0 7 * * *', at('2026-11-20T23:00:00Z'), now)).toBe(true)
    expect(isDue('0 7 * * *', now, now)).toBe(false)
  })

  it('says the next time by the clock of the county', () => {
    expect(nextRun('30 6 1 * *', at('2026-11-25T02:00:00Z'), at('2026-11-25T02:00:01Z'))).toEqual(
      at('2026-11-30T22:30:00Z'),
    )
    expect(nextRun(60, at('2026-11-25T02:00:00Z'), at('2026-11-25T02:00:10Z'))).toEqual(at('2026-11-25T02:01:00Z'))
    expect(nextRun(60, undefined, at('2026-11-25T02:00:10Z'))).toEqual(at('2026-11-25T02:00:10Z'))
  })

  it('is due at the time that it says, and never says a time that passed', () => {
    const instant = fc.date({ min: at('2024-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true })
    const every = fc.constantFrom<string | number>(1, 5, 3_600, '*/7 * * * *', '0 7 * * *', '15 3 29 2 *', '0 0 1 1 1')
    fc.assert(
      fc.property(every, instant, instant, (times, earlier, later) => {
        const [last, now] = earlier < later ? [earlier, later] : [later, earlier]
        const next = nextRun(times, last, now)
        expect(next >= now).toBe(true)
        expect(isDue(times, last, next)).toBe(true)
      }),
    )
  })

  it.each([0, 1.5, -5, Number.NaN, '', '0 7 * *', '0 0 7 * * *', '61 * * * *', 'daily'])(
    '%s says no times',
    (every) => {
      expect(isSchedule(every)).toBe(false)
      const words = { zh: '演示', en: 'Test' }
      const declare = () => defineJob({ id: 'test.job', label: words, about: words, every, run: async () => undefined })
      expect(declare).toThrow(/test\.job/)
    },
  )
})
