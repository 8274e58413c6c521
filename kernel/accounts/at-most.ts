/**
 * Lets so many pieces of work run at once; the others wait in the order in which they came.
 *
 * What waits costs a few hundred bytes, what runs may cost megabytes: memory stays flat however many ask. When more
 * wait than `waiting`, the next one is refused at once, since it would not be served while anybody still looks.
 */
export function atMost(
  running: number,
  waiting: number,
  refusal: () => Error,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const queue: (() => void)[] = []
  let free = running
  return async (work) => {
    if (free > 0) free -= 1
    else if (queue.length >= waiting) throw refusal()
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
