import { describe, expect, it } from 'vitest'
import type { Filter } from '../../api/register.types.ts'
import { patents } from './fields.fixture.ts'
import { columnNames, nextSort, readListState, viewState, withFilter } from './list-state.ts'

const inForce: Filter = { field: 'in-force', by: 'condition', value: true }
const granted: Filter = { field: 'grantedOn', by: 'within', value: ['2025-01-01', null] }

describe('the state of a list in its address', () => {
  it('leaves out what makes no sense', () => {
    expect(
      readListState({
        filters: [inForce, { field: 'x', by: 'guess' }, 'nothing'],
        q: 2025,
        asOf: '31.12.2025',
        density: 'huge',
        sort: '-grantedOn',
        wall: 1,
      }),
    ).toEqual({ filters: [inForce], q: '2025', sort: '-grantedOn' })
  })

  it('adds, changes and removes a filter at its place', () => {
    const one = withFilter({}, 0, inForce)
    const two = withFilter(one, 1, granted)
    expect(two.filters).toEqual([inForce, granted])
    expect(withFilter(two, 0, { ...inForce, value: false }).filters?.[0]?.value).toBe(false)
    expect(withFilter(one, 0, null)).toEqual({})
  })

  it('sorts up, then down, then as the register does', () => {
    expect(nextSort(undefined, 'grantedOn')).toBe('grantedOn')
    expect(nextSort('grantedOn', 'grantedOn')).toBe('-grantedOn')
    expect(nextSort('-grantedOn', 'grantedOn')).toBeUndefined()
    expect(nextSort('-title', 'grantedOn')).toBe('grantedOn')
  })

  it('has the title in front, and takes no column that there is not', () => {
    expect(columnNames(patents, {})).toEqual(['title', 'patentType', 'owners', 'unitId'])
    expect(columnNames(patents, { columns: 'claims,gone,title,recordedAt' })).toEqual(['title', 'claims', 'recordedAt'])
  })

  it('keeps everything in a view but the view itself', () => {
    expect(viewState({ filters: [inForce], columns: 'claims', density: 'tight', view: 'v1' })).toEqual({
      filters: [inForce],
      columns: 'claims',
      density: 'tight',
    })
  })
})
