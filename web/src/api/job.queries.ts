import { read } from './queries.ts'

export interface JobRun {
  readonly id: string
  readonly requestedAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly outcome: 'done' | 'idle' | 'failed' | 'interrupted' | null
  /** what it did, or what went wrong */
  readonly detail: unknown
  readonly requestId: string | null
}

export interface Job {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly about: string
  readonly aboutEn: string
  readonly every: string | number
  readonly waiting: boolean
  readonly lastRun: JobRun | null
  readonly lastFailure: JobRun | null
  readonly nextRunAt: string
}

export const jobsQuery = read<{ jobs: readonly Job[] }>('/jobs', 'jobs')

export interface RemovedDemonstration {
  readonly removed: boolean
  readonly rows: Readonly<Record<string, number>>
  readonly accounts: number
  /** rows that stay because something real hangs on them */
  readonly kept: Readonly<Record<string, number>>
}
