import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

describe('organisations (组织机构)', () => {
  let test: TestApp
  let office: Visitor
  beforeAll(async () => {
    test = await openTestApp()
    office = await test.as('office')
  })
  afterAll(() => test.close())

  let number = 0
  const create = async (changes: object = {}) => {
    number += 1
    const answer = await office.post('/organisations', { name: `演示局${number}`, kind: 'department', ...changes })
    expect(answer.status, answer.text).toBe(200)
    return answer.body as { id: string; name: string }
  }
  const change = (unit: { id: string }, body: object) => office.patch(`/organisations/${unit.id}`, body)

  it('has one living unit of a name, also when two are made at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => office.post('/organisations', { name: '同名局', kind: 'department' })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('party.nameTaken')
  })

  it('keeps the old name of a renamed unit as an alias, by which it is still found', async () => {
    const unit = await create()
    const renamed = await change(unit, { name: '新名局（演示）' })
    expect(renamed.body).toMatchObject({ name: '新名局（演示）', aliases: [unit.name] })
    const { hits } = (await test.public.get(`/search?q=${encodeURIComponent(unit.name)}`)).body
    expect(hits.map((hit: { id: string }) => hit.id)).toContain(unit.id)
    expect((await test.public.get('/search?q=xinmingju')).body.hits.map((hit: { id: string }) => hit.id)).toContain(
      unit.id,
    )
  })

  it('gives an alias to one unit only', async () => {
    const [first, second] = [await create(), await create()]
    expect((await change(first, { aliases: ['某简称', ' 某简称 '] })).body.aliases).toEqual(['某简称'])
    expect(await change(second, { aliases: ['某简称'] })).toMatchObject({
      status: 409,
      body: { code: 'party.aliasTaken' },
    })
    expect((await change(first, { aliases: [] })).body.aliases).toEqual([])
    expect((await change(second, { aliases: ['某简称'] })).status).toBe(200)
  })

  it('is a tree: no unit stands below itself, however far', async () => {
    const top = await create()
    const middle = await create({ parentId: top.id })
    const bottom = await create({ parentId: middle.id })
    for (const parentId of [top.id, middle.id, bottom.id]) {
      expect(await change(top, { parentId })).toMatchObject({ status: 400, body: { code: 'party.ownAncestor' } })
    }
    expect((await change(bottom, { parentId: top.id })).body.parentId).toBe(top.id)
    expect((await change(bottom, { parentId: null })).body.parentId).toBeNull()
  })

  it('dissolves a unit for a successor, and lets its name go to a new one', async () => {
    const [old, heir] = [await create(), await create()]
    const gone = await change(old, { dissolvedOn: '2026-06-30', successorId: heir.id })
    expect(gone.body).toMatchObject({ dissolvedOn: '2026-06-30', successorId: heir.id })
    const again = await office.post('/organisations', { name: old.name, kind: 'department' })
    expect(again.status).toBe(200)
    expect(await change(old, { dissolvedOn: null }), 'two living units of a name').toMatchObject({
      status: 409,
      body: { code: 'party.nameTaken' },
    })
  })

  it.each([
    [{ dissolvedOn: '2026-02-30' }, 400],
    [{ dissolvedOn: 'gestern' }, 400],
    [{ name: ' ' }, 400],
    [{ name: '' }, 400],
    [{ shortName: '　' }, 400],
    [{ aliases: [' '] }, 400],
    [{ kind: 'department' }, 400],
    [{ parentId: 'nobody' }, 404],
    [{ successorId: 'nobody' }, 404],
  ])('refuses the change %j in words, and changes nothing', async (body, status) => {
    const unit = await create()
    const answer = await change(unit, body)
    expect(answer.status, answer.text).toBe(status)
    expect(answer.body.detail).toMatch(/。$/)
    const { organisations } = (await test.public.get('/organisations')).body
    expect(organisations.find((each: { id: string }) => each.id === unit.id)).toMatchObject({
      ...{ name: unit.name, shortName: unit.name, aliases: [], dissolvedOn: null, successorId: null },
    })
  })

  it('refuses a unit as its own successor', async () => {
    const unit = await create()
    expect((await change(unit, { dissolvedOn: '2026-06-30', successorId: unit.id })).status).toBe(400)
  })

  it('is not led astray by numbers beyond all measure', async () => {
    for (const path of [
      '/journal?before=99999999999999999999',
      '/journal?limit=99999999999999999999',
      '/plan?version=99999999999999999999',
      '/plan/comparison?from=0&to=-1',
      '/targets?on=9999-12-31',
      '/targets?on=0000-01-01',
    ]) {
      expect((await office.get(path)).status, path).toBeLessThan(500)
    }
  })
})
