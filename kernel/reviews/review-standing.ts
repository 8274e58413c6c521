import type { MatterDeclaration } from '../matters/matter.types.ts'
import { combineScores } from './combine-scores.ts'

/** How far the reviews of a matter are. */
export interface ReviewStanding {
  /** who was asked and did not stand aside */
  readonly asked: number
  readonly submitted: number
  /** all who were asked have submitted, and they are as many as the declaration needs */
  readonly isComplete: boolean
  readonly score: number | null
  readonly words: string | null
}

/** Pure: what the rows of those who were asked come to. */
export function standingOf(
  rows: readonly { readonly status: string; readonly total: number | null }[],
  review: NonNullable<MatterDeclaration['review']>,
): ReviewStanding {
  const totals = rows.flatMap(({ status, total }) => (status === 'submitted' && total !== null ? [total] : []))
  const isComplete = totals.length === rows.length && totals.length >= review.least
  const combined = isComplete ? combineScores(totals, review.combine, review.least) : undefined
  return {
    asked: rows.length,
    submitted: totals.length,
    isComplete,
    score: combined?.score ?? null,
    words: combined?.words ?? null,
  }
}
