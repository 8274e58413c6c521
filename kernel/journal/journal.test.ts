import fc from 'fast-check'
import Type from 'typebox'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CommandContext } from '../operations/context.ts'
import { execute } from '../operations/execute.ts'
import { defineCommand } from '../operations/operation.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { listJournal, verifyChain } from './journal.operations.ts'

/** A command of the tests: it adds a unit, and then does what it is told. */
const plant = defineCommand({
  id: 'test.plant',
  label: { zh: '种树', en: 'Plant' },
  about: { zh: '测试用。', en: 'For tests.' },
  permission: 'party.manage',
  route: { method: 'POST', path: '/test' },
  input: Type.Object({
    name: Type.String(),
    ending: Type.Enum(['recorded', 'unrecorded', 'unchanged', 'fails', 'failsAfterEntry']),
  }),
  output: Type.Object({}),
  run: async (context, { name, ending }) => {
    await addUnit(context, name)
    if (ending === 'fails') throw new Error('the ground is too hard')
    if (ending === 'unchanged') context.unchanged()
    if (ending === 'recorded' || ending === 'failsAfterEntry') {
      await context.record({
        subject: { kind: 'tree', id: name },
        before: null,
        after: { name, rings: [1, 2.5, -0, 1e21] },
      })
    }
    if (ending === 'failsAfterEntry') throw new Error('the tree fell')
    return {}
  },
})

/** A command of the tests that changes many things at once. */
const plantMany = defineCommand({
  id: 'test.plantMany',
  label: { zh: '成片种树', en: 'Plant many' },
  about: { zh: '测试用。', en: 'For tests.' },
  permission: 'party.manage',
  route: { method: 'POST', path: '/test/many' },
  input: Type.Object({ names: Type.Array(Type.String()), fails: Type.Optional(Type.Boolean()) }),
  output: Type.Object({}),
  run: async (context, { names, fails }) => {
    await context.recordAll(
      names.map((name) => ({
        subject: { kind: 'tree', id: name },
        before: null,
        after: { name, rings: [1, 2.5] },
        reason: name,
      })),
    )
    if (fails === true) throw new Error('the wood burned')
    return {}
  },
})

function addUnit({ tx, jurisdiction, now }: CommandContext, name: string) {
  const values = {
    jurisdiction,
    id: name,
    name,
    short_name: name,
    kind: 'other',
    ordinal: 1,
    pinyin: name,
    created_at: now,
  }
  return tx.insertInto('party').values(values).execute()
}

describe('journal (日志)', () => {
  let kernel: TestKernel
  let planted = 0

  beforeAll(async () => {
    kernel = await openTestKernel()
  })
  afterAll(() => kernel.close())

  const act = (ending: string, name?: string) => {
    planted += 1
    return execute(kernel, plant, requestAs('office'), { name: name ?? `树${planted}`, ending })
  }
  const verify = () => kernel.database.inJurisdiction('yanshi', 'read', (tx) => verifyChain(tx, 'yanshi'))
  const count = async (table: string) =>
    Number((await kernel.test.tamper(`select count(*) from ${table}`)).rows[0].count)

  it('has one entry for each command, with who, when, what and the hash of the one before', async () => {
    await act('recorded', '第一棵')
    const { entries } = (await execute(kernel, listJournal, requestAs('office'), {})) as {
      entries: Record<string, unknown>[]
    }
    expect(entries[0]).toMatchObject({
      sequence: 2,
      at: '2026-11-25T02:00:00.000Z',
      actor: '演示操作员',
      roles: 'office public',
      via: 'qx',
      requestId: 'test-request',
      command: 'test.plant',
      subjectKind: 'tree',
      subjectId: '第一棵',
      before: null,
      previousHash: entries[1]?.['hash'],
    })
    expect(await verify()).toMatchObject({ verified: true, entries: 2, brokenAt: null, head: { sequence: 2 } })
  })

  it.each(['fails', 'failsAfterEntry', 'unrecorded'])(
    'keeps neither row nor entry of a command that %s',
    async (ending) => {
      const before = [await count('journal'), await count('party')]
      await expect(act(ending)).rejects.toThrow()
      expect([await count('journal'), await count('party')]).toEqual(before)
    },
  )

  it('refuses a command that changed something and wrote no entry, naming it', async () => {
    await expect(act('unrecorded')).rejects.toThrow(/test\.plant wrote no journal entry/)
  })

  it('numbers twenty commands at once without a gap, and the chain fits', async () => {
    const before = (await verify()).entries
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => act('recorded')))
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
    const { rows } = await kernel.test.tamper('select array_agg(sequence::int order by sequence) as all from journal')
    expect(rows[0].all).toEqual(Array.from({ length: before + 20 }, (_, index) => index + 1))
    expect(await verify()).toMatchObject({ verified: true, entries: before + 20 })
  })

  it('has no gap either where commands that fail run between those that do not', async () => {
    const before = (await verify()).entries
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => act(index % 3 === 0 ? 'failsAfterEntry' : 'recorded')),
    )
    expect(await verify()).toMatchObject({ verified: true, entries: before + 13 })
  })

  it('is read newest first, by pages, and by subject', async () => {
    const read = (input: object) =>
      execute(kernel, listJournal, requestAs('office'), input) as Promise<{
        entries: { sequence: number }[]
        next: number | null
      }>
    const all = (await read({ limit: 200 })).entries.map((entry) => entry.sequence)
    const paged: number[] = []
    for (let before: number | null | undefined; before !== null; ) {
      const page: Awaited<ReturnType<typeof read>> = await read({
        limit: 7,
        ...(before === undefined ? {} : { before }),
      })
      paged.push(...page.entries.map((entry) => entry.sequence))
      before = page.next
    }
    expect(paged).toEqual(all)
    expect((await read({ subject: '第一棵' })).entries).toHaveLength(1)
  })

  describe('of many changes at once', () => {
    const plantAll = (names: readonly string[], fails = false) =>
      execute(kernel, plantMany, requestAs('office'), { names, fails })
    const named = (from: number, count: number) => Array.from({ length: count }, (_, index) => `林${from + index}`)

    it('has one entry for each, in their order, as if each were recorded alone', async () => {
      const before = (await verify()).entries
      await act('recorded')
      await plantAll(named(0, 2_345))
      await act('recorded')
      await plantAll(named(9_000, 1))
      expect(await verify()).toMatchObject({ verified: true, entries: before + 2_348, brokenAt: null })
      const { rows } = await kernel.test.tamper(
        `select subject_id, reason, command, request_id, roles, after from journal
          where command = 'test.plantMany' order by sequence`,
      )
      expect(rows.map((row) => row.subject_id)).toEqual([...named(0, 2_345), '林9000'])
      expect(rows[2_000]).toEqual({
        subject_id: '林2000',
        reason: '林2000',
        command: 'test.plantMany',
        request_id: 'test-request',
        roles: 'office public',
        after: { name: '林2000', rings: [1, 2.5] },
      })
    })

    it('is found where one of them was changed afterwards', async () => {
      const { rows } = await kernel.test.tamper(`select sequence from journal where subject_id = '林1500'`)
      const change = (name: string) =>
        kernel.test.tamper(
          `update journal set after = jsonb_set(after, '{name}', to_jsonb($2::text)) where sequence = $1`,
          [rows[0].sequence, name],
        )
      await change('改过')
      expect(await verify()).toMatchObject({ verified: false, brokenAt: Number(rows[0].sequence) })
      await change('林1500')
      expect(await verify()).toMatchObject({ verified: true })
    })

    it('keeps no entry of a command that failed after them', async () => {
      const before = (await verify()).entries
      await expect(plantAll(named(0, 1_001), true)).rejects.toThrow('the wood burned')
      expect(await verify()).toMatchObject({ verified: true, entries: before })
    })

    it('takes no notes for no account of what was done', async () => {
      await expect(plantAll([])).rejects.toThrow(/test\.plantMany wrote no journal entry/)
    })

    it('numbers commands of one and of many at once without a gap', async () => {
      const before = (await verify()).entries
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, (_, index) =>
          index % 3 === 0 ? act('recorded') : plantAll(named(0, index * 10), index % 3 === 2),
        ),
      )
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4)
      const many = [1, 4, 7, 10].reduce((sum, index) => sum + index * 10, 0)
      expect(await verify()).toMatchObject({ verified: true, entries: before + 4 + many })
    })
  })
})

describe('a journal that somebody with the key to the database changed', () => {
  let kernel: TestKernel
  let saved: Record<string, unknown>[]

  beforeAll(async () => {
    kernel = await openTestKernel()
    const endings = fc.sample(fc.constantFrom('recorded', 'recorded', 'fails', 'unchanged'), { numRuns: 24, seed: 11 })
    for (const [index, ending] of endings.entries()) {
      await execute(kernel, plant, requestAs('office'), { name: `树${index}`, ending }).catch(() => {})
    }
    saved = (await kernel.test.tamper('select * from journal order by sequence')).rows
  })
  afterEach(async () => {
    await kernel.test.tamper('delete from journal')
    for (const row of saved) await insertRow(row)
  })
  afterAll(() => kernel.close())

  const verify = () => kernel.database.inJurisdiction('yanshi', 'read', (tx) => verifyChain(tx, 'yanshi'))
  const insertRow = (row: Record<string, unknown>) => {
    const columns = Object.keys(row)
    const values = columns.map((column) =>
      ['before', 'after'].includes(column) && row[column] !== null ? JSON.stringify(row[column]) : row[column],
    )
    const places = columns.map((_, index) => `$${index + 1}`).join(', ')
    return kernel.test.tamper(`insert into journal (${columns.join(', ')}) values (${places})`, values)
  }

  it('fits before anything is touched, with enough entries to lose one', async () => {
    expect(saved.length).toBeGreaterThan(10)
    expect(await verify()).toMatchObject({ verified: true, entries: saved.length })
  })

  const changes: Readonly<Record<string, string>> = {
    at: `at + interval '1 millisecond'`,
    actor_account: `'someone'`,
    actor_label: `actor_label || ' '`,
    roles: `'administrator'`,
    via: `'web'`,
    request_id: `request_id || '0'`,
    command: `'test.fell'`,
    subject_kind: `'bush'`,
    subject_id: `subject_id || '!'`,
    before: `'{}'::jsonb`,
    after: `jsonb_build_object('name', '改过')`,
    reason: `'no reason'`,
    previous_hash: `repeat('f', 64)`,
    hash: `repeat('0', 64)`,
  }

  it.each(Object.entries(changes))('is found at the entry whose %s was changed', async (column, value) => {
    for (const at of [1, Math.ceil(saved.length / 2), saved.length]) {
      await kernel.test.tamper(`update journal set ${column} = ${value} where sequence = $1`, [at])
      expect(await verify(), `entry ${at}`).toMatchObject({ verified: false, brokenAt: at, entries: at - 1 })
      await kernel.test.tamper('delete from journal where sequence = $1', [at])
      await insertRow(saved[at - 1] ?? {})
    }
  })

  it('covers every column with the changes above', () => {
    const untouched = Object.keys(saved[0] ?? {}).filter((column) => !(column in changes))
    expect(untouched).toEqual(['jurisdiction', 'sequence'])
  })

  it('is found where an entry was taken out, be it the first, any between, or the last', async () => {
    for (let at = 1; at <= saved.length; at += 1) {
      await kernel.test.tamper('delete from journal where sequence = $1', [at])
      const found = await verify()
      expect(found.verified, `entry ${at}`).toBe(false)
      // The chain breaks at the next entry there is; after the last one the head tells how long it was.
      expect(found.brokenAt).toBe(at + 1 > saved.length ? at : at + 1)
      await insertRow(saved[at - 1] ?? {})
    }
  })

  it('is found where all entries after a point were cut off, and where all were', async () => {
    await kernel.test.tamper('delete from journal where sequence > 5')
    expect(await verify()).toMatchObject({ verified: false, brokenAt: 6 })
    await kernel.test.tamper('delete from journal')
    expect(await verify()).toMatchObject({ verified: false, brokenAt: 1 })
  })

  it('is found where two entries changed places', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: saved.length - 1 }),
        fc.integer({ min: 1, max: saved.length }),
        async (a, b) => {
          fc.pre(a !== b)
          await kernel.test.tamper('delete from journal where sequence in ($1, $2)', [a, b])
          await insertRow({ ...saved[a - 1], sequence: b })
          await insertRow({ ...saved[b - 1], sequence: a })
          expect(await verify()).toMatchObject({ verified: false, brokenAt: Math.min(a, b) })
          await kernel.test.tamper('delete from journal where sequence in ($1, $2)', [a, b])
          await insertRow(saved[a - 1] ?? {})
          await insertRow(saved[b - 1] ?? {})
        },
      ),
      { numRuns: 10, seed: 7 },
    )
  })

  it('is found where an entry was added after the last without the head knowing of it', async () => {
    const last = saved.at(-1) ?? {}
    await insertRow({ ...last, sequence: saved.length + 1, previous_hash: last['hash'] })
    expect(await verify()).toMatchObject({ verified: false, brokenAt: saved.length + 1 })
  })
})
