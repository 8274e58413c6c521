import type { Problem } from './client.ts'
import type { SeenReport } from './report-acts.ts'

/** What was refused of many, by the report that it is about: /items/2/value belongs to the third. */
export function refusalsOf(
  problem: Pick<Problem, 'problems'> | null,
  items: readonly SeenReport[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { path, message } of problem?.problems ?? []) {
    const dutyId = items[Number(/^\/items\/(\d+)/.exec(path)?.[1] ?? Number.NaN)]?.dutyId
    if (dutyId === undefined) continue
    const messages = found.get(dutyId)
    if (messages === undefined) found.set(dutyId, [message])
    else messages.push(message)
  }
  return found
}
