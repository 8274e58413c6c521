import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differingFields, differingPieces } from './differences.ts'

describe('what was changed', () => {
  it('names the fields that differ and treats a missing field as null', () => {
    const before = { name: '专利奖', value: 70, deadline: null, tasks: [15] }
    const after = { name: '专利奖', value: 75, tasks: [15], owners: [] }
    expect(differingFields(before, after)).toEqual([
      { field: 'value', before: 70, after: 75 },
      { field: 'owners', before: undefined, after: [] },
    ])
  })

  it('takes everything as new when there was nothing before', () => {
    expect(differingFields(null, { name: '甲' })).toEqual([{ field: 'name', before: undefined, after: '甲' }])
  })

  it('marks the characters that were changed', () => {
    expect(differingPieces('超70件', '超75件')).toEqual([
      { text: '超7', change: 'same' },
      { text: '0', change: 'removed' },
      { text: '5', change: 'added' },
      { text: '件', change: 'same' },
    ])
  })

  it('always puts both texts together again', () => {
    const texts = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '1'), maxLength: 20 })
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(5, 600), (before, after, limit) => {
        const pieces = differingPieces(before, after, limit)
        const join = (left: 'added' | 'removed') =>
          pieces
            .filter((piece) => piece.change !== left)
            .map((piece) => piece.text)
            .join('')
        expect(join('added')).toBe(before)
        expect(join('removed')).toBe(after)
      }),
    )
  })
})
