import { documentErrors } from './document-errors.ts'

/** wrong codes from one address in the window; real ones do not count, however many an office checks */
const wrongAllowed = 20
const windowMinutes = 10
/** addresses that are remembered; the oldest are forgotten first */
const remembered = 10_000

/**
 * Slows down whoever tries codes. Nobody guesses one of 72 bits; this keeps the trying cheap for us, so it stands in the
 * memory of this program and writes no row.
 */
export class CheckThrottle {
  readonly #wrong = new Map<string, { count: number; readonly since: number }>()

  /** @throws document.tooManyChecks */
  refuseBusy(address: string | undefined, now: Date): void {
    if (address === undefined) return
    const seen = this.#wrong.get(address)
    if (seen === undefined || isOver(seen.since, now) || seen.count < wrongAllowed) return
    const seconds = Math.ceil((seen.since + windowMinutes * 60_000 - now.getTime()) / 1_000)
    const minutes = Math.ceil(seconds / 60)
    throw documentErrors.tooManyChecks({ minutes }, { retryAfterSeconds: seconds })
  }

  noteWrong(address: string | undefined, now: Date): void {
    if (address === undefined) return
    const seen = this.#wrong.get(address)
    const isNew = seen === undefined || isOver(seen.since, now)
    this.#wrong.delete(address)
    this.#wrong.set(address, isNew ? { count: 1, since: now.getTime() } : { ...seen, count: seen.count + 1 })
    const [oldest] = this.#wrong.keys()
    if (this.#wrong.size > remembered && oldest !== undefined) this.#wrong.delete(oldest)
  }
}

function isOver(since: number, now: Date): boolean {
  return now.getTime() - since >= windowMinutes * 60_000
}
