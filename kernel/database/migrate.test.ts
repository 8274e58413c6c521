import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEmptyDatabase, type OwnDatabase } from '../testing/test-database.ts'
import { onServer } from '../testing/test-server.ts'
import { applicationRole, type Migration, migrate } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'

const now = new Date('2026-11-25T02:00:00Z')

const orchard: Migration = {
  id: '2026-11-25-98-orchard',
  tables: { orchard: 'tenant', fruit_kind: 'reference' },
  sql: `create table orchard (jurisdiction text not null, id text not null, primary key (jurisdiction, id));
    create table fruit_kind (id text primary key);`,
}
const harvest: Migration = {
  id: '2026-11-25-99-harvest',
  tables: { harvest: 'tenant' },
  appendOnly: ['harvest'],
  sql: 'create table harvest (jurisdiction text not null, id text not null, primary key (jurisdiction, id))',
}

describe('migrations of the database', () => {
  let empty: OwnDatabase

  beforeAll(async () => {
    empty = await createEmptyDatabase()
  })
  beforeEach(() => onServer(empty.url, (client) => client.query('drop schema public cascade; create schema public')))
  afterAll(() => empty.drop())

  const run = (list: readonly Migration[]) => onServer(empty.url, (client) => migrate(client, list, now))
  const tables = async () => {
    const { rows } = await onServer(empty.url, (client) =>
      client.query<{ name: string }>(`select relname as name from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`),
    )
    return rows.map((row) => row.name)
  }

  it('are made in order in an empty database, and only once', async () => {
    expect(await run(migrations)).toEqual(migrations.map((migration) => migration.id))
    const after = await tables()
    expect(await run(migrations)).toEqual([])
    expect(await tables()).toEqual(after)
  })

  it('are made in the order of their ids, whatever the order of the list', async () => {
    expect(await run([harvest, orchard])).toEqual([orchard.id, harvest.id])
  })

  it('go on where an earlier program stopped', async () => {
    await run([orchard])
    expect(await run([orchard, harvest])).toEqual([harvest.id])
  })

  it('are refused by a program that is older than the database, and nothing changes', async () => {
    await run([orchard, harvest])
    await expect(run([orchard])).rejects.toMatchObject({ code: 'database.newerThanProgram' })
    await expect(run([orchard])).rejects.toThrow(harvest.id)
    expect(await tables()).toEqual(['fruit_kind', 'harvest', 'orchard', 'qx_migration'])
  })

  it('are refused when one that was made reads differently now', async () => {
    await run([orchard])
    const changed = { ...orchard, sql: `${orchard.sql} -- a word later` }
    await expect(run([changed, harvest])).rejects.toMatchObject({ code: 'database.migrationChanged' })
    expect(await tables()).not.toContain('harvest')
  })

  it('leave nothing of one that fails, keep those before it, and can be repeated', async () => {
    const failing = { ...harvest, sql: `${harvest.sql}; create table harvest (id text);` }
    await expect(run([orchard, failing])).rejects.toThrow(/already exists/)
    expect(await tables()).toEqual(['fruit_kind', 'orchard', 'qx_migration'])
    expect(await run([orchard, harvest])).toEqual([harvest.id])
  })

  it('give the lock back after a failure, also on the same connection', async () => {
    const failing = { ...orchard, sql: 'create tabel orchard ()' }
    await onServer(empty.url, async (client) => {
      await expect(migrate(client, [failing], now)).rejects.toThrow(/syntax error/)
      expect(await migrate(client, [orchard], now)).toEqual([orchard.id])
      const { rows } = await client.query(`select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`)
      expect(rows).toEqual([])
    })
  })

  it('are made by one of several programs that start at once; the others find them made', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => run(migrations)))
    expect(made.flat().sort()).toEqual(migrations.map((migration) => migration.id).sort())
  })

  it('can be made in two databases of one server at once, although the role belongs to both', async () => {
    const other = await createEmptyDatabase()
    try {
      const both = [empty, other].map(({ url }) => onServer(url, (client) => migrate(client, migrations, now)))
      expect(await Promise.all(both)).toHaveLength(2)
    } finally {
      await other.drop()
    }
  })

  it('let the application into a schema that is closed to others, to what is its own, and to no other table', async () => {
    await run([orchard, harvest])
    await onServer(empty.url, async (client) => {
      await client.query(`begin; set local role ${applicationRole}; set local app.jurisdiction = 'yanshi'`)
      await client.query(`insert into orchard values ('yanshi', '1'); insert into harvest values ('yanshi', '1')`)
      await client.query('select * from fruit_kind')
      await expect(client.query('select * from qx_migration')).rejects.toMatchObject({ code: '42501' })
      await client.query('rollback')
    })
  })

  it('work for an ordinary user who may create roles and is no superuser', async () => {
    const login = `qx_ordinary_${process.pid}`
    await onServer(empty.url, async (client) => {
      await client.query(`create role ${login} login createrole password 'ordinary'`)
      await client.query(`grant create, usage on schema public to ${login} with grant option`)
      // Whoever made the role may hand it out; from PostgreSQL 16 on that alone does not let them act as it.
      const terms = (await majorOf(client)) >= 16 ? 'admin true, set false, inherit false' : 'admin option'
      await client.query(`grant ${applicationRole} to ${login} with ${terms}`)
    })
    const url = new URL(empty.url)
    url.username = login
    url.password = 'ordinary'
    try {
      expect(await onServer(url.href, (client) => migrate(client, migrations, now))).toHaveLength(migrations.length)
      await onServer(url.href, async (client) => {
        await client.query(`begin; set local role ${applicationRole}; set local app.jurisdiction = 'yanshi'`)
        expect((await client.query('select * from party')).rows).toEqual([])
        await client.query('rollback')
      })
    } finally {
      await removeRole(empty.url, login)
    }
  })

  it('tell an ordinary user who may not create roles what the administrator should run', async () => {
    const login = `qx_humble_${process.pid}`
    await onServer(empty.url, async (client) => {
      await client.query(`create role ${login} login password 'humble'`)
      await client.query(`grant create, usage on schema public to ${login}`)
    })
    const url = new URL(empty.url)
    url.username = login
    url.password = 'humble'
    try {
      await expect(onServer(url.href, (client) => migrate(client, migrations, now))).rejects.toThrow(
        `grant ${applicationRole} to`,
      )
    } finally {
      await removeRole(empty.url, login)
    }
  })
})

async function removeRole(url: string, login: string): Promise<void> {
  await onServer(url, async (client) => {
    await client.query(`grant ${login} to current_user`)
    await client.query(`drop owned by ${login} cascade`)
    await client.query(`drop role ${login}`)
  })
}

async function majorOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ number: string }>(`select current_setting('server_version_num') as number`)
  return Math.floor(Number(rows[0]?.number) / 10_000)
}
