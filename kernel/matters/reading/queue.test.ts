import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../accounts/roles.ts'
import type { QueryContext } from '../../operations/context.ts'
import { execute, type Request } from '../../operations/execute.ts'
import { openTestKernel, type TestKernel } from '../../testing/test-kernel.ts'
import type { MatterRow } from '../matters.schemas.ts'
import { mattersWorkedOnBy } from '../sight.ts'
import { foundTo } from './found-matters.ts'
import { type InventedMatter, openQueueHouse, type QueueHouse, readerAs } from './queue.fixture.ts'
import { countMatterQueue, listMatterQueue } from './queue.operations.ts'
import { type MatterCounts, type MatterPage, type MatterView, matterViews } from './reading.schemas.ts'

const today = '2026-11-25'

const day = fc.constantFrom(null, '2026-11-20', '2026-11-24', '2026-11-25', '2026-11-26', '2026-12-10')
const account = fc.constantFrom(null, 'xia', 'yu', 'zhou')
const call = fc.record({
  kind: fc.constantFrom('countersign' as const, 'copy' as const),
  toUnit: fc.constantFrom(null, 'a' as const, 'b' as const),
  toAccount: account,
  answered: fc.boolean(),
})
const matters = fc.array(
  fc.record({
    unit: fc.constantFrom('a' as const, 'b' as const),
    handler: account,
    status: fc.constantFrom('open' as const, 'open' as const, 'suspended' as const, 'ended' as const),
    dueOn: day,
    warnOn: day,
    calls: fc.array(call, { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 24 },
)

describe('queues', () => {
  let kernel: TestKernel
  let house: QueueHouse
  beforeAll(async () => {
    kernel = await openTestKernel()
    house = await openQueueHouse(kernel)
  }, 120_000)
  afterAll(() => kernel.close())

  const held = (role: Role, unit?: 'a' | 'b') => ({ role, partyId: unit === undefined ? undefined : house.units[unit] })
  const readers = (): readonly { name: string; request: Request; units: readonly ('a' | 'b')[]; me: string }[] => [
    { name: 'officer of a', request: readerAs('xia', [held('caseOfficer', 'a')]), units: ['a'], me: 'xia' },
    { name: 'head of a', request: readerAs('yu', [held('unitHead', 'a')]), units: ['a'], me: 'yu' },
    { name: 'officer of b', request: readerAs('zhou', [held('caseOfficer', 'b')]), units: ['b'], me: 'zhou' },
    {
      ...{ name: 'officer of both', units: ['a', 'b'], me: 'xia' },
      request: readerAs('xia', [held('caseOfficer', 'a'), held('unitHead', 'b')]),
    },
    { name: 'office', request: readerAs('ban', [held('office')]), units: ['a', 'b'], me: 'ban' },
    { name: 'leader', request: readerAs('zhang', [held('leader')]), units: ['a', 'b'], me: 'zhang' },
  ]

  const ask = async (request: Request, input: object): Promise<MatterPage> =>
    (await execute(kernel, listMatterQueue, request, input)) as MatterPage

  /** All pages, each of a few rows. */
  const all = async (request: Request, input: object): Promise<{ rows: readonly MatterRow[]; count: number }> => {
    const rows: MatterRow[] = []
    const first = await ask(request, { ...input, limit: 5 })
    for (let page = first; ; ) {
      rows.push(...page.rows)
      if (page.next === null) return { rows, count: first.count ?? -1 }
      page = await ask(request, { ...input, limit: 5, after: page.next })
    }
  }
  const ids = (rows: readonly MatterRow[]) => rows.map(({ id }) => id).sort()

  /** What the page of the case would show. */
  const shown = (request: Request): Promise<ReadonlySet<string>> =>
    kernel.database.inJurisdiction(kernel.county.jurisdiction, 'read', async (tx) => {
      const context = { tx, jurisdiction: kernel.county.jurisdiction, actor: request.actor } as QueryContext
      const { rows } = await sql<{ id: string }>`select m.id from matter m where ${mattersWorkedOnBy(context)}`.execute(
        tx,
      )
      return new Set(rows.map(({ id }) => id))
    })

  it('share out every open case of a unit, show nothing that the case refuses, and agree with their counts', async () => {
    await fc.assert(
      fc.asyncProperty(matters, async (given) => {
        const invented: readonly InventedMatter[] = given.map((each, at) => ({
          ...each,
          id: `m${String(at).padStart(3, '0')}`,
        }))
        await house.fill(invented)
        for (const { request, units, me, name } of readers()) {
          const lists = new Map<MatterView, Awaited<ReturnType<typeof all>>>()
          for (const view of matterViews) lists.set(view, await all(request, { view }))
          const of = (view: MatterView) => ids(lists.get(view)?.rows ?? [])
          const visible = await shown(request)
          const ours = invented.filter(({ unit }) => units.includes(unit))
          const open = ours.filter(({ status }) => status !== 'ended')
          const expected = (some: readonly InventedMatter[]) => some.map(({ id }) => id).sort()

          // Every open case of the unit is in exactly one of the three.
          expect([...of('mine'), ...of('others'), ...of('untaken')].sort(), name).toEqual(expected(open))
          expect(of('unit'), name).toEqual(expected(open))
          expect(of('mine'), name).toEqual(expected(open.filter(({ handler }) => handler === me)))
          expect(of('untaken'), name).toEqual(expected(open.filter(({ handler }) => handler === null)))
          expect(of('ended'), name).toEqual(expected(ours.filter(({ status }) => status === 'ended')))
          expect(of('overdue'), name).toEqual(
            expected(open.filter(({ status, dueOn }) => status === 'open' && dueOn !== null && dueOn < today)),
          )
          expect(of('all'), name).toEqual([...visible].sort())

          for (const view of matterViews) {
            const { rows = [], count } = lists.get(view) ?? {}
            // No view shows what the page of the case refuses, nothing comes twice, and the count is that of the list.
            expect(
              rows.filter(({ id }) => !visible.has(id)),
              `${name} ${view}`,
            ).toEqual([])
            expect(new Set(ids(rows)).size, `${name} ${view}`).toBe(rows.length)
            expect(count, `${name} ${view}`).toBe(rows.length)
          }

          for (const view of ['unit', 'all', 'called', 'ended'] as const) {
            // A word that stands in all of them changes neither which, nor their order, nor their number.
            const found = await all(request, { view, text: '演示' })
            expect(
              found.rows.map(({ id }) => id),
              `${name} ${view}`,
            ).toEqual(lists.get(view)?.rows.map(({ id }) => id))
            expect(found.count, `${name} ${view}`).toBe(lists.get(view)?.count)
          }

          const lights = ['green', 'yellow', 'red', 'stopped', 'none'] as const
          const byLight = new Map<string, readonly MatterRow[]>()
          for (const light of lights) byLight.set(light, (await all(request, { view: 'unit', light })).rows)
          expect([...byLight.values()].flatMap(ids).sort(), name).toEqual(expected(open))
          for (const [light, rows] of byLight)
            expect(
              rows.every((row) => row.light === light),
              light,
            ).toBe(true)

          const counts = (await execute(kernel, countMatterQueue, request, {})) as MatterCounts
          for (const view of ['mine', 'others', 'untaken', 'unit', 'overdue', 'called', 'copied'] as const) {
            expect(counts[view], `${name} ${view}`).toEqual({ count: lists.get(view)?.rows.length, isExact: true })
          }
          expect(
            counts.types.reduce((sum, { count }) => sum + count, 0),
            name,
          ).toBe(open.length)
        }
      }),
      { numRuns: 12 },
    )
  }, 180_000)

  it('put what is due first in front, and what has no limit behind, page after page', async () => {
    const due = ['2026-12-01', null, '2026-11-20', '2026-11-20', null, '2026-11-30', null]
    await house.fill(
      due.map((dueOn, at) => ({
        ...{ id: `m${at}`, unit: 'a', handler: null, status: 'open', dueOn, warnOn: null, calls: [] },
      })),
    )
    const request = readerAs('xia', [held('caseOfficer', 'a')])
    const { rows } = await all(request, { view: 'unit' })
    expect(rows.map(({ id }) => id)).toEqual(['m2', 'm3', 'm5', 'm0', 'm1', 'm4', 'm6'])
    const latest = await all(request, { view: 'unit', sort: 'latest' })
    const times = latest.rows.map(({ lastActAt }) => lastActAt)
    expect(times).toEqual([...times].sort().reverse())
    expect(latest.rows).toHaveLength(7)
  })

  it('find by the number, its end, and words; a place of another order is none', async () => {
    await house.fill([
      { id: 'm0', unit: 'a', handler: null, status: 'open', dueOn: null, warnOn: null, calls: [] },
      { id: 'm1', unit: 'a', handler: null, status: 'open', dueOn: null, warnOn: null, calls: [] },
    ])
    const request = readerAs('xia', [held('caseOfficer', 'a')])
    expect(ids((await ask(request, { view: 'unit', text: '000001' })).rows)).toEqual(['m1'])
    expect((await ask(request, { view: 'unit', text: '？！' })).rows).toEqual([])
    const { next } = await ask(request, { view: 'unit', limit: 1 })
    await expect(ask(request, { view: 'unit', sort: 'latest', after: next ?? '' })).rejects.toMatchObject({
      code: 'queue.badCursor',
    })
    await expect(ask(request, { view: 'unit', after: 'eyJ9' })).rejects.toMatchObject({ code: 'queue.badCursor' })
    await expect(ask(request, { phase: 'received' })).rejects.toMatchObject({ code: 'queue.phaseWithoutType' })
    expect((await ask(request, { view: 'unit', type: 'reading-card', phase: 'received' })).count).toBe(2)
  })

  it('find words in one unit’s cases only, and say so when they stand in more than can be read at once', async () => {
    const invented = (at: number, unit: 'a' | 'b'): InventedMatter => ({
      ...{ id: `m${String(at).padStart(5, '0')}`, unit, handler: null, status: 'open', calls: [] },
      ...{ dueOn: at % 3 === 0 ? null : '2026-12-01', warnOn: null },
    })
    await house.fill(Array.from({ length: foundTo + 3 }, (_, at) => invented(at, at < 2 ? 'b' : 'a')))
    const office = readerAs('ban', [held('office')])
    expect(await ask(office, { view: 'all', text: '演示', unit: house.units.b })).toMatchObject({
      ...{ count: 2, countIsExact: true },
    })
    const first = await ask(office, { view: 'all', text: '演示', limit: 200 })
    expect(first).toMatchObject({ count: foundTo, countIsExact: false })
    const plain = await ask(office, { view: 'all', limit: 200 })
    expect(ids(first.rows)).toEqual(ids(plain.rows))
    const officer = readerAs('zhou', [held('caseOfficer', 'b')])
    expect((await ask(officer, { view: 'all', text: '演示' })).count).toBe(2)
    // the word of the unit is not to be typed
    expect((await ask(office, { view: 'all', text: `=${house.units.b}` })).rows).toEqual([])
  }, 60_000)

  it.each(['public', 'enterprise', 'expert', 'unitReporter', 'windowClerk', 'administrator'] as const)(
    'are not for %s',
    async (role) => {
      const unit = role === 'unitReporter' || role === 'windowClerk' ? 'a' : undefined
      await expect(ask(readerAs('xia', [held(role, unit)]), {})).rejects.toMatchObject({ code: 'operation.notAllowed' })
    },
  )
})
