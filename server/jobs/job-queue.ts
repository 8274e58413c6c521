import type { Platform } from '@qiangxian/kernel/operations/execute'
import PgBoss from 'pg-boss'
import { jobErrors } from './job-errors.ts'
import { QueueConnection } from './queue-connection.ts'

/** How long a run holds its job without a sign of life; after that another program takes the job up. */
export const leaseSeconds = 60

/**
 * The queue of this county's jobs, in the schema `pgboss`: of each job one run waits at most and one is in hand, over
 * all programs that work on the database. A run that fails is tried again after ten seconds, then twice as long and
 * so on, five times; one whose program died, when its lease is over.
 */
export class JobQueue {
  readonly #connection: QueueConnection
  readonly #boss: PgBoss
  readonly #jurisdiction: string
  readonly #jobIds: readonly string[]

  constructor({ database, county }: Platform, jobIds: readonly string[], onError: (error: Error) => void) {
    this.#jurisdiction = county.jurisdiction
    this.#jobIds = jobIds
    this.#connection = new QueueConnection(database)
    this.#boss = new PgBoss({
      db: this.#connection,
      schema: 'pgboss',
      // When a job is due we tell ourselves, by the platform's clock; and job_run keeps the past.
      schedule: false,
      maintenanceIntervalSeconds: leaseSeconds / 2,
      archiveCompletedAfterSeconds: 3_600,
      archiveFailedAfterSeconds: 86_400,
      deleteAfterHours: 24,
    })
    this.#boss.on('error', onError)
  }

  /** Once; a queue that could not be opened is closed and thrown away. @throws job.mayNotCreateSchema */
  async open(): Promise<void> {
    try {
      await this.#boss.start()
    } catch (cause) {
      // insufficient_privilege
      if (!(cause instanceof Error && 'code' in cause && cause.code === '42501')) throw cause
      const { rows } = await this.#connection.executeSql('select current_database() as database, current_user as user')
      throw jobErrors.mayNotCreateSchema(rows[0], { cause })
    }
    for (const jobId of this.#jobIds) {
      const retry = { retryLimit: 5, retryDelay: 10, retryBackoff: true }
      const options = { name: this.#name(jobId), policy: 'stately', expireInSeconds: leaseSeconds, ...retry } as const
      await this.#boss.createQueue(options.name, options)
      await this.#boss.updateQueue(options.name, options)
    }
    // Runs whose programs died while nobody looked.
    await this.#boss.maintain()
  }

  /** Makes sure that a run waits in the queue. */
  async put(jobId: string): Promise<void> {
    await this.#boss.send(this.#name(jobId), { jurisdiction: this.#jurisdiction })
  }

  /** Takes the run that waits, if it is time for it and none is in hand anywhere; says its number. */
  async take(jobId: string): Promise<string | undefined> {
    const [taken] = await this.#boss.fetch(this.#name(jobId), { batchSize: 1 })
    return taken?.id
  }

  /** Says that the run is alive; false when it was given to another. */
  async keep(jobId: string, number: string): Promise<boolean> {
    const { rowCount } = await this.#connection.executeSql(
      `update pgboss.job set started_on = now() where name = $1 and id = $2 and state = 'active'`,
      [this.#name(jobId), number],
    )
    return rowCount === 1
  }

  async complete(jobId: string, number: string): Promise<void> {
    await this.#boss.complete(this.#name(jobId), number)
  }

  /** To be tried again later. */
  async fail(jobId: string, number: string, reason: string): Promise<void> {
    await this.#boss.fail(this.#name(jobId), number, { reason })
  }

  /** Whether a run is in hand, waits, or is to be tried again. */
  async holds(jobId: string): Promise<boolean> {
    return (await this.#boss.getQueueSize(this.#name(jobId), { before: 'completed' })) > 0
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false })
    await this.#connection.close()
  }

  #name(jobId: string): string {
    return `${this.#jurisdiction}.${jobId}`
  }
}
