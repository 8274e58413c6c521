/**
 * What a careful reader finds in a plan of the corpus, written down by hand.
 *
 * - *statement*: one printed place where a target is set; a target said twice is two statements
 * - *place*: the task that a statement stands in, or the goal chapter (`task: null`)
 * - *optional*: two careful readers could differ, so it counts neither when found nor when left out
 */

import type { Comparator, IndicatorKind } from '../plan-document.types.ts'

export type GoldValue = number | readonly [number, number]

export interface GoldQuantity {
  readonly value: GoldValue
  /** in the base unit: 件, not 万件; 元, not 亿元 */
  readonly unit: string
}

export interface GoldIndicator {
  readonly name: string
  readonly op: Comparator
  /** as printed */
  readonly value: GoldValue
  /** as printed */
  readonly unit: string
  readonly normalized: GoldQuantity
  /** a list where the words leave more than one kind open; null is "no kind" */
  readonly kind: IndicatorKind | null | readonly (IndicatorKind | null)[]
  /** running number of the gold task, or null for the goal chapter */
  readonly task: number | null
  /** ISO date, or null for "left to the period of the plan"; absent where it is not judged */
  readonly deadline?: string | null
  readonly optional?: true
}

export interface GoldTask {
  /** running number in the order of the document, whatever is printed */
  readonly number: number
  readonly title: string
  readonly lead: readonly string[]
  readonly units: readonly string[]
  /** date of 完成时限, null for 持续推进; absent where the document gives the task none */
  readonly due?: string | null
  readonly optional?: true
}

export interface GoldPhase {
  readonly name: string
  readonly start: string | null
  readonly end: string | null
}

export interface GoldPlan {
  readonly note: string
  /** the title of the plan itself */
  readonly title: string
  /** the title of the covering notice, an answer as good as `title` */
  readonly noticeTitle?: string
  readonly issuer: string | null
  readonly date: string | null
  readonly documentNo: string | null
  /** null where the document does not print one in its title */
  readonly period: { readonly start: string | null; readonly end: string | null } | null
  /** the reader of this table printed a vertically merged cell once and left the covered cells empty */
  readonly emptyFirstCellsContinue?: true
  readonly groups: readonly string[]
  readonly tasks: readonly GoldTask[]
  readonly indicators: readonly GoldIndicator[]
  /** words that a milestone of the goal chapter must contain; not a complete list */
  readonly milestones: readonly string[]
  /** null where the document has no countable safeguards */
  readonly safeguardCount: number | null
  readonly phases: readonly GoldPhase[]
  /** words with a number that must not be read as a target */
  readonly notTargets: readonly string[]
}

/** The gold of a real document, whose text lies outside this repository. */
export interface ForeignGoldPlan extends GoldPlan {
  /** file name of the text */
  readonly source: string
}
