import type { PlanSnapshot } from './plan-snapshot.ts'

/**
 * Versions that were read lately. A version never changes once it is adopted (the application's role cannot change its
 * rows), so what was read by a reading transaction, which sees only what is adopted, stays right.
 *
 * Only reading operations use it: a command may see a version of its own that is undone afterwards.
 */
const kept = new Map<string, PlanSnapshot>()
const most = 16

export async function readVersionOnce(
  key: { readonly jurisdiction: string; readonly planId: string; readonly version: number },
  read: () => Promise<PlanSnapshot | undefined>,
): Promise<PlanSnapshot | undefined> {
  const name = `${key.jurisdiction} ${key.planId} ${key.version}`
  const known = kept.get(name) ?? (await read())
  if (known === undefined) return undefined
  // The map keeps the order of insertion: the one used last goes to the end, the first is the oldest.
  kept.delete(name)
  kept.set(name, known)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return known
}

/** Forgets every version: for tests, whose databases are copies of one and give the same ids to different plans. */
export function forgetVersions(): void {
  kept.clear()
}
