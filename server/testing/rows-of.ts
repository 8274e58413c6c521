import type { TestPlatform } from './test-platform.ts'

export interface TableRows {
  readonly count: number
  readonly digest: string
}

/**
 * How many rows a jurisdiction has in each table that jurisdictions share, and a digest over them: two readings tell
 * any change of any column.
 */
export async function rowsOf(
  { tamper }: Pick<TestPlatform, 'tamper'>,
  jurisdiction: string,
): Promise<ReadonlyMap<string, TableRows>> {
  const { rows: tables } = await tamper(`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public' and c.column_name = 'jurisdiction' and t.table_type = 'BASE TABLE' order by 1`)
  const reads = tables.map(
    ({ name }: { name: string }) => `
    select '${name}' as name, count(*)::int as count, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as digest
    from ${name} t where t.jurisdiction = '${jurisdiction}'`,
  )
  const { rows } = await tamper(reads.join(' union all '))
  return new Map(
    rows.map(({ name, count, digest }: { name: string } & TableRows) => [name, { count, digest }] as const),
  )
}
