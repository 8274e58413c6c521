import type { QueryContext } from '@qiangxian/kernel/operations/context'
import type { Reader } from '@qiangxian/kernel/plan/present-plan'
import type { Statistic } from '@qiangxian/kernel/progress/progress.schemas'
import { sql } from 'kysely'
import type { Static } from 'typebox'

export interface StatisticRow {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly source: string
  /** the last one of each unit; null: not known */
  readonly values: readonly { readonly partyId: string; readonly on: string; readonly value: number | null }[]
}

export async function listStatistics({ tx, jurisdiction }: QueryContext): Promise<readonly StatisticRow[]> {
  const { rows } = await sql<StatisticRow>`
    select s.id, s.label, s.unit, s.source, (
        select coalesce(json_agg(json_build_object('partyId', v.party_id, 'on', v.on_date, 'value', v.value)
          order by v.party_id), '[]')
        from (
          select distinct on (party_id) party_id, on_date, value from unit_statistic_value
          where jurisdiction = ${jurisdiction} and statistic_id = s.id
          order by party_id, on_date desc
        ) v) as values
    from unit_statistic s where s.jurisdiction = ${jurisdiction}
    order by s.label, s.id`.execute(tx)
  return rows
}

export function presentStatistic(reader: Pick<Reader, 'units'>, row: StatisticRow): Static<typeof Statistic> {
  const { id, label, unit, source, values } = row
  return {
    id,
    label,
    unit,
    source,
    values: values.flatMap(({ partyId, on, value }) => {
      const of = reader.units.get(partyId)
      return of === undefined ? [] : [{ unit: of, on, value }]
    }),
  }
}
