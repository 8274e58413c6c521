/** How the totals of several reviewers become one score, and the words that say so. */
export interface CombinedScore {
  /** rounded to two decimals */
  readonly score: number
  /** totals that were given, and those that count */
  readonly of: number
  readonly counted: number
  readonly words: string
}

/**
 * The score of an application: the mean of all totals, or without the highest and the lowest one where five or more
 * judged. With fewer than five nothing is left out, since one opinion would then weigh too much.
 *
 * @returns undefined while fewer than `least` judged: a missing score is never 0
 */
export function combineScores(
  totals: readonly number[],
  combine: 'mean' | 'trimmedMean',
  least: number,
): CombinedScore | undefined {
  if (totals.length === 0 || totals.length < least) return undefined
  const trims = combine === 'trimmedMean' && totals.length >= 5
  const counted = trims ? [...totals].sort((a, b) => a - b).slice(1, -1) : totals
  // In hundredths, so that a sum of halves and tenths is exact before it is divided.
  const sum = counted.reduce((all, total) => all + Math.round(total * 100), 0)
  return {
    score: Math.round(sum / counted.length) / 100,
    of: totals.length,
    counted: counted.length,
    words: trims
      ? `${totals.length} 位专家评分，去掉一个最高分和一个最低分，余下 ${counted.length} 个取平均`
      : `${totals.length} 位专家评分取平均`,
  }
}
