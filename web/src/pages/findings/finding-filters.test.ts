import { describe, expect, it } from 'vitest'
import { findingsPath, readFindingFilters } from './finding-filters.ts'

describe('filters of findings', () => {
  it('are read from the address, and what is unknown is left out', () => {
    expect(readFindingFilters({ status: 'explained', severity: 'error', overdue: 'yes', unit: '', rule: 7 })).toEqual({
      status: 'explained',
      severity: 'error',
      overdue: 'yes',
    })
    expect(readFindingFilters({ status: 'open', severity: 'grave' })).toEqual({})
  })

  it('ask for what is open unless another state is named', () => {
    expect(findingsPath({}, null)).toBe('/quality/findings?status=open')
    expect(findingsPath({ status: 'all', rule: 'r.1', overdue: 'yes' }, 'x')).toBe(
      '/quality/findings?status=all&rule=r.1&overdue=true&after=x',
    )
  })
})
