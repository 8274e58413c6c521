import Type from 'typebox'
import { defineQuery } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { Nullable } from '../plan/programme.schemas.ts'
import type { Registers } from '../registers/registers.ts'
import { type ImportFault, ImportRowView, ImportRun } from './imports.schemas.ts'
import type { RowFault } from './row-faults.ts'
import { getRun, presentRun, runRow, seesAllRuns } from './run.ts'

const RunId = Type.String({ maxLength: 64 })
const mostRuns = 200
const rowsAPage = 100

export function listImports(registers: Registers) {
  return defineQuery({
    id: 'import.list',
    label: { zh: '导入记录', en: 'List imports' },
    about: { zh: '最近的导入，可按名录筛选。', en: 'The latest imports, of one register or all.' },
    permission: 'register.edit',
    route: { method: 'GET', path: '/imports' },
    cli: 'import list',
    input: Type.Object({ register: Type.Optional(Type.String({ maxLength: 64 })) }),
    output: Type.Object({ imports: Type.Array(ImportRun) }),
    run: async ({ tx, jurisdiction, actor, now }, { register }) => {
      let query = tx
        .selectFrom('import_run')
        .selectAll()
        .where('jurisdiction', '=', jurisdiction)
        .orderBy('started_at', 'desc')
        .limit(mostRuns)
      if (register !== undefined) query = query.where('register', '=', register)
      if (!seesAllRuns(actor)) query = query.where('by_account', '=', actor.accountId ?? '')
      return { imports: (await query.execute()).map((row) => presentRun(runRow(row), registers, now)) }
    },
  })
}

export function showImport(registers: Registers) {
  return defineQuery({
    id: 'import.get',
    label: { zh: '查看导入', en: 'Look at an import' },
    about: {
      zh: '一次导入的进度、剩余时间、各列的对应关系和各类行数。',
      en: 'Progress, time left, meaning of columns and counts of rows of an import.',
    },
    permission: 'register.edit',
    route: { method: 'GET', path: '/imports/:runId' },
    cli: 'import show',
    input: Type.Object({ runId: RunId }),
    output: ImportRun,
    run: async (context, { runId }) => presentRun(await getRun(context, runId), registers, context.now),
  })
}

export const listImportRows = defineQuery({
  id: 'import.rows',
  label: { zh: '查看导入的行', en: 'List rows of an import' },
  about: {
    zh: '出错的、有疑问的和有变化的行，每处说明错在哪里、怎么改。',
    en: 'Faulty, doubtful and changed rows, each with what is wrong and what to do about it.',
  },
  permission: 'register.edit',
  route: { method: 'GET', path: '/imports/:runId/rows' },
  cli: 'import rows',
  input: Type.Object({
    runId: RunId,
    verdict: Type.Optional(Type.Enum(['faulty', 'doubtful', 'changed'])),
    after: Type.Optional(Type.String({ maxLength: 300, description: 'the `next` of the page before' })),
  }),
  output: Type.Object({ rows: Type.Array(ImportRowView), next: Nullable(Type.String()) }),
  run: async (context, { runId, verdict, after }) => {
    const { tx, jurisdiction } = context
    const run = await getRun(context, runId)
    let query = tx
      .selectFrom('import_row')
      .leftJoin('import_decision', (join) =>
        join
          .onRef('import_decision.jurisdiction', '=', 'import_row.jurisdiction')
          .onRef('import_decision.run_id', '=', 'import_row.run_id')
          .onRef('import_decision.sheet', '=', 'import_row.sheet')
          .onRef('import_decision.row_number', '=', 'import_row.row_number'),
      )
      .selectAll('import_row')
      .select('import_decision.decision')
      .where('import_row.jurisdiction', '=', jurisdiction)
      .where('import_row.run_id', '=', run.id)
      .orderBy('import_row.sheet')
      .orderBy('import_row.row_number')
      .limit(rowsAPage + 1)
    if (verdict !== undefined) query = query.where('import_row.verdict', '=', verdict)
    const place = placeAfter(after)
    if (place !== undefined) {
      query = query.where((eb) =>
        eb.or([
          eb('import_row.sheet', '>', place.sheet),
          eb.and([eb('import_row.sheet', '=', place.sheet), eb('import_row.row_number', '>', place.row)]),
        ]),
      )
    }
    const rows = (await query.execute()) as unknown as readonly StoredRow[]
    const page = rows.slice(0, rowsAPage)
    const last = page.at(-1)
    return {
      rows: page.map(presentRow),
      next: rows.length > rowsAPage && last !== undefined ? `${last.row_number}|${last.sheet}` : null,
    }
  },
})

interface StoredRow {
  readonly sheet: string
  readonly row_number: number
  readonly verdict: 'faulty' | 'doubtful' | 'changed'
  readonly label: string
  readonly record_id: string | null
  readonly written: Record<string, string>
  readonly faults: readonly RowFault[]
  readonly changes: { field: string; before: unknown; after: unknown }[] | null
  readonly decision: 'take' | 'skip' | null
}

function presentRow(row: StoredRow) {
  return {
    sheet: row.sheet,
    row: row.row_number,
    verdict: row.verdict,
    label: row.label,
    recordId: row.record_id,
    written: row.written,
    faults: row.faults.map((fault): ImportFault => ({ sheet: row.sheet, row: row.row_number, ...fault })),
    changes: row.changes ?? [],
    decision: row.decision,
  }
}

function placeAfter(after: string | undefined): { sheet: string; row: number } | undefined {
  if (after === undefined) return undefined
  const [, row, sheet] = /^(\d{1,15})\|([\s\S]*)$/.exec(after) ?? []
  if (row === undefined || sheet === undefined) {
    throw operationErrors.badInput(
      { count: 1 },
      {
        problems: [
          {
            path: '/after',
            message: { zh: '翻页位置不对，请回到第一页。', en: 'No such page. Go back to the first.' },
          },
        ],
      },
    )
  }
  return { sheet, row: Number(row) }
}
