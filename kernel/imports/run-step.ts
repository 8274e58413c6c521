import type { Static, TSchema } from 'typebox'
import Type from 'typebox'
import type { Localized } from '../errors/define-errors.ts'
import type { CommandContext } from '../operations/context.ts'
import { execute, type Platform, type Request } from '../operations/execute.ts'
import { defineCommand } from '../operations/operation.ts'
import { holdRun, type RunRow } from './run.ts'

/** Who does the steps of a run: nobody else does one while this one is believed to be alive. */
export interface Worker {
  readonly platform: Platform
  readonly request: Request
  readonly id: string
  /** asked between steps; the step in hand is finished */
  readonly signal: AbortSignal
}

/** how long a run is left to a worker that does not come back */
export const leaseSeconds = 30

/** Somebody else has the run, or a person decided otherwise in the meantime: there is nothing more to do here. */
export class StepLost extends Error {
  constructor() {
    super('the run is in other hands')
    this.name = 'StepLost'
  }
}

const Nothing: TSchema = Type.Object({})

/**
 * Does one step of a run in a transaction of its own: the run is held, is still this worker's, and stands where the
 * worker believes it to stand. A step is a command like any other, so that it stands in the journal; it belongs to no
 * interface, since what it writes was read from the file by whoever runs it.
 *
 * @throws StepLost
 */
export async function doStep<Result>(
  { platform, request, id: worker }: Worker,
  expected: Pick<RunRow, 'id' | 'status' | 'reached_sheet' | 'reached_row'>,
  { id, label }: { readonly id: string; readonly label: Localized },
  run: (context: CommandContext, run: RunRow) => Promise<Result>,
): Promise<Result> {
  let result: { readonly value: Result } | undefined
  const step = defineCommand({
    id,
    label,
    about: label,
    permission: 'register.manage',
    route: { method: 'POST', path: '/imports/:runId/steps' },
    input: Type.Object({}),
    output: Nothing,
    run: async (context): Promise<Static<typeof Nothing>> => {
      const held = await holdRun(context, expected.id)
      const isOurs = held.worker === worker && held.status === expected.status
      const isThere = held.reached_sheet === expected.reached_sheet && held.reached_row === expected.reached_row
      if (!isOurs || !isThere) throw new StepLost()
      result = { value: await run(context, held) }
      return {}
    },
  })
  await execute(platform, step, request, {})
  if (result === undefined) throw new Error(`${id} came to no end`)
  return result.value
}

export function leaseUntil(now: Date): Date {
  return new Date(now.getTime() + leaseSeconds * 1_000)
}

/** Takes a run into hand, unless somebody else has it. */
export async function takeRun({ platform, request, id: worker }: Worker, runId: string): Promise<RunRow | undefined> {
  let taken: RunRow | undefined
  const take = defineCommand({
    id: 'import.take',
    label: { zh: '接手导入', en: 'Take an import in hand' },
    about: { zh: '系统任务：接手一次导入的下一步。', en: 'The job takes the next step of an import in hand.' },
    permission: 'register.manage',
    route: { method: 'POST', path: '/imports/:runId/worker' },
    input: Type.Object({}),
    output: Nothing,
    run: async (context) => {
      context.unchanged()
      taken = undefined
      const run = await holdRun(context, runId)
      const isFree = run.worker === null || run.worker === worker || (run.worker_until ?? context.now) <= context.now
      if (!workStatuses.has(run.status) || !isFree) return {}
      const changes = {
        worker,
        worker_until: leaseUntil(context.now),
        // A preview is quick and writes nothing that lasts, so it begins again; what was committed stays.
        ...(run.status === 'reading' ? fromTheBeginning : {}),
        ...(run.status === 'reading' || run.phase_began_at === null ? { phase_began_at: context.now } : {}),
      }
      const { tx, jurisdiction } = context
      await tx
        .updateTable('import_run')
        .set(changes)
        .where('jurisdiction', '=', jurisdiction)
        .where('id', '=', runId)
        .execute()
      if (run.status === 'reading') {
        await tx.deleteFrom('import_row').where('jurisdiction', '=', jurisdiction).where('run_id', '=', runId).execute()
      }
      taken = { ...run, ...changes }
      return {}
    },
  })
  await execute(platform, take, request, {})
  return taken
}

/** After a stop between two steps: whoever comes next need not wait until this worker is given up. */
export async function leaveRun({ platform, request, id: worker }: Worker, runId: string): Promise<void> {
  const leave = defineCommand({
    id: 'import.leave',
    label: { zh: '放下导入', en: 'Leave an import' },
    about: { zh: '系统任务：放下手中的导入。', en: 'The job leaves an import to whoever comes next.' },
    permission: 'register.manage',
    route: { method: 'DELETE', path: '/imports/:runId/worker' },
    input: Type.Object({}),
    output: Nothing,
    run: async (context) => {
      context.unchanged()
      await context.tx
        .updateTable('import_run')
        .set({ worker: null, worker_until: null })
        .where('jurisdiction', '=', context.jurisdiction)
        .where('id', '=', runId)
        .where('worker', '=', worker)
        .execute()
      return {}
    },
  })
  await execute(platform, leave, request, {})
}

export const workStatuses: ReadonlySet<string> = new Set(['reading', 'committing', 'undoing'])

export const fromTheBeginning = {
  reached_sheet: null,
  reached_row: null,
  rows_total: null,
  rows_done: 0,
  bytes_done: 0,
  new_count: 0,
  changed_count: 0,
  same_count: 0,
  faulty_count: 0,
  doubtful_count: 0,
  named_count: 0,
  trouble: null,
  ended_at: null,
} as const
