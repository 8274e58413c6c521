import { statusErrors } from './status-errors.ts'

/** wrong guesses in the window: of one matter, whoever guesses, and from one address, whatever it guesses at */
const allowed = { ofMatter: 5, fromAddress: 30 } as const
const windowMinutes = 15
/** keys that are remembered; the oldest are forgotten first */
const remembered = 50_000

/**
 * Slows down whoever tries the four last digits of a telephone: five wrong ones in a quarter of an hour, for one matter.
 * It stands in the memory of this program and writes no row, however often somebody tries.
 */
export class StatusThrottle {
  readonly #wrong = new Map<string, { readonly count: number; readonly since: number }>()

  /** @throws status.tooManyTries */
  refuseBusy(number: string, address: string | undefined, now: Date): void {
    const seconds = Math.max(
      this.#waits(`number ${number}`, allowed.ofMatter, now),
      address === undefined ? 0 : this.#waits(`address ${address}`, allowed.fromAddress, now),
    )
    if (seconds > 0)
      throw statusErrors.tooManyTries({ minutes: Math.ceil(seconds / 60) }, { retryAfterSeconds: seconds })
  }

  noteWrong(number: string, address: string | undefined, now: Date): void {
    this.#count(`number ${number}`, now)
    if (address !== undefined) this.#count(`address ${address}`, now)
  }

  #waits(key: string, most: number, now: Date): number {
    const seen = this.#wrong.get(key)
    if (seen === undefined || seen.count < most) return 0
    return Math.max(0, Math.ceil((seen.since + windowMinutes * 60_000 - now.getTime()) / 1_000))
  }

  #count(key: string, now: Date): void {
    const seen = this.#wrong.get(key)
    const isOver = seen === undefined || now.getTime() - seen.since >= windowMinutes * 60_000
    this.#wrong.delete(key)
    this.#wrong.set(key, isOver ? { count: 1, since: now.getTime() } : { count: seen.count + 1, since: seen.since })
    const [oldest] = this.#wrong.keys()
    if (this.#wrong.size > remembered && oldest !== undefined) this.#wrong.delete(oldest)
  }
}
