import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../accounts/actor.ts'
import { actOnMatter } from './act-on-matter.ts'
import { matterOperations } from './operations/matter.operations.ts'
import { type MatterKernel, openMatterKernel, putEvidence } from './testing/matter-kernel.ts'

const form = { applicant: '张三', phone: '13900000000', bed: '东门一号', kind: 'flowers', whisper: '别告诉邻居' }
const sketch = { material: 'sketch', evidenceId: 'e-sketch', fileName: 'sketch.png', origin: 'applicant' as const }

/** a row as the database has it */
// biome-ignore lint/suspicious/noExplicitAny: columns of any table, compared by their names
type Row = Record<string, any>

describe('acts on matters', () => {
  let kernel: MatterKernel
  let bed = 0
  beforeAll(async () => {
    kernel = await openMatterKernel()
    await putEvidence(kernel, 'e-sketch')
  }, 60_000)
  afterAll(() => kernel.close())

  const begin = (values: object = {}, more: object = {}) => {
    bed += 1
    return kernel.begin('resident', {
      type: 'garden-adoption',
      values: { ...form, bed: `花圃${bed}号`, ...values },
      materials: [sketch],
      ...more,
    })
  }
  const operation = (id: string) => {
    const found = matterOperations(kernel.matters).find((each) => each.id === id)
    if (found === undefined) throw new Error(id)
    return found
  }
  const row = async (id: string) =>
    (await kernel.test.tamper('select * from matter where id = $1', [id])).rows[0] as Row
  const acts = async (id: string) =>
    (await kernel.test.tamper('select * from matter_act where matter_id = $1 order by ordinal', [id])).rows as Record<
      string,
      never
    >[]

  it('begins with a number, a first act, a sealed form and a journal entry', async () => {
    const begun = await begin()
    expect(begun.number).toMatch(/^YA-IP-20261125-\d{6}$/)
    const matter = await row(begun.id)
    expect(matter).toMatchObject({ status: 'open', phases: ['received'], turn: 'unit', revision: 1, act_count: 1 })
    expect(JSON.stringify(matter)).not.toContain('13900000000')
    expect(JSON.stringify(matter)).not.toContain('别告诉邻居')
    expect(matter['values']['applicant']['masked']).toBe('张*')
    expect(await acts(begun.id)).toMatchObject([{ act: 'submit', by_kind: 'applicant', to_phases: ['received'] }])
    const { rows } = await kernel.test.tamper('select after from journal where subject_id = $1', [begun.id])
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('张三')
  })

  it('tells every problem of a form at once, and drops what is not asked for', async () => {
    const bad = begin({ phone: 'x', applicant: null, kind: 'trees', trees: 99 })
    await expect(bad).rejects.toMatchObject({
      code: 'matter.badValues',
      problems: expect.arrayContaining(
        ['/values/phone', '/values/applicant', '/values/trees'].map((path) => expect.objectContaining({ path })),
      ),
    })
    const begun = await begin({ kind: 'flowers', trees: 5 })
    expect((await row(begun.id))['values']).not.toHaveProperty('trees')
  })

  it('asks who files on line for all required materials, and receives at the window what there is', async () => {
    await expect(begin({}, { materials: [] })).rejects.toMatchObject({ code: 'matter.materialsMissing' })
    await expect(begin({ kind: 'trees', trees: 2 })).rejects.toThrow(/土壤检测/)
    const begun = await kernel.begin('clerk', {
      ...{ type: 'garden-adoption', entrance: 'window', values: { ...form, bed: '窗口一号' } },
      applicant: { label: '李*' },
      later: [{ material: 'photo', laterBy: '2026-12-10' }],
    })
    const accept = kernel.act('officer', { matterId: begun.id, act: 'accept' })
    await expect(accept).rejects.toMatchObject({ code: 'matter.refusedByGuard' })
    await expect(accept).rejects.toThrow(/还缺 1 份必交材料/)
  })

  it('begins one matter for a request that comes twice', async () => {
    const [first, again] = [await begin({}, { requestKey: 'request-1' }), await begin({}, { requestKey: 'request-1' })]
    expect(again).toMatchObject({ id: first.id, number: first.number, wasDone: true })
  })

  it('goes from acceptance to a decision that somebody else makes, into the register and the publication', async () => {
    const begun = await begin({ kind: 'flowers' })
    const id = begun.id
    await kernel.act('officer', { matterId: id, act: 'accept', revision: 1 })
    expect(await row(id)).toMatchObject({ handler_account: 'acc-officer', phases: ['examining'] })
    await expect(kernel.act('officer', { matterId: id, act: 'inspect' })).rejects.toMatchObject({
      ...{ code: 'matter.badInput', problems: [{ path: '/opinion' }] },
    })
    await kernel.act('officer', { matterId: id, act: 'inspect', opinion: '看过了' })
    await kernel.act('officer', { matterId: id, act: 'propose', opinion: '拟同意' })
    await expect(kernel.act('officer', { matterId: id, act: 'grant', input: { reason: '好' } })).rejects.toMatchObject({
      code: 'matter.notForYou',
    })
    const outcome = await kernel.act('head', { matterId: id, act: 'grant', input: { reason: '可以' } })
    expect(outcome).toMatchObject({ status: 'ended', phases: ['granted'], written: [{ register: 'garden-bed' }] })
    expect(await row(id)).toMatchObject({ outcome: 'granted', ended_on: expect.anything(), turn: null })
    const { rows } = await kernel.test.tamper('select * from garden_bed where case_number = $1', [begun.number])
    expect(rows).toMatchObject([{ kind: 'flowers', keeper_masked: '张*', origin: 'matter', reason: begun.number }])
    const shown = await kernel.test.tamper('select * from matter_publication where matter_id = $1', [id])
    expect(shown.rows).toMatchObject([{ body: { 姓名: '张*', 种什么: '花' }, objections_until: expect.anything() }])
    // What the officer proposed is inside of the office; the decision is for the applicant.
    expect((await acts(id)).map(({ act, for_applicant }) => [act, for_applicant])).toEqual([
      ...[
        ['submit', true],
        ['accept', true],
        ['inspect', false],
        ['propose', false],
        ['grant', true],
      ],
    ])
  })

  it('lets nobody decide on what they handled, nor handle what they applied for', async () => {
    const { id } = await begin()
    const both: Actor = { ...kernel.actor('head'), accountId: 'acc-head' }
    await kernel.act(both, { matterId: id, act: 'accept' })
    await kernel.act(both, { matterId: id, act: 'propose', opinion: '拟同意' })
    await expect(kernel.act(both, { matterId: id, act: 'grant', input: { reason: '好' } })).rejects.toMatchObject({
      code: 'matter.conflictOfInterest',
    })
    const own = await kernel.begin('officer', { type: 'hall-booking', values: { purpose: '开会', on: '2026-12-01' } })
    await expect(kernel.act('officer', { matterId: own.id, act: 'confirm' })).rejects.toMatchObject({
      code: 'matter.conflictOfInterest',
    })
    await kernel.act('colleague', { matterId: own.id, act: 'confirm' })
  })

  it('is not found by those who may not see it, and refused to those who only see it', async () => {
    const { id } = await begin()
    for (const who of ['stranger', 'strangerHead', 'neighbour', 'clerk'] as const) {
      await expect(kernel.act(who, { matterId: id, act: 'accept' }), who).rejects.toMatchObject({
        code: 'matter.unknown',
      })
    }
    await expect(kernel.act('office', { matterId: id, act: 'accept' })).rejects.toMatchObject({
      code: 'matter.notForYou',
    })
    await expect(kernel.act('resident', { matterId: id, act: 'accept' })).rejects.toMatchObject({
      code: 'matter.notForYou',
    })
    await kernel.act('officer', { matterId: id, act: 'take' })
    await expect(kernel.act('colleague', { matterId: id, act: 'accept' })).rejects.toThrow(/officer（演示） 承办/)
  })

  it('refuses an act that does not stand in the state, and says what is possible', async () => {
    const { id } = await begin()
    const refused = kernel.act('officer', { matterId: id, act: 'propose', opinion: '拟同意' })
    await expect(refused).rejects.toMatchObject({ code: 'matter.notAllowedNow', status: 409 })
    await expect(refused).rejects.toThrow(/现在是“待受理”，不能“提出意见”。现在可以：受理、告知补正、不予受理/)
    await expect(kernel.act('officer', { matterId: id, act: 'nonsense' })).rejects.toMatchObject({
      code: 'matter.notAllowedNow',
    })
  })

  it('lets one of two clerks win, and tells the other who did what', async () => {
    const { id } = await begin()
    const both = await Promise.allSettled([
      kernel.act('officer', { matterId: id, act: 'accept', revision: 1 }),
      kernel.act('colleague', { matterId: id, act: 'refuse', revision: 1, input: { reason: '不行' } }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toMatchObject({ code: 'matter.changedMeanwhile', status: 409 })
    expect(String(lost.reason)).toMatch(/刚被 (officer|colleague)（演示） 于 2026-11-25 10:00 办理/)
    expect(await acts(id)).toHaveLength(2)
  })

  it('does a request that comes twice once, also when both come at once', async () => {
    const { id } = await begin()
    const asked = { matterId: id, act: 'accept', revision: 1, requestKey: 'key-12345' }
    const answers = await Promise.all([kernel.act('officer', asked), kernel.act('officer', asked)])
    expect(answers.map(({ ordinal }) => ordinal)).toEqual([2, 2])
    expect(answers.map(({ wasDone }) => wasDone).sort()).toEqual([false, true])
    expect(await acts(id)).toHaveLength(2)
  })

  it('asks for a supplement once and for all at once', async () => {
    const { id } = await begin()
    await kernel.act('officer', {
      ...{ matterId: id, act: 'askForMore', input: { reason: '图看不清', again: ['sketch'] } },
    })
    expect(await row(id)).toMatchObject({ turn: 'applicant', phases: ['waiting'] })
    const answer = { ...{ matterId: id, act: 'supplement', as: 'applicant' as const }, materials: [sketch] }
    await expect(kernel.act('neighbour', answer)).rejects.toMatchObject({ code: 'matter.unknown' })
    await kernel.act('resident', { ...answer, input: { bed: '改名花圃' } })
    expect(await row(id)).toMatchObject({ title: '改名花圃', phases: ['received'] })
    const again = kernel.act('officer', { matterId: id, act: 'askForMore', input: { reason: '再补' } })
    await expect(again).rejects.toThrow(/补正应当一次性告知/)
    await kernel.act('officer', { matterId: id, act: 'accept' })
  })

  it('stands still and goes on where it was, in both branches', async () => {
    const begun = await kernel.begin('resident', { type: 'neighbour-dispute', values: { about: '树荫' } })
    const id = begun.id
    await kernel.act('officer', { matterId: id, act: 'open' })
    await kernel.act('officer', { matterId: id, act: 'examine' })
    const suspended = await kernel.act('officer', {
      ...{ matterId: id, act: 'suspend', input: { reason: 'settlement' }, opinion: '双方要求' },
    })
    expect(suspended).toMatchObject({ status: 'suspended', phases: ['talking', 'examining'] })
    await expect(kernel.act('officer', { matterId: id, act: 'conclude' })).rejects.toThrow(/中止（商谈中、核对中）/)
    await kernel.act('officer', { matterId: id, act: 'resume' })
    await kernel.act('officer', { matterId: id, act: 'conclude' })
    expect(await row(id)).toMatchObject({ phases: ['talking', 'concluded'], status: 'open' })
    await kernel.act('resident', { matterId: id, act: 'agree', as: 'applicant' })
    expect(await row(id)).toMatchObject({ phases: ['summing'] })
    await kernel.act('head', { matterId: id, act: 'close' })
    expect(await row(id)).toMatchObject({ status: 'ended', outcome: 'done' })
  })

  it('is drawn back by who applied until it may no longer, and taken up again by the head', async () => {
    const { id } = await begin()
    await kernel.act('resident', { matterId: id, act: 'withdraw', as: 'applicant' })
    expect(await row(id)).toMatchObject({ status: 'ended', outcome: 'withdrawn', phases: ['withdrawn'] })
    await expect(kernel.act('officer', { matterId: id, act: 'accept' })).rejects.toMatchObject({
      code: 'matter.notAllowedNow',
    })
    await kernel.act('head', { matterId: id, act: 'reopen', opinion: '申请人又来' })
    expect(await row(id)).toMatchObject({ status: 'open', phases: ['examining'], ended_on: null })
    await kernel.act('officer', { matterId: id, act: 'propose', opinion: '拟同意' })
    await expect(kernel.act('resident', { matterId: id, act: 'withdraw' })).rejects.toMatchObject({
      code: 'matter.notAllowedNow',
    })
    await kernel.act('head', { matterId: id, act: 'terminate', opinion: '花圃没了' })
    expect(await row(id)).toMatchObject({ status: 'ended', outcome: 'terminated' })
  })

  it('is handed over, transferred to another unit, and handed to another county', async () => {
    const { id } = await begin()
    await kernel.act('officer', { matterId: id, act: 'take' })
    await kernel.act('officer', { matterId: id, act: 'handOver', input: { account: 'colleague' } })
    await expect(kernel.act('officer', { matterId: id, act: 'accept' })).rejects.toMatchObject({
      code: 'matter.notForYou',
    })
    const toStranger = { matterId: id, act: 'handOver', input: { account: 'stranger' } }
    await expect(kernel.act('colleague', toStranger)).rejects.toMatchObject({ code: 'matter.personUnknown' })
    const nowhere = { matterId: id, act: 'transfer', input: {}, opinion: '不归我们' }
    await expect(kernel.act('colleague', nowhere)).rejects.toMatchObject({ code: 'matter.badInput' })
    await kernel.act('colleague', { ...nowhere, input: { unit: { id: kernel.units['云亭镇'] } } })
    await expect(kernel.act('colleague', { matterId: id, act: 'note', opinion: '？' })).rejects.toMatchObject({
      code: 'matter.unknown',
    })
    await kernel.act('stranger', {
      matterId: id,
      act: 'transfer',
      input: { elsewhere: '邻县园林站' },
      opinion: '地在邻县',
    })
    expect(await row(id)).toMatchObject({ status: 'ended', phases: ['transferred'] })
  })

  it('waits for everybody who was asked to sign, and shows it to them', async () => {
    const { id } = await begin()
    await kernel.act('officer', { matterId: id, act: 'accept' })
    await expect(kernel.act('stranger', { matterId: id, act: 'note', opinion: 'x' })).rejects.toMatchObject({
      code: 'matter.unknown',
    })
    await kernel.act('officer', {
      ...{ matterId: id, act: 'countersign', opinion: '请会签', input: { to: [kernel.units['云亭镇']] } },
    })
    const propose = { matterId: id, act: 'propose', opinion: '拟同意' }
    await expect(kernel.act('officer', propose)).rejects.toThrow(/还在等 云亭镇 会签/)
    const { rows } = await kernel.test.tamper('select id from matter_call where matter_id = $1', [id])
    const call = (rows[0] as { id: string }).id
    const objects = { matterId: id, act: 'answerCall', input: { call, answer: 'objects' } }
    await expect(kernel.act('strangerHead', objects)).rejects.toMatchObject({ code: 'matter.badInput' })
    await expect(kernel.act('colleague', objects)).rejects.toMatchObject({ code: 'matter.notForYou' })
    await kernel.act('stranger', { ...objects, opinion: '先问问居民' })
    await kernel.act('officer', propose)
  })

  it('lets a delegate act in place of the officer', async () => {
    const { id } = await begin()
    await kernel.act('officer', { matterId: id, act: 'take' })
    await kernel.act('officer', { matterId: id, act: 'delegate', input: { account: 'colleague' } })
    await kernel.act('colleague', { matterId: id, act: 'accept' })
    expect(await row(id)).toMatchObject({ handler_account: 'acc-officer', phases: ['examining'] })
  })

  it('is joined into another, and split into two that know of each other', async () => {
    const [a, b] = [await begin(), await begin()]
    await kernel.act('officer', { matterId: a.id, act: 'take' })
    await kernel.act('officer', { matterId: b.id, act: 'take' })
    const self = { matterId: a.id, act: 'join', input: { matter: a.number }, opinion: '同一事' }
    await expect(kernel.act('officer', self)).rejects.toMatchObject({ code: 'matter.sameMatter' })
    await kernel.act('officer', { ...self, input: { matter: b.number } })
    expect(await row(a.id)).toMatchObject({ status: 'ended', phases: ['joined'] })
    await kernel.act('officer', { matterId: b.id, act: 'split', input: { title: '另一半' }, opinion: '分开办' })
    const { rows } = await kernel.test.tamper('select * from matter where parent_id = $1', [b.id])
    expect(rows).toMatchObject([{ title: '另一半', phases: ['received'], act_count: 1 }])
    const part = rows[0] as { id: string; number: string }
    await kernel.act('officer', { matterId: part.id, act: 'accept' })
    const links = await kernel.test.tamper('select kind from matter_link order by kind')
    expect(links.rows).toEqual([{ kind: 'joinedInto' }, { kind: 'splitFrom' }])
  })

  it('is urged once a day by each side', async () => {
    const { id } = await begin()
    await kernel.act('resident', { matterId: id, act: 'urge', as: 'applicant' })
    await expect(kernel.act('resident', { matterId: id, act: 'urge' })).rejects.toMatchObject({
      code: 'matter.urgedToday',
    })
    await kernel.act('office', { matterId: id, act: 'urge' })
    expect(await row(id)).toMatchObject({ urged: 2 })
  })

  it('keeps what is sealed closed until somebody of the unit says why', async () => {
    const { id } = await begin()
    const unseal = operation('matter.unseal')
    await expect(kernel.run('stranger', unseal, { matterId: id, reason: '看看是谁' })).rejects.toMatchObject({
      code: 'matter.unknown',
    })
    const opened = await kernel.run('officer', unseal, { matterId: id, reason: '要联系本人' })
    expect(opened['values']).toEqual([{ field: 'whisper', label: '悄悄话', words: '别告诉邻居' }])
    expect((await acts(id)).at(-1)).toMatchObject({ act: 'unseal', for_applicant: false, opinion: '要联系本人' })
    const { rows } = await kernel.test.tamper('select reason, after from journal where subject_id = $1', [id])
    expect(rows.at(-1)).toMatchObject({ reason: '要联系本人' })
    expect(JSON.stringify(rows)).not.toContain('别告诉邻居')
  })

  it('does the same act on many, each judged by itself', async () => {
    const booking = (on: string) => kernel.begin('resident', { type: 'hall-booking', values: { purpose: '开会', on } })
    const [a, b, c] = [await booking('2026-12-01'), await booking('2026-12-02'), await booking('2026-12-03')]
    await kernel.act('colleague', { matterId: b.id, act: 'take' })
    const asked = [a, b, c].map(({ id }) => ({ id, revision: 1 }))
    const answer = await kernel.run('officer', operation('matter.actBatch'), { matters: asked, act: 'confirm' })
    expect(answer['done']).toBe(2)
    const refused = (answer['outcomes'] as unknown as { matterId: string; refusal: { code: string } | null }[]).filter(
      ({ refusal }) => refusal !== null,
    )
    expect(refused).toMatchObject([{ matterId: b.id, refusal: { code: 'matter.changedMeanwhile' } }])
    const single = await kernel.run('officer', operation('matter.actBatch'), {
      ...{ matters: [{ id: (await begin()).id, revision: 1 }], act: 'refuse', input: { reason: '不' } },
    })
    expect(single).toMatchObject({ done: 0, outcomes: [{ refusal: { code: 'matter.notInBatch' } }] })
  })

  it('closes to new cases with a reason, and ends those in hand', async () => {
    const begun = await kernel.begin('resident', {
      type: 'hall-booking',
      values: { purpose: '排练', on: '2026-12-05' },
    })
    await kernel.run('office', operation('matterType.close'), { type: 'hall-booking', reason: '屋顶漏雨' })
    const refused = kernel.begin('resident', { type: 'hall-booking', values: { purpose: '排练', on: '2026-12-06' } })
    await expect(refused).rejects.toThrow(/暂停收件（屋顶漏雨）/)
    await kernel.act('officer', { matterId: begun.id, act: 'confirm' })
    await kernel.run('office', operation('matterType.open'), { type: 'hall-booking', reason: '修好了' })
  })

  it('records an act after the deadline as late, and refuses it where a guard asks for it', async () => {
    const { id } = await begin()
    await kernel.test.tamper(`update matter set due_on = '2026-11-20', due_limit = '办理期限' where id = $1`, [id])
    await kernel.act('officer', { matterId: id, act: 'accept' })
    expect((await acts(id)).at(-1)?.['input']).toEqual({ lateSince: '2026-11-20' })
  })

  it('writes nothing of an act whose effect fails', async () => {
    const { id } = await begin()
    const matters = {
      ...kernel.matters,
      effects: [
        {
          id: 'failing',
          run: async () => {
            throw new Error('the printer burns')
          },
        },
      ],
    }
    const act = { matterId: id, act: 'accept', materials: [{ ...sketch, material: 'photo' }] }
    await expect(kernel.command('officer', (context) => actOnMatter(context, matters, act))).rejects.toThrow('burns')
    expect(await row(id)).toMatchObject({ revision: 1, phases: ['received'], handler_account: null })
    expect(await acts(id)).toHaveLength(1)
    const { rows } = await kernel.test.tamper('select from matter_material where matter_id = $1', [id])
    expect(rows).toHaveLength(1)
  })

  it('changes the record that is there, where the declaration says so', async () => {
    const trees = { kind: 'trees', trees: 1 }
    const first = await begin({ bed: '同一块' })
    const second = await begin({ bed: '同一块', ...trees }, { materials: [sketch, { ...sketch, material: 'survey' }] })
    for (const { id } of [first, second]) {
      await kernel.act('officer', { matterId: id, act: 'accept' })
      await kernel.act('officer', { matterId: id, act: 'propose', opinion: '拟同意' })
      await kernel.act('head', { matterId: id, act: 'grant', input: { reason: '好' } })
    }
    const { rows } = await kernel.test.tamper(`select kind, revision from garden_bed where name = '同一块'`)
    expect(rows).toMatchObject([{ kind: 'trees', revision: 2 }])
  })
})
