import { roleNames } from '@qiangxian/kernel/accounts/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from './operations.ts'
import { accessTable } from './testing/access-table.ts'
import { ask, type OneOfEach, oneOfEachRole } from './testing/each-role.ts'
import { foreign, foreignName, insertOtherJurisdiction } from './testing/other-jurisdiction.ts'
import { rowsOf } from './testing/rows-of.ts'
import { openTestApp, type TestApp } from './testing/test-app.ts'

describe('another county in the same database', () => {
  let test: TestApp
  let visitors: OneOfEach
  let before: Awaited<ReturnType<typeof rowsOf>>

  beforeAll(async () => {
    test = await openTestApp()
    visitors = await oneOfEachRole(test, '市科技局')
    await insertOtherJurisdiction(test.platform)
    before = await rowsOf(test.platform, 'biexian')
  }, 180_000)
  afterAll(() => test.close())

  const everyone = <Each>(things: readonly Each[]) => things.flatMap((each) => roleNames.map((who) => ({ each, who })))

  // Kinds of identifiers, registers and indicators are words of the program and belong to no county.
  const withObject = accessTable
    .map(({ route }) => route)
    .filter((route) => route.replaceAll(/\/:(type|rule|register|code|name)\b/g, '').includes('/:'))
  it.each(everyone(withObject))('$each with one of its ids as $who finds nothing', async ({ each: route, who }) => {
    const answer = await ask(visitors[who], route, foreign)
    // To end a session that is not one's own is to end nothing, whether there is one or not.
    if (route === 'DELETE /sessions/:sessionId') expect([200, 401]).toContain(answer.status)
    else expect([401, 403, 404], answer.text).toContain(answer.status)
    expect(answer.text.replaceAll(foreign, '')).not.toContain(foreignName)
    expect(answer.text).not.toContain('biexian')
  })

  const inTheBody = [
    'POST /reports/submission',
    'POST /reports/check',
    'POST /reports/approval',
    'POST /reports/return',
  ]
  it.each(everyone(inTheBody))('$each with one of its ids as $who finds nothing', async ({ each: route, who }) => {
    const answer = await ask(visitors[who], route, foreign)
    expect([401, 403, 404], answer.text).toContain(answer.status)
    expect(answer.text.replaceAll(foreign, '')).not.toContain(foreignName)
  })

  const lists = operations.filter(({ kind, route }) => kind === 'query' && !route.path.includes('/:'))
  it.each(everyone(lists.map(({ route }) => route.path)))(
    '$each shows nothing of it to $who',
    async ({ each, who }) => {
      const { text } = await visitors[who].get(each)
      expect(text).not.toContain(foreign)
      expect(text).not.toContain(foreignName)
    },
  )

  // Every list once more with each thing it can be narrowed to: asked for by name, the other county stays away too.
  const narrowed = lists.flatMap(({ route, input }) =>
    Object.keys('properties' in input ? (input.properties as object) : {}).flatMap((name) => [
      `${route.path}?${name}=${foreign}`,
      `${route.path}?${name}=${encodeURIComponent(foreignName)}`,
    ]),
  )
  it.each(everyone(narrowed))('$each finds nothing of it for $who', async ({ each, who }) => {
    const answer = await visitors[who].get(each)
    expect(answer.status, answer.text).toBeLessThan(500)
    // What was asked for is said again; nothing that was not asked for is.
    const asked = answer.text.replaceAll(foreign, '').replaceAll(foreignName, '')
    // Services say which words they looked for, and they look for small letters.
    const said = each.startsWith('/services?q=') ? asked.replaceAll(foreign.toLowerCase(), '') : asked
    expect(said).not.toMatch(/别县|biexian/)
    if (answer.status === 200) expect(answer.text).not.toContain(foreignName)
  })

  describe('cannot be pointed at', () => {
    const firstId = async (list: string, key = list) => {
      const { body } = await visitors.office.get(`/${list}`)
      const [first] = body[key]
      return String(first.itemId ?? first.id)
    }

    it.each([
      ['POST', '/organisations', { name: '新局（演示）', kind: 'department', parentId: foreign }],
      ['PATCH', '/organisations/:own', { parentId: foreign }],
      ['PATCH', '/organisations/:own', { successorId: foreign }],
    ])('by an organisation: %s %s %j', async (method, path, body) => {
      const to = path.replace(':own', await firstId('organisations'))
      const answer = await (method === 'POST' ? visitors.office.post(to, body) : visitors.office.patch(to, body))
      expect(answer).toMatchObject({ status: 404, body: { code: 'operation.notFound' } })
    })

    it('by an account that is to act for one of its units', async () => {
      const body = {
        login: 'yuejie',
        displayName: '越界（演示）',
        password: 'yuejie-mima-1',
        roles: [{ role: 'office', partyId: foreign }],
      }
      expect((await visitors.administrator.post('/accounts', body)).status).toBe(404)
    })

    it.each([
      ['a unit', { axis: 'unit', method: 'manual', shares: [{ unitId: foreign, value: 1 }] }],
      ['a statistic', { axis: 'year', method: 'statistic', statisticId: foreign, shares: [{ year: 2027, value: 1 }] }],
    ])('by a breakdown: %s', async (_what, body) => {
      const answer = await visitors.office.post(`/targets/${await firstId('targets')}/breakdowns`, body)
      expect([400, 404, 409], answer.text).toContain(answer.status)
      expect(answer.text.replaceAll(foreign, '')).not.toContain(foreignName)
    })

    it('by the proposal of a breakdown', async () => {
      const path = `/targets/${await firstId('targets')}/breakdown-proposal`
      const ofUnit = await visitors.office.get(`${path}?units=${foreign}`)
      if (ofUnit.status === 200) expect(ofUnit.body.shares).toEqual([])
      else expect([400, 404]).toContain(ofUnit.status)
      const byStatistic = await visitors.office.get(`${path}?method=statistic&statisticId=${foreign}`)
      expect([400, 404, 409], byStatistic.text).toContain(byStatistic.status)
    })

    it('by weights of tasks, or parts of a task', async () => {
      const weights = [{ taskId: foreign, weight: 10 }]
      const weighed = await visitors.office.put(`/targets/${await firstId('targets')}/task-weights`, { weights })
      expect([400, 404], weighed.text).toContain(weighed.status)
      const { tasks } = (await visitors.office.get('/plan')).body
      const parts = [{ unitId: foreign, share: 'support', content: '越界（演示）' }]
      const handed = await visitors.office.put(`/tasks/${tasks[0].itemId}/parts`, { parts, seen: [] })
      expect([400, 404], handed.text).toContain(handed.status)
    })

    it('by a sheet that is asked for or uploaded for one of its units', async () => {
      expect((await visitors.office.post('/clock/step', {})).status).toBe(200)
      const own = await visitors.unitReporter.get('/work/sheet')
      expect(own.status, own.text).toBe(200)
      const file = { name: '填报表.xlsx', content: own.bytes }
      const notFound = { status: 404, body: { code: 'operation.notFound' } }
      expect(await visitors.unitReporter.upload('/work/sheets', file, { unit: foreign })).toMatchObject(notFound)
      expect(await visitors.unitReporter.get(`/work/sheet?unit=${foreign}`)).toMatchObject(notFound)
    })

    it('by a session: one of it is nobody’s here', async () => {
      const answer = await test.public.get('/session', { headers: { cookie: `qx_session=${foreign}` } })
      expect(answer.body.account).toBeNull()
    })
  })

  it('is worked on by no job and no clock', async () => {
    const { office } = visitors
    expect((await office.post('/clock/step', {})).status).toBe(200)
    const { jobs } = (await office.get('/jobs')).body
    for (const { id } of jobs) expect((await office.post(`/jobs/${id}/run`)).status).toBe(200)
  })

  it('is as it was, row by row, after all that', async () => {
    expect(Object.fromEntries(await rowsOf(test.platform, 'biexian'))).toEqual(Object.fromEntries(before))
  })
})
