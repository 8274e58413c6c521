/** Ratings of one finished month: of what is asked for, and of whatever it could be taken from (the whole, its unit). */
export interface MonthOfRatings {
  /** YYYY-MM */
  readonly month: string
  readonly own: number
  /** of each larger group that is published too: how many of it are not of what is asked for */
  readonly rests: readonly number[]
}

/** Months that are only published together. */
export interface Block {
  readonly from: string
  readonly to: string
}

/**
 * Months put together until they hold enough ratings: figures are published of whole blocks only, so whatever two answers
 * are taken from each other, what is left is a block, and no single person. The same goes for what is left of a larger
 * group: in each block it is nobody, or enough.
 *
 * Blocks are made from the first month on and never change: a month that is over gets no rating more. What does not fill
 * a block yet is published later.
 *
 * @param months all months in which there are ratings, in order
 * @param leastShown k of k-anonymity
 */
export function blocksOf(months: readonly MonthOfRatings[], leastShown: number): readonly Block[] {
  const blocks: Block[] = []
  let from: string | undefined
  let own = 0
  let rests: readonly number[] = []
  for (const { month, ...more } of months) {
    from ??= month
    own += more.own
    rests = more.rests.map((rest, at) => rest + (rests[at] ?? 0))
    const isFull = own >= leastShown && rests.every((rest) => rest === 0 || rest >= leastShown)
    if (!isFull) continue
    blocks.push({ from, to: month })
    ;[from, own, rests] = [undefined, 0, []]
  }
  return blocks
}

/**
 * The span that is published for months that are asked: a block that they touch is taken as a whole.
 *
 * @returns undefined where they touch none
 */
export function publishedSpan(
  blocks: readonly Block[],
  { from, to }: Block,
): { readonly from: string; readonly to: string; readonly blocks: readonly Block[] } | undefined {
  const touched = blocks.filter((block) => block.to >= from && block.from <= to)
  const [first, last] = [touched[0], touched.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return { from: first.from, to: last.to, blocks: touched }
}
