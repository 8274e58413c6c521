import { QxError } from '@qiangxian/kernel/errors/define-errors'
import type { JobDeclaration } from '@qiangxian/kernel/jobs/define-job'
import { onJobHint } from '@qiangxian/kernel/jobs/job-hints'
import { askForRun, findRun, type JobRun, latestRuns, waitingRuns } from '@qiangxian/kernel/jobs/job-runs'
import { isDue } from '@qiangxian/kernel/jobs/schedule'
import type { Platform } from '@qiangxian/kernel/operations/execute'
import { jobErrors } from './job-errors.ts'
import { JobQueue } from './job-queue.ts'
import { type JobLogger, RunInHand, writing } from './run-in-hand.ts'

export interface JobRunnerOptions {
  readonly logger: JobLogger
  /** how often it looks for what is due; 5 by default */
  readonly lookEverySeconds?: number
  /** how long a stop waits for runs to finish the step in hand; 8 by default */
  readonly stopWithinSeconds?: number
}

export interface RunningJobs {
  /** Takes up nothing new, asks runs to finish the step in hand and waits for them for some seconds. */
  stop(): Promise<void>
  /** Runs a job out of its turn, and says how that went. */
  runNow(jobId: string): Promise<JobRun>
  /** Looks at once for what is due, and comes back when all of that was run. */
  look(): Promise<void>
}

/**
 * Runs the jobs of the platform in this process: what is due by the platform's clock, what somebody asked for, what
 * failed and is to be tried again. Several programs may do so on one database; each run happens in one of them.
 *
 * That the database is away, or the queue cannot be set up, is logged and tried again; it stops no server.
 */
export async function startJobs(
  platform: Platform,
  jobs: readonly JobDeclaration[],
  options: JobRunnerOptions,
): Promise<RunningJobs> {
  const runner = new JobRunner(platform, jobs, options)
  await runner.start()
  return runner
}

/** seconds between two attempts to set up the queue */
const openAgainSeconds = 30

/** how long hints are gathered: a notice still appears well within a second */
const gatherMilliseconds = 200

class JobRunner implements RunningJobs {
  readonly #platform: Platform
  readonly #jobs: readonly JobDeclaration[]
  readonly #logger: JobLogger
  readonly #lookEverySeconds: number
  readonly #stopWithinSeconds: number
  readonly #inHand = new Set<RunInHand>()
  /** by job: what works on its queue now, and whether it is to look once more afterwards */
  readonly #working = new Map<string, { done: Promise<void>; again: boolean }>()
  readonly #heard = new Set<string>()
  #queue: JobQueue | undefined
  #opening: Promise<JobQueue> | undefined
  #openAgainAt = 0
  readonly #said = new Set<string>()
  #looking: Promise<{ works: readonly Promise<void>[] }> | undefined
  #timer: NodeJS.Timeout | undefined
  #unhear: (() => void) | undefined
  #isStopping = false

  constructor(platform: Platform, jobs: readonly JobDeclaration[], options: JobRunnerOptions) {
    this.#platform = platform
    this.#jobs = jobs
    this.#logger = options.logger
    this.#lookEverySeconds = options.lookEverySeconds ?? 5
    this.#stopWithinSeconds = options.stopWithinSeconds ?? 8
  }

  async start(): Promise<void> {
    await this.#open().catch((error) => this.#say(error, 'the queue of jobs could not be set up'))
    this.#timer = setInterval(() => void this.look(), this.#lookEverySeconds * 1_000).unref()
    this.#unhear = onJobHint(this.#platform.county.jurisdiction, (jobId) => this.#hear(jobId))
    void this.look()
  }

  async stop(): Promise<void> {
    if (this.#isStopping) return
    this.#isStopping = true
    clearInterval(this.#timer)
    this.#unhear?.()
    for (const run of this.#inHand) run.askToStop()
    const working = [this.#looking, this.#opening, ...[...this.#working.values()].map(({ done }) => done)]
    await Promise.race([Promise.allSettled(working), limit(this.#stopWithinSeconds)])
    for (const run of this.#inHand) {
      await run.giveUp().catch((error) => this.#say(error, 'a job was not given back'))
    }
    await this.#queue?.close().catch((error) => this.#say(error, 'the queue of jobs was not closed'))
  }

  async runNow(jobId: string): Promise<JobRun> {
    const job = this.#jobs.find(({ id }) => id === jobId)
    if (job === undefined) throw jobErrors.unknown({ jobId })
    const queue = await this.#open()
    const runId = await this.#ask(queue, job)
    await this.#work(queue, job)
    const { jurisdiction } = this.#platform.county
    const run = await this.#platform.database.inJurisdiction(jurisdiction, 'read', (tx) =>
      findRun(tx, jurisdiction, runId),
    )
    if (run === undefined) throw new Error(`the run ${runId} of ${jobId} is gone`)
    return run
  }

  async look(): Promise<void> {
    if (this.#isStopping) return
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = undefined
    })
    try {
      // A long run holds back no other look: what it waits for is what this look began or found in hand.
      for (const outcome of await Promise.allSettled((await this.#looking).works)) {
        if (outcome.status === 'rejected') throw outcome.reason
      }
      if (this.#queue !== undefined) this.#said.clear()
    } catch (error) {
      this.#say(error, 'jobs could not be looked for')
    }
  }

  async #lookOnce(): Promise<{ works: readonly Promise<void>[] }> {
    if (this.#queue === undefined && performance.now() < this.#openAgainAt) return { works: [] }
    const queue = await this.#open()
    const { jurisdiction } = this.#platform.county
    const now = this.#platform.now()
    const { latest, waiting } = await this.#platform.database.inJurisdiction(jurisdiction, 'read', async (tx) => ({
      latest: await latestRuns(tx, jurisdiction, now),
      waiting: await waitingRuns(tx, jurisdiction),
    }))
    const works: Promise<void>[] = []
    for (const job of this.#jobs) {
      if (waiting.includes(job.id)) await queue.put(job.id)
      else if (isDue(job.every, latest.get(job.id)?.requestedAt, now) && (await isFree(queue, job.id, latest))) {
        await this.#ask(queue, job)
      }
      works.push(this.#work(queue, job))
    }
    return { works }
  }

  /**
   * Somebody in this process left something for a job to do. Hints are gathered for a moment, so that a hundred commands
   * in a second, each with something to announce, cost a few runs and not a hundred.
   */
  #hear(jobId: string): void {
    const job = this.#jobs.find(({ id }) => id === jobId)
    if (job === undefined || this.#heard.has(jobId)) return
    this.#heard.add(jobId)
    setTimeout(() => {
      this.#heard.delete(jobId)
      this.#runHinted(job).catch((error) => {
        // Overtaken by the stop: the rows are there, and the next program looks for them.
        if (!this.#isStopping) this.#say(error, 'a job was not run at once')
      })
    }, gatherMilliseconds).unref()
  }

  async #runHinted(job: JobDeclaration): Promise<void> {
    const queue = this.#queue
    if (queue === undefined || this.#isStopping) return
    await this.#ask(queue, job)
    await this.#work(queue, job)
  }

  async #ask(queue: JobQueue, job: JobDeclaration): Promise<string> {
    const { id } = await writing(this.#platform, (tx, jurisdiction, now) => askForRun(tx, jurisdiction, job.id, now))
    await queue.put(job.id)
    return id
  }

  /** Runs what waits in the queue of a job until nothing does; whoever comes meanwhile has it look once more. */
  #work(queue: JobQueue, job: JobDeclaration): Promise<void> {
    const at = this.#working.get(job.id)
    if (at !== undefined) {
      at.again = true
      return at.done
    }
    const state = { done: Promise.resolve(), again: true }
    this.#working.set(job.id, state)
    const work = async () => {
      try {
        while (state.again) {
          state.again = false
          while (!this.#isStopping && (await this.#runNext(queue, job)));
        }
      } finally {
        // In the same breath as the last look at `again`: whoever comes later starts anew.
        this.#working.delete(job.id)
      }
    }
    state.done = work()
    // Whoever waits for it hears of trouble; that nobody does for a moment must not end the program.
    state.done.catch(() => {})
    return state.done
  }

  /** False when nothing was to be run. */
  async #runNext(queue: JobQueue, job: JobDeclaration): Promise<boolean> {
    const number = await queue.take(job.id)
    if (number === undefined) return false
    const run = new RunInHand(this.#platform, queue, job, number, this.#logger)
    this.#inHand.add(run)
    try {
      await run.run()
    } finally {
      this.#inHand.delete(run)
    }
    return true
  }

  #open(): Promise<JobQueue> {
    if (this.#queue !== undefined) return Promise.resolve(this.#queue)
    this.#opening ??= this.#openQueue().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  async #openQueue(): Promise<JobQueue> {
    const ids = this.#jobs.map(({ id }) => id)
    const queue = new JobQueue(this.#platform, ids, (error) => this.#say(error, 'the queue of jobs has trouble'))
    try {
      await queue.open()
      this.#queue = queue
      return queue
    } catch (error) {
      this.#openAgainAt = performance.now() + openAgainSeconds * 1_000
      await queue.close().catch(() => {})
      throw error
    }
  }

  /** Trouble is said once, and again when it comes back after all went well. */
  #say(error: unknown, message: string): void {
    const said = `${message} ${error instanceof Error ? error.message : String(error)}`
    if (this.#said.has(said)) return
    this.#said.add(said)
    this.#logger.error(
      { err: error },
      error instanceof QxError ? `${error.messageIn('zh')} ${error.messageIn('en')}` : message,
    )
  }
}

/** After a run that did not end well the queue decides when to try again; until it gave up, the clock asks for none. */
async function isFree(queue: JobQueue, jobId: string, latest: ReadonlyMap<string, JobRun>): Promise<boolean> {
  const outcome = latest.get(jobId)?.outcome
  return outcome === 'done' || outcome === 'idle' || !(await queue.holds(jobId))
}

function limit(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1_000).unref()
  })
}
