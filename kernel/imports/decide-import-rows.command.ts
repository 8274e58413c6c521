import Type from 'typebox'
import { defineCommand } from '../operations/operation.ts'
import type { Registers } from '../registers/registers.ts'
import { runSql } from '../registers/run-sql.ts'
import { importErrors } from './import-errors.ts'
import { ImportRun } from './imports.schemas.ts'
import { holdRun, presentRun, refuseUnless } from './run.ts'

const RunId = Type.String({ maxLength: 64 })

/** Takes doubtful and changed rows, or leaves them out; without a word they are taken. */
export function decideImportRows(registers: Registers) {
  return defineCommand({
    id: 'import.decide',
    label: { zh: '决定有疑问的行', en: 'Decide on rows' },
    about: {
      zh: '对有疑问或有变化的行逐行决定导入或跳过；没有决定的照常导入，出错的行不导入。',
      en: 'Takes doubtful and changed rows or leaves them out; rows without a decision are taken, faulty ones never.',
    },
    permission: 'register.edit',
    route: { method: 'PUT', path: '/imports/:runId/decisions' },
    input: Type.Object({
      runId: RunId,
      decision: Type.Enum(['take', 'skip']),
      rows: Type.Optional(
        Type.Array(Type.Object({ sheet: Type.String({ maxLength: 300 }), row: Type.Integer({ minimum: 1 }) }), {
          minItems: 1,
          maxItems: 1_000,
        }),
      ),
      verdict: Type.Optional(
        Type.Enum(['doubtful', 'changed'], { description: 'all rows of this kind, where no rows are named' }),
      ),
    }),
    output: Type.Object({ run: ImportRun, decided: Type.Integer() }),
    run: async (context, { runId, decision, rows, verdict }) => {
      const { tx, jurisdiction, now, actor } = context
      const run = await holdRun(context, runId)
      refuseUnless(run, 'decided')
      const asked = rows === undefined ? null : JSON.stringify(rows)
      const written = await runSql<{ sheet: string; row_number: number }>(
        tx,
        `insert into import_decision (jurisdiction, run_id, sheet, row_number, decision, decided_at, by_label)
         select r.jurisdiction, r.run_id, r.sheet, r.row_number, $3, $4, $5 from import_row r
         where r.jurisdiction = $1 and r.run_id = $2 and r.verdict in ('doubtful', 'changed')
           and ($6::text is null or r.verdict = $6)
           and ($7::jsonb is null or (r.sheet, r.row_number) in
             (select sheet, "row" from jsonb_to_recordset($7::jsonb) as asked (sheet text, "row" bigint)))
         on conflict (jurisdiction, run_id, sheet, row_number) do update
           set decision = excluded.decision, decided_at = excluded.decided_at, by_label = excluded.by_label
         returning sheet, row_number`,
        [jurisdiction, run.id, decision, now, actor.label, rows === undefined ? (verdict ?? null) : null, asked],
      )
      const decided = new Set(written.map((row) => `${row.row_number}|${row.sheet}`))
      const missing = rows?.find(({ sheet, row }) => !decided.has(`${row}|${sheet}`))
      if (missing !== undefined) throw importErrors.rowUnknown(missing)
      if (written.length === 0) context.unchanged()
      else {
        await context.record({
          subject: { kind: 'import-run', id: run.id },
          before: null,
          after: { decision, decided: written.length, verdict: verdict ?? null, rows: (rows ?? []).slice(0, 100) },
        })
      }
      return { run: presentRun(run, registers, now), decided: written.length }
    },
  })
}
