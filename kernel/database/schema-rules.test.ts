import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMigratedDatabase, type OwnDatabase } from '../testing/test-database.ts'
import { migrations } from './migrations/migrations.ts'

const placed = new Map(migrations.flatMap(({ tables }) => Object.entries(tables)))
const tenantTables = [...placed].flatMap(([table, placement]) => (placement === 'tenant' ? [table] : []))

interface Constraint {
  readonly table: string
  readonly name: string
  /** p primary key, u unique, f foreign key, i unique index, x exclusion */
  readonly kind: string
  readonly columns: readonly string[]
  readonly target: string | null
  readonly targetColumns: readonly string[]
  readonly onDelete: string
}

describe('rules of the schema, by which it also runs distributed', () => {
  let test: OwnDatabase
  let constraints: readonly Constraint[]

  beforeAll(async () => {
    test = await createMigratedDatabase()
    constraints = (
      await test.tamper(`
      select c.conrelid::regclass::text as "table", c.conname as name, c.contype as kind,
        (select array_agg(a.attname::text order by k.n) from unnest(c.conkey) with ordinality k(num, n)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) as columns,
        nullif(c.confrelid, 0)::regclass::text as target,
        coalesce((select array_agg(a.attname::text order by k.n) from unnest(c.confkey) with ordinality k(num, n)
          join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num), '{}') as "targetColumns",
        c.confdeltype as "onDelete"
      from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f', 'x')
      union all
      select i.indrelid::regclass::text, i.indexrelid::regclass::text, 'i',
        (select array_agg(a.attname::text order by k.n) from unnest(i.indkey) with ordinality k(num, n)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num), null, '{}', ''
      from pg_index i join pg_class t on t.oid = i.indrelid
      where i.indisunique and t.relnamespace = 'public'::regnamespace
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`)
    ).rows
  })
  afterAll(() => test.drop())

  it('every table is placed: tenant, reference or local', async () => {
    const { rows } = await test.tamper(`select relname::text as name from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> 'qx_migration'`)
    expect(rows.map((row) => row.name).sort()).toEqual([...placed.keys()].sort())
  })

  it('every tenant table has the jurisdiction as the first column of its primary key', () => {
    const first = new Map(constraints.filter(({ kind }) => kind === 'p').map((key) => [key.table, key.columns[0]]))
    expect(Object.fromEntries(tenantTables.map((table) => [table, first.get(table)]))).toEqual(
      Object.fromEntries(tenantTables.map((table) => [table, 'jurisdiction'])),
    )
  })

  it('every unique constraint and unique index of a tenant table contains the jurisdiction', () => {
    const unique = constraints.filter(
      ({ kind, table }) => ['u', 'i', 'x'].includes(kind) && placed.get(table) === 'tenant',
    )
    expect(unique.length).toBeGreaterThan(3)
    expect(unique.filter(({ columns }) => !columns.includes('jurisdiction'))).toEqual([])
  })

  it('every reference between tenant tables carries the jurisdiction on both sides, in the same place', () => {
    const foreign = constraints.filter(({ kind, target }) => kind === 'f' && placed.get(target ?? '') === 'tenant')
    expect(foreign.length).toBeGreaterThan(20)
    const wrong = foreign.filter(({ columns, targetColumns }) => {
      const at = columns.indexOf('jurisdiction')
      return at === -1 || targetColumns[at] !== 'jurisdiction'
    })
    expect(wrong).toEqual([])
  })

  it('no reference clears columns or points from a reference table to a tenant table', () => {
    const foreign = constraints.filter(({ kind }) => kind === 'f')
    expect(foreign.filter(({ onDelete }) => ['n', 'd'].includes(onDelete))).toEqual([])
    expect(
      foreign.filter(({ table, target }) => placed.get(table) === 'reference' && placed.get(target ?? '') === 'tenant'),
    ).toEqual([])
  })

  it('there are no triggers, no sequences, no inheritance, no views and no functions of ours', async () => {
    const { rows } = await test.tamper(`
      select 'trigger ' || tgname as thing from pg_trigger where not tgisinternal
      union all select 'sequence ' || relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace
      union all select 'view ' || relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
      union all select 'inherits ' || inhrelid::regclass::text from pg_inherits
      union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
      union all select 'virtual ' || attname from pg_attribute where attgenerated = 'v'`)
    expect(rows).toEqual([])
  })

  it('every instant has a time zone, and no number loses digits', async () => {
    const { rows } = await test.tamper(`select table_name || '.' || column_name || ' ' || udt_name as "column"
      from information_schema.columns where table_schema = 'public'
        and udt_name in ('timestamp', 'time', 'timetz', 'money', 'json', 'varchar', 'bpchar')`)
    expect(rows).toEqual([])
  })

  it('every foreign key has an index that begins with its columns, or with its jurisdiction and one more', async () => {
    const { rows } = await test.tamper(`
      select i.indrelid::regclass::text as "table",
        (select array_agg(a.attname::text order by k.n) from unnest(i.indkey) with ordinality k(num, n)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num) as columns
      from pg_index i join pg_class t on t.oid = i.indrelid where t.relnamespace = 'public'::regnamespace`)
    const indexes = rows as { table: string; columns: string[] }[]
    const bare = constraints
      .filter(({ kind, target }) => kind === 'f' && target !== 'jurisdiction')
      .filter(({ table, columns }) => {
        const second = columns[1] ?? ''
        return !indexes.some((index) => index.table === table && index.columns.slice(0, 2).includes(second))
      })
      .map(({ table, columns }) => `${table} (${columns.join(', ')})`)
    // Rows of these are few, or are never looked up or removed from the other side.
    expect(bare.sort()).toMatchInlineSnapshot(`
      [
        "account_role (jurisdiction, party_id)",
        "breakdown (jurisdiction, statistic_id)",
        "breakdown_share (jurisdiction, party_id)",
        "document_template_choice (jurisdiction, template_id)",
        "evidence (jurisdiction, given_by)",
        "identity_visit (jurisdiction, account_id)",
        "import_run (jurisdiction, evidence_id)",
        "milestone_standing (jurisdiction, report_id)",
        "observation (jurisdiction, party_id)",
        "party (jurisdiction, successor_id)",
        "plan_import (jurisdiction, evidence_id)",
        "plan_import (jurisdiction, plan_id)",
        "plan_version (jurisdiction, evidence_id)",
        "plan_version (jurisdiction, import_id)",
        "saved_view (jurisdiction, account_id)",
        "sheet_import (jurisdiction, party_id)",
        "sign_in_step (jurisdiction, account_id)",
        "unit_statistic_value (jurisdiction, party_id)",
      ]
    `)
  })
})
