import { workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CourseOccasion, courseOf } from './report-course.ts'
import { seeded, seedFor } from './seeded.ts'
import { valueOn } from './story-curve.ts'
import { asUploaded, storyFiles } from './story-files.ts'

const span = { start: '2024-01-01', until: '2026-11-25' }

describe('pseudo-random numbers of a seed', () => {
  it('are the same each time, and lie from 0 up to 1', () => {
    const three = (seed: number) =>
      Array.from(
        { length: 3 },
        (
          (random) => () =>
            random.next()
        )(seeded(seed)),
      )
    expect(three(320_282)).toEqual(three(320_282))
    expect(three(320_282)).not.toEqual(three(320_283))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_294_967_295 }), (seed) => {
        for (const value of three(seed)) expect(value >= 0 && value < 1).toBe(true)
      }),
    )
  })

  it('of one thing do not move when another is told', () => {
    expect(seedFor(1, 'C1', '2026-10')).toBe(seedFor(1, 'C1', '2026-10'))
    expect(seedFor(1, 'C1', '2026-10')).not.toBe(seedFor(1, 'C11', '2026-0'))
    expect(seedFor(1, 'a', 'b')).not.toBe(seedFor(1, 'ab'))
  })
})

describe('a course of values', () => {
  const curve = { kind: 'curve', start: 12.6, end: 17.4, shape: 'even', noise: 0, decimals: 2 } as const

  it('runs from its start to its end', () => {
    expect(valueOn(curve, '2024-01-01', span)).toBe(12.6)
    expect(valueOn(curve, '2026-11-25', span)).toBe(17.4)
    expect(valueOn({ ...curve, shape: 'late' }, '2025-06-15', span)).toBeLessThan(valueOn(curve, '2025-06-15', span))
    expect(valueOn({ ...curve, shape: 'early' }, '2025-06-15', span)).toBeGreaterThan(
      valueOn(curve, '2025-06-15', span),
    )
  })

  it('goes by steps from their days on, and is 0 before the first', () => {
    const steps = {
      kind: 'steps',
      steps: [
        { on: '2025-05-16', value: 1 },
        { on: '2026-07-03', value: 2 },
      ],
    } as const
    expect(['2025-05-15', '2025-05-16', '2026-12-31'].map((day) => valueOn(steps, day, span))).toEqual([0, 1, 2])
  })

  it('begins anew each year where it grows within the year', () => {
    const yearly = {
      kind: 'yearly',
      years: [
        { year: 2025, value: 365 },
        { year: 2026, value: 329 },
      ],
      within: 'grows',
      decimals: 0,
    } as const
    expect(['2025-01-01', '2025-12-31', '2026-01-01', '2026-11-25'].map((day) => valueOn(yearly, day, span))).toEqual([
      1, 365, 1, 329,
    ])
  })
})

describe('the course of a report', () => {
  const calendar = workCalendar([])
  const occasion: CourseOccasion = {
    from: '2026-10-31',
    dueOn: '2026-11-06',
    dueWorkingDays: 5,
    asOf: '2026-11-25',
    habit: { late: 0, returned: 0 },
    event: undefined,
    returnReasons: ['佐证不全（演示）'],
  }

  it('is in time for who is never late, and ends approved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (seed) => {
        const acts = courseOf(occasion, calendar, seeded(seed))
        expect(acts.map(({ act }) => act)).toEqual(['submit', 'check', 'approve'])
        expect((acts[0]?.on ?? '') <= occasion.dueOn).toBe(true)
      }),
    )
  })

  it('never runs against its days, nor beyond the last day of the story', () => {
    const whats = ['missing', 'drafted', 'submitted', 'checked', 'returned', 'corrected', 'late'] as const
    fc.assert(
      fc.property(
        fc.integer({ min: 0 }),
        fc.constantFrom(...whats),
        fc.integer({ min: 0, max: 25 }),
        (seed, what, day) => {
          const asOf = `2026-11-${String(day + 1).padStart(2, '0')}`
          const event = {
            item: 'C1',
            organisation: 'x',
            scope: 'county',
            period: '',
            what,
            days: 4,
            reason: '演示',
          } as const
          const days = courseOf({ ...occasion, asOf, event }, calendar, seeded(seed)).map(({ on }) => on)
          expect(days).toEqual([...days].sort())
          for (const on of days) expect(on <= asOf).toBe(true)
        },
      ),
    )
  })
})

describe('the files of the story', () => {
  it('are the same bytes each time, different from each other, and say 演示', () => {
    const digests = storyFiles().map((file) => asUploaded(file).sha256)
    expect(storyFiles().map((file) => asUploaded(file).sha256)).toEqual(digests)
    expect(new Set(digests).size).toBe(digests.length)
    for (const { name } of storyFiles()) expect(name).toContain('演示')
  })
})
