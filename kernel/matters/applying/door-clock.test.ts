import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftView } from '../matters.schemas.ts'
import { type Counter, openCounter, type Person, visitor } from './applying.fixture.ts'

let counter: Counter
let guest: Person
beforeAll(async () => {
  counter = await openCounter()
  guest = await visitor(counter, '13800000001')
})
afterAll(() => counter.close())

const step = () => counter.call<Record<string, number>>('door.step', {}, { role: 'administrator' })
const told = async (topic: string) =>
  (
    await counter.test.tamper(`select payload ->> 'title' as title from outbox where topic = '${topic}' order by id`)
  ).rows.map(({ title }) => title)

describe('what the doors do by themselves', () => {
  it('forgets drafts whose time is over, with their files, and keeps the others', async () => {
    const old = await counter.call<DraftView>('draft.begin', { type: 'reading-card' }, guest)
    await counter.give('draft.addMaterial', { draftId: old.id, material: 'photo' }, guest)
    counter.setNow(new Date('2026-12-20T02:00:00Z'))
    const young = await counter.call<DraftView>('draft.begin', { type: 'reading-card' }, guest)
    counter.setNow(new Date('2026-12-28T02:00:00Z'))
    expect(await step()).toMatchObject({ drafts: 1 })
    expect(await step()).toEqual({ drafts: 0, visits: 0, materials: 0, ratings: 0, throttles: 0 })
    const { rows } = await counter.test.tamper('select id from matter_draft')
    expect(rows).toEqual([{ id: young.id }])
    const left = await counter.test.tamper(
      'select (select count(*) from evidence)::integer + (select count(*) from evidence_blob)::integer as n',
    )
    expect(left.rows[0]?.n).toBe(0)
    counter.setNow(new Date('2026-11-25T02:00:00Z'))
  })

  it('reminds of a promised material before its day and after it, each once, also when the job was dead for days', async () => {
    const draft = await counter.call<DraftView>('draft.begin', { type: 'reading-card' }, guest)
    await counter.call(
      'draft.save',
      { draftId: draft.id, revision: 1, values: { applicant: '演示甲', kind: 'novel' } },
      guest,
    )
    await counter.call('draft.confirmPrefilled', { draftId: draft.id, fields: ['phone'] }, guest)
    await counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, guest)
    const later = [{ material: 'letter', laterBy: '2026-12-04' }]
    await counter.call('draft.submit', { draftId: draft.id, agreed: true, later }, guest)
    expect(await step()).toMatchObject({ materials: 0 })
    counter.setNow(new Date('2026-12-02T02:00:00Z'))
    expect(await step()).toMatchObject({ materials: 1 })
    expect(await step()).toMatchObject({ materials: 0 })
    counter.setNow(new Date('2026-12-08T02:00:00Z'))
    expect(await step()).toMatchObject({ materials: 1 })
    expect(await step()).toMatchObject({ materials: 0 })
    expect(await told('matter.laterMaterial')).toEqual(['容缺材料将到期：介绍信', '容缺材料到期未交：介绍信'])
  })

  it('tells once that a bad rating is late, to be contacted and to be put right', async () => {
    await counter.test.tamper(`
      insert into rating (jurisdiction, id, round, unit_id, channel, level, dimensions, at, on_day, status, contact_by, rectify_by)
      values ('yanshi', 'late', 1, '${counter.unitId}', 'web', 1, '{}', now(), '2026-11-20', 'open', '2026-11-23', '2026-12-11')`)
    counter.setNow(new Date('2026-11-25T02:00:00Z'))
    expect(await step()).toMatchObject({ ratings: 1 })
    counter.setNow(new Date('2026-12-15T02:00:00Z'))
    expect(await step()).toMatchObject({ ratings: 1 })
    expect(await step()).toMatchObject({ ratings: 0, throttles: 0 })
    expect(await told('rating.overdue')).toEqual(['差评超期未联系', '差评超期未整改'])
  })
})
