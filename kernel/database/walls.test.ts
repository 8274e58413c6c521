import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { onServer } from '../testing/test-server.ts'
import { applicationRole } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'

const notAllowed = { code: '42501' }
const tenantTables = migrations.flatMap(({ tables }) =>
  Object.entries(tables).flatMap(([table, placement]) => (placement === 'tenant' ? [table] : [])),
)
const appendOnly = ['journal', ...migrations.flatMap((migration) => migration.appendOnly ?? [])]
const removable = migrations.flatMap((migration) => migration.removableDemonstration ?? [])

describe('walls between jurisdictions', () => {
  let test: TestDatabase

  beforeAll(async () => {
    test = await openTestDatabase()
    for (const jurisdiction of ['here', 'there']) {
      await test.tamper(
        `insert into jurisdiction values ('${jurisdiction}', '${jurisdiction}', '${jurisdiction}', true, now());
         insert into party values ('${jurisdiction}', 'p1', null, '演示局', '演示局', 'department', 1, null, null, null, 'yan shi ju', 1, now());
         insert into journal_head values ('${jurisdiction}', 0, repeat('0', 64))`,
      )
    }
  })
  afterAll(() => test.close())

  /** One transaction as the application's role, with raw SQL, as a mistake or an injection would run it. */
  const asApplication = <Result>(jurisdiction: string | undefined, work: (client: pg.Client) => Promise<Result>) =>
    onServer(test.url, async (client) => {
      await client.query(`begin; set local role ${applicationRole}`)
      if (jurisdiction !== undefined) await client.query(`set local app.jurisdiction = '${jurisdiction}'`)
      try {
        return await work(client)
      } finally {
        await client.query('rollback')
      }
    })

  it('show the rows of one jurisdiction only, although the statement asks for all', async () => {
    const { rows } = await asApplication('here', (client) => client.query('select jurisdiction from party'))
    expect(rows).toEqual([{ jurisdiction: 'here' }])
  })

  it.each([
    ['change', `update party set name = '别处' where jurisdiction = 'there'`],
    ['delete', `delete from party where jurisdiction = 'there'`],
  ])('do not let a statement %s rows of another jurisdiction', async (_what, statement) => {
    expect(await asApplication('here', async (client) => (await client.query(statement)).rowCount)).toBe(0)
  })

  it('do not let a row be written into another jurisdiction, nor moved there', async () => {
    const insert = `insert into party values ('there', 'p2', null, '新局', '新局', 'department', 1, null, null, null, 'xin', 1, now())`
    await expect(asApplication('here', (client) => client.query(insert))).rejects.toMatchObject(notAllowed)
    const move = `update party set jurisdiction = 'there', id = 'p3' where jurisdiction = 'here'`
    await expect(asApplication('here', (client) => client.query(move))).rejects.toMatchObject(notAllowed)
  })

  it('show nothing when no jurisdiction is set, on a fresh connection and on a used one', async () => {
    expect((await asApplication(undefined, (client) => client.query('select * from party'))).rows).toEqual([])
    await onServer(test.url, async (client) => {
      await client.query(`begin; set local role ${applicationRole}; set local app.jurisdiction = 'here'; commit`)
      await client.query(`begin; set local role ${applicationRole}`)
      expect((await client.query('select * from party')).rows).toEqual([])
      await client.query('rollback')
    })
  })

  it('leave no jurisdiction and no role behind on a connection that the pool uses again', async () => {
    await test.database.inJurisdiction('here', 'write', (tx) => sql`select 1`.execute(tx))
    const state = await test.database.inJurisdiction('there', 'read', (tx) =>
      sql<{ who: string; where: string }>`
        select current_user::text as who, current_setting('app.jurisdiction') as where`.execute(tx),
    )
    expect(state.rows).toEqual([{ who: applicationRole, where: 'there' }])
  })

  it.each(['', 'HERE', "here'; drop table party; --", 'a', '../there'])(
    'refuse %j as a jurisdiction before anything reaches the server',
    async (key) => {
      await expect(test.database.inJurisdiction(key, 'read', async () => 1)).rejects.toThrow(/no jurisdiction key/)
    },
  )

  it('refuse every writing statement in a transaction that was opened for reading', async () => {
    const write = test.database.inJurisdiction('here', 'read', (tx) =>
      tx.updateTable('party').set({ name: '改' }).where('jurisdiction', '=', 'here').execute(),
    )
    await expect(write).rejects.toMatchObject({ code: '25006' })
  })

  it.each(appendOnly)('let the application add to %s, and never change or remove a row', async (table) => {
    const mayDelete = removable.includes(table)
    for (const statement of [
      `update ${table} set ${table === 'personal_data_key' ? 'fingerprint = fingerprint' : 'jurisdiction = jurisdiction'}`,
      ...(mayDelete ? [] : [`delete from ${table}`]),
      `truncate ${table}`,
    ]) {
      await expect(asApplication('here', (client) => client.query(statement))).rejects.toMatchObject(notAllowed)
    }
    const rights = await asApplication('here', (client) =>
      client.query(`select privilege_type from information_schema.role_table_grants
        where grantee = '${applicationRole}' and table_name = '${table}' order by 1`),
    )
    expect(rights.rows.map((row: { privilege_type: string }) => row.privilege_type)).toEqual([
      ...(mayDelete ? ['DELETE'] : []),
      'INSERT',
      'SELECT',
    ])
  })

  it('let the application delete what is marked as demonstration, and nothing that is real', async () => {
    await test.tamper(`
      insert into item_setting (jurisdiction, id, item_kind, item_id, decided_at, decided_by_label, demonstration)
      values ('here', 'real', 'target', 'C1', now(), '演示', false), ('here', 'shown', 'target', 'C1', now(), '演示', true)`)
    await asApplication('here', (client) => client.query('delete from item_setting; commit; begin'))
    const { rows } = await test.tamper(`select id from item_setting where jurisdiction = 'here'`)
    expect(rows).toEqual([{ id: 'real' }])
  })

  it('do not let the application change tables, policies or roles', async () => {
    for (const statement of [
      'drop table party',
      'alter table party disable row level security',
      'create table hole (id text)',
      'drop policy one_jurisdiction on party',
      `create role ${applicationRole}_two`,
    ]) {
      await expect(asApplication('here', (client) => client.query(statement))).rejects.toMatchObject(notAllowed)
    }
  })

  it('stand before every tenant table', async () => {
    const { rows } = await test.tamper(`
      select c.relname as "table", c.relrowsecurity as on, p.polname as policy, p.polcmd as command,
        pg_get_expr(p.polqual, p.polrelid) as expression, p.polroles = '{0}' as everyone
      from pg_class c left join pg_policy p on p.polrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and p.polname is distinct from 'demonstration_only' order by 1`)
    const walls = new Map(rows.map((row) => [row.table, row]))
    for (const table of tenantTables) {
      expect(walls.get(table), table).toMatchObject({
        on: true,
        policy: 'one_jurisdiction',
        command: '*',
        everyone: true,
        expression: `(jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text))`,
      })
    }
  })
})
