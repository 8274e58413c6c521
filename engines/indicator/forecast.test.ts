import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from './days.ts'
import { type DatedValue, type Forecast, forecastAt, paceNeeded } from './forecast.ts'

/** A report on the last of each month, 2025-12 to 2026-11 at most. */
const monthEnds = [
  ...['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
  ...['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30'],
]

const line = (slope: number, height: number, days: readonly string[] = monthEnds): DatedValue[] =>
  days.map((on) => ({ on, value: height + slope * daysBetween('2025-12-31', on) }))

function forecast(...args: Parameters<typeof forecastAt>): Forecast {
  const result = forecastAt(...args)
  if (result.kind !== 'forecast') throw new Error(`no forecast: ${result.kind}`)
  return result
}

describe('forecast at the deadline (预测)', () => {
  it('goes on along an exact line, with a band of no width', () => {
    const { value, low, high, slopePerDay, method, points } = forecast(line(0.5, 100), '2026-12-31')
    expect({ value, low, high, slopePerDay }).toEqual({ value: 282.5, low: 282.5, high: 282.5, slopePerDay: 0.5 })
    expect({ method, points }).toEqual({ method: 'theil-sen', points: 12 })
  })

  it('is not bent by wrong reports, up to a quarter of them', () => {
    const slope = fc.integer({ min: -8, max: 8 }).map((eighths) => eighths / 8)
    const wrong = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: -100_000, max: 100_000 }))
    fc.assert(
      fc.property(slope, fc.array(wrong, { maxLength: 2 }), (rate, errors) => {
        const points = line(rate, 1000)
        for (const [at, value] of errors) points[at] = { on: monthEnds[at] ?? '', value }
        const result = forecast(points, '2026-12-31')
        // Ten of twelve points lie on the line, so 45 of 66 slopes are its own.
        expect(result.slopePerDay).toBeCloseTo(rate, 9)
        expect(result.value).toBeCloseTo(1000 + rate * 365, 6)
      }),
    )
  })

  it('the band holds the value, and is wider where reports scatter more', () => {
    const scattered = (size: number) =>
      line(1, 0).map(({ on, value }, at) => ({ on, value: value + size * ((at % 5) - 2) }))
    const [narrow, wide] = [forecast(scattered(1), '2026-12-31'), forecast(scattered(5), '2026-12-31')]
    for (const { low, value, high } of [narrow, wide]) expect(low < value && value < high).toBe(true)
    expect(wide.high - wide.low > narrow.high - narrow.low).toBe(true)
  })

  it('a count that only grows is never forecast below its last value', () => {
    const falling = monthEnds.map((on, at) => ({ on, value: at === 11 ? 200 : 100 - at }))
    expect(forecast(falling, '2026-12-31').value < 200).toBe(true)
    expect(forecast(falling, '2026-12-31', { monotone: true })).toMatchObject({ value: 200, low: 200, high: 200 })
  })

  it('stays within what is possible', () => {
    const share = forecast(line(0.4, 50), '2028-12-31', { least: 0, most: 100 })
    expect(share).toMatchObject({ value: 100, high: 100 })
    expect(forecast(line(-0.4, 50), '2028-12-31', { least: 0 })).toMatchObject({ value: 0, low: 0 })
  })

  it('looks at the last twelve months only', () => {
    const old = [
      { on: '2025-11-30', value: 9999 },
      { on: '2024-01-31', value: -500 },
    ]
    expect(forecast([...line(0.5, 100), ...old], '2026-12-31')).toEqual(forecast(line(0.5, 100), '2026-12-31'))
  })

  it('takes the later of two values of one day, in whatever order the days come', () => {
    const corrected = [{ on: '2026-05-31', value: 1 }, ...line(0.5, 100).reverse()]
    expect(forecast(corrected, '2026-12-31')).toEqual(forecast(line(0.5, 100), '2026-12-31'))
  })

  it('needs four points, and a deadline after the last', () => {
    expect(forecastAt([], '2026-12-31')).toEqual({ kind: 'tooFew', points: 0, needed: 4 })
    expect(forecastAt(line(1, 0).slice(0, 3), '2026-12-31')).toEqual({ kind: 'tooFew', points: 3, needed: 4 })
    expect(forecastAt(line(1, 0).slice(0, 4), '2026-12-31').kind).toBe('forecast')
    expect(forecastAt(line(1, 0), '2026-11-30')).toEqual({ kind: 'past', lastOn: '2026-11-30' })
  })

  it('refuses what is no number or no date', () => {
    expect(() => forecastAt([{ on: '2026-01-31', value: Number.NaN }], '2026-12-31')).toThrow(RangeError)
    expect(() => forecastAt([{ on: '2026-02-30', value: 1 }], '2026-12-31')).toThrow(RangeError)
  })

  it('moves with the values: more everywhere is more at the end', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 500 }), (ys, more) => {
        const points = monthEnds.map((on, at) => ({ on, value: ys[at] ?? 0 }))
        const lifted = points.map(({ on, value }) => ({ on, value: value + more }))
        const [a, b] = [forecast(points, '2026-12-31'), forecast(lifted, '2026-12-31')]
        expect(b.value - a.value).toBeCloseTo(more, 6)
        expect(a.low <= a.value && a.value <= a.high).toBe(true)
      }),
    )
  })

  it('copes with a year of daily reports', () => {
    const daily = Array.from({ length: 365 }, (_, at) => addDays('2025-12-01', at))
    expect(forecast(line(0.25, 10, daily), '2026-12-31').slopePerDay).toBe(0.25)
  })
})

describe('the pace that is needed', () => {
  const target = { target: 10, comparator: 'gte' } as const

  it('divides what is missing by the months that are left', () => {
    const pace = paceNeeded({ value: 6, ...target }, '2026-07-01', '2026-12-31')
    expect(pace).toMatchObject({ kind: 'needed', remaining: 4 })
    if (pace.kind === 'needed') {
      expect(pace.monthsLeft).toBeCloseTo(6.01, 2)
      expect(pace.perMonth).toBeCloseTo(0.665, 3)
    }
  })

  it('leaves no dust in what remains', () => {
    expect(paceNeeded({ value: 0.1, target: 0.3, comparator: 'gte' }, '2026-12-31', '2026-12-31')).toEqual({
      kind: 'past',
      remaining: 0.2,
    })
  })

  it('is none when the target is met, and reached is not met for 超', () => {
    expect(paceNeeded({ value: 10, ...target }, '2026-07-01', '2026-12-31')).toEqual({ kind: 'met' })
    expect(paceNeeded({ value: 10, target: 10, comparator: 'gt' }, '2026-07-01', '2026-12-31')).toMatchObject({
      kind: 'needed',
      remaining: 0,
    })
  })

  it('leads down to a downward target', () => {
    expect(paceNeeded({ value: 9, target: 5, comparator: 'lte' }, '2026-07-01', '2026-12-31')).toMatchObject({
      remaining: -4,
    })
  })
})
