import { applicationRole } from '@qiangxian/kernel/database/migrate'
import type { Client } from 'pg'

interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly constraints: readonly string[]
  readonly indexes: readonly string[]
  readonly rights: string
  readonly policies: readonly string[]
}

/**
 * The schema as a person reads it, printed from the catalogue: what each table holds, what keeps it right, and what the
 * application may do with it. The same text on every supported version of PostgreSQL.
 */
export async function printSchema(client: Client): Promise<string> {
  const { rows } = await client.query<Table>(
    `select c.relname::text as name,
      (select array_agg(format('%s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
          case when a.attnotnull then ' not null' else '' end,
          case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
            when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select array_agg(format('constraint %s %s', k.conname, pg_get_constraintdef(k.oid))
          order by array_position('{p,u,f,c}', k.contype::text), k.conname)
        from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')), '{}') as constraints,
      coalesce((select array_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text)
        from pg_index i where i.indrelid = c.oid
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))),
        '{}') as indexes,
      coalesce((select string_agg(lower(g.privilege_type), ', ' order by g.privilege_type)
        from information_schema.role_table_grants g
        where g.table_schema = 'public' and g.table_name = c.relname and g.grantee = $1), '') as rights,
      coalesce((select array_agg(format('create policy %s on %s using %s', p.polname, c.relname,
          pg_get_expr(p.polqual, p.polrelid)) order by p.polname)
        from pg_policy p where p.polrelid = c.oid), '{}') as policies
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by c.relname`,
    [applicationRole],
  )
  return `${head}\n${rows.map(printTable).join('\n')}`
}

const head = `-- Printed by scripts/generate.ts from a freshly migrated database. Do not edit: change it by a migration, or where a register is declared.
`

function printTable({ name, columns, constraints, indexes, rights, policies }: Table): string {
  const lines = [...columns, ...constraints].map((line) => `  ${line}`).join(',\n')
  const rest = [
    ...indexes.map((index) => index.replaceAll('public.', '')),
    ...(rights === '' ? [] : [`grant ${rights} on ${name} to ${applicationRole}`]),
    ...policies,
  ]
  return `create table ${name} (\n${lines}\n);\n${rest.map((statement) => `${statement};\n`).join('')}`
}
