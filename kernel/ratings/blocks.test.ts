import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, publishedSpan } from './blocks.ts'

const k = 5
const month = (at: number) => `2026-${String(at + 1).padStart(2, '0')}`
const months = fc
  .array(fc.record({ own: fc.nat(9), rests: fc.tuple(fc.nat(9), fc.nat(9)) }), { maxLength: 12 })
  .map((all) => all.map((each, at) => ({ ...each, month: month(at) })))

describe('months of few ratings (合并公布)', () => {
  it('are published together, from the first on, and the last ones later', () => {
    const all = [6, 2, 1, 4, 3].map((own, at) => ({ month: month(at), own, rests: [] }))
    const blocks = blocksOf(all, k)
    expect(blocks).toEqual([
      { from: '2026-01', to: '2026-01' },
      { from: '2026-02', to: '2026-04' },
    ])
    expect(publishedSpan(blocks, { from: '2026-01', to: '2026-02' })).toMatchObject({ from: '2026-01', to: '2026-04' })
    expect(publishedSpan(blocks, { from: '2026-01', to: '2026-01' })).toMatchObject({ from: '2026-01', to: '2026-01' })
    expect(publishedSpan(blocks, { from: '2026-05', to: '2026-05' })).toBeUndefined()
  })

  it('wait for what is left of the whole, too', () => {
    const all = [
      { month: '2026-01', own: 9, rests: [1] },
      { month: '2026-02', own: 0, rests: [4] },
    ]
    expect(blocksOf(all, k)).toEqual([{ from: '2026-01', to: '2026-02' }])
    expect(blocksOf(all.slice(0, 1), k)).toEqual([])
  })

  it('tell of no fewer than five by two overlapping spans, whichever are asked', () => {
    const asked = fc.tuple(fc.nat(11), fc.nat(11)).map((two) => two.sort((a, b) => a - b))
    fc.assert(
      fc.property(months, asked, asked, (all, one, other) => {
        const blocks = blocksOf(all, k)
        const shown = ([from = 0, to = 0]: number[]) => publishedSpan(blocks, { from: month(from), to: month(to) })
        const [a, b] = [shown(one), shown(other)]
        if (a === undefined || b === undefined) return
        const within = (span: { from: string; to: string }) =>
          all.filter((each) => each.month >= span.from && each.month <= span.to)
        const inFirstOnly = within(a).filter((each) => !within(b).includes(each))
        for (const count of [
          inFirstOnly.reduce((sum, { own }) => sum + own, 0),
          ...[0, 1].map((at) => inFirstOnly.reduce((sum, { rests }) => sum + (rests[at] ?? 0), 0)),
        ]) {
          expect(count === 0 || count >= k).toBe(true)
        }
      }),
    )
  })

  it('never change when months come after them', () => {
    fc.assert(
      fc.property(months, months, (before, after) => {
        const all = [
          ...before,
          ...after.map((each, at) => ({ ...each, month: `2027-${String(at + 1).padStart(2, '0')}` })),
        ]
        expect(blocksOf(all, k).slice(0, blocksOf(before, k).length)).toEqual(blocksOf(before, k))
      }),
    )
  })
})
