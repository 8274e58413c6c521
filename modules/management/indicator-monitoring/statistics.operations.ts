import { isOfDemonstration } from '@qiangxian/kernel/accounts/of-demonstration'
import { isCivilDate } from '@qiangxian/kernel/clock/civil-date'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { defineCommand, defineQuery } from '@qiangxian/kernel/operations/operation'
import { findUnits } from '@qiangxian/kernel/parties/unit-ref'
import { Id, IsoDate, Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import { Statistic } from '@qiangxian/kernel/progress/progress.schemas'
import Type, { type Static } from 'typebox'
import { breakdownErrors, dateErrors } from './monitoring-errors.ts'
import { listStatistics, presentStatistic, type StatisticRow } from './statistics.queries.ts'

export const listUnitStatistics = defineQuery({
  id: 'statistic.list',
  label: { zh: '单位统计数', en: 'Statistics of units' },
  about: {
    zh: '按镇、园区、部门登记的统计数，例如常住人口、规上工业企业数；分解目标时可按它们的比例。',
    en: 'Statistics of towns, parks and offices, such as residents and enterprises; targets can be shared out by them.',
  },
  permission: 'work.read',
  route: { method: 'GET', path: '/statistics' },
  cli: 'statistic list',
  input: Type.Object({}),
  output: Type.Object({ statistics: Type.Array(Statistic) }),
  run: async (context) => ({ statistics: await presented(context, await listStatistics(context)) }),
})

const StatisticId = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,63}$',
  description: 'letters, digits and hyphens: residents',
})

export const keepStatistic = defineCommand({
  id: 'statistic.keep',
  label: { zh: '登记单位统计数', en: 'Keep a statistic of units' },
  about: {
    zh: '登记或更新一项统计数，写明计量单位和来源；没有的数留空，不写 0。',
    en: 'Keeps a statistic with its unit and source; what is not known stays empty and is not 0.',
  },
  permission: 'breakdown.decide',
  route: { method: 'PUT', path: '/statistics/:statisticId' },
  cli: 'statistic keep',
  input: Type.Object({
    statisticId: StatisticId,
    label: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    unit: Type.String({ maxLength: 20 }),
    source: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
    values: Type.Array(Type.Object({ unitId: Id, on: IsoDate, value: Nullable(Type.Number()) }), { maxItems: 2_000 }),
  }),
  output: Statistic,
  run: async (context, { statisticId, label, unit, source, values }) => {
    const { tx, jurisdiction } = context
    await refuseWrongValues(context, values)
    const demonstration = await isOfDemonstration(context)
    const before = (await listStatistics(context)).find(({ id }) => id === statisticId)
    await tx
      .insertInto('unit_statistic')
      .values({ jurisdiction, id: statisticId, label: label.trim(), unit, source: source.trim(), demonstration })
      .onConflict((conflict) =>
        conflict.columns(['jurisdiction', 'id']).doUpdateSet((eb) => ({
          label: eb.ref('excluded.label'),
          unit: eb.ref('excluded.unit'),
          source: eb.ref('excluded.source'),
        })),
      )
      .execute()
    if (values.length > 0) {
      await tx
        .insertInto('unit_statistic_value')
        .values(
          values.map(({ unitId, on, value }) => ({
            jurisdiction,
            statistic_id: statisticId,
            party_id: unitId,
            on_date: on,
            value,
            demonstration,
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['jurisdiction', 'statistic_id', 'party_id', 'on_date'])
            .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
        )
        .execute()
    }
    const after = (await listStatistics(context)).find(({ id }) => id === statisticId)
    const [presentedAfter] = await presented(context, after === undefined ? [] : [after])
    if (presentedAfter === undefined) throw new Error(`the statistic ${statisticId} was not kept`)
    await context.record({
      subject: { kind: 'statistic', id: statisticId },
      before: before === undefined ? null : plain(before),
      after: after === undefined ? null : plain(after),
    })
    return presentedAfter
  },
})

async function refuseWrongValues(
  { tx, jurisdiction }: QueryContext,
  values: readonly { readonly unitId: string; readonly on: string }[],
): Promise<void> {
  const units = await findUnits(
    tx,
    jurisdiction,
    values.map(({ unitId }) => unitId),
  )
  const seen = new Set<string>()
  for (const { unitId, on } of values) {
    const unit = units.get(unitId)
    if (unit === undefined) throw breakdownErrors.unitUnknown({ id: unitId })
    if (!isCivilDate(on)) throw dateErrors.noSuchDay({ date: on })
    if (seen.has(`${unitId} ${on}`)) throw breakdownErrors.twice({ name: `${unit.name} ${on}` })
    seen.add(`${unitId} ${on}`)
  }
}

async function presented(
  { tx, jurisdiction }: QueryContext,
  rows: readonly StatisticRow[],
): Promise<Static<typeof Statistic>[]> {
  const units = await findUnits(
    tx,
    jurisdiction,
    rows.flatMap(({ values }) => values.map(({ partyId }) => partyId)),
  )
  return rows.map((row) => presentStatistic({ units }, row))
}

function plain({ label, unit, source, values }: StatisticRow) {
  return { label, unit, source, values: values.map(({ partyId, on, value }) => ({ partyId, on, value })) }
}
