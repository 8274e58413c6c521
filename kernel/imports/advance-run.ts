import { TableRefused } from '@qiangxian/engines/tabular/refusals'
import { isLostConnection } from '../database/database.ts'
import { type Localized, QxError } from '../errors/define-errors.ts'
import { newId } from '../ids/new-id.ts'
import type { Platform, Request } from '../operations/execute.ts'
import type { Registers } from '../registers/registers.ts'
import { commit } from './commit.ts'
import { importErrors } from './import-errors.ts'
import { preview } from './preview.ts'
import type { RunRow } from './run.ts'
import { doStep, leaveRun, StepLost, takeRun, type Worker, workStatuses } from './run-step.ts'
import { undo } from './undo.ts'

/** Runs that wait for a step of somebody's: those that nobody has in hand, the oldest first. */
export async function waitingRuns({ database, county, now }: Platform): Promise<readonly string[]> {
  const { jurisdiction } = county
  return database.inJurisdiction(jurisdiction, 'read', async (tx) => {
    const rows = await tx
      .selectFrom('import_run')
      .select('id')
      .where('jurisdiction', '=', jurisdiction)
      .where('status', 'in', [...workStatuses])
      .where((eb) => eb.or([eb('worker', 'is', null), eb('worker_until', '<=', now())]))
      .orderBy('started_at')
      .execute()
    return rows.map(({ id }) => id)
  })
}

/**
 * Does what a run waits for, step by step, until it waits for a person or the signal asks to stop.
 *
 * @returns whether it was done here; false where somebody else has the run in hand, or nothing was to be done
 */
export async function advanceRun(
  platform: Platform,
  registers: Registers,
  { request, signal }: { readonly request: Request; readonly signal: AbortSignal },
  runId: string,
): Promise<boolean> {
  const worker: Worker = { platform, request, signal, id: newId(platform.now()) }
  const run = await takeRun(worker, runId)
  if (run === undefined) return false
  try {
    if (run.status === 'reading') await preview(worker, registers, run)
    else if (run.status === 'committing') await commit(worker, registers, run)
    else await undo(worker, registers, run)
    await leaveRun(worker, runId)
  } catch (error) {
    if (error instanceof StepLost) return true
    // The database will be back, and the run stands where it stood.
    if (isAway(error)) throw error
    await fail(worker, runId, error)
    if (wordsOf(error) === undefined) throw error
  }
  return true
}

function isAway(error: unknown): boolean {
  return isLostConnection(error) || (error instanceof QxError && error.code.startsWith('database.'))
}

/** What cannot go on says why. What was committed by then stays, and can be undone. */
async function fail(worker: Worker, runId: string, error: unknown): Promise<void> {
  const trouble = wordsOf(error) ?? unexpected
  const { jurisdiction } = worker.platform.county
  const run = await worker.platform.database.inJurisdiction(jurisdiction, 'read', (tx) =>
    tx
      .selectFrom('import_run')
      .selectAll()
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', runId)
      .executeTakeFirst(),
  )
  if (run === undefined || run.worker !== worker.id) return
  const status = run.status === 'reading' || run.batches === 0 ? 'failed' : 'committed'
  const held = run as unknown as RunRow
  const words = { id: 'import.fail', label: { zh: '导入未能完成', en: 'An import could not go on' } }
  try {
    await doStep(worker, held, words, async (context) => {
      await context.tx
        .updateTable('import_run')
        .set({
          status,
          trouble: JSON.stringify(trouble),
          ended_at: context.now,
          worker: null,
          worker_until: null,
        })
        .where('jurisdiction', '=', jurisdiction)
        .where('id', '=', runId)
        .execute()
      await context.record({
        subject: { kind: 'import-run', id: runId },
        before: { status: run.status },
        after: { status, trouble: { ...trouble } },
      })
    })
  } catch (lost) {
    if (!(lost instanceof StepLost)) throw lost
  }
}

function wordsOf(error: unknown): Localized | undefined {
  if (error instanceof QxError) return error.localized
  if (error instanceof TableRefused) {
    return importErrors.refusedFile({ fileName: '', why: error.refusal.message }).localized
  }
  return undefined
}

const unexpected: Localized = {
  zh: '程序在处理这个文件时出错，已停止；已写入的各批保持原样，可以整体撤销。请把文件名和时间告诉平台管理员。',
  en: 'The program failed on this file and stopped. What was written stays and can be undone. Tell the administrator the name of the file and the time.',
}
