import { describe, expect, it } from 'vitest'
import { lastDayOf, periodOf, queueOf, readAsked } from './statistics-search.ts'

describe('what the statistics of cases are of (统计期)', () => {
  it('is this year so far, unless the address says a real day', () => {
    expect(readAsked({}, '2026-11-26')).toEqual({ by: 'type', from: '2026-01-01', to: '2026-11-26' })
    expect(readAsked({ by: 'x', from: 'gestern', to: '2025-03-31' }, '2026-11-26')).toEqual({
      ...{ by: 'type', from: '2025-01-01', to: '2025-03-31' },
    })
  })

  it.each([
    ['year', '2026-11-26', '2026-01-01', '2026-11-26'],
    ['month', '2026-11-26', '2026-11-01', '2026-11-26'],
    ['lastMonth', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['lastMonth', '2028-03-15', '2028-02-01', '2028-02-29'],
    ['lastYear', '2026-11-26', '2025-01-01', '2025-12-31'],
  ] as const)('%s on %s runs from %s to %s', (name, today, from, to) => {
    expect(periodOf(name, today)).toEqual({ from, to })
  })

  it('knows how long a month is', () => {
    expect(['2026-02', '2028-02', '2026-04', '2026-12'].map(lastDayOf)).toEqual([
      ...['2026-02-28', '2028-02-29', '2026-04-30', '2026-12-31'],
    ])
  })
})

describe('the queue behind a figure', () => {
  const year = { from: '2026-01-15', to: '2026-11-26' }

  it('narrows what was received by submission, and what ended by its end', () => {
    expect(queueOf({ by: 'type', ...year }, 'ip-review', 'received')).toEqual({
      ...{ view: 'all', type: 'ip-review', submittedFrom: '2026-01-15', submittedTo: '2026-11-26' },
    })
    expect(queueOf({ by: 'unit', ...year, type: 'ip-review' }, 'u1', 'promised-late')).toEqual({
      ...{ view: 'all', type: 'ip-review', unit: 'u1' },
      ...{ endedFrom: '2026-01-15', endedTo: '2026-11-26', kept: 'promised-late' },
    })
    expect(queueOf({ by: 'type', ...year }, null, 'open')).toEqual({ view: 'all', status: 'open' })
  })

  it('of a month never reaches over the period', () => {
    expect(queueOf({ by: 'month', ...year }, '2026-01', 'refused')).toMatchObject({
      ...{ endedFrom: '2026-01-15', endedTo: '2026-01-31', outcome: 'refused' },
    })
    expect(queueOf({ by: 'month', ...year }, '2026-11', 'ended')).toMatchObject({ endedTo: '2026-11-26' })
  })
})
