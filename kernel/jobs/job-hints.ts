/**
 * Hints inside this process that a job has something to do now, so that nobody waits for its next time. A hint may be
 * missed and means nothing else: the rows are the truth, and each job looks for them at its times anyway.
 */

type Listener = (jobId: string) => void

const listeners = new Map<string, Set<Listener>>()

/** Hears the hints of a jurisdiction until the returned function is called. A listener must not throw. */
export function onJobHint(jurisdiction: string, listener: Listener): () => void {
  const hearing = listeners.get(jurisdiction) ?? new Set()
  listeners.set(jurisdiction, hearing.add(listener))
  return () => {
    hearing.delete(listener)
  }
}

export function hintJob(jurisdiction: string, jobId: string): void {
  for (const listener of listeners.get(jurisdiction) ?? []) listener(jobId)
}
