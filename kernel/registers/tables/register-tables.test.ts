import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMigratedDatabase, type OwnDatabase } from '../../testing/test-database.ts'
import { onServer } from '../../testing/test-server.ts'
import { assembleRegisters } from '../define-register.ts'
import { choice, date, integer, oneOf, text } from '../fields.ts'
import { inventedRegisters } from '../invented-registers.fixture.ts'
import type { RegisterDeclaration } from '../register.types.ts'
import { makeRegisterTables } from './make-register-tables.ts'

const now = new Date('2026-11-25T02:00:00Z')

const shelf = (fields: RegisterDeclaration['fields'], more: Partial<RegisterDeclaration> = {}) =>
  assembleRegisters({
    formats: [],
    registers: [
      {
        id: 'shelf',
        area: 'services',
        systems: [],
        label: '书架',
        labelEn: 'Shelves',
        recordLabel: '书架',
        countUnit: '个',
        about: '演示',
        source: '演示',
        fields: { name: text('名称', 'Name'), ...fields },
        key: ['name'],
        title: 'name',
        columns: ['name'],
        access: { public: 'none', units: 'all', editedBy: 'office' },
        retentionYears: null,
        ...more,
      },
    ],
  })

describe('tables of registers (名录的数据表)', () => {
  let own: OwnDatabase
  const make = (registers: ReturnType<typeof shelf>) =>
    onServer(own.url, (client) => makeRegisterTables(client, registers, now))
  const insert = (column: string, value: unknown) =>
    own.tamper(
      `insert into shelf (jurisdiction, id, revision, identity, label, pinyin, tokens, digest, origin, recorded_at,
         recorded_by, act, demonstration, name, ${column})
       values ('yanshi', 's1', 1, 'a', 'A', 'a', 'a', 'd', 'form', now(), '演示', 'added', false, 'A', $1)`,
      [value],
    )
  const columns = async (table: string) => {
    const { rows } = await own.tamper(
      'select column_name as name, data_type as type from information_schema.columns where table_name = $1',
      [table],
    )
    return new Map(rows.map(({ name, type }) => [name as string, type as string]))
  }

  beforeAll(async () => {
    own = await createMigratedDatabase()
  })
  afterAll(() => own.drop())

  it('are made for every register with its history, behind the walls, and a second start changes nothing', async () => {
    const registers = inventedRegisters()
    expect((await make(registers)).created).toEqual(['reader', 'book', 'loan'])
    expect(await make(registers)).toEqual({ created: [], changed: [] })
    // Not by `tamper`, which takes the walls down on a server where the owner is no superuser.
    const { rows } = await onServer(own.url, (client) =>
      client.query<{ name: string }>(`
      select c.relname::text as name, c.relrowsecurity and c.relforcerowsecurity as walled,
        (select string_agg(lower(g.privilege_type), ' ' order by g.privilege_type)
         from information_schema.role_table_grants g where g.table_name = c.relname and g.grantee = 'qx_app') as rights
      from pg_class c where c.relname in ('book', 'book_past')`),
    )
    expect(rows.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'book', walled: true, rights: 'delete insert select update' },
      { name: 'book_past', walled: true, rights: 'delete insert select' },
    ])
    expect((await columns('book')).get('on_')).toBe('text')
  })

  it('let the indexes of words and links answer behind the walls, where the server lets us', async () => {
    const { rows } = await own.tamper(
      `select bool_and(proleakproof) as answers, current_setting('is_superuser') = 'on' as may from pg_proc
       where oid in ('ts_match_vq(tsvector, tsquery)'::regprocedure, 'arraycontains(anyarray, anyarray)'::regprocedure,
         'arrayoverlap(anyarray, anyarray)'::regprocedure)`,
    )
    expect(rows[0]?.answers).toBe(rows[0]?.may)
  })

  it('take new fields by themselves, and keep the name of a renamed one with its data', async () => {
    await make(shelf({ width: integer('宽', 'Width') }))
    await insert('width', 80)
    const grown = await make(shelf({ width: integer('宽', 'Width'), builtOn: date('安装日', 'Built on') }))
    expect(grown.changed).toEqual(['shelf'])
    expect((await columns('shelf_past')).get('built_on')).toBe('date')
    await make(
      shelf(
        { breadth: integer('宽', 'Width'), builtOn: date('安装日', 'Built on') },
        { renamed: { breadth: 'width' } },
      ),
    )
    expect((await own.tamper('select breadth from shelf')).rows).toEqual([{ breadth: 80 }])
    expect((await columns('shelf_past')).has('width')).toBe(false)
  })

  it('let a day become one that may be known to its year only', async () => {
    await make(shelf({ breadth: integer('宽', 'Width'), builtOn: date('安装日', 'Built on', { precision: 'year' }) }))
    expect((await columns('shelf')).get('built_on_precision')).toBe('text')
  })

  it('refuse to lose data, name every field with the way to do it, and change nothing at all', async () => {
    const attempt = make(
      shelf({ breadth: text('宽', 'Width'), colour: choice('颜色', 'Colour', [oneOf('red', '红', 'Red')]) }),
    )
    await expect(attempt).rejects.toMatchObject({
      code: 'register.destructiveChange',
      message: expect.stringMatching(/shelf\.breadth：原为 bigint，现为 text[\s\S]*另设一个新字段/),
    })
    expect((await columns('shelf')).has('colour')).toBe(false)
    const { name: _, ...withoutBreadth } = { name: 0, builtOn: date('安装日', 'Built on', { precision: 'year' }) }
    await expect(make(shelf(withoutBreadth))).rejects.toMatchObject({
      message: expect.stringMatching(/shelf\.breadth：声明中已没有这个字段，但库中还有 1 条记录填了它[\s\S]*renamed/),
    })
  })

  it('drop a field in which nobody wrote anything', async () => {
    await make(shelf({ breadth: integer('宽', 'Width') }))
    expect((await columns('shelf')).has('built_on')).toBe(false)
  })

  it('are made once when two programs start together', async () => {
    const two = shelf({ breadth: integer('宽', 'Width'), colour: text('颜色', 'Colour') })
    const made = await Promise.all([make(two), make(two)])
    expect(made.flatMap(({ changed }) => changed)).toEqual(['shelf'])
  })
})
