import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownGroups } from './suppress.ts'

describe('figures of few who rated', () => {
  it('leaves out small groups, and the next smallest beside a single one', () => {
    const groups = [
      { id: 'a', count: 40 },
      { id: 'b', count: 3 },
      { id: 'c', count: 7 },
      { id: 'd', count: 0 },
    ]
    expect([...shownGroups(groups, 5)]).toEqual(['a'])
    expect([...shownGroups([...groups, { id: 'e', count: 2 }], 5)].sort()).toEqual(['a', 'c'])
    expect([...shownGroups([...groups, { id: 'e', count: 1 }], 5)]).toEqual(['a'])
    expect([
      ...shownGroups(
        [
          { id: 'a', count: 9 },
          { id: 'b', count: 8 },
          { id: 'c', count: 7 },
        ],
        5,
        new Set(['c']),
      ),
    ]).toEqual(['a'])
    expect([...shownGroups([{ id: 'a', count: 5 }], 5)]).toEqual(['a'])
  })

  it('never leaves out one group alone, nor so few people that the rest of the whole would tell of them', () => {
    const group = fc.record({ id: fc.string(), count: fc.integer({ min: 0, max: 30 }) })
    fc.assert(
      fc.property(fc.uniqueArray(group, { selector: ({ id }) => id, minLength: 2 }), (groups) => {
        const shown = shownGroups(groups, 5)
        const hidden = groups.filter(({ id, count }) => count > 0 && !shown.has(id))
        const rated = groups.filter(({ count }) => count > 0)
        expect(hidden.length === 1 && rated.length > 1).toBe(false)
        const left = hidden.reduce((sum, { count }) => sum + count, 0)
        expect(shown.size > 0 && left > 0 && left < 5).toBe(false)
      }),
    )
  })
})
