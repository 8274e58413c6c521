import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { verifyDraw } from '@qiangxian/engines/draw/verify-draw'
import type { Actor } from '@qiangxian/kernel/accounts/actor'
import type { DrawDetail } from '@qiangxian/kernel/draws/draws.schemas'
import { execute } from '@qiangxian/kernel/operations/execute'
import {
  type LoadedMatters,
  loadDemonstrationMatters,
} from '@qiangxian/modules/management/demonstration/matters/load-matters.command'
import { removeDemonstration } from '@qiangxian/modules/management/demonstration/remove-demonstration.command'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matters } from './declarations.ts'
import { operations } from './operations.ts'
import { openTestPlatform, type TestPlatform } from './testing/test-platform.ts'

const actor: Actor = {
  accountId: undefined,
  sessionId: undefined,
  label: '系统任务',
  roles: [{ role: 'administrator', partyId: undefined }],
  via: 'qx',
  address: undefined,
}
const request = { actor, requestId: 'test', language: 'zh' as const }
const load = loadDemonstrationMatters(matters)
const asOffice = { ...request, actor: { ...actor, roles: [{ role: 'office' as const, partyId: undefined }] } }
const byId = (id: string) => {
  const operation = operations.find((each) => each.id === id)
  if (operation === undefined) throw new Error(`there is no operation ${id}`)
  return operation
}

describe('the matters of the demonstration (演示办件)', { timeout: 300_000 }, () => {
  let platform: TestPlatform
  const told = { matters: 0, acts: 0, ratings: 0 }

  beforeAll(async () => {
    platform = await openTestPlatform({ reports: true, records: true })
    for (let next: number | null = 0; next !== null; ) {
      const part = (await execute(platform, load, request, { atMost: 40 })) as LoadedMatters
      told.matters += part.matters
      told.acts += part.acts
      told.ratings += part.ratings
      next = part.next
    }
  }, 600_000)
  afterAll(() => platform.close())

  async function rowsOf<Row>(sql: string): Promise<readonly Row[]> {
    return (await platform.tamper(sql, [])).rows as Row[]
  }

  it('are some three hundred, of every service, in every light', async () => {
    expect(told.matters).toBeGreaterThan(240)
    expect(told.acts).toBeGreaterThan(700)
    expect(told.ratings).toBeGreaterThan(40)
    const types = await rowsOf<{ type: string; n: number }>(
      'select matter_type as type, count(*)::int as n from matter group by 1',
    )
    expect(types.map(({ type }) => type).sort()).toEqual(matters.all.map(({ id }) => id).sort())
    const status = await rowsOf<{ status: string; n: number }>(
      'select status, count(*)::int as n from matter group by 1',
    )
    for (const each of ['open', 'suspended', 'ended']) {
      expect(status.find((row) => row.status === each)?.n ?? 0, each).toBeGreaterThan(0)
    }
    const [late] = await rowsOf<{ n: number }>(
      `select count(*)::int as n from matter where status <> 'ended' and due_on < '2026-11-25'`,
    )
    expect(late?.n).toBeGreaterThan(0)
    const outcomes = await rowsOf<{ outcome: string }>('select distinct outcome from matter where outcome is not null')
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['granted', 'refused', 'done']))
  })

  it('have their acts, limits and documents, and write into registers, as those of people do', async () => {
    const [counts] = await rowsOf<Record<string, number>>(`
      select (select count(*)::int from matter m where m.act_count <> (select count(*) from matter_act a
          where a.jurisdiction = m.jurisdiction and a.matter_id = m.id)) as "wrongCounts",
        (select count(*)::int from matter_limit) as limits, (select count(*)::int from matter_document) as documents,
        (select count(*)::int from violation_report) as reports,
        (select count(*)::int from rights_assistance_case) as cases,
        (select count(*)::int from message) as messages,
        (select count(*)::int from matter_act where on_day > '2026-11-25') as ahead`)
    expect(counts).toMatchObject({ wrongCounts: 0, messages: 0, ahead: 0 })
    for (const name of ['limits', 'documents', 'reports', 'cases']) expect(counts?.[name], name).toBeGreaterThan(5)
  })

  it('name nobody who complained: in no list, no document', async () => {
    const leaks = await rowsOf(`
      select m.id from matter m where m.matter_type = 'violation-report'
        and (m.applicant_label like '演示%' or m.title like '演示甲甲%' or m.tokens like '%13900%')`)
    expect(leaks).toEqual([])
  })

  it('are marked, one and all', async () => {
    for (const table of ['matter', 'matter_act', 'matter_limit', 'matter_document', 'matter_material', 'rating']) {
      expect(await rowsOf(`select 1 from ${table} where not demonstration limit 1`), table).toEqual([])
    }
  })

  it('give the reviewing experts records of their own', async () => {
    const linked = await rowsOf(`
      select a.login from account_entity e join account a on a.jurisdiction = e.jurisdiction and a.id = e.account_id
      where e.register = 'expert' order by a.login`)
    expect(linked.length).toBeGreaterThanOrEqual(3)
  })

  it('have experts who were drawn, by draws that anybody computes again', async () => {
    expect(await rowsOf(`select 1 from matter_review where draw_id is null limit 1`)).toEqual([])
    const draws = await rowsOf<{ id: string }>(
      `select d.id from draw d join matter m on m.jurisdiction = d.jurisdiction and m.id = d.subject_id where d.demonstration`,
    )
    expect(draws.length).toBeGreaterThan(3)
    for (const { id } of draws) {
      const shown = (await execute(platform, byId('draw.show'), asOffice, { drawId: id })) as DrawDetail
      expect(shown.result?.drawn.length, id).toBeGreaterThan(0)
      const asked = await rowsOf<{ id: string }>(
        `select expert_record as id from matter_review where draw_id = '${id}' order by 1`,
      )
      expect(asked.map((one) => one.id)).toEqual(shown.result?.drawn.map((one) => one.id).sort())
      // What `qx draw verify` does with the published file.
      const { inputs, commitment, inputsDigest, result } = shown
      const idsOf = (people: readonly { readonly id: string }[] = []) => people.map((one) => one.id)
      const drawn = { drawn: idsOf(result?.drawn), reserves: idsOf(result?.reserves) }
      const digest = createHash('sha256')
        .update(canonicalJson(inputs as unknown as Json))
        .digest('hex')
      const published = { seed: result?.seed ?? '', publicValue: result?.publicValue ?? '', result: drawn }
      expect(verifyDraw({ ...published, commitment, inputs, inputsDigest }, digest), id).toEqual([])
    }
  })

  it('have a queue in the hall, today and on the days before', async () => {
    const days = await rowsOf<{ day: string; n: number; waiting: number; numbers: number }>(`
      select day::text, count(*)::int as n, (count(*) filter (where status = 'waiting'))::int as waiting,
        count(distinct number)::int as numbers
      from queue_ticket where demonstration group by day order by day desc`)
    expect(days.length).toBe(9)
    expect(days[0]).toMatchObject({ day: '2026-11-25', waiting: 5 })
    for (const { n, numbers, waiting, day } of days) {
      expect(numbers, day).toBe(n)
      if (day !== '2026-11-25') expect(waiting, day).toBe(0)
    }
    expect(await rowsOf(`select 1 from queue_ticket where taken_at > '${platform.now().toISOString()}'`)).toEqual([])
    const taken = (await execute(platform, byId('ticket.take'), asOffice, { hall: 'service-hall' })) as {
      number: string
      id: string
    }
    expect(taken.number).toBe(`A${String((days[0]?.n ?? 0) + 1).padStart(3, '0')}`)
  })

  it('are told once', async () => {
    expect(await execute(platform, load, request, {})).toEqual({ matters: 0, acts: 0, ratings: 0, next: null })
  })

  it('go with the demonstration', async () => {
    await execute(platform, removeDemonstration, request, {})
    for (const table of [
      'matter',
      'matter_act',
      'matter_limit',
      'matter_document',
      'rating',
      'matter_review',
      'draw',
      'draw_result',
      'queue_ticket',
    ]) {
      expect(await rowsOf(`select 1 from ${table} where demonstration limit 1`), table).toEqual([])
    }
  })
})
