import Type from 'typebox'
import { hintJob } from '../jobs/job-hints.ts'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand } from '../operations/operation.ts'
import type { Registers } from '../registers/registers.ts'
import { runSql } from '../registers/run-sql.ts'
import { importJobId } from './import.job.ts'
import { importErrors } from './import-errors.ts'
import { ImportRun } from './imports.schemas.ts'
import { getRun, holdRun, presentRun, type RunRow, refuseUnless } from './run.ts'
import { isPointedAt, registersOf } from './undo.ts'
import { updateRun } from './update-run.ts'

const RunId = Type.String({ maxLength: 64 })

/** Has everything that a run wrote taken back. */
export function undoImport(registers: Registers) {
  return defineCommand({
    id: 'import.begin-undo',
    label: { zh: '撤销导入', en: 'Undo an import' },
    about: {
      zh: '整体撤销一次导入：新增的作废，改过的恢复原样，历史保留。导入之后又被改过的记录会列出；可选择保留它们、撤销其余的。',
      en: 'Takes an import back as a whole: what was new ends, what was changed is as before, with its history. Records that were changed since are listed; they can be kept while the others are undone.',
    },
    permission: 'register.edit',
    route: { method: 'POST', path: '/imports/:runId/undoing' },
    cli: 'import undo',
    input: Type.Object({
      runId: RunId,
      reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
      leaveChanged: Type.Optional(
        Type.Boolean({ description: 'keep records that were changed since, undo the others' }),
      ),
    }),
    output: ImportRun,
    run: async (context, { runId, reason, leaveChanged = false }) => {
      const run = await holdRun(context, runId)
      if (run.status === 'undone' || run.status === 'undoing') {
        context.unchanged()
        return presentRun(run, registers, context.now)
      }
      refuseUnless(run, 'undone')
      const touched = await changedSince(context, registers, run)
      const [first] = touched
      if (!leaveChanged && first !== undefined) {
        const examples = touched.map(({ label }) => `“${label}”`).join('、')
        throw importErrors.changedSince({ count: first.count, examples })
      }
      await updateRun(context, run.id, {
        status: 'undoing',
        rows_done: 0,
        rows_total: await countWritten(context, registers, run),
        phase_began_at: null,
        ended_at: null,
        undo_reason: reason.trim(),
        options: JSON.stringify({ ...run.options, leaveChanged }),
        reached_sheet: null,
        reached_row: null,
      })
      await context.record({
        subject: { kind: 'import-run', id: run.id },
        before: { status: run.status },
        after: { status: 'undoing', leaveChanged },
        reason: reason.trim(),
      })
      context.afterCommit(() => hintJob(context.jurisdiction, importJobId))
      return presentRun(await getRun(context, run.id), registers, context.now)
    },
  })
}

/** Records of the run that somebody changed, merged or removed since, or that others point at now; some with the count. */
async function changedSince({ tx, jurisdiction }: CommandContext, registers: Registers, run: RunRow) {
  const register = registers.get(run.register)
  const others = isPointedAt(registers, register, 'and o.run_id is distinct from $2')
  return runSql<{ label: string; count: number }>(
    tx,
    `with touched as (
       select p.id, min(p.label) as label from ${register.pastTable} p
       where p.jurisdiction = $1 and p.run_id = $2 and p.ended_by <> 'undone'
         and not exists (select from ${register.table} l where l.jurisdiction = $1 and l.id = p.id and l.run_id = $2)
       group by p.id
       union
       select r.id, r.label from ${register.table} r
       where r.jurisdiction = $1 and r.run_id = $2 and r.act = 'added' and (${others}))
     select label, (select count(*) from touched) as count from touched order by label limit 5`,
    [jurisdiction, run.id],
  )
}

async function countWritten({ tx, jurisdiction }: CommandContext, registers: Registers, run: RunRow): Promise<number> {
  let count = 0
  for (const register of registersOf(registers, run)) {
    const [row] = await runSql<{ count: number }>(
      tx,
      `select count(*) as count from ${register.table} where jurisdiction = $1 and run_id = $2`,
      [jurisdiction, run.id],
    )
    count += row?.count ?? 0
  }
  return count
}
