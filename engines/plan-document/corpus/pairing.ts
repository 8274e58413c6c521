/** Which thing that the compiler read is which thing of the careful reader: one to one, the best agreement first. */

import type { DocumentIndicator, PlanDocument } from '../plan-document.types.ts'
import type { GoldPlan, GoldTask } from './gold.types.ts'
import { bareTitle, bigramSimilarity, isSameQuantity, nameAgreement } from './same-words.ts'

/** Indexes into the two lists. */
export interface Pair {
  readonly gold: number
  readonly got: number
  readonly agreement: number
}

/** The same title; where a title is printed twice, the order decides. A cell of a table may go on behind the title. */
export function pairTasks(gold: readonly GoldTask[], got: PlanDocument): Pair[] {
  const candidates = gold.flatMap((goldTask, i) =>
    got.tasks.flatMap((gotTask, k) => {
      const [wanted, read] = [bareTitle(goldTask.title), bareTitle(gotTask.title)]
      const similarity = Math.max(bigramSimilarity(wanted, read), read.startsWith(wanted) ? 0.65 : 0)
      return similarity < 0.6 ? [] : [{ gold: i, got: k, agreement: similarity - 0.001 * Math.abs(i - k) }]
    }),
  )
  return takeBestFirst(candidates)
}

/** The same quantity under the same name in the same place. */
export function pairIndicators(
  gold: GoldPlan,
  got: PlanDocument,
  placeOf: (indicator: DocumentIndicator) => number | null | undefined,
): Pair[] {
  const candidates = gold.indicators.flatMap((wanted, i) =>
    got.indicators.flatMap((read, k) => {
      if (placeOf(read) !== wanted.task) return []
      if (!isSameQuantity(wanted.normalized, read.normalized)) return []
      const agreement = nameAgreement(wanted.name, read.name)
      if (agreement < 0.5) return []
      // A table states one number for two years: the date tells the statements apart.
      const sameDate = wanted.deadline !== undefined && wanted.deadline === read.deadline ? 0.01 : 0
      return [{ gold: i, got: k, agreement: agreement + sameDate - 0.0001 * Math.abs(i - k) }]
    }),
  )
  return takeBestFirst(candidates)
}

function takeBestFirst(candidates: readonly Pair[]): Pair[] {
  const usedGold = new Set<number>()
  const usedGot = new Set<number>()
  return [...candidates]
    .sort((a, b) => b.agreement - a.agreement)
    .filter((pair) => {
      if (usedGold.has(pair.gold) || usedGot.has(pair.got)) return false
      usedGold.add(pair.gold)
      usedGot.add(pair.got)
      return true
    })
}
