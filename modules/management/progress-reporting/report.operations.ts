import { actorMay, unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { Id, Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import { Period, ReportDetail, ReportRow, ReportState } from '@qiangxian/kernel/progress/progress.schemas'
import { readableReports } from '@qiangxian/kernel/progress/readable-reports'
import { presentReports } from '@qiangxian/kernel/progress/report-rows'
import { sql } from 'kysely'
import Type, { type Static } from 'typebox'
import { presentDetail } from './report-detail.ts'

export const showReport = defineQuery({
  id: 'report.show',
  label: { zh: '查看一项报送', en: 'Show one report' },
  about: {
    zh: '一项报送的内容、上期内容、疑点、佐证、经过，以及自己能办理什么。',
    en: 'What a report says, what was said before, remarks, evidence, its course, and what the reader may do.',
  },
  permission: 'work.read',
  route: { method: 'GET', path: '/reports/:dutyId' },
  cli: 'report show',
  input: Type.Object({ dutyId: Id }),
  output: ReportDetail,
  run: (context, { dutyId }) => presentDetail(context, { id: dutyId }),
})

const Counts = Type.Object({
  draft: Type.Integer(),
  submitted: Type.Integer(),
  checked: Type.Integer(),
  returned: Type.Integer(),
})

const pageSize = 50

/**
 * 报送审核: the desk of the office. Without a state it shows what is under way; what is approved is asked for, since
 * there are ten years of it.
 */
export const listReports = defineQuery({
  id: 'report.list',
  label: { zh: '报送列表', en: 'List reports' },
  about: {
    zh: '有权查看的报送，最近改动的在前，附上期内容和疑点；不选状态时列出尚在办理的。counts 是各状态的数目。',
    en: 'Reports that the reader may see, the last changed first, beside what was said before; without a state those under way. counts says how many stand in each state.',
  },
  permission: 'work.read',
  route: { method: 'GET', path: '/reports' },
  cli: 'report list',
  input: Type.Object({
    state: Type.Optional(ReportState),
    unit: Type.Optional(Id),
    item: Type.Optional(Id),
    period: Type.Optional(Period),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 120 })),
  }),
  output: Type.Object({ reports: Type.Array(ReportRow), counts: Counts, next: Nullable(Type.String()) }),
  run: async (context, { state, unit, item, period, q, cursor }) => {
    const after = cursor === undefined ? undefined : readCursor(cursor)
    const readsAll = actorMay(context.actor, 'progress.read')
    const underWay = readsAll ? (['submitted', 'checked', 'returned'] as const) : undefined
    const states = state === undefined ? underWay : [state]
    const partyIds = unit === undefined ? ownUnits(context, item) : [unit]
    const reports = await presentReports(context, {
      ...(states === undefined ? {} : { states }),
      ...(partyIds === undefined ? {} : { partyIds }),
      ...(item === undefined ? {} : { itemIds: [item] }),
      ...(period === undefined ? {} : { period }),
      ...(q === undefined ? {} : { words: q }),
      ...(after === undefined ? {} : { after }),
      limit: pageSize + 1,
    })
    const page = reports.slice(0, pageSize)
    const last = page.at(-1)
    return {
      reports: page,
      counts: await countReports(context, { partyIds, item, period }),
      next: reports.length > pageSize && last !== undefined ? cursorOf(last) : null,
    }
  },
})

/**
 * Of whom a list tells that names no unit: a unit reads its own reports, and those of the tasks that it leads when it
 * asks about a task; who reads all is told of all.
 */
function ownUnits({ actor }: QueryContext, item: string | undefined): readonly string[] | undefined {
  return actorMay(actor, 'progress.read') || item !== undefined ? undefined : unitsActedFor(actor, 'work.read')
}

/** Of what is under way only: an index knows these few, whatever ten years have brought together. */
async function countReports(
  context: QueryContext,
  filter: { partyIds: readonly string[] | undefined; item: string | undefined; period: string | undefined },
): Promise<Static<typeof Counts>> {
  const { tx, jurisdiction } = context
  const { partyIds, item, period } = filter
  const { rows } = await sql<{ state: keyof Static<typeof Counts>; reports: number }>`
    select r.state, count(*)::int as reports from report r
    where r.jurisdiction = ${jurisdiction} and r.state in ('draft', 'submitted', 'checked', 'returned')
      and ${await readableReports(context)}
      and ${partyIds === undefined ? sql`true` : sql`r.party_id = any(${[...partyIds]}::text[])`}
      and ${item === undefined ? sql`true` : sql`r.item_id = ${item}`}
      and ${period === undefined ? sql`true` : sql`r.period = ${period}`}
    group by r.state`.execute(tx)
  const counted = Object.fromEntries(rows.map(({ state, reports }) => [state, reports]))
  return { draft: 0, submitted: 0, checked: 0, returned: 0, ...counted }
}

function cursorOf({ updatedAt, duty }: ReportRow): string {
  return `${updatedAt}_${duty.id}`
}

/** @throws operation.badInput for a cursor that no page gave */
function readCursor(cursor: string): { at: string; id: string } {
  const at = cursor.slice(0, cursor.indexOf('_'))
  const id = cursor.slice(cursor.indexOf('_') + 1)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at))) return { at, id }
  const message = {
    zh: '翻页标记不对。请从第一页重新打开列表。',
    en: 'The cursor is none of ours. Open the list from its first page.',
  }
  throw operationErrors.badInput({ count: 1 }, { problems: [{ path: '/cursor', message }] })
}
