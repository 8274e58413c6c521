import { createHash } from 'node:crypto'
import { roleNames } from '@qiangxian/kernel/accounts/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from './operations.ts'
import { accessTable } from './testing/access-table.ts'
import { ask, type OneOfEach, oneOfEachRole } from './testing/each-role.ts'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

const everyone = roleNames

const ownFile = '只有提交人能看的佐证（演示）'

describe('who may do what', () => {
  let test: TestApp
  let visitors: OneOfEach
  let colleague: Visitor
  let givenEvidence: { id: string; sha256: string }
  let planEvidence: string

  beforeAll(async () => {
    test = await openTestApp()
    visitors = await oneOfEachRole(test)
    const { office } = visitors
    colleague = await test.newVisitor('office', 'tongshi')
    givenEvidence = (await office.upload('/evidence', { name: '佐证.txt', content: ownFile })).body
    const planId = (await office.get('/plan')).body.plan.id
    const plan = await office.upload('/plan-imports', { name: 'plan.txt', content: planText }, { planId })
    expect(plan.status, plan.text).toBe(200)
    planEvidence = plan.body.evidenceId
  })
  afterAll(() => test.close())

  it('has a line for every route, and no line for a route that is not there', () => {
    const declared = operations.map(({ route }) => `${route.method} ${route.path}`)
    const session = ['GET /session', 'POST /session', 'POST /session/second-step', 'DELETE /session']
    const visits = ['POST /visits', 'POST /visits/anonymous', 'GET /visits/current', 'DELETE /visits/current']
    const once = [...visits, 'POST /twin', 'DELETE /twin']
    const besides = [...session, ...once, 'POST /setup/administrator', 'POST /oidc/visits', 'GET /oidc/callback']
    const all = [...declared, ...besides, 'GET /openapi.json', 'GET /evidence/:evidenceId/content']
    expect(accessTable.map(({ route }) => route).sort()).toEqual(all.sort())
  })

  const cells = accessTable.flatMap((line) =>
    everyone.map((who) => ({ route: line.route, who, may: line.roles.includes(who) })),
  )

  it.each(cells)('$route for $who: $may', async ({ route, who, may }) => {
    // Signing out would end what the other lines stand on; it is tested with the sessions.
    if (route === 'DELETE /session') return
    // It fills every register, and has tests of its own.
    if (route === 'POST /demonstration/registers' && may) return
    const answer = await ask(visitors[who], route, 'no-such-thing')
    if (!may) {
      expect(answer.status).toBe(who === 'public' ? 401 : 403)
      expect(answer.body.code).toBe(who === 'public' ? 'operation.signInNeeded' : 'operation.notAllowed')
      return
    }
    // What is asked for is not there or makes no sense; whoever may ask is told that, and not that they may not.
    expect([200, 400, 401, 404, 409]).toContain(answer.status)
    if (answer.status === 401) expect(answer.body.code).toMatch(/account\.signInFailed|operation\.signInNeeded/)
    if (answer.status >= 400) expect(answer.body.detail).toMatch(/[。！]/)
  })

  describe('shows a file to whom it belongs', () => {
    const paths = (id: string) => [`/evidence/${id}`, `/evidence/${id}/content`]

    it('the giver sees it, row and content', async () => {
      const [row, content] = await Promise.all(paths(givenEvidence.id).map((path) => visitors.office.get(path)))
      expect(row?.body).toMatchObject({ name: '佐证.txt', mediaType: 'text/plain; charset=utf-8' })
      expect(content?.bytes.toString()).toBe(ownFile)
      expect(content?.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
    })

    it.each(['colleague', 'public', 'administrator'] as const)('the %s does not, by id or by digest', async (who) => {
      const visitor = who === 'colleague' ? colleague : visitors[who]
      for (const path of [...paths(givenEvidence.id), ...paths(givenEvidence.sha256)]) {
        const answer = await visitor.get(path)
        expect(answer, path).toMatchObject({ status: 404, body: { code: 'operation.notFound' } })
        expect(answer.text).not.toContain('佐证.txt')
      }
    })

    it('nobody opens it by its digest, the giver neither', async () => {
      for (const path of paths(givenEvidence.sha256)) expect((await visitors.office.get(path)).status).toBe(404)
    })

    it('whoever gives the same content has a file of their own, and learns nothing of the first', async () => {
      const again = await colleague.upload('/evidence', { name: '我的.txt', content: ownFile })
      expect(again.body).toMatchObject({ name: '我的.txt', sha256: givenEvidence.sha256, givenBy: 'tongshi（演示）' })
      expect(again.body.id).not.toBe(givenEvidence.id)
      expect(createHash('sha256').update(ownFile).digest('hex')).toBe(givenEvidence.sha256)
    })

    it('the file of a plan is the office’s: colleagues see it, others do not', async () => {
      for (const path of paths(planEvidence)) {
        expect((await colleague.get(path)).status, path).toBe(200)
        for (const who of ['public', 'administrator'] as const) expect((await visitors[who].get(path)).status).toBe(404)
      }
    })

    it('who may not give files is refused before the file is taken in', async () => {
      for (const who of ['public', 'administrator'] as const) {
        expect([401, 403]).toContain((await visitors[who].upload('/evidence', { name: 'a.txt', content: 'x' })).status)
      }
    })
  })

  it('shows the printed text of the plan, its draft and its file to the office only', async () => {
    for (const who of ['public', 'administrator'] as const) {
      const plan = (await visitors[who].get('/plan')).body
      expect(plan.sourceText).toBeNull()
      const { versions } = (await visitors[who].get('/plan/versions')).body
      expect(versions.map((version: { sourceEvidenceId: unknown }) => version.sourceEvidenceId)).toEqual([null])
    }
  })

  it('answers an unknown route of the interface as a problem, in the language that was asked for', async () => {
    const chinese = await test.public.get('/no-such-route')
    expect(chinese).toMatchObject({ status: 404, body: { code: 'http.noSuchRoute', title: '没有找到' } })
    expect(chinese.headers['content-type']).toContain('application/problem+json')
    const english = await test.public.get('/no-such-route', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
    expect(english.body.title).toBe('Not found')
    expect(english.body.requestId).toBe(english.headers['x-request-id'])
  })

  it.each([
    ['no JSON', '{"login":', 'application/json', 400],
    ['a list', '[1,2]', 'application/json', 400],
    ['a number', '5', 'application/json', 400],
    ['another type', '<a/>', 'application/xml', 415],
    ['a body of 3 MB', JSON.stringify({ name: 'x'.repeat(3_000_000) }), 'application/json', 413],
  ])('refuses %s as a body with a problem', async (_what, payload, type, status) => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/organisations',
      headers: { 'content-type': type, cookie: `qx_session=${visitors.office.cookie}` },
      payload,
    })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(JSON.parse(answer.body)).toMatchObject({ status, code: expect.stringMatching(/^(http|operation)\./) })
  })
})

const planText = `云亭县知识产权试点方案（演示）
一、工作目标
到2027年，全县有效发明专利拥有量达到500件。
二、主要任务
1.加强专利培育。开展企业专利导航。（责任单位：县市场监管局）
`
