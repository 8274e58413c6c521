import type { Transaction } from '../database/database.ts'
import type { CommandContext } from '../operations/context.ts'
import { moveToPast } from '../registers/past.ts'
import { bumpRegister } from '../registers/register-change.ts'
import type { Register, Registers } from '../registers/registers.ts'
import { runSql } from '../registers/run-sql.ts'
import { columnNames } from '../registers/stored-record.ts'
import type { RunRow } from './run.ts'
import { doStep, leaseUntil, type Worker } from './run-step.ts'
import { updateRun } from './update-run.ts'

const rowsAStep = 5_000

const step = { id: 'import.undo', label: { zh: '撤销一批', en: 'Undo a batch of an import' } }

/**
 * Takes a run back, some thousand records at a time: new ones end, changed ones say again what they said before. What was
 * changed since stays; whoever asked for the undoing was told of it.
 *
 * Whom the file named goes last, and stays where others name them too.
 */
export async function undo(worker: Worker, registers: Registers, taken: RunRow): Promise<void> {
  const { platform, signal } = worker
  const { jurisdiction } = platform.county
  let run = taken
  for (const register of registersOf(registers, taken)) {
    const isNamed = register.id !== taken.register
    for (;;) {
      const undone = await doStep(worker, run, step, async (context, held) => {
        const ids = await undoable(context.tx, jurisdiction, registers, register, held.id, isNamed)
        if (ids.length === 0) {
          context.unchanged()
          return { run: held, count: 0 }
        }
        await takeBack(context, register, ids, held)
        const after = { rows_done: held.rows_done + ids.length, worker_until: leaseUntil(platform.now()) }
        await updateRun(context, held.id, after)
        await context.record({
          subject: { kind: 'import-run', id: held.id },
          before: null,
          after: { undone: ids.length, register: register.id, by: held.by_label },
          reason: held.undo_reason,
        })
        return { run: { ...held, ...after }, count: ids.length }
      })
      run = undone.run
      if (undone.count === 0) break
      if (signal.aborted) return
    }
  }
  await doStep(worker, run, step, async (context, held) => {
    await updateRun(context, held.id, { status: 'undone', ended_at: context.now, worker: null, worker_until: null })
    await context.record({
      subject: { kind: 'import-run', id: held.id },
      before: { status: 'committed' },
      after: { status: 'undone', records: held.rows_done },
      reason: held.undo_reason,
    })
  })
}

/** The register of the run, then those whose records its file may have named into being. */
export function registersOf(registers: Registers, run: Pick<RunRow, 'register'>): readonly Register[] {
  const register = registers.get(run.register)
  const named = [...register.fields.values()].flatMap(({ field }) =>
    field.kind === 'link' || field.kind === 'links' ? [registers.get(field.register)] : [],
  )
  return [...new Set([register, ...named.filter(({ declaration }) => declaration.naming !== undefined)])]
}

async function undoable(
  tx: Transaction,
  jurisdiction: string,
  registers: Registers,
  register: Register,
  runId: string,
  isNamed: boolean,
): Promise<readonly string[]> {
  const rows = await runSql<{ id: string }>(
    tx,
    `select r.id from ${register.table} r where r.jurisdiction = $1 and r.run_id = $2
       ${isNamed ? `and not (${isPointedAt(registers, register)})` : ''}
     order by r.id limit ${rowsAStep} for update of r`,
    [jurisdiction, runId],
  )
  return rows.map(({ id }) => id)
}

/** Whether a living record leads to record `r`. */
export function isPointedAt(registers: Registers, register: Register, besides = ''): string {
  const ways = register.pointedAtBy.flatMap(({ register: from, field }) => {
    const other = registers.get(from)
    const [, id] = other.fields.get(field)?.columns ?? []
    if (id === undefined) return []
    const holds = id.type === 'text[]' ? `o.${id.name} @> array[r.id]` : `o.${id.name} = r.id`
    return [`exists (select from ${other.table} o where o.jurisdiction = $1 and ${holds} ${besides})`]
  })
  return ways.length === 0 ? 'false' : ways.join(' or ')
}

/**
 * Moves what the run wrote to the past, and brings back the newest revision that is not of the run. A link that was
 * settled later belongs to the run still, so there may be several of its revisions to go back over.
 */
async function takeBack(
  context: CommandContext,
  register: Register,
  ids: readonly string[],
  run: RunRow,
): Promise<void> {
  const { tx, jurisdiction, now, actor } = context
  const reason = run.undo_reason
  await moveToPast(context, register, ids, { endedBy: 'undone', reason })
  const replaced: Readonly<Record<string, string>> = {
    revision: 'p.last + 1',
    recorded_at: '$4',
    recorded_by: '$5',
    act: "'restored'",
    reason: '$6',
  }
  const names = columnNames(register)
  // What another run said, and was taken back, is nothing to go back to.
  const isOfRun = `(run_id is not distinct from $3 or ended_by = 'undone')`
  await runSql(
    tx,
    `insert into ${register.table} (${names.join(', ')})
     select ${names.map((name) => replaced[name] ?? `p.${name}`).join(', ')}
     from (select *, max(revision) over (partition by id) as last,
         row_number() over (partition by id order by ${isOfRun}, revision desc) as place
       from ${register.pastTable} where jurisdiction = $1 and id = any($2::text[])) p
     where p.place = 1 and not (${isOfRun})`,
    [jurisdiction, [...ids], run.id, now, actor.label, reason],
  )
  await bumpRegister(context, register)
}
