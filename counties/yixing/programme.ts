import type { YearlyTarget } from '../county.types.ts'

/** 建设期: the days that the programme counts, both included. */
export const programme = { start: '2024-01-01', end: '2026-12-31' } as const

/** The plan gives a figure for 2026 only; the years before are 未分解 until the county sets them. */
export function in2026(value: number): YearlyTarget[] {
  return [
    { year: 2024, value: null, source: 'county' },
    { year: 2025, value: null, source: 'county' },
    { year: 2026, value, source: 'plan' },
  ]
}

/** The plan asks for the same figure in each year (年度、每年). */
export function everyYear(value: number): YearlyTarget[] {
  return [2024, 2025, 2026].map((year) => ({ year, value, source: 'plan' }))
}
