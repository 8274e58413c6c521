import type { Transaction } from '../database/database.ts'
import type { JobOccasion } from '../jobs/define-job.ts'
import type { Platform } from '../operations/execute.ts'
import type { Channel, Delivery, Hand } from './channel.ts'
import { later, markDelivered, markFailed, restChannel, spreadOutbox, takeDue } from './deliveries.ts'

export interface DispatchLimits {
  /** deliveries handed to a channel in one act, and one by one */
  readonly batch: number
  readonly oneByOne: number
  /** a delivery, or a batch, that takes longer has failed */
  readonly seconds: number
  /** so many failures in a row, and the channel rests */
  readonly failuresInARow: number
  readonly restSeconds: number
}

/** One by one fits into the lease: ten deliveries of half a minute at most. */
const usualLimits: DispatchLimits = { batch: 500, oneByOne: 10, seconds: 30, failuresInARow: 5, restSeconds: 60 }
const leaseSeconds = 10 * 60

export interface Dispatched {
  readonly delivered: number
  readonly failed: number
  /** what the first failure said */
  readonly error?: string
}

/**
 * Brings what waits in the outbox to the channels, until nothing is due any more. Channels work beside each other;
 * of one channel, one delivery after the other.
 */
export async function dispatchOutbox(
  platform: Platform,
  channels: readonly Channel[],
  occasion: JobOccasion,
  limits: DispatchLimits = usualLimits,
): Promise<ReadonlyMap<string, Dispatched>> {
  const ids = channels.map(({ id }) => id)
  while (!occasion.signal.aborted) {
    const spread = await writing(platform, (tx, jurisdiction) =>
      spreadOutbox(tx, jurisdiction, ids, platform.now(), 1_000),
    )
    if (spread === 0) break
  }
  const entries = channels.map(
    async (channel) => [channel.id, await new ChannelRun(platform, channel, occasion, limits).run()] as const,
  )
  return new Map(await Promise.all(entries))
}

/** One channel in one run of the dispatcher. */
class ChannelRun {
  readonly #platform: Platform
  readonly #channel: Channel
  readonly #occasion: JobOccasion
  readonly #limits: DispatchLimits
  #delivered = 0
  #failed = 0
  #failuresInARow = 0
  #error: string | undefined

  constructor(platform: Platform, channel: Channel, occasion: JobOccasion, limits: DispatchLimits) {
    this.#platform = platform
    this.#channel = channel
    this.#occasion = occasion
    this.#limits = limits
  }

  async run(): Promise<Dispatched> {
    const most = this.#channel.deliverAll === undefined ? this.#limits.oneByOne : this.#limits.batch
    while (!this.#occasion.signal.aborted) {
      const due = await writing(this.#platform, (tx, jurisdiction) =>
        takeDue(tx, jurisdiction, this.#channel.id, { now: this.#platform.now(), leaseSeconds, most }),
      )
      if (due.length === 0) break
      const reaches = ({ recipients }: Delivery) => this.#channel.reachesMachines === true || recipients.length > 0
      await this.#keepDelivered(due.filter((delivery) => !reaches(delivery)))
      const toSomebody = due.filter(reaches)
      if (!(await this.#deliver(toSomebody))) break
    }
    const counts = { delivered: this.#delivered, failed: this.#failed }
    return this.#error === undefined ? counts : { ...counts, error: this.#error }
  }

  /** Says whether the channel can take more. */
  async #deliver(due: readonly Delivery[]): Promise<boolean> {
    const { deliverAll } = this.#channel
    if (deliverAll !== undefined && due.length > 1) {
      const together = await this.#attempt((hand) => deliverAll.call(this.#channel, due, hand))
      if (together === undefined) {
        await this.#keepDelivered(due)
        return true
      }
    }
    for (const [index, delivery] of due.entries()) {
      const isOver = this.#occasion.signal.aborted || this.#failuresInARow >= this.#limits.failuresInARow
      if (isOver) {
        await this.#rest(due.slice(index))
        return false
      }
      const reason = await this.#attempt((hand) => this.#channel.deliver(delivery, hand))
      if (reason === undefined) await this.#keepDelivered([delivery])
      else await this.#keepFailed(delivery, reason)
    }
    return true
  }

  /** Undefined when it succeeded, else what was said. A channel that never answers is not waited for for ever. */
  async #attempt(act: (hand: Hand) => Promise<void>): Promise<string | undefined> {
    const { signal, release } = timeLimit(this.#limits.seconds)
    try {
      const isOver = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
      await Promise.race([act({ platform: this.#platform, request: this.#occasion.request, signal }), isOver])
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    } finally {
      release()
    }
  }

  async #keepDelivered(deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return
    const ids = deliveries.map(({ id }) => id)
    await writing(this.#platform, (tx, jurisdiction) =>
      markDelivered(tx, jurisdiction, this.#channel.id, ids, this.#platform.now()),
    )
    this.#delivered += ids.length
    this.#failuresInARow = 0
  }

  async #keepFailed(delivery: Delivery, reason: string): Promise<void> {
    await writing(this.#platform, (tx, jurisdiction) =>
      markFailed(tx, jurisdiction, this.#channel.id, { delivery, reason, now: this.#platform.now() }),
    )
    this.#failed += 1
    this.#failuresInARow += 1
    this.#error ??= reason
  }

  /** Stopped by us, it is due again at once; down, it rests. */
  async #rest(untried: readonly Delivery[]): Promise<void> {
    const now = this.#platform.now()
    const until = this.#occasion.signal.aborted ? now : later(now, this.#limits.restSeconds)
    const ids = untried.map(({ id }) => id)
    await writing(this.#platform, (tx, jurisdiction) =>
      restChannel(tx, jurisdiction, this.#channel.id, { untried: ids, until, now }),
    )
  }
}

function timeLimit(seconds: number): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController()
  const over = () => controller.abort(new Error(`no answer within ${seconds} seconds`))
  const timer = setTimeout(over, seconds * 1_000)
  return { signal: controller.signal, release: () => clearTimeout(timer) }
}

/** The outbox's own book-keeping: no business of anybody, and so no entry in the journal. */
function writing<Result>(
  { database, county }: Platform,
  work: (tx: Transaction, jurisdiction: string) => Promise<Result>,
): Promise<Result> {
  return database.inJurisdiction(county.jurisdiction, 'write', (tx) => work(tx, county.jurisdiction))
}
