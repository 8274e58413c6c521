import { foldHeading } from '@qiangxian/engines/tabular/fold-heading'
import Type from 'typebox'
import { hintJob } from '../jobs/job-hints.ts'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand } from '../operations/operation.ts'
import type { Register, Registers } from '../registers/registers.ts'
import { importJobId } from './import.job.ts'
import { importErrors } from './import-errors.ts'
import { ImportRun, type SheetLayout } from './imports.schemas.ts'
import { decideSheets } from './mapping.ts'
import { getRun, holdRun, isReadable, missingFields, presentRun, type RunRow, refuseUnless } from './run.ts'
import { fromTheBeginning } from './run-step.ts'
import { updateRun } from './update-run.ts'

const RunId = Type.String({ maxLength: 64 })

/** Says what the columns mean, which is remembered for the next file, and has the file checked with that. */
export function mapImport(registers: Registers) {
  return defineCommand({
    id: 'import.map',
    label: { zh: '指定各列', en: 'Say what columns mean' },
    about: {
      zh: '指定哪些工作表要导入、各列对应哪个字段，然后重新检查；同样的列名下次不用再指定。',
      en: 'Says which sheets are taken and what their columns mean, and checks the file again; the same headings are known next time.',
    },
    permission: 'register.edit',
    route: { method: 'PUT', path: '/imports/:runId/mapping' },
    input: Type.Object({
      runId: RunId,
      sheets: Type.Array(
        Type.Object({
          sheet: Type.String({ maxLength: 300 }),
          taken: Type.Optional(Type.Boolean()),
          columns: Type.Optional(
            Type.Array(
              Type.Object({
                index: Type.Integer({ minimum: 0 }),
                field: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
              }),
              { maxItems: 1_000 },
            ),
          ),
        }),
        { maxItems: 200 },
      ),
    }),
    output: ImportRun,
    run: async (context, { runId, sheets }) => {
      const run = await holdRun(context, runId)
      refuseUnless(run, 'mapped')
      const register = registers.get(run.register)
      const mapping = decideSheets(register, run.mapping, sheets)
      if (!isReadable(register, mapping)) throw columnsMissing(run, register, mapping)
      await learn(context, register, mapping)
      await updateRun(context, run.id, {
        ...fromTheBeginning,
        status: 'reading',
        mapping: JSON.stringify(mapping),
        worker: null,
        worker_until: null,
        phase_began_at: null,
      })
      await context.record({
        subject: { kind: 'import-run', id: run.id },
        before: { mapping: columnsOf(run.mapping) },
        after: { mapping: columnsOf(mapping) },
      })
      context.afterCommit(() => hintJob(context.jurisdiction, importJobId))
      return presentRun(await getRun(context, run.id), registers, context.now)
    },
  })
}

export function columnsMissing(run: RunRow, register: Register, mapping: readonly SheetLayout[]): Error {
  const missing = missingFields(register, mapping).map(({ label }) => `“${label}”`)
  const { label } = register.declaration
  return importErrors.columnsMissing({ fileName: run.file_name, label, missing: missing.join('、') })
}

async function learn({ tx, jurisdiction, now }: CommandContext, register: Register, mapping: readonly SheetLayout[]) {
  const decided = new Map(
    mapping
      .filter(({ taken }) => taken)
      .flatMap(({ columns }) => columns.filter(({ why }) => why === 'decided'))
      .map(({ heading, field }) => [foldHeading(heading), field]),
  )
  decided.delete('')
  for (const [heading, field] of decided) {
    await tx
      .insertInto('import_heading')
      .values({ jurisdiction, register: register.id, heading, field, times: 1, learned_at: now })
      .onConflict((conflict) =>
        conflict.columns(['jurisdiction', 'register', 'heading']).doUpdateSet((eb) => ({
          field: eb.ref('excluded.field'),
          times: eb('import_heading.times', '+', 1),
          learned_at: eb.ref('excluded.learned_at'),
        })),
      )
      .execute()
  }
}

function columnsOf(sheets: readonly SheetLayout[]) {
  return sheets
    .filter(({ taken }) => taken)
    .map(({ sheet, columns }) => ({ sheet, columns: columns.map(({ letter, field }) => `${letter} ${field ?? '-'}`) }))
}
