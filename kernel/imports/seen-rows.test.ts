import { describe, expect, it } from 'vitest'
import { SeenRows } from './seen-rows.ts'

describe('rows of a file that were seen already', () => {
  it('names the first place, and whether the same is said there', () => {
    const seen = new SeenRows()
    expect(seen.see('a', 'one', 0, 2)).toBeUndefined()
    expect(seen.see('a', 'one', 0, 3)).toEqual({ sheet: 0, row: 2, isSame: true })
    expect(seen.see('a', 'two', 1, 2)).toEqual({ sheet: 0, row: 2, isSame: false })
    expect(seen.see('a', 'one', 0, 2), 'the same place asked again').toBeUndefined()
  })

  it('forgets nothing while it grows', () => {
    const seen = new SeenRows()
    for (let row = 1; row <= 30_000; row += 1) seen.see(`key-${row}`, 'x', row % 3, row)
    for (let row = 1; row <= 30_000; row += 1) {
      expect(seen.see(`key-${row}`, 'x', 3, 1)).toEqual({ sheet: row % 3, row, isSame: true })
    }
  })
})
