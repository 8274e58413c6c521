import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combineScores } from './combine-scores.ts'

describe('the score of an application (评审得分)', () => {
  it.each([
    { totals: [80, 90, 85], combine: 'mean', least: 3, score: 85, counted: 3 },
    { totals: [60, 80, 82, 84, 100], combine: 'trimmedMean', least: 3, score: 82, counted: 3 },
    { totals: [80, 90, 100, 70], combine: 'trimmedMean', least: 3, score: 85, counted: 4 },
    { totals: [80.5, 81, 82], combine: 'mean', least: 3, score: 81.17, counted: 3 },
  ] as const)('of $totals by $combine is $score', ({ totals, combine, least, score, counted }) => {
    expect(combineScores(totals, combine, least)).toMatchObject({ score, counted, of: totals.length })
  })

  it('is missing, and not zero, while too few have judged', () => {
    expect(combineScores([90, 80], 'mean', 3)).toBeUndefined()
    expect(combineScores([], 'mean', 0)).toBeUndefined()
  })

  it('lies between the lowest and the highest, and does not depend on their order', () => {
    const totals = fc.array(
      fc.integer({ min: 0, max: 200 }).map((half) => half / 2),
      { minLength: 1, maxLength: 15 },
    )
    fc.assert(
      fc.property(totals, fc.constantFrom('mean' as const, 'trimmedMean' as const), (given, combine) => {
        const { score = -1 } = combineScores(given, combine, 1) ?? {}
        expect(score).toBeGreaterThanOrEqual(Math.min(...given) - 0.005)
        expect(score).toBeLessThanOrEqual(Math.max(...given) + 0.005)
        expect(combineScores([...given].reverse(), combine, 1)?.score).toBe(score)
      }),
    )
  })
})
