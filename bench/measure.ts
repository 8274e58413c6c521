/** One line of a bench: ours against a baseline that was measured in the same run. */
export interface BenchResult {
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly baseline: number
  /** ours divided by baseline */
  readonly ratio: number
  /** how many times each was measured */
  readonly n: number
  readonly note: string
}

export function result(fields: Omit<BenchResult, 'ratio'>): BenchResult {
  return {
    ...fields,
    ours: round(fields.ours),
    baseline: round(fields.baseline),
    ratio: round(fields.ours / fields.baseline),
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

/** Milliseconds that the work takes. */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e6
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]]
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
}

/**
 * Medians of two pieces of work, measured turn by turn, so that whatever else the machine does meets both alike.
 */
export async function sideBySide(
  rounds: number,
  ours: () => Promise<unknown>,
  baseline: () => Promise<unknown>,
): Promise<{ ours: number; baseline: number }> {
  const times = { ours: [] as number[], baseline: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await milliseconds(ours))
    times.baseline.push(await milliseconds(baseline))
  }
  return { ours: median(times.ours), baseline: median(times.baseline) }
}
