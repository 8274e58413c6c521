import type { Tally } from './tally.ts'

/** One entry of the list that `npm test` prints. */
export interface Check {
  /** for `npm test -- --only <id>` */
  readonly id: string
  readonly title: string
  readonly run: () => Promise<Outcome>
}

export interface Outcome {
  readonly tally: Tally
  /** what to show under the title; empty when there is nothing to say */
  readonly details: string
}
