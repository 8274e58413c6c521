import { sql } from 'kysely'
import Type, { type Static } from 'typebox'
import type { QueryContext } from '../../operations/context.ts'
import { fileAnswer } from '../../operations/file-answer.ts'
import { defineQuery, type Operation } from '../../operations/operation.ts'
import { findUnits } from '../../parties/unit-ref.ts'
import { IsoDate } from '../../plan/programme.schemas.ts'
import { matterErrors } from '../matter-errors.ts'
import type { Matters } from '../matters.ts'
import { mattersWorkedOnBy } from '../sight.ts'
import { newestVersion } from '../versions.ts'
import { emptyFigures, figuresBy, type GroupBy, sumOf } from './matter-figures.ts'
import { MatterStatistics, type StatisticsRow } from './reading.schemas.ts'
import { spreadsheetMediaType, statisticsFile } from './statistics-file.ts'
import { monthsOf, type Period, periodOf } from './statistics-period.ts'

const asked = {
  by: Type.Optional(Type.Enum(['type', 'unit', 'month'])),
  from: Type.Optional(IsoDate),
  to: Type.Optional(IsoDate),
  type: Type.Optional(Type.String({ maxLength: 64 })),
  unit: Type.Optional(Type.String({ maxLength: 64 })),
}
const Asked = Type.Object(asked)

/** Figures of the cases that the reader sees. */
export function statisticsOperations(matters: Matters): readonly Operation[] {
  return [
    defineQuery({
      id: 'matter.statistics',
      label: { zh: '查看办件统计', en: 'Statistics of matters' },
      about: {
        zh: '按事项、单位或者月份：收件、办结、准予、不予、撤回，按承诺时限和法定时限是否按时，轮到单位办平均几个工作日。',
        en: 'By matter, unit or month: received, ended and how, in time against the promised and the legal limit, mean days of the unit.',
      },
      permission: 'matter.read',
      route: { method: 'GET', path: '/matter-statistics' },
      cli: 'matter statistics',
      input: Asked,
      output: MatterStatistics,
      run: (context, input) => statisticsOf(context, matters, input),
    }),
    defineQuery({
      id: 'matter.statisticsFile',
      label: { zh: '导出办件统计', en: 'Export statistics of matters' },
      about: {
        zh: '与页面同样的数，xlsx 或者 csv；没有计时的是空格，不是零。',
        en: 'The same figures as on the page, as xlsx or csv; what is not measured is an empty cell, never zero.',
      },
      permission: 'matter.read',
      route: { method: 'GET', path: '/matter-statistics/file' },
      cli: 'matter statistics-file',
      input: Type.Object({ ...asked, format: Type.Optional(Type.Enum(['xlsx', 'csv'])) }),
      output: fileAnswer(spreadsheetMediaType),
      run: async (context, { format = 'xlsx', ...input }) =>
        statisticsFile(context, await statisticsOf(context, matters, input), format),
    }),
  ]
}

async function statisticsOf(
  context: QueryContext,
  matters: Matters,
  { by = 'type', type, unit, ...days }: Static<typeof Asked>,
): Promise<MatterStatistics> {
  // A type that was never in force here is a slip; a row of zeros would say that nothing came.
  if (type !== undefined && (await newestVersion(context, type)) === undefined) {
    throw matterErrors.typeUnknown({ type })
  }
  const period = periodOf(days, context.today)
  const seen = sql<boolean>`${mattersWorkedOnBy(context)}
    and (${type ?? null}::text is null or m.matter_type = ${type ?? null})
    and (${unit ?? null}::text is null or m.unit_id = ${unit ?? null})`
  const figures = await figuresBy(context, matters, seen, by, period)
  const open = by === 'month' ? undefined : await openBy(context, seen, by)
  const rows: StatisticsRow[] = []
  for (const key of keysOf(matters, by, period, type, figures, open)) {
    rows.push({
      key,
      label: key,
      ...(figures.get(key) ?? emptyFigures()),
      open: open === undefined ? null : (open.get(key) ?? 0),
    })
  }
  const labels = await labelsOf(
    context,
    by,
    rows.map(({ key }) => key),
  )
  return {
    ...period,
    by,
    rows: rows.map((row) => ({ ...row, label: labels.get(row.key) ?? row.key })),
    total: sumOf([...figures.values()]),
  }
}

/**
 * Every month of the period and every matter of the program has a row, also where nothing came: that nothing came is
 * known. Of units only those that had something.
 */
function keysOf(
  matters: Matters,
  by: GroupBy,
  period: Period,
  type: string | undefined,
  ...found: readonly (ReadonlyMap<string, unknown> | undefined)[]
): readonly string[] {
  const named = found.flatMap((each) => [...(each?.keys() ?? [])])
  if (by === 'month') return monthsOf(period)
  if (by === 'unit') return [...new Set(named)].sort()
  return [...new Set([...(type === undefined ? matters.all.map(({ id }) => id) : [type]), ...named])]
}

async function openBy(
  { tx, jurisdiction }: QueryContext,
  seen: ReturnType<typeof sql<boolean>>,
  by: 'type' | 'unit',
): Promise<ReadonlyMap<string, number>> {
  const key = by === 'type' ? sql`m.matter_type` : sql`m.unit_id`
  const { rows } = await sql<{ key: string; count: number }>`select ${key} as key, count(*) as count
    from matter m where m.jurisdiction = ${jurisdiction} and ${seen} and m.status <> 'ended' group by 1`.execute(tx)
  return new Map(rows.map((row) => [row.key, row.count]))
}

async function labelsOf(
  context: QueryContext,
  by: GroupBy,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (by === 'month') return new Map()
  if (by === 'unit') {
    const units = await findUnits(context.tx, context.jurisdiction, keys)
    return new Map([...units].map(([id, { shortName }]) => [id, shortName]))
  }
  const labels = new Map<string, string>()
  for (const key of keys) {
    const newest = await newestVersion(context, key)
    if (newest !== undefined) labels.set(key, newest.declaration.label)
  }
  return labels
}
