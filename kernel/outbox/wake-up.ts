/**
 * A hint inside this process that the outbox was written to, so that a notice appears within a second. It may be
 * missed and means nothing else: the rows are the truth, and the dispatcher looks for them every few seconds anyway.
 */

type Listener = () => void

const listeners = new Map<string, Set<Listener>>()

/** Hears of the outbox of a jurisdiction until the returned function is called. */
export function onOutboxWritten(jurisdiction: string, listener: Listener): () => void {
  const of = listeners.get(jurisdiction) ?? new Set()
  listeners.set(jurisdiction, of.add(listener))
  return () => {
    of.delete(listener)
  }
}

export function wakeDispatcher(jurisdiction: string): void {
  for (const listener of listeners.get(jurisdiction) ?? []) listener()
}
