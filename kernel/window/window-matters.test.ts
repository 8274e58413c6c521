import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../accounts/actor.ts'
import { documentsEffect } from '../documents/documents-effect.ts'
import { type MatterKernel, openMatterKernel, type Somebody } from '../matters/testing/matter-kernel.ts'
import { execute } from '../operations/execute.ts'
import type { Operation } from '../operations/operation.ts'
import { requestAs } from '../testing/test-kernel.ts'
import type { WindowMatter, WindowMatterRow } from './window.schemas.ts'
import { windowMatterOperations } from './window-matters.operations.ts'

const values = { applicant: '张三丰', phone: '13800000000', bed: '东坡书院花圃（演示）', kind: 'flowers' }
const materials = [{ material: 'sketch', evidenceId: null, fileName: null, origin: 'register' as const }]

let kernel: MatterKernel
let otherHall: Actor
beforeAll(async () => {
  kernel = await openMatterKernel({ effects: [documentsEffect] })
  otherHall = {
    ...{ ...kernel.actor('clerk'), accountId: 'acc-neighbour', label: '别的大厅（演示）' },
    roles: [{ role: 'windowClerk', partyId: kernel.units['云亭镇'] }],
  }
})
afterAll(() => kernel.close())

const operation = (id: string): Operation => {
  const found = windowMatterOperations(kernel.matters).find((each) => each.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const call = <Result>(who: Somebody | Actor, id: string, input: unknown) =>
  kernel.run(who, operation(id), input) as unknown as Promise<Result>
const show = (who: Somebody | Actor, matterId: string) => call<WindowMatter>(who, 'window.showMatter', { matterId })
const act = (who: Somebody | Actor, matterId: string, asked: object) =>
  call<WindowMatter>(who, 'window.act', { matterId, ...asked })
const atTheWindow = async () =>
  (
    await kernel.begin('clerk', {
      ...{ type: 'garden-adoption', values, materials, entrance: 'window' as const },
      applicant: { label: '张*', phone: '13800000000' },
    })
  ).id
const lastAct = async (id: string) => {
  const { rows } = await kernel.test.tamper(
    'select act, by_label, by_kind, by_account, unit_id from matter_act where matter_id = $1 order by ordinal desc limit 1',
    [id],
  )
  return rows[0]
}

describe('what a clerk does for an applicant at the window (窗口代办)', () => {
  it('is what the act lets the window do, kept as done by the clerk for the applicant', async () => {
    const id = await atTheWindow()
    await kernel.act('officer', { matterId: id, act: 'askForMore', input: { reason: '少一张图' } })
    const shown = await show('clerk', id)
    expect(shown).toMatchObject({ applicant: '张*', mayRate: false, rating: null, turn: 'applicant' })
    expect(shown.next.map((each) => each.act)).toEqual(expect.arrayContaining(['supplement', 'withdraw', 'urge']))
    expect(shown.next.map((each) => each.act)).not.toContain('accept')
    const after = await act('clerk', id, { act: 'supplement', requestKey: 'at-the-window' })
    expect(after.turn).not.toBe('applicant')
    expect(await lastAct(id)).toMatchObject({
      ...{ act: 'supplement', by_kind: 'window', by_account: 'acc-clerk', unit_id: kernel.units['办事大厅'] },
      by_label: 'clerk（演示）（窗口，代张*办理）',
    })
    const again = await act('clerk', id, { act: 'supplement', requestKey: 'at-the-window' })
    expect(again.revision).toBe(after.revision)
    await act('clerk', id, { act: 'urge' })
    expect((await act('clerk', id, { act: 'withdraw', opinion: '不办了' })).outcome).toBe('withdrawn')
  })

  it('is none of the acts of the office, and not what was seen before somebody else acted', async () => {
    const id = await atTheWindow()
    await expect(act('clerk', id, { act: 'accept' })).rejects.toMatchObject({ code: 'matter.notForYou' })
    await kernel.act('officer', { matterId: id, act: 'take' })
    await expect(act('clerk', id, { act: 'withdraw', revision: 1 })).rejects.toMatchObject({
      code: 'matter.changedMeanwhile',
    })
  })

  it('notes which document was handed over to whom, and none that is not there', async () => {
    const id = await atTheWindow()
    expect((await show('clerk', id)).next.map((each) => each.act)).not.toContain('collect')
    await kernel.act('officer', { matterId: id, act: 'accept' })
    const { documents, next } = await show('clerk', id)
    expect(next.map((each) => each.act)).toContain('collect')
    const collected = { collectedBy: 'applicant' }
    await expect(
      act('clerk', id, { act: 'collect', input: { document: '不存在的编号', ...collected } }),
    ).rejects.toMatchObject({ code: 'matter.documentNotHere' })
    await act('clerk', id, { act: 'collect', input: { document: documents[0]?.number, ...collected } })
    expect(await lastAct(id)).toMatchObject({ act: 'collect', by_kind: 'window' })
    await expect(kernel.act('officer', { matterId: id, act: 'collect', input: {} })).rejects.toMatchObject({
      code: 'matter.notForYou',
    })
  })

  it('is done only with what came in at the own hall', async () => {
    const [mine, online] = [
      await atTheWindow(),
      await kernel.begin('resident', { type: 'garden-adoption', values, materials }),
    ]
    for (const matterId of [mine, online.id]) {
      await expect(show(otherHall, matterId)).rejects.toMatchObject({ code: 'matter.unknown' })
      await expect(act(otherHall, matterId, { act: 'withdraw' })).rejects.toMatchObject({ code: 'matter.unknown' })
    }
    await expect(show('clerk', online.id)).rejects.toMatchObject({ code: 'matter.unknown' })
    await expect(act('clerk', online.id, { act: 'withdraw' })).rejects.toMatchObject({ code: 'matter.unknown' })
    await expect(show('officer', mine)).rejects.toMatchObject({ status: 403 })
    await expect(act('resident', mine, { act: 'withdraw' })).rejects.toMatchObject({ status: 403 })
  })

  it('is not lent to a clerk of another hall who handles the matter as an officer', async () => {
    const id = await atTheWindow()
    const both: Actor = {
      ...otherHall,
      roles: [...otherHall.roles, { role: 'caseOfficer', partyId: kernel.units['园林站'] }],
    }
    await expect(kernel.act(both, { matterId: id, act: 'withdraw' })).rejects.toMatchObject({
      code: 'matter.notForYou',
    })
  })

  it('is nothing in another county', async () => {
    const id = await atTheWindow()
    const elsewhere = { ...kernel, county: { ...kernel.county, jurisdiction: 'biexian' } }
    const asked = { ...requestAs('public'), actor: kernel.actor('clerk') }
    for (const [name, input] of [
      ['window.showMatter', { matterId: id }],
      ['window.act', { matterId: id, act: 'withdraw' }],
    ] as const) {
      await expect(execute(elsewhere, operation(name), asked, input)).rejects.toMatchObject({ code: 'matter.unknown' })
    }
  })
})

describe('finding what was received at the hall', () => {
  const find = async (who: Somebody | Actor, q: string) =>
    (await call<{ matters: WindowMatterRow[] }>(who, 'window.findMatters', { q })).matters

  it('finds by number, applicant and telephone, and tells nothing personal', async () => {
    const id = await atTheWindow()
    const { number } = await show('clerk', id)
    for (const q of [number, number.slice(-6), '张*', '138 0000 0000', '']) {
      const found = await find('clerk', q)
      expect(
        found.map((each) => each.id),
        q,
      ).toContain(id)
      expect(JSON.stringify(found)).not.toMatch(/张三丰|13800000000/)
    }
    expect(await find('clerk', '13900000000')).toEqual([])
    expect(await find('clerk', '%')).toEqual([])
    expect(await find(otherHall, number)).toEqual([])
  })
})
