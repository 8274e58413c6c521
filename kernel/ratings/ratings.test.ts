import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account, type Counter, openCounter, type Person, visitor } from '../matters/applying/applying.fixture.ts'
import type { BadRating, Rated, RatingFigures } from './ratings.schemas.ts'

let counter: Counter
let guest: Person
let head: Person
let first: Person
let second: Person

beforeAll(async () => {
  counter = await openCounter()
  guest = await visitor(counter, '13800000001')
  head = await account(counter, 'unitHead', '演示负责人', counter.unitId)
  first = await account(counter, 'office', '演示初核')
  second = await account(counter, 'office', '演示复核')
})
afterAll(() => counter.close())

let made = 0

/** An ended matter of the guest, as the acts of others would have left it. */
async function ended(type = 'reading-card', endedOn = '2026-11-20', who = guest): Promise<string> {
  made += 1
  const id = `matter-${made}`
  await counter.test.tamper(`
    insert into matter (jurisdiction, id, number, matter_type, version, area, title, snapshot, phases, status, outcome,
      unit_id, entrance, applicant_label, phone_blind, values, origins, act_count, revision, submitted_at, submitted_on,
      ended_at, ended_on, last_act_at, tokens)
    values ('yanshi', '${id}', 'YS-20261120-${String(made).padStart(6, '0')}', '${type}', 1, 'services', '演示', '{}',
      '{done}', 'ended', 'granted', '${counter.unitId}', 'visit', '演*', '${who.visit?.phoneBlind}', '{}', '{}', 3, 3,
      '2026-11-02T02:00:00Z', '2026-11-02', '${endedOn}T02:00:00Z', '${endedOn}', '${endedOn}T02:00:00Z', '')`)
  return id
}
const rate = (matterId: string, level: number, more = {}, who = guest) =>
  counter.call<Rated>('rating.rateMatter', { matterId, level, ...more }, who)
const bad = async (who: Person) => (await counter.call<{ ratings: BadRating[] }>('rating.bad', {}, who)).ratings
const newest = async (who: Person, words: string) => {
  const found = (await bad(who)).find((each) => each.words === words)
  if (found === undefined) throw new Error(`no bad rating “${words}”`)
  return found
}

describe('rating a matter (好差评)', () => {
  it('is done once, by whoever applied, when it has ended, and never by itself', async () => {
    const matterId = await ended()
    expect(await rate(matterId, 5, { dimensions: { efficiency: 4 }, words: '很快' })).toMatchObject({
      round: 1,
      contactBy: null,
    })
    await expect(rate(matterId, 1)).rejects.toMatchObject({ code: 'rating.already' })
    const stranger = await visitor(counter, '13800000009')
    await expect(rate(matterId, 1, {}, stranger)).rejects.toMatchObject({ code: 'matter.unknown' })
    await expect(rate(matterId, 1, {}, head)).rejects.toMatchObject({ code: 'matter.unknown' })
    const open = await ended()
    await counter.test.tamper(`update matter set status = 'open', ended_on = null where id = '${open}'`)
    await expect(rate(open, 5)).rejects.toMatchObject({ code: 'rating.notYet' })
    await expect(rate(await ended('reading-card', '2026-01-02'), 5)).rejects.toMatchObject({ code: 'rating.tooLate' })
    for (const level of [0, 6, 2.5]) {
      await expect(rate(await ended(), level)).rejects.toMatchObject({ code: 'operation.badInput' })
    }
    const { rows } = await counter.test.tamper('select count(*)::integer as n from rating')
    expect(rows[0]?.n).toBe(1)
  })

  it('is kept once when it is sent many times at the same moment', async () => {
    const matterId = await ended()
    const sent = await Promise.allSettled(Array.from({ length: 6 }, () => rate(matterId, 4)))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('comes back with a clock when it is bad, is settled by the unit, and can be rated once more', async () => {
    const matterId = await ended()
    const rated = await rate(matterId, 2, { words: '等了很久' })
    expect(rated).toEqual({ level: 2, round: 1, contactBy: '2026-11-26', rectifyBy: '2026-12-16' })
    const seen = await newest(head, '等了很久')
    expect(seen).toMatchObject({ status: 'open', light: 'green', month: '2026-11', unit: { id: counter.unitId } })
    await counter.call('rating.contact', { ratingId: seen.id, words: '向您致歉' }, head)
    const settled = await counter.call<BadRating>(
      'rating.rectification',
      { ratingId: seen.id, words: '已加派人手' },
      head,
    )
    expect(settled).toMatchObject({ status: 'rectified', answer: '已加派人手', light: 'done' })
    expect(settled.acts.map(({ act }) => act)).toEqual(['contact', 'rectify'])
    await expect(
      counter.call('rating.rectification', { ratingId: seen.id, words: '再来' }, head),
    ).rejects.toMatchObject({ code: 'rating.notNow' })
    expect(await rate(matterId, 5)).toMatchObject({ round: 2 })
    await expect(rate(matterId, 5)).rejects.toMatchObject({ code: 'rating.already' })
  })

  it('is not asked for another unit’s, nor by those who may not', async () => {
    await rate(await ended(), 1, { words: '别的单位看不到' })
    const seen = await newest(head, '别的单位看不到')
    const other = await account(counter, 'unitHead', '别的负责人', 'other-unit')
    expect(await bad(other)).toEqual([])
    await expect(counter.call('rating.contact', { ratingId: seen.id, words: 'x' }, other)).rejects.toMatchObject({
      code: 'rating.unknown',
    })
    await expect(counter.call('rating.bad', {}, guest)).rejects.toMatchObject({ code: 'operation.signInNeeded' })
  })
})

describe('nobody who is rated learns who rated', () => {
  it('from no field of a bad rating, nor from the journal or what was announced', async () => {
    const matterId = await ended('long-form')
    await rate(matterId, 1, { words: '<script>alert(1)</script>' })
    const seen = await newest(head, '<script>alert(1)</script>')
    const { rows } = await counter.test.tamper(
      `select number, phone_blind, applicant_label from matter where id = '${matterId}'`,
    )
    const secrets = [matterId, ...Object.values(rows[0] ?? {}).map(String), guest.visit?.id ?? '']
    const journal = await counter.test.tamper(`select * from journal where subject_kind = 'rating'`)
    const outbox = await counter.test.tamper(`select * from outbox where topic = 'rating.bad'`)
    for (const text of [JSON.stringify(seen), JSON.stringify(journal.rows), JSON.stringify(outbox.rows)]) {
      for (const secret of secrets) expect(text).not.toContain(secret)
    }
    expect(new Set(journal.rows.map((row) => row.actor_label))).toContain('公众')
  })

  it('not even the kind of matter, while fewer than five could have said it', async () => {
    expect((await newest(head, '<script>alert(1)</script>')).typeLabel).toBeNull()
    // Five matters of one person are one who could have said it; those that ended later could not.
    for (let at = 0; at < 4; at += 1) await ended('long-form')
    for (const phone of ['1', '2', '3', '4'])
      await ended('long-form', '2026-11-26', await visitor(counter, `1380000010${phone}`))
    expect((await newest(head, '<script>alert(1)</script>')).typeLabel).toBeNull()
    for (const phone of ['1', '2', '3', '4'])
      await ended('long-form', '2026-11-20', await visitor(counter, `1380000010${phone}`))
    expect((await newest(head, '<script>alert(1)</script>')).typeLabel).toBe('三百项的表（演示）')
  })
})

describe('an appeal (申诉)', () => {
  it('leaves a rating out only when two different people found it unfounded, and the journal says so', async () => {
    await rate(await ended(), 1, { words: '恶意的' })
    const { id: ratingId } = await newest(head, '恶意的')
    await counter.call('rating.appeal', { ratingId, words: '与事实不符' }, head)
    const check = (who: Person, unfounded = true) =>
      counter.call<BadRating>('rating.check', { ratingId, unfounded, words: '核实' }, who)
    await expect(check(head)).rejects.toMatchObject({ code: 'rating.partial' })
    expect((await check(first)).status).toBe('appealed')
    await expect(check(first)).rejects.toMatchObject({ code: 'rating.samePerson' })
    expect((await check(second)).status).toBe('excluded')
    await expect(check(second)).rejects.toMatchObject({ code: 'rating.notNow' })
    const { rows } = await counter.test.tamper(
      `select actor_label, after from journal where subject_id = '${ratingId}' and command = 'rating.check' order by sequence`,
    )
    expect(rows.map((row) => row.actor_label)).toEqual(['演示初核', '演示复核'])
  })

  it('ends when one finds it founded, and is not made a second time or too late', async () => {
    await rate(await ended(), 2, { words: '属实的' })
    const { id: ratingId } = await newest(head, '属实的')
    await counter.call('rating.appeal', { ratingId, words: '不服' }, head)
    const rejected = await counter.call<BadRating>('rating.check', { ratingId, unfounded: false, words: '属实' }, first)
    expect(rejected).toMatchObject({ status: 'open', may: { appeal: false } })
    await expect(counter.call('rating.appeal', { ratingId, words: '再' }, head)).rejects.toMatchObject({
      code: 'rating.notNow',
    })
    await rate(await ended(), 2, { words: '晚了的' })
    const late = await newest(head, '晚了的')
    const now = counter.now()
    counter.setNow(new Date('2026-12-20T02:00:00Z'))
    await expect(counter.call('rating.appeal', { ratingId: late.id, words: '不服' }, head)).rejects.toMatchObject({
      code: 'rating.appealOver',
    })
    expect((await newest(head, '晚了的')).light).toBe('red')
    counter.setNow(now)
  })
})

describe('published figures (评价公开)', () => {
  const figures = (asked = {}) => counter.call<RatingFigures>('rating.figures', asked)
  const on = (day: string) => counter.setNow(new Date(`${day}T02:00:00Z`))
  const rateOn = async (day: string, levels: readonly number[], type = 'reading-card') => {
    on(day)
    for (const level of levels) await rate(await ended(type, day), level, { dimensions: { efficiency: level } })
    on('2027-03-02')
  }

  it('are of months that are over: two answers of one month never differ by who rated in between', async () => {
    const before = await figures()
    expect(before).toMatchObject({ to: '2026-10-31', total: { count: 0, goodRate: null } })
    await rate(await ended(), 1, { words: '这个月的' })
    expect(await figures()).toEqual(before)
    expect(await figures({ to: '2026-11-30' })).toMatchObject({ to: '2026-10-31' })
  })

  it('show counts, and nothing else of few, nor how many of them were bad', async () => {
    on('2026-12-02')
    const few = await figures({ type: 'long-form' })
    expect(few.total).toEqual({ count: 1, good: null, goodRate: null, byLevel: null, average: null })
    expect(few).toMatchObject({ badDue: null, rectified: null, rectificationRate: null })
    await rateOn('2026-12-10', [5, 5, 4, 3], 'long-form')
    const after = await figures({ from: '2026-11-01', to: '2026-12-31', type: 'long-form' })
    expect(after).toMatchObject({ from: '2026-11-01', to: '2026-12-31', dimensions: [], rows: [] })
    expect(after.total).toMatchObject({ count: 5, good: 4, goodRate: 80, byLevel: [1, 0, 1, 1, 2], average: 3.6 })
  })

  it('of few in a month stand together with those of the months before or after, whichever are asked', async () => {
    const one = await figures({ from: '2026-11-01', to: '2026-11-30', type: 'long-form' })
    const both = await figures({ from: '2026-12-01', to: '2026-12-31', type: 'long-form' })
    expect(both).toEqual(one)
    expect(one).toMatchObject({ from: '2026-11-01', to: '2026-12-31', total: { count: 5 } })
    await rateOn('2027-01-10', [1, 5], 'long-form')
    const nextYear = { from: '2027-01-01', to: '2027-01-31' }
    expect((await figures({ ...nextYear, type: 'long-form' })).total).toMatchObject({ count: 2, goodRate: null })
    // Of the whole, December waited for these two; of the kind they wait for more, and no longer span has them.
    expect(await figures(nextYear)).toMatchObject({ from: '2026-12-01', to: '2027-01-31', total: { count: 6 } })
    expect(await figures({ from: '2026-11-01', to: '2027-01-31', type: 'long-form' })).toEqual(one)
  })

  it('are not shown of one kind where the rest of the whole would be few, nor by kind and unit at once', async () => {
    await rateOn('2027-02-10', [5, 5, 5, 5, 5, 4], 'long-form')
    await rateOn('2027-02-11', [1], 'reading-card')
    const february = { from: '2027-01-01', to: '2027-02-28' }
    expect((await figures(february)).total).toMatchObject({ count: 13 })
    expect((await figures({ ...february, type: 'long-form' })).total).toMatchObject({ count: 8, goodRate: null })
    const byType = (await figures(february)).rows.filter(({ by }) => by === 'type')
    expect(byType.map(({ id, count, goodRate }) => [id, count, goodRate])).toEqual([
      ['long-form', 12, null],
      ['reading-card', 1, null],
    ])
    const crossed = await figures({ from: '2026-11-01', to: '2026-12-31', type: 'long-form', unit: counter.unitId })
    expect(crossed.total).toMatchObject({ count: 5, goodRate: null, byLevel: null })
  })

  it('show a side of the service where enough answered it in every block', async () => {
    expect((await figures({ from: '2027-01-01' })).dimensions).toEqual([
      { dimension: 'efficiency', count: 13, average: 4.08 },
    ])
    expect((await figures({ from: '2026-11-01', to: '2026-11-30' })).dimensions).toEqual([
      { dimension: 'efficiency', count: 1, average: null },
    ])
  })

  it('leave out what was excluded, and say how many of the bad ones were put right', async () => {
    const all = await figures({ from: '2026-11-17', to: '2026-11-18' })
    expect(all).toMatchObject({ from: '2026-11-01', to: '2026-11-30', excluded: 1, rectified: 1 })
    const { rows } = await counter.test.tamper(
      `select count(*)::integer as n from rating where round = 1 and status <> 'excluded' and on_day < '2026-12-01'`,
    )
    expect(all.total.count).toBe(rows[0]?.n)
  })
})
