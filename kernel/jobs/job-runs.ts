import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { newId } from '../ids/new-id.ts'

/** done: did something · idle: there was nothing to do · interrupted: the program stopped or died in it */
export type Outcome = 'done' | 'idle' | 'failed' | 'interrupted'

export interface JobRun {
  readonly id: string
  readonly jobId: string
  readonly requestedAt: Date
  /** undefined while it waits */
  readonly startedAt: Date | undefined
  readonly endedAt: Date | undefined
  readonly outcome: Outcome | undefined
  /** what it did, or `{ error }` with what went wrong */
  readonly detail: Json
  readonly requestId: string | undefined
}

/** so many runs of a job are kept, the latest */
export const runsKept = 500

/** The run of a job that waits to begin: the one that somebody asked for before, or a new one. */
export async function askForRun(
  tx: Transaction,
  jurisdiction: string,
  jobId: string,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  const id = newId(now)
  const made = await tx
    .insertInto('job_run')
    .values({ jurisdiction, id, job_id: jobId, requested_at: now })
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'job_id']).where('started_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made !== undefined) return { id, isNew: true }
  const waiting = await tx
    .selectFrom('job_run')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('job_id', '=', jobId)
    .where('started_at', 'is', null)
    .executeTakeFirst()
  // One that began between the two statements may have looked before our rows were there: another is asked for.
  return waiting === undefined ? askForRun(tx, jurisdiction, jobId, now) : { id: waiting.id, isNew: false }
}

/**
 * Begins a run: the one that waits, or one of its own when the queue tries again. Whatever of the same job had begun
 * and not ended was left by a program that died, since two never run at a time.
 */
export async function beginRun(
  tx: Transaction,
  jurisdiction: string,
  jobId: string,
  requestId: string,
  now: Date,
): Promise<string> {
  await tx
    .updateTable('job_run')
    .set({ ended_at: now, outcome: 'interrupted' })
    .where('jurisdiction', '=', jurisdiction)
    .where('job_id', '=', jobId)
    .where('started_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  const waiting = await tx
    .updateTable('job_run')
    .set({ started_at: now, request_id: requestId })
    .where('jurisdiction', '=', jurisdiction)
    .where('job_id', '=', jobId)
    .where('started_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (waiting !== undefined) return waiting.id
  const id = newId(now)
  const begun = { jurisdiction, id, job_id: jobId, requested_at: now, started_at: now, request_id: requestId }
  await tx.insertInto('job_run').values(begun).execute()
  return id
}

/** Ends a run, and forgets idle runs before it and all but the latest. */
export async function endRun(
  tx: Transaction,
  jurisdiction: string,
  run: { readonly id: string; readonly jobId: string },
  end: { readonly outcome: Outcome; readonly detail: Json; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('job_run')
    .set({ ended_at: end.now, outcome: end.outcome, detail: JSON.stringify(end.detail) })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', run.id)
    .where('ended_at', 'is', null)
    .execute()
  await sql`
    delete from job_run
    where jurisdiction = ${jurisdiction} and job_id = ${run.jobId} and id <> ${run.id} and ended_at is not null
      and (outcome = 'idle' or id in (
        select id from job_run
        where jurisdiction = ${jurisdiction} and job_id = ${run.jobId} and outcome is distinct from 'idle'
        order by requested_at desc, id desc offset ${runsKept}))`.execute(tx)
}

export async function findRun(tx: Transaction, jurisdiction: string, id: string): Promise<JobRun | undefined> {
  const { rows } = await sql<RunRow>`
    select ${runColumns} from job_run where jurisdiction = ${jurisdiction} and id = ${id}`.execute(tx)
  return rows.map(asRun)[0]
}

/** What each job's times are reckoned from: its latest run up to now, of whatever outcome. */
export async function latestRuns(tx: Transaction, jurisdiction: string, now: Date): Promise<Map<string, JobRun>> {
  const { rows } = await sql<RunRow>`
    select distinct on (job_id) ${runColumns} from job_run
    where jurisdiction = ${jurisdiction} and requested_at <= ${now}
    order by job_id, requested_at desc, id desc`.execute(tx)
  return new Map(rows.map((row) => [row.job_id, asRun(row)]))
}

/** Of each job the latest run that began, and the latest that failed, of those that are kept. */
export async function latestBegun(
  tx: Transaction,
  jurisdiction: string,
  which: 'all' | 'failed',
): Promise<Map<string, JobRun>> {
  const { rows } = await sql<RunRow>`
    select distinct on (job_id) ${runColumns} from job_run
    where jurisdiction = ${jurisdiction} and started_at is not null and (${which} = 'all' or outcome = 'failed')
    order by job_id, requested_at desc, id desc`.execute(tx)
  return new Map(rows.map((row) => [row.job_id, asRun(row)]))
}

/** Jobs of which a run was asked for that did not begin yet. */
export async function waitingRuns(tx: Transaction, jurisdiction: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('job_run')
    .select('job_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('started_at', 'is', null)
    .execute()
  return rows.map((row) => row.job_id)
}

interface RunRow {
  id: string
  job_id: string
  requested_at: Date
  started_at: Date | null
  ended_at: Date | null
  outcome: Outcome | null
  detail: Json
  request_id: string | null
}

const runColumns = sql.raw('id, job_id, requested_at, started_at, ended_at, outcome, detail, request_id')

function asRun(row: RunRow): JobRun {
  return {
    id: row.id,
    jobId: row.job_id,
    requestedAt: row.requested_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    outcome: row.outcome ?? undefined,
    detail: row.detail,
    requestId: row.request_id ?? undefined,
  }
}
