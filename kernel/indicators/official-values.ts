import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import type { Indicators } from './define-indicator.ts'

export interface OfficialValue {
  readonly value: number
  readonly on: string
}

/** What was officially published of some series for the county, oldest first: a series of its own beside what is computed. */
export async function readOfficial(
  { tx, jurisdiction, today }: QueryContext,
  { registers }: Indicators,
  series: readonly string[],
): Promise<ReadonlyMap<string, readonly OfficialValue[]>> {
  const register = registers.all.find(({ declaration }) => declaration.statistics !== undefined)
  const named = register?.declaration.statistics
  if (register === undefined || named === undefined || series.length === 0) return new Map()
  const column = (name: string) => sql.ref(`s.${register.fields.get(name)?.columns[0]?.name}`)
  const [ofSeries, value, on, said] = [named.series, named.value, named.on, named.publishedOn].map(column)
  const { rows } = await sql<OfficialValue & { series: string }>`
    select distinct on (${ofSeries}, ${on}) ${ofSeries} as series, ${on} as on, ${value} as value
    from ${sql.table(register.table)} s
    where s.jurisdiction = ${jurisdiction} and s.unit_id is null and ${ofSeries} = any(${[...series]}::text[])
      and ${value} is not null and coalesce(${said}, ${on}) <= ${today}
    order by ${ofSeries}, ${on}, ${said} desc nulls last, s.id`.execute(tx)
  const bySeries = new Map<string, OfficialValue[]>()
  for (const row of rows)
    bySeries.set(row.series, [...(bySeries.get(row.series) ?? []), { value: row.value, on: row.on }])
  return bySeries
}
