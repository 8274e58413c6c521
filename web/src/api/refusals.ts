import type { Problem } from './client.ts'
import type { SeenReport } from './report-acts.ts'

/** A message without the name of the thing it stands at: 2026年11月 授权专利量累计：没有填数值 → 没有填数值. */
export function withoutTitle(message: string, title: string): string {
  const rest = message.startsWith(title) ? message.slice(title.length) : message
  return rest === message ? message : rest.replace(/^(：|: )/, '')
}

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
