import { describe, expect, it } from 'vitest'
import type { SheetLayout } from '../../api/import.types.ts'
import { patents } from '../registers/fields.fixture.ts'
import { mappingFaults, withField } from './mapping-state.ts'

const sheet = (...fields: readonly (string | null)[]): SheetLayout => ({
  sheet: '授权清单',
  taken: true,
  headRow: 1,
  headRows: 1,
  columns: fields.map((field, index) => ({
    index,
    letter: String.fromCharCode(65 + index),
    heading: '',
    field,
    confidence: 1,
    why: 'label',
    samples: [],
  })),
})

describe('columns of a file (认列)', () => {
  it('must bring the needed fields, each at most once', () => {
    expect(mappingFaults(patents, [sheet('title', 'phone')])).toEqual({ missing: [], twice: [] })
    expect(mappingFaults(patents, [sheet('title', 'claims', 'claims')])).toEqual({
      missing: ['phone'],
      twice: ['claims'],
    })
  })

  it('asks nothing of a sheet that is not taken, but at least one sheet must be', () => {
    const notes = { ...sheet(null), taken: false }
    expect(mappingFaults(patents, [sheet('title', 'phone'), notes]).missing).toEqual([])
    expect(mappingFaults(patents, [notes]).missing).toEqual(['title', 'phone'])
  })

  it('takes what a person says as certain', () => {
    expect(withField(sheet(null), 0, 'claims').columns[0]).toMatchObject({
      field: 'claims',
      confidence: 1,
      why: 'decided',
    })
  })
})
