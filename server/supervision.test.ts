import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

describe('supervision over HTTP (督查督办)', () => {
  let test: TestApp
  let office: Visitor
  let head: Visitor
  let reporter: Visitor
  let otherHead: Visitor
  let leader: Visitor
  let dutyId: string

  beforeAll(async () => {
    test = await openTestApp({ now: '2026-12-01T02:00:00Z' })
    await test.platform.tamper('truncate duty, clock_state, task_part, counter cascade')
    office = await test.as('office')

    head = await test.newVisitor('unitHead', 'kejizhang', '市科技局')
    reporter = await test.newVisitor('unitReporter', 'kejibao', '市科技局')
    otherHead = await test.newVisitor('unitHead', 'gonganzhang', '市公安局')
    leader = await test.newVisitor('leader', 'lingdao-ceshi')
    await runClock()
    const own = await head.get('/duties?kind=report&open=true')
    expect(own.status, own.text).toBe(200)
    dutyId = own.body.duties[0].id
  })
  afterAll(() => test.close())

  const runClock = async () => {
    for (let steps = 0; steps < 50; steps += 1) {
      const answer = await office.post('/clock/step', {})
      expect(answer.status, answer.text).toBe(200)
      if (answer.body.finished === true || answer.body.held !== null) return answer.body
    }
    throw new Error('the clock never finishes the day')
  }

  it('opens the duties of the month in steps, and a second run does nothing', async () => {
    const answer = await office.post('/clock/step', { limit: 10 })
    expect(answer.body).toMatchObject({ on: '2026-12-01', opened: 0, reminded: 0, escalated: 0, finished: true })
  })

  it('shows a duty with its counting and ladder to the unit, its reporter, the office and leaders', async () => {
    for (const who of [head, reporter, office, leader]) {
      const answer = await who.get(`/duties/${dutyId}`)
      expect(answer.status, answer.text).toBe(200)
      expect(answer.body).toMatchObject({ firstDueOn: '2026-12-07', counting: { from: '2026-11-30' } })
      expect(answer.body.ladder).toHaveLength(6)
    }
  })

  it('is not there for another unit, and nobody but who reads work may ask', async () => {
    expect(await otherHead.get(`/duties/${dutyId}`)).toMatchObject({
      status: 404,
      body: { code: 'operation.notFound' },
    })
    expect((await test.public.get(`/duties/${dutyId}`)).status).toBe(401)
    expect((await test.public.get('/supervision')).status).toBe(401)
    const administrator = await test.as('administrator')
    expect((await administrator.get('/duties')).status).toBe(403)
  })

  it('lists only what the reader may know of', async () => {
    const units = (answer: { body: { duties: { unit: { name: string } }[] } }) =>
      new Set(answer.body.duties.map((duty) => duty.unit.name))
    const own = units(await otherHead.get('/duties?limit=500'))
    expect([...own]).toContain('市公安局')
    expect([...own]).not.toContain('市科技局')
    expect(units(await office.get('/duties?limit=500')).size).toBeGreaterThan(5)
  })

  it.each([
    ['light=purple', '/light'],
    ['cursor=nonsense', '/cursor'],
    ['limit=0', '/limit'],
  ])('GET /duties?%s is refused, and says which', async (query, path) => {
    const answer = await office.get(`/duties?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(path)
  })

  it('the office urges, the unit replies, another unit finds nothing', async () => {
    const script = '<script>alert(1)</script>请本周报送'
    expect((await head.post(`/duties/${dutyId}/urgings`, { words: 'x' })).status).toBe(403)
    const urging = await office.post(`/duties/${dutyId}/urgings`, { words: script })
    expect(urging).toMatchObject({ status: 200, body: { step: 'manual', words: script } })
    const path = `/urgings/${urging.body.id}/replies`
    expect((await otherHead.post(path, { words: '冒名' })).status).toBe(404)
    expect(await reporter.post(path, { words: '周五报送' })).toMatchObject({
      status: 200,
      body: { replies: [{ words: '周五报送' }] },
    })
    expect((await office.post(`/duties/${dutyId}/urgings`, { words: '   ' })).status).toBe(400)
  })

  it('the head asks once for an extension, the office decides, the reply names what is wrong', async () => {
    const path = `/duties/${dutyId}/extensions`
    const body = { to: '2026-12-18', reason: '省局数据 12 月中旬公布' }
    expect((await reporter.post(path, body)).status).toBe(403)
    expect((await otherHead.post(path, body)).status).toBe(404)
    expect(await head.post(path, { ...body, to: '2026-12-07' })).toMatchObject({
      status: 400,
      body: { code: 'supervision.extensionNotLater' },
    })
    const request = await head.post(path, body)
    expect(request.status, request.text).toBe(200)
    // the same request a second time is the same
    expect((await head.post(path, body)).body.id).toBe(request.body.id)
    expect(await head.post(path, { ...body, to: '2026-12-25' })).toMatchObject({
      status: 409,
      body: { code: 'supervision.extensionUsed' },
    })
    const decision = `/extensions/${request.body.id}/decision`
    expect((await head.post(decision, { granted: true, revision: 1 })).status).toBe(403)
    expect(await office.post(decision, { granted: true, revision: 1 })).toMatchObject({
      status: 200,
      body: { decision: 'granted', grantedTo: '2026-12-18' },
    })
    expect((await head.get(`/duties/${dutyId}`)).body).toMatchObject({
      dueOn: '2026-12-18',
      may: { askExtension: { may: false } },
    })
  })

  it('sums supervision for the office, and for a unit its own', async () => {
    const all = await office.get('/supervision')
    expect(all.status, all.text).toBe(200)
    expect(all.body).toMatchObject({
      today: '2026-12-01',
      designationDocNo: null,
      clock: { lastOn: '2026-12-01', held: null },
      may: { manage: true, runClock: true },
    })
    const own = await head.get('/supervision')
    expect(own.body.units.map((row: { unit: { name: string } }) => row.unit.name)).toContain('市科技局')
    expect(own.body.units.length).toBeLessThan(all.body.units.length)
    expect(own.body.may).toEqual({ manage: false, runClock: false })
  })

  it('the lead of a task hands out its parts; 120 % is refused with the sum', async () => {
    const led = (await head.get('/tasks/4/progress')).body
    expect(led).toMatchObject({ may: { assign: { may: true } }, parts: [{ share: 'lead', status: 'waiting' }] })
    const [own] = led.parts
    const { organisations } = (await office.get('/organisations')).body
    const town = organisations.find((each: { kind: string }) => each.kind === 'town')
    const lead = { unitId: own.unit.id, share: 'lead', content: own.content, weight: 70 }
    const support = { unitId: town.id, share: 'support', content: '组织企业申报（演示）', weight: 50 }
    const seen = [{ id: own.id, revision: own.revision }]
    const path = '/tasks/4/parts'
    const over = await head.put(path, { parts: [lead, support], seen })
    expect(over).toMatchObject({ status: 400, body: { code: 'supervision.weightsOverFull' } })
    expect(over.body.detail).toContain('超出 100% 共 20 个百分点')
    const taken = await head.put(path, { parts: [lead, { ...support, weight: 20 }], seen })
    expect(taken).toMatchObject({ status: 200, body: { weights: { sum: 90, difference: 10, missing: 0 } } })
    expect(await office.put(path, { parts: [lead], seen })).toMatchObject({
      status: 409,
      body: { code: 'supervision.changedMeanwhile' },
    })
    expect((await leader.put(path, { parts: [lead], seen })).status).toBe(403)
  })

  it('another cycle for one target is the office’s to set', async () => {
    const { targets } = (await office.get('/targets')).body
    const path = `/items/target/${targets[0].itemId}/cycle`
    expect((await head.put(path, { cycle: 'quarter' })).status).toBe(403)
    expect(await office.put(path, { cycle: 'quarter' })).toMatchObject({ status: 200, body: { cycle: 'quarter' } })
    expect((await office.put(path, { cycle: 'week' })).status).toBe(400)
    expect((await office.put('/items/phase/x/cycle', { cycle: 'year' })).status).toBe(404)
  })

  it('a clock that jumped waits for a person', async () => {
    test.platform.clock.set('2027-02-01T02:00:00Z')
    const fresh = await test.as('office')
    expect((await fresh.post('/clock/step', {})).body).toMatchObject({ held: { from: '2026-12-01', to: '2027-02-01' } })
    expect((await fresh.get('/supervision')).body.clock.held).toEqual({ from: '2026-12-01', to: '2027-02-01' })
    expect(await fresh.post('/clock/confirmation', { on: '2027-01-31' })).toMatchObject({
      status: 409,
      body: { code: 'supervision.dayIsOther' },
    })
    expect((await fresh.post('/clock/confirmation', { on: '2027-02-01' })).status).toBe(200)
    expect((await fresh.post('/clock/step', {})).body).toMatchObject({ held: null })
  })
})
