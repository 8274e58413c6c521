import { describe, expect, it } from 'vitest'
import { type ComputedReading, withComputed } from './computed-readings.ts'
import type { StoredReading } from './readings.ts'

const base = { itemId: 'i', scopeKey: 'county', numerator: null, denominator: null, reason: null } as const

function reported(period: string, periodEnd: string, value: number): StoredReading {
  return {
    ...base,
    observationId: period,
    period,
    periodEnd,
    state: 'value',
    value,
    cutoffOn: periodEnd,
    status: 'approved',
  }
}

function computed(on: string, value: number): ComputedReading {
  return { ...base, observationId: `x@${on}`, state: 'value', value, cutoffOn: on, status: 'computed' }
}

const shown = (readings: readonly StoredReading[]) =>
  readings.map(({ period, value, status }) => [period, value, status])

describe('computed values (测算) among reported ones', () => {
  it('leaves reports alone where nothing was computed', () => {
    const readings = [reported('2026-10', '2026-10-31', 5)]
    expect(withComputed(readings, [], 'month')).toBe(readings)
  })

  it('keeps what was reported for a period, fills the others, and ends with the last day computed for', () => {
    const readings = [reported('2026-09', '2026-09-30', 90)]
    const values = [computed('2026-08-31', 80), computed('2026-09-30', 91), computed('2026-11-25', 112)]
    expect(shown(withComputed(readings, values, 'month'))).toEqual([
      ['2026-08', 80, 'computed'],
      ['2026-09', 90, 'approved'],
      ['2026-11', 112, 'computed'],
    ])
  })

  it('shows the last computed value in place of an earlier report of the same period', () => {
    const readings = [reported('2026-Q4', '2026-12-31', 100)]
    expect(shown(withComputed(readings, [computed('2026-11-25', 112)], 'quarter'))).toEqual([
      ['2026-Q4', 112, 'computed'],
    ])
  })

  it('takes of monthly values only those that end a period of the cycle', () => {
    const values = [computed('2026-08-31', 80), computed('2026-09-30', 91), computed('2026-11-25', 112)]
    expect(shown(withComputed([], values, 'quarter'))).toEqual([
      ['2026-Q3', 91, 'computed'],
      ['2026-Q4', 112, 'computed'],
    ])
  })
})
