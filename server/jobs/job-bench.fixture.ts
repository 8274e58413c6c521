import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { defineJob, type JobDeclaration, type JobOccasion } from '@qiangxian/kernel/jobs/define-job'
import type { Platform } from '@qiangxian/kernel/operations/execute'
import { openTestKernel, type TestKernel } from '@qiangxian/kernel/testing/test-kernel'
import { type JobRunnerOptions, type RunningJobs, startJobs } from './job-runner.ts'

/** Jobs over a kernel of their own, looked for when the test says so. */
export class JobBench {
  readonly kernel: TestKernel
  readonly logged: { level: string; details: Record<string, unknown>; message: string }[] = []
  readonly started: RunningJobs[] = []

  private constructor(kernel: TestKernel) {
    this.kernel = kernel
  }

  static async open(): Promise<JobBench> {
    return new JobBench(await openTestKernel())
  }

  async close(): Promise<void> {
    await Promise.all(this.started.map((jobs) => jobs.stop()))
    await this.kernel.close()
  }

  /** Moves the clock: minutes after the first moment of the test. */
  later(minutes: number): void {
    this.kernel.setNow(new Date(Date.parse('2026-11-25T02:00:00Z') + minutes * 60_000))
  }

  /** Another program that runs the jobs, after its first look. */
  async start(
    jobs: readonly JobDeclaration[],
    options: Partial<JobRunnerOptions> = {},
    on: Platform = this.kernel,
  ): Promise<RunningJobs> {
    const logger = { warn: this.#log('warn'), error: this.#log('error') }
    const running = await startJobs(on, jobs, { logger, lookEverySeconds: 3_600, ...options })
    this.started.push(running)
    await running.look()
    return running
  }

  runs() {
    return this.kernel.database.inJurisdiction('yanshi', 'read', (tx) =>
      tx
        .selectFrom('job_run')
        .selectAll()
        .where('jurisdiction', '=', 'yanshi')
        .orderBy('requested_at')
        .orderBy('id')
        .execute(),
    )
  }

  /** The queue's own tables, which stand behind no wall; tests wait on them while jobs run. */
  queue(sql: string) {
    return this.kernel.database.asOwner((client) => client.query(sql))
  }

  async inQueue() {
    const { rows } = await this.queue(`select state::text, retry_count, start_after - now() > '5 seconds' as later
      from pgboss.job where state < 'completed' order by created_on`)
    return rows
  }

  /** Lets a run that failed be tried again now and not in some seconds. */
  async tryAgainNow(): Promise<void> {
    await this.queue(`update pgboss.job set start_after = now() - interval '1 second' where state = 'retry'`)
  }

  /** Waits until the first run has begun. */
  async untilBegun(): Promise<void> {
    while ((await this.runs())[0]?.started_at == null) await new Promise(setImmediate)
  }

  #log(level: string) {
    return (details: object, message: string) => void this.logged.push({ level, details: { ...details }, message })
  }
}

export function job(
  every: string | number,
  run: (occasion: JobOccasion, platform: Platform) => Promise<Json | undefined>,
): JobDeclaration {
  const words = { zh: '演示任务', en: 'Test job' }
  return defineJob({ id: 'test.job', label: words, about: words, every, run: (on, occasion) => run(occasion, on) })
}
