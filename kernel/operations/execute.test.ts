import { sql } from 'kysely'
import Type from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicActor } from '../accounts/actor.ts'
import type { Permission } from '../accounts/roles.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import type { CommandContext } from './context.ts'
import { execute } from './execute.ts'
import { KeptRefusal } from './kept-refusal.ts'
import { defineCommand, defineQuery } from './operation.ts'
import { operationErrors } from './operation-errors.ts'

const declaration = (id: string, permission: Permission) => ({
  ...{ id, permission, label: { zh: '试一试', en: 'Try' }, about: { zh: '测试用。', en: 'For tests.' } },
  route: { method: 'POST' as const, path: '/test' as const },
  input: Type.Object({}),
  output: Type.Object({}),
})

describe('running an operation', () => {
  let kernel: TestKernel
  beforeAll(async () => {
    kernel = await openTestKernel()
  })
  afterAll(() => kernel.close())

  const command = (run: (context: CommandContext) => Promise<unknown>) =>
    defineCommand({
      ...declaration('test.command', 'party.manage'),
      run: async (context) => {
        await run(context)
        context.unchanged()
        return {}
      },
    })

  it('asks for the permission before it looks at the input, and says which role lacks it', async () => {
    const query = defineQuery({ ...declaration('test.query', 'party.manage'), run: async () => ({}) })
    await expect(execute(kernel, query, requestAs('administrator'), { nonsense: 1 })).rejects.toMatchObject({
      code: 'operation.notAllowed',
      message: expect.stringContaining('平台管理员'),
    })
    const nobody = { ...requestAs('public'), actor: publicActor('203.0.113.1') }
    await expect(execute(kernel, query, nobody, {})).rejects.toMatchObject({ code: 'operation.signInNeeded' })
  })

  it('does not let a query write', async () => {
    const query = defineQuery({
      ...declaration('test.query', 'party.manage'),
      run: async ({ tx }) => {
        await sql`delete from party where jurisdiction = 'yanshi'`.execute(tx)
        return {}
      },
    })
    await expect(execute(kernel, query, requestAs('office'), {})).rejects.toMatchObject({ code: '25006' })
  })

  it.each(['40001', '40P01', '23505'])('tries again when the database says %s, three times at most', async (code) => {
    let tries = 0
    const failing = (times: number) =>
      command(async () => {
        tries += 1
        if (tries <= times) throw Object.assign(new Error('in the way'), { code })
      })
    await execute(kernel, failing(2), requestAs('office'), {})
    expect(tries).toBe(3)
    tries = 0
    await expect(execute(kernel, failing(9), requestAs('office'), {})).rejects.toThrow('in the way')
    expect(tries).toBe(3)
  })

  it('does not try again what failed for a reason of its own', async () => {
    let tries = 0
    const failing = command(async () => {
      tries += 1
      throw new Error('no')
    })
    await expect(execute(kernel, failing, requestAs('office'), {})).rejects.toThrow('no')
    expect(tries).toBe(1)
  })

  it('keeps nothing of a try that is repeated', async () => {
    let tries = 0
    const creating = command(async ({ tx, now }) => {
      tries += 1
      const values = {
        jurisdiction: 'yanshi',
        id: `t${tries}`,
        name: `局${tries}`,
        short_name: '局',
        kind: 'other',
        ordinal: 1,
      }
      await tx
        .insertInto('party')
        .values({ ...values, pinyin: 'ju', created_at: now })
        .execute()
      if (tries === 1) throw Object.assign(new Error('again'), { code: '40001' })
    })
    await execute(kernel, creating, requestAs('office'), {})
    const { rows } = await kernel.test.tamper(`select id from party where id like 't_'`)
    expect(rows).toEqual([{ id: 't2' }])
  })

  it('does not say that it is done when a statement had failed and was passed over', async () => {
    const passing = command(async ({ tx }) => {
      await sql`select * from no_such_table`.execute(tx).catch(() => {})
    })
    await expect(execute(kernel, passing, requestAs('office'), {})).rejects.toThrow(/undone/)
  })

  const aliases = async () => {
    const { rows } = await kernel.test.tamper("select alias from party_alias where learned_from = '测试'")
    return rows.map(({ alias }) => alias as string)
  }

  const writing = (alias: string, refuse: () => Error) =>
    command(async (context) => {
      await sql`insert into party_alias (jurisdiction, alias, party_id, learned_from, created_at)
        select 'yanshi', ${alias}, id, '测试', now() from party where jurisdiction = 'yanshi' limit 1`.execute(
        context.tx,
      )
      context.unchanged()
      throw refuse()
    })

  it('keeps nothing of a command that refuses, and what was written by one that asks for it (a wrong password counts)', async () => {
    const refusal = () => operationErrors.fileMissing({})
    const plain = writing('不留', refusal)
    await expect(execute(kernel, plain, requestAs('office'), {})).rejects.toMatchObject({
      code: 'operation.fileMissing',
    })
    expect(await aliases()).toEqual([])
    const kept = writing('留下', () => new KeptRefusal(refusal()))
    await expect(execute(kernel, kept, requestAs('office'), {})).rejects.toMatchObject({
      code: 'operation.fileMissing',
    })
    expect(await aliases()).toEqual(['留下'])
  })

  it('lets the preparation read, in a transaction that writes nothing', async () => {
    const preparing = (statement: string) =>
      defineCommand({
        ...declaration('test.prepare', 'party.manage'),
        output: Type.Object({ prepared: Type.Integer() }),
        prepare: ({ read }) =>
          read(async (tx) => (await sql<{ n: number }>`${sql.raw(statement)}`.execute(tx)).rows[0]?.n ?? -1),
        run: async (context, _input, prepared) => {
          context.unchanged()
          return { prepared }
        },
      })
    const counting = preparing('select count(*)::int as n from jurisdiction')
    expect(await execute(kernel, counting, requestAs('office'), {})).toEqual({ prepared: 1 })
    const deleting = preparing("delete from party where jurisdiction = 'yanshi'")
    await expect(execute(kernel, deleting, requestAs('office'), {})).rejects.toMatchObject({ code: '25006' })
  })

  it('knows the day in the county, not the one in Greenwich', async () => {
    let seen = ''
    const looking = command(async ({ today }) => {
      seen = today
    })
    kernel.setNow(new Date('2026-11-25T16:30:00Z'))
    await execute(kernel, looking, requestAs('office'), {})
    expect(seen).toBe('2026-11-26')
  })
})
