import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftEntry } from './draft-row.ts'
import { mergeEntries } from './merge-entries.ts'

const at = '2026-11-25T02:00:00.000Z'
const entry = (value: unknown, by: DraftEntry['by'], revision: number): DraftEntry => ({ value, by, at, revision })

describe('two who type into one form (一张表，两人填)', () => {
  it('keeps what both typed into different fields, with who typed it', () => {
    const before = { name: entry('演示甲', 'clerk', 4) }
    const merged = mergeEntries(before, { phone: '13800001234' }, { by: 'applicant', at, shown: 3, revision: 5 })
    expect(merged.entries).toEqual({
      name: entry('演示甲', 'clerk', 4),
      phone: entry('13800001234', 'applicant', 5),
    })
    expect(merged.overtaken).toEqual([])
  })

  it('lets the later one stand in the same field, and hands back what stood there', () => {
    const before = { name: entry('演示甲', 'clerk', 4) }
    const merged = mergeEntries(before, { name: '演示乙' }, { by: 'applicant', at, shown: 3, revision: 5 })
    expect(merged.entries['name']).toEqual(entry('演示乙', 'applicant', 5))
    expect(merged.overtaken).toEqual([{ field: 'name', by: 'clerk', at, was: '演示甲' }])
  })

  it('says nothing where the person saw the other’s words, or both wrote the same', () => {
    const before = { name: entry('演示甲', 'clerk', 4) }
    const seen = mergeEntries(before, { name: '演示乙' }, { by: 'applicant', at, shown: 4, revision: 5 })
    expect(seen.overtaken).toEqual([])
    const same = mergeEntries(before, { name: '演示甲' }, { by: 'applicant', at, shown: 0, revision: 5 })
    expect(same.changed).toEqual([])
    expect(same.entries['name']?.by).toBe('clerk')
  })

  it('never touches a field that was not sent, whatever is typed', () => {
    const values = fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(fc.string(), fc.integer(), fc.constant(null)))
    fc.assert(
      fc.property(values, values, (first, second) => {
        const one = mergeEntries({}, first, { by: 'clerk', at, shown: 0, revision: 1 })
        const two = mergeEntries(one.entries, second, { by: 'applicant', at, shown: 0, revision: 2 })
        for (const [field, kept] of Object.entries(one.entries)) {
          if (!Object.hasOwn(second, field)) expect(two.entries[field]).toEqual(kept)
        }
      }),
    )
  })
})
