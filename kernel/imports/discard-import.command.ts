import Type from 'typebox'
import { defineCommand } from '../operations/operation.ts'
import type { Registers } from '../registers/registers.ts'
import { ImportRun } from './imports.schemas.ts'
import { getRun, holdRun, presentRun, refuseUnless } from './run.ts'
import { updateRun } from './update-run.ts'

const RunId = Type.String({ maxLength: 64 })

/** Gives up a run that wrote nothing. */
export function discardImport(registers: Registers) {
  return defineCommand({
    id: 'import.discard',
    label: { zh: '放弃导入', en: 'Discard an import' },
    about: {
      zh: '放弃一次还没有提交的导入；名录没有变化，文件保留。',
      en: 'Gives up an import that was not committed; the register is as it was, and the file is kept.',
    },
    permission: 'register.edit',
    route: { method: 'POST', path: '/imports/:runId/discarding' },
    cli: 'import discard',
    input: Type.Object({ runId: RunId }),
    output: ImportRun,
    run: async (context, { runId }) => {
      const run = await holdRun(context, runId)
      if (run.status === 'discarded') {
        context.unchanged()
        return presentRun(run, registers, context.now)
      }
      refuseUnless(run, 'discarded')
      await updateRun(context, run.id, { status: 'discarded', ended_at: context.now, worker: null, worker_until: null })
      await context.record({
        subject: { kind: 'import-run', id: run.id },
        before: { status: run.status },
        after: { status: 'discarded' },
      })
      return presentRun(await getRun(context, run.id), registers, context.now)
    },
  })
}
