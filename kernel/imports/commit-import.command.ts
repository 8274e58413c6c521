import Type from 'typebox'
import { hintJob } from '../jobs/job-hints.ts'
import { defineCommand } from '../operations/operation.ts'
import type { Registers } from '../registers/registers.ts'
import { importJobId } from './import.job.ts'
import { ImportRun } from './imports.schemas.ts'
import { getRun, holdRun, presentRun, refuseUnless } from './run.ts'
import { updateRun } from './update-run.ts'

const RunId = Type.String({ maxLength: 64 })

/** Has the file written into the register. */
export function commitImport(registers: Registers) {
  return defineCommand({
    id: 'import.begin-commit',
    label: { zh: '提交导入', en: 'Commit an import' },
    about: {
      zh: '把检查过的行分批写入名录；出错的行和决定跳过的行留下。中断后从断处继续，每行只写一次。',
      en: 'Writes the checked rows in batches; faulty rows and those left out stay. Broken off, it goes on where it was, each row once.',
    },
    permission: 'register.edit',
    route: { method: 'POST', path: '/imports/:runId/commitment' },
    cli: 'import commit',
    input: Type.Object({ runId: RunId }),
    output: ImportRun,
    run: async (context, { runId }) => {
      const run = await holdRun(context, runId)
      // Asked again, because the answer was lost on its way: it is being done already.
      if (run.status === 'committing' || run.status === 'committed') {
        context.unchanged()
        return presentRun(run, registers, context.now)
      }
      refuseUnless(run, 'committed')
      await updateRun(context, run.id, {
        status: 'committing',
        rows_done: 0,
        reached_sheet: null,
        reached_row: null,
        phase_began_at: null,
        ended_at: null,
        trouble: null,
      })
      await context.record({
        subject: { kind: 'import-run', id: run.id },
        before: { status: run.status },
        after: { status: 'committing' },
      })
      context.afterCommit(() => hintJob(context.jurisdiction, importJobId))
      return presentRun(await getRun(context, run.id), registers, context.now)
    },
  })
}
