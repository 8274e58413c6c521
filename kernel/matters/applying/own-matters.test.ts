import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicActor } from '../../accounts/actor.ts'
import { showEvidence } from '../../evidence/evidence.operations.ts'
import { execute } from '../../operations/execute.ts'
import type { DraftView, MatterStatus } from '../matters.schemas.ts'
import { matterOperations } from '../operations/matter.operations.ts'
import { account, type Counter, openCounter, type Person, visitor } from './applying.fixture.ts'
import type { OwnMatterRow, Submitted } from './applying.schemas.ts'

let counter: Counter
let guest: Person
let other: Person
let officer: Person

beforeAll(async () => {
  counter = await openCounter()
  guest = await visitor(counter, '13800000001')
  other = await visitor(counter, '13800000002')
  officer = await account(counter, 'caseOfficer', '演示承办', counter.unitId)
})
afterAll(() => counter.close())

async function file(who: Person = guest): Promise<Submitted> {
  const draft = await counter.call<DraftView>('draft.begin', { type: 'reading-card' }, who)
  const values = { applicant: '演示甲', kind: 'novel', ...(who.visit?.isAnonymous ? { phone: '13800000009' } : {}) }
  const saved = await counter.call<{ draft: DraftView }>('draft.save', { draftId: draft.id, revision: 1, values }, who)
  await counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, who, '演示甲的照片.png')
  const open = Object.entries(saved.draft.entries).flatMap(([name, { confirmed }]) => (confirmed ? [] : [name]))
  if (open.length > 0) await counter.call('draft.confirmPrefilled', { draftId: draft.id, fields: open }, who)
  return counter.call<Submitted>('draft.submit', { draftId: draft.id, agreed: true }, who)
}
const status = (matterId: string, who: Person = guest) =>
  counter.call<MatterStatus>('ownMatter.show', { matterId }, who)
const find = (input: object) => counter.call<MatterStatus>('ownMatter.find', { number: '', ...input })
const officerDoes = (matterId: string, act: string, revision: number, input = {}) => {
  const operation = matterOperations(counter.matters).find(({ id }) => id === 'matter.act')
  if (operation === undefined) throw new Error('there is an operation to act')
  const actor = { ...publicActor('10.0.0.1'), ...officer }
  return execute(counter, operation, { actor, requestId: 't', language: 'zh' }, { matterId, act, revision, input })
}
const codeOf = ({ statusPath }: Submitted) => new URLSearchParams(statusPath.split('?')[1]).get('code') ?? ''

describe('following one’s own matter (我的办件)', () => {
  it('says where it is, who has it and what comes next, to whoever applied and nobody else', async () => {
    const { matterId } = await file()
    const mine = await counter.call<{ matters: OwnMatterRow[] }>('ownMatter.list', { status: 'open' }, guest)
    expect(mine.matters).toContainEqual(
      expect.objectContaining({ id: matterId, now: '已收到，正在核对。', mayRate: false }),
    )
    const shown = await status(matterId)
    expect(shown).toMatchObject({ unit: '云亭镇', phone: '0510-00000000', turn: 'unit', now: '已收到，正在核对。' })
    expect(shown.steps.map(({ label, state }) => [label, state])).toEqual([
      ['提交', 'done'],
      ['待受理', 'now'],
      ['办理中', 'ahead'],
      ['已办结', 'ahead'],
    ])
    expect(shown.missing).toEqual([{ material: 'letter', label: '介绍信', laterBy: '2026-12-09' }])
    for (const who of [other, {}, officer]) {
      await expect(status(matterId, who)).rejects.toMatchObject({ code: 'matter.unknown' })
    }
  })

  it('lets whoever applied supplement what is asked for, and nothing else of another’s', async () => {
    const { matterId } = await file()
    await officerDoes(matterId, 'take', 1)
    await officerDoes(matterId, 'askMore', 2)
    const asked = await status(matterId)
    expect(asked).toMatchObject({ turn: 'applicant', now: '请补齐材料。' })
    expect(asked.next.map(({ act }) => act)).toContain('supplement')
    await expect(counter.give('ownMatter.giveMaterial', { matterId, material: 'letter' }, other)).rejects.toMatchObject(
      { code: 'matter.unknown' },
    )
    const given = await counter.give<MatterStatus>(
      'ownMatter.giveMaterial',
      { matterId, material: 'letter' },
      guest,
      '介绍信.pdf',
    )
    expect(given.materials.map(({ material, status: stands }) => [material, stands])).toEqual([
      ['photo', 'given'],
      ['letter', 'given'],
    ])
    expect(given.missing).toEqual([])
    await expect(counter.call('ownMatter.act', { matterId, act: 'supplement' }, other)).rejects.toMatchObject({
      code: 'matter.unknown',
    })
    const once = { matterId, act: 'supplement', requestKey: 'the-same-request' }
    const done = await counter.call<MatterStatus>('ownMatter.act', once, guest)
    expect(done.turn).toBe('unit')
    const again = await counter.call<MatterStatus>('ownMatter.act', once, guest)
    expect(again.steps).toEqual(done.steps)
    await expect(counter.give('ownMatter.giveMaterial', { matterId, material: 'letter' }, guest)).rejects.toMatchObject(
      { code: 'giving.notWanted' },
    )
    await expect(counter.give('ownMatter.giveMaterial', { matterId, material: 'x' }, guest)).rejects.toMatchObject({
      code: 'matter.materialUnknown',
    })
  })

  it('lets whoever applied draw back, and not do what officers do', async () => {
    const { matterId } = await file()
    await expect(counter.call('ownMatter.act', { matterId, act: 'accept' }, guest)).rejects.toMatchObject({
      code: 'matter.notForYou',
    })
    const drawn = await counter.call<MatterStatus>(
      'ownMatter.act',
      { matterId, act: 'withdraw', input: {}, opinion: '不办了' },
      guest,
    )
    expect(drawn).toMatchObject({ status: 'ended', outcome: 'withdrawn' })
  })

  it('opens files of materials to those who see the matter', async () => {
    const { matterId } = await file()
    const [photo] = (await status(matterId)).materials
    const look = (who: Person) => {
      const actor = { ...publicActor('10.0.0.1'), ...who }
      return execute(
        counter,
        showEvidence,
        { actor, requestId: 't', language: 'zh' },
        { evidenceId: photo?.evidenceId },
      )
    }
    expect(await look(guest)).toMatchObject({ name: '演示甲的照片.png' })
    expect(await look(officer)).toMatchObject({ name: '演示甲的照片.png' })
    for (const who of [other, {}]) await expect(look(who)).rejects.toMatchObject({ code: 'operation.notFound' })
  })

  it('is followed by whoever filed without a name, in the same browser', async () => {
    const anonymous: Person = {
      visit: { id: 'nobody-1', isAnonymous: true, phoneBlind: 'anonymous:nobody-1', phoneMasked: '匿名' },
    }
    const { matterId, number } = await file(anonymous)
    expect(await status(matterId, anonymous)).toMatchObject({ number })
    const { rows } = await counter.test.tamper(`select applicant_label, entrance from matter where id = '${matterId}'`)
    expect(rows[0]).toEqual({ applicant_label: '匿名', entrance: 'anonymous' })
  })
})

describe('how far, without signing in (凭编号查进度)', () => {
  it('is told by number and the last four digits, or the code of the receipt, without anything personal', async () => {
    const filed = await file()
    for (const proof of [{ tail: '0001' }, { code: codeOf(filed) }, { code: codeOf(filed).toLowerCase() }]) {
      const shown = await find({ number: filed.number.toLowerCase(), ...proof })
      expect(shown).toMatchObject({ number: filed.number, now: '已收到，正在核对。', documents: [], next: [] })
      expect(JSON.stringify(shown)).not.toMatch(/演示甲|演\*|13800000001/)
    }
  })

  it('is not told for a forged code, a code of another matter, wrong digits or a wrong number', async () => {
    const [one, two] = [await file(), await file()]
    const forged = codeOf(one).replace(/.$/, (sign) => (sign === '2' ? '3' : '2'))
    for (const input of [
      { number: one.number, code: forged },
      { number: one.number, code: codeOf(two) },
      { number: two.number, tail: '9999' },
      { number: two.number, tail: "1' or 1" },
      { number: 'YX-IP-20261125-999999', tail: '0001' },
    ]) {
      await expect(find(input)).rejects.toMatchObject({ code: 'status.notFound', status: 404 })
    }
    await expect(find({ number: one.number })).rejects.toMatchObject({ code: 'status.oneOfBoth' })
  })

  it('slows down whoever tries the digits of one matter', async () => {
    const { number } = await file()
    for (let at = 0; at < 5; at += 1) {
      await expect(find({ number, tail: String(5_000 + at) })).rejects.toMatchObject({ code: 'status.notFound' })
    }
    await expect(find({ number, tail: '0001' })).rejects.toMatchObject({ code: 'status.tooManyTries' })
    const now = counter.now()
    counter.setNow(new Date(now.getTime() + 16 * 60_000))
    expect(await find({ number, tail: '0001' })).toMatchObject({ number })
    counter.setNow(now)
  })
})
