import { describe, expect, it } from 'vitest'
import type { Reading } from '../api/types.gen.ts'
import { absences, type Series, valueRuns } from './chart-parts.ts'

const ends = ['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28']

function series(values: readonly (number | null | 'notApplicable' | 'suppressed')[]): Series {
  return values.map((value, index) => {
    const periodEnd = ends[index] ?? ''
    const period = periodEnd.slice(0, 7)
    const reading: Reading | null =
      value === null
        ? null
        : {
            period,
            periodEnd,
            state: typeof value === 'number' ? 'value' : value,
            value: typeof value === 'number' ? value : null,
            numerator: null,
            denominator: null,
            reason: typeof value === 'number' ? null : 'why',
            cutoffOn: null,
            status: 'approved',
          }
    return { period, periodEnd, reading, owedBy: null }
  })
}

describe('the parts of an indicator chart', () => {
  it('breaks the line where a period is missing, and draws 0 as a figure', () => {
    const runs = valueRuns(series([1, 0, null, 3, 4]), false)
    expect(runs.map((run) => run.map((point) => point.value))).toEqual([
      [1, 0],
      [3, 4],
    ])
  })

  it('begins again with the year where the indicator does (年度)', () => {
    const runs = valueRuns(series([7, 8, 9, 1, 2]), true)
    expect(runs.map((run) => run.length)).toEqual([3, 2])
  })

  it('tells missing, not applicable and withheld apart, and says from which day on nothing is known', () => {
    const found = absences(series([1, null, null, 'notApplicable', 'suppressed']), '2025-10-01')
    expect(found.map(({ kind, periods, from, to }) => [kind, periods, from, to])).toEqual([
      ['missing', 2, '2025-10-31', '2025-12-31'],
      ['notApplicable', 1, '2025-12-31', '2026-01-31'],
      ['suppressed', 1, '2026-01-31', '2026-02-28'],
    ])
  })
})
