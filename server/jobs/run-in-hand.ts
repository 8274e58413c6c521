import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { Transaction } from '@qiangxian/kernel/database/database'
import { QxError } from '@qiangxian/kernel/errors/define-errors'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { JobDeclaration } from '@qiangxian/kernel/jobs/define-job'
import { jobRequest } from '@qiangxian/kernel/jobs/job-request'
import { beginRun, endRun, type Outcome } from '@qiangxian/kernel/jobs/job-runs'
import type { Platform } from '@qiangxian/kernel/operations/execute'
import { type JobQueue, leaseSeconds } from './job-queue.ts'

/** The part of pino's logger that jobs write to. */
export interface JobLogger {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** One run of a job, taken from the queue, with its signs of life. */
export class RunInHand {
  readonly #platform: Platform
  readonly #queue: JobQueue
  readonly #job: JobDeclaration
  /** of the run in the queue */
  readonly #number: string
  readonly #logger: JobLogger
  readonly #controller = new AbortController()
  /** given to another, or given up: it is no longer ours to end */
  #isLost = false

  constructor(platform: Platform, queue: JobQueue, job: JobDeclaration, number: string, logger: JobLogger) {
    this.#platform = platform
    this.#queue = queue
    this.#job = job
    this.#number = number
    this.#logger = logger
  }

  async run(): Promise<void> {
    const keeping = setInterval(() => void this.#keep(), (leaseSeconds * 1_000) / 4)
    try {
      await this.#run()
    } finally {
      clearInterval(keeping)
    }
  }

  /** Asks the run to finish the step in hand. */
  askToStop(): void {
    this.#controller.abort(new Error('the program stops'))
  }

  /** What did not end in time goes back to the queue at once, so that the next program need not wait for the lease. */
  async giveUp(): Promise<void> {
    this.#isLost = true
    this.#logger.warn({ job: this.#job.id }, 'a job did not stop in time, and is left to the next program')
    await this.#queue.fail(this.#job.id, this.#number, 'the program stopped')
  }

  async #run(): Promise<void> {
    const requestId = newId()
    const id = await writing(this.#platform, (tx, jurisdiction, now) =>
      beginRun(tx, jurisdiction, this.#job.id, requestId, now),
    )
    const { outcome, detail } = await this.#outcome(requestId)
    if (this.#isLost) return
    await writing(this.#platform, (tx, jurisdiction, now) =>
      endRun(tx, jurisdiction, { id, jobId: this.#job.id }, { outcome, detail, now }),
    )
    const isWell = outcome === 'done' || outcome === 'idle'
    if (isWell) await this.#queue.complete(this.#job.id, this.#number)
    else await this.#queue.fail(this.#job.id, this.#number, outcome)
  }

  async #outcome(requestId: string): Promise<{ outcome: Outcome; detail: Json }> {
    const { signal } = this.#controller
    try {
      const detail = await this.#job.run(this.#platform, { request: jobRequest(requestId), requestId, signal })
      return detail === undefined ? { outcome: 'idle', detail: null } : { outcome: 'done', detail }
    } catch (error) {
      if (signal.aborted) return { outcome: 'interrupted', detail: null }
      this.#logger.error({ err: error, job: this.#job.id, requestId }, 'a job failed, and is tried again later')
      const code = error instanceof QxError ? error.code : null
      return { outcome: 'failed', detail: { error: error instanceof Error ? error.message : String(error), code } }
    }
  }

  /** A sign of life; where the database does not hear it, the lease runs out. */
  async #keep(): Promise<void> {
    try {
      if (await this.#queue.keep(this.#job.id, this.#number)) return
      this.#isLost = true
      this.#controller.abort(new Error('the run was given to another program'))
    } catch (error) {
      this.#logger.warn({ err: error, job: this.#job.id }, 'the database did not hear that a job is alive')
    }
  }
}

/** The list of runs is book-keeping, and no business that the journal tells of. */
export function writing<Result>(
  { database, county, now }: Platform,
  work: (tx: Transaction, jurisdiction: string, now: Date) => Promise<Result>,
): Promise<Result> {
  return database.inJurisdiction(county.jurisdiction, 'write', (tx) => work(tx, county.jurisdiction, now()))
}
