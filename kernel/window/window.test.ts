import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account, type Counter, openCounter, type Person, visitor } from '../matters/applying/applying.fixture.ts'
import type { DraftChanges, SavedDraft, Submitted } from '../matters/applying/applying.schemas.ts'
import type { DraftView } from '../matters/matters.schemas.ts'
import { execute } from '../operations/execute.ts'
import { leaveTwinScreen, pairTwinScreen } from './twin.operations.ts'
import { findTwin } from './twin.ts'
import type {
  OwnTicket,
  Reception,
  TicketBoard,
  TicketRow,
  TicketTaken,
  TwinCode,
  TwinPaired,
  WindowMatter,
  WindowParties,
} from './window.schemas.ts'

let counter: Counter
let clerk: Person
let colleague: Person

beforeAll(async () => {
  counter = await openCounter()
  clerk = await account(counter, 'windowClerk', '演示窗口甲', counter.unitId)
  colleague = await account(counter, 'windowClerk', '演示窗口乙', counter.unitId)
})
afterAll(() => counter.close())

const receive = (input: object, who = clerk) =>
  counter.call<Reception>('window.receive', { types: ['reading-card'], ...input }, who)
const show = (draftId: string, who = clerk) => counter.call<DraftView>('draft.show', { draftId }, who)
const firstOf = ({ drafts }: Reception) => {
  const [draft] = drafts
  if (draft === undefined) throw new Error('a reception has a draft')
  return draft
}

describe('finding who comes', () => {
  it('finds a firm by its name, and whoever has a number by its blind index', async () => {
    const id = await counter.addReader({
      name: '演示茶社',
      kind: 'firm',
      code: 'R-77',
      phone: '051077770000',
      idNumber: '320282199001011234',
    })
    const byName = await counter.call<WindowParties>('window.findByName', { q: '演示茶社' }, clerk)
    expect(byName.parties).toEqual([
      { kind: 'entity', recordId: id, label: '演示茶社', code: 'R-77', phoneMasked: null, matters: 0, latest: null },
    ])
    for (const number of [{ phone: '0510 7777 0000' }, { idNumber: '320282199001011234' }]) {
      const found = await counter.call<WindowParties>('window.findByNumber', number, clerk)
      expect(found.parties.map(({ recordId }) => recordId)).toEqual([id])
      expect(JSON.stringify(found)).not.toContain('051077770000')
    }
  })

  it('keeps telephone and identity numbers out of addresses', async () => {
    for (const q of ['13800001234', '138 0000 1234', '32028219900101123X']) {
      await expect(counter.call('window.findByName', { q }, clerk)).rejects.toMatchObject({
        code: 'window.personalInSearch',
      })
    }
    await expect(counter.call('window.findByNumber', {}, clerk)).rejects.toMatchObject({ code: 'window.notANumber' })
  })

  it('is for clerks only', async () => {
    const guest = await visitor(counter, '13800000001')
    await expect(counter.call('window.findByName', { q: '演示' }, guest)).rejects.toMatchObject({
      code: 'operation.signInNeeded',
    })
  })
})

describe('receiving at the window (综合收件)', () => {
  it('begins several services at once, filled with what was said once, and accepts with what is missing', async () => {
    const reception = await receive({ types: ['reading-card', 'long-form'], name: '演示王某', phone: '138 0000 7777' })
    expect(reception.drafts.map(({ type, party }) => [type, party])).toEqual([
      ['reading-card', '演***'],
      ['long-form', '演***'],
    ])
    const draft = await show(firstOf(reception).id)
    expect(draft.values).toMatchObject({ applicant: '演示王某', phone: '13800007777' })
    await counter.call(
      'draft.save',
      { draftId: draft.id, revision: draft.revision, values: { kind: 'atlas', scale: '1:500' } },
      clerk,
    )
    await counter.call('draft.confirmPrefilled', { draftId: draft.id, fields: ['applicant', 'phone'] }, clerk)
    await counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, clerk)
    const submit = (later: object[]) =>
      counter.call<Submitted>('draft.submit', { draftId: draft.id, agreed: true, later }, clerk)
    await expect(submit([])).rejects.toMatchObject({
      code: 'matter.materialsMissing',
      problems: [{ path: '/materials/map' }],
    })
    const { matterId, receiptDocumentId } = await submit([{ material: 'map', laterBy: '2026-12-01' }])
    expect(receiptDocumentId).not.toBeNull()
    const { rows } = await counter.test.tamper(
      `select entrance, applicant_label, (select json_agg(material || ' ' || status || ' ' || origin order by material)
        from matter_material where matter_id = m.id) as materials from matter m where id = '${matterId}'`,
    )
    expect(rows[0]).toEqual({
      entrance: 'window',
      applicant_label: '演***',
      materials: ['letter later applicant', 'map later applicant', 'photo given window'],
    })
    const person = await visitor(counter, '13800007777')
    const own = await counter.call<{ matters: { id: string }[] }>('ownMatter.list', {}, person)
    expect(own.matters.map(({ id }) => id)).toEqual([matterId])
    const found = await counter.call<WindowParties>('window.findByNumber', { phone: '13800007777' }, clerk)
    expect(found.parties).toMatchObject([{ kind: 'person', label: '演***', phoneMasked: '138****7777', matters: 1 }])
    // Whoever stands in no register is chosen by what they filed before: their name is not asked for again.
    const number = found.parties[0]?.latest?.number
    const again = await receive({ earlier: number, phone: '138 0000 7777' })
    expect(again.drafts.map(({ party }) => party)).toEqual(['演***'])
    expect((await show(firstOf(again).id)).values).toMatchObject({ applicant: '演示王某', phone: '13800007777' })
    await expect(receive({ earlier: number, phone: '13800007778' })).rejects.toMatchObject({
      code: 'window.notThisPerson',
    })
    // What was promised for later is scanned at the window when they bring it.
    const given = await counter.give<WindowMatter>(
      'window.giveMaterial',
      { matterId, material: 'map' },
      clerk,
      '图.png',
    )
    expect(given.materials.find(({ material }) => material === 'map')).toMatchObject({
      ...{ status: 'given', origin: 'window', byLabel: '演示窗口甲' },
    })
    await expect(
      counter.give(
        'window.giveMaterial',
        { matterId, material: 'map' },
        await account(counter, 'windowClerk', '演示窗口丙', 'x'),
      ),
    ).rejects.toMatchObject({ code: 'matter.unknown' })
  })

  it('asks who comes, and keeps the forms of one clerk from another', async () => {
    await expect(receive({})).rejects.toMatchObject({ code: 'window.whoComes' })
    await expect(receive({ recordId: 'no-such-record' })).rejects.toMatchObject({ code: 'register.recordUnknown' })
    await expect(receive({ name: '演示', phone: '12' })).rejects.toMatchObject({ code: 'visit.badPhone' })
    const { id } = firstOf(await receive({ name: '演示李某' }))
    await expect(show(id, colleague)).rejects.toMatchObject({ code: 'draft.unknown' })
  })
})

describe('the applicant’s own screen (副屏)', () => {
  const pair = async (code: string) =>
    (await execute(counter, pairTwinScreen, { actor: publicScreen, requestId: 'test', language: 'zh' }, { code })) as {
      token: string
      paired: TwinPaired
    }
  const publicScreen = {
    accountId: undefined,
    sessionId: undefined,
    label: '公众',
    roles: [],
    via: 'web',
    address: '10.0.0.8',
  } as const
  const screenOf = async (token: string): Promise<Person> => {
    const twin = await findTwin(counter.database, 'yanshi', token, counter.now())
    return twin === undefined ? {} : { twin }
  }
  const paired = async () => {
    const { id } = firstOf(await receive({ name: '演示赵某' }))
    const shown = await counter.call<TwinCode>('twin.show', { draftId: id }, clerk)
    const { token } = await pair(shown.code)
    return { id, code: shown.code, token, screen: await screenOf(token) }
  }

  it('shows what the clerk types and the other way round, and keeps who typed what', async () => {
    const { id, screen } = await paired()
    const { revision } = await show(id)
    const changes = (since: number) => counter.call<DraftChanges>('twin.draft', { since }, screen)
    expect(await changes(revision)).toEqual({ revision, draft: null })
    const began = performance.now()
    await counter.call('draft.save', { draftId: id, revision, values: { kind: 'novel' } }, clerk)
    const seen = await changes(revision)
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(seen.draft?.values['kind']).toBe('novel')
    const typed = await counter.call<SavedDraft>('twin.save', { revision, values: { address: '演示路 2 号' } }, screen)
    expect(typed.overtaken).toEqual([])
    const both = await show(id)
    expect(both.values).toMatchObject({ kind: 'novel', address: '演示路 2 号' })
    expect([both.entries['kind']?.by, both.entries['address']?.by]).toEqual(['clerk', 'applicant'])
    expect(both.twin).toMatchObject({ isPaired: true })
  })

  it('keeps both when both type at the same moment, and tells who was overtaken', async () => {
    const { id, screen } = await paired()
    const { revision } = await show(id)
    const [byClerk, byApplicant] = await Promise.all([
      counter.call<SavedDraft>(
        'draft.save',
        { draftId: id, revision, values: { kind: 'novel', address: '窗口填的' } },
        clerk,
      ),
      counter.call<SavedDraft>(
        'twin.save',
        { revision, values: { organisation: '演示社', address: '本人填的' } },
        screen,
      ),
    ])
    const after = await show(id)
    expect(after.values).toMatchObject({ kind: 'novel', organisation: '演示社' })
    const told = [...byClerk.overtaken, ...byApplicant.overtaken]
    expect(told).toHaveLength(1)
    expect([after.values['address'], told[0]?.was].sort()).toEqual(['本人填的', '窗口填的'].sort())
  })

  it('joins by a code that is good once and for ten minutes', async () => {
    const { code } = await paired()
    await expect(pair(code)).rejects.toMatchObject({ code: 'window.twinCodeWrong' })
    await expect(pair('2222-2222')).rejects.toMatchObject({ code: 'window.twinCodeWrong' })
    const { id } = firstOf(await receive({ name: '演示钱某' }))
    const late = await counter.call<TwinCode>('twin.show', { draftId: id }, clerk)
    const now = counter.now()
    counter.setNow(new Date(now.getTime() + 11 * 60_000))
    await expect(pair(late.code)).rejects.toMatchObject({ code: 'window.twinCodeWrong' })
    counter.setNow(now)
  })

  it('opens one form only: neither another, nor what is done with it elsewhere', async () => {
    const { screen, id, token } = await paired()
    for (const [operation, input] of [
      ['draft.show', { draftId: id }],
      ['draft.submit', { draftId: id, agreed: true }],
      ['draft.delete', { draftId: id }],
    ] as const) {
      await expect(counter.call(operation, input, screen)).rejects.toMatchObject({ code: 'draft.unknown' })
    }
    await expect(counter.call('twin.draft', {}, {})).rejects.toMatchObject({ code: 'window.notPaired' })
    await counter.give('twin.addMaterial', { material: 'photo' }, screen, '手机照片.jpg')
    expect((await show(id)).given).toMatchObject([{ fileName: '手机照片.jpg', origin: 'applicant' }])
    await counter.call('twin.end', { draftId: id }, clerk)
    expect(await screenOf(token)).toEqual({})
    const again = await paired()
    await execute(
      counter,
      leaveTwinScreen,
      { actor: { ...publicScreen, ...again.screen }, requestId: 't', language: 'zh' },
      {},
    )
    expect(await screenOf(again.token)).toEqual({})
  })
})

describe('tickets (取号、叫号)', () => {
  const take = (input: object = {}) => counter.call<TicketTaken>('ticket.take', { hall: 'hall', ...input })
  const call = async (desk = '1号窗口', who = clerk) =>
    (await counter.call<{ ticket: TicketRow | null }>('ticket.call', { hall: 'hall', desk }, who)).ticket
  const place = (ticket: TicketTaken) =>
    counter.call<OwnTicket>('ticket.place', { ticketId: ticket.id, code: ticket.code })
  const board = () => counter.call<TicketBoard>('ticket.board', { hall: 'hall' })
  const move = (step: string, id: string, who = clerk) =>
    counter.call<TicketRow>(`ticket.${step}`, { ticketId: id }, who)

  it('goes from taking to rating, one desk at a time', async () => {
    const [one, two] = [await take({ types: ['reading-card', 'no-such'] }), await take({ phone: '13800000003' })]
    expect([one.number, two.number]).toEqual(['A001', 'A002'])
    expect((await place(two)).ahead).toBe(1)
    const called = await call()
    expect(called).toMatchObject({ id: one.id, desk: '1号窗口', isMine: true, types: [{ id: 'reading-card' }] })
    await expect(move('start', one.id, colleague)).rejects.toMatchObject({ code: 'ticket.otherDesk' })
    await expect(move('end', one.id)).rejects.toMatchObject({ code: 'ticket.notNow' })
    await move('start', one.id)
    expect((await board()).called).toMatchObject([{ number: 'A001', desk: '1号窗口', isServing: true }])
    expect((await place(one)).mayRate).toBe(false)
    await expect(
      counter.call('rating.rateTicket', { ticketId: one.id, code: one.code, level: 5 }),
    ).rejects.toMatchObject({
      code: 'rating.notYet',
    })
    await move('end', one.id)
    expect((await place(one)).mayRate).toBe(true)
    await expect(
      counter.call('rating.rateTicket', { ticketId: one.id, code: 'forged', level: 1 }),
    ).rejects.toMatchObject({
      code: 'ticket.unknown',
    })
    await counter.call('rating.rateTicket', { ticketId: one.id, code: one.code, level: 4 })
    await expect(
      counter.call('rating.rateTicket', { ticketId: one.id, code: one.code, level: 1 }),
    ).rejects.toMatchObject({
      code: 'rating.already',
    })
    await call()
    expect(await move('miss', two.id)).toMatchObject({ status: 'missed' })
    expect(await call()).toBeNull()
  })

  it('gives two desks that call at once two people, and two who take at once two numbers', async () => {
    const taken = await Promise.all(Array.from({ length: 6 }, () => take()))
    expect(new Set(taken.map(({ number }) => number)).size).toBe(6)
    const called = await Promise.all([call('1号窗口', clerk), call('2号窗口', colleague)])
    expect(new Set(called.map((ticket) => ticket?.id)).size).toBe(2)
    await expect(call('9号窗口')).rejects.toMatchObject({ code: 'ticket.deskUnknown' })
    for (let left = await call(); left !== null; left = await call()) await move('miss', left.id)
  })

  it('calls a booking when its time has come, before those who took a number', async () => {
    const day = '2026-11-25'
    await expect(take({ time: '11:00' })).rejects.toMatchObject({ code: 'ticket.phoneNeeded' })
    await expect(take({ time: '09:00', phone: '13800000021' })).rejects.toMatchObject({ code: 'ticket.badTime' })
    await expect(take({ time: '09:00', day: '2027-06-01', phone: '13800000021' })).rejects.toMatchObject({
      code: 'ticket.badTime',
    })
    const booked = await take({ time: '11:00', day, phone: '13800000021' })
    const walkIn = await take()
    expect((await call())?.id).toBe(walkIn.id)
    await take()
    counter.setNow(new Date('2026-11-25T03:05:00Z'))
    expect((await call())?.id).toBe(booked.id)
    counter.setNow(new Date('2026-11-25T02:00:00Z'))
  })

  it('is full for a half hour, and does not give one number every ticket', async () => {
    for (let at = 0; at < 4; at += 1) await take({ day: '2026-11-26', time: `10:0${at}`, phone: `1380000010${at}` })
    await expect(take({ day: '2026-11-26', time: '10:29', phone: '13800000109' })).rejects.toMatchObject({
      code: 'ticket.full',
    })
    await take({ day: '2026-11-26', time: '10:30', phone: '13800000109' })
    for (let at = 0; at < 2; at += 1) await take({ phone: '13800000200' })
    await expect(take({ phone: '138 0000 0200' })).rejects.toMatchObject({ code: 'ticket.tooMany' })
  })

  it('is not taken thirty-one times an hour from one address, except in the hall', async () => {
    const from = (address: string) => counter.call<TicketTaken>('ticket.take', { hall: 'hall' }, { address })
    for (let at = 0; at < 30; at += 1) await from('10.7.0.1')
    await expect(from('10.7.0.1')).rejects.toMatchObject({ code: 'ticket.tooManyFromAddress' })
    await from('10.7.0.2')
    for (let at = 0; at < 31; at += 1)
      await counter.call('ticket.take', { hall: 'hall' }, { ...clerk, address: '10.7.0.3' })
  })

  it('is given back by whoever holds it, and shows nothing of people on the board', async () => {
    const ticket = await take({ phone: '13800000300' })
    await expect(counter.call('ticket.cancel', { ticketId: ticket.id, code: 'forged' })).rejects.toMatchObject({
      code: 'ticket.unknown',
    })
    expect(await counter.call('ticket.cancel', { ticketId: ticket.id, code: ticket.code })).toMatchObject({
      status: 'cancelled',
    })
    const shown = JSON.stringify(await board())
    expect(shown).not.toMatch(/138|\*\*\*\*/)
    const { tickets } = await counter.call<{ tickets: TicketRow[] }>('ticket.list', { hall: 'hall' }, clerk)
    expect(JSON.stringify(tickets)).not.toContain(ticket.code)
    expect(JSON.stringify(tickets)).toContain('138****0300')
    await expect(take({ hall: 'no-such-hall' })).rejects.toMatchObject({ code: 'ticket.hallUnknown' })
  })
})
