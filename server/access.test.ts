import { createHash } from 'node:crypto'
import { type Role, roleNames, roles } from '@qiangxian/kernel/accounts/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from './operations.ts'
import { accessTable } from './testing/access-table.ts'
import { type Answer, openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

const everyone = roleNames

/** What marks everything of the other jurisdiction in this test. */
const foreign = 'BIEXIAN'
const ownFile = '只有提交人能看的佐证（演示）'

describe('who may do what', () => {
  let test: TestApp
  let visitors: Readonly<Record<Role, Visitor>>
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
    await insertOtherJurisdiction(test)
  })
  afterAll(() => test.close())

  it('has a line for every route, and no line for a route that is not there', () => {
    const declared = operations.map(({ route }) => `${route.method} ${route.path}`)
    const session = ['GET /session', 'POST /session', 'POST /session/second-step', 'DELETE /session']
    const besides = [...session, 'POST /setup/administrator', 'POST /oidc/visits', 'GET /oidc/callback']
    const all = [...declared, ...besides, 'GET /openapi.json', 'GET /evidence/:evidenceId/content']
    expect(accessTable.map(({ route }) => route).sort()).toEqual(all.sort())
  })

  const cells = accessTable.flatMap((line) =>
    everyone.map((who) => ({ route: line.route, who, may: line.roles.includes(who) })),
  )

  it.each(cells)('$route for $who: $may', async ({ route, who, may }) => {
    // Signing out would end what the other lines stand on; it is tested with the sessions.
    if (route === 'DELETE /session') return
    const answer = await send(visitors[who], route, 'no-such-thing')
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

  describe('does not reach into another jurisdiction', () => {
    const withObject = accessTable.filter(({ route }) => route.includes('/:'))

    it.each(withObject.flatMap(({ route }) => everyone.map((who) => ({ route, who }))))(
      '$route with a foreign id as $who finds nothing',
      async ({ route, who }) => {
        const answer = await send(visitors[who], route, foreign)
        if (route === 'DELETE /sessions/:sessionId') expect([200, 401]).toContain(answer.status)
        else expect([401, 403, 404], answer.text).toContain(answer.status)
        expect(answer.text.replaceAll(foreign, '')).not.toContain('别县')
      },
    )

    it('and leaves everything there as it was', async () => {
      const { rows } = await test.platform.tamper(`
        select (select count(*)::int from party where jurisdiction = 'biexian' and name = '别县局' and revision = 1) as party,
          (select count(*)::int from account where jurisdiction = 'biexian' and disabled_at is null and revision = 1) as account,
          (select count(*)::int from session where jurisdiction = 'biexian' and ended_at is null) as session,
          (select count(*)::int from plan_import where jurisdiction = 'biexian' and status = 'review') as import,
          (select count(*)::int from plan_import_item where jurisdiction = 'biexian' and revision = 1) as item,
          (select count(*)::int from journal where jurisdiction = 'biexian') as entries`)
      expect(rows[0]).toEqual({ party: 1, account: 1, session: 1, import: 1, item: 1, entries: 1 })
    })

    const lists = [
      ...['/cockpit', '/plan', '/plan/versions', '/targets', '/organisations', '/plan-imports', '/journal?limit=200'],
      ...['/accounts', '/sessions', '/search?q=别县', `/search?q=${foreign}`, '/session', '/journal/verification'],
      ...[`/journal?subject=${foreign}`, '/parameters'],
    ]
    it.each(lists.flatMap((path) => everyone.map((who) => ({ path, who }))))(
      '$path shows nothing of it to $who',
      async ({ path, who }) => {
        const answer = await visitors[who].get(encodeURI(path))
        expect(answer.text).not.toContain(foreign)
        expect(answer.text).not.toContain('别县')
      },
    )

    it.each([
      ['POST', '/organisations', { name: '新局（演示）', kind: 'department', parentId: foreign }],
      ['PATCH', '/organisations/:own', { parentId: foreign }],
      ['PATCH', '/organisations/:own', { successorId: foreign }],
    ])('%s %s cannot point at one of its units: %j', async (method, path, body) => {
      const own = (await visitors.office.get('/organisations')).body.organisations[0].id
      const to = path.replace(':own', own)
      const answer = await (method === 'POST' ? visitors.office.post(to, body) : visitors.office.patch(to, body))
      expect(answer).toMatchObject({ status: 404, body: { code: 'operation.notFound' } })
    })

    it('an account cannot act for one of its units', async () => {
      const body = {
        login: 'yuejie',
        displayName: '越界（演示）',
        password: 'yuejie-mima-1',
        roles: [{ role: 'office', partyId: foreign }],
      }
      expect((await visitors.administrator.post('/accounts', body)).status).toBe(404)
    })

    it('a session of it is nobody’s here', async () => {
      const answer = await test.public.get('/session', { headers: { cookie: `qx_session=${foreign}` } })
      expect(answer.body.account).toBeNull()
    })
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

async function oneOfEachRole(test: TestApp): Promise<Readonly<Record<Role, Visitor>>> {
  const visitors: Partial<Record<Role, Visitor>> = { public: test.public }
  for (const role of roleNames) {
    if (role === 'public') continue
    visitors[role] = await test.newVisitor(
      role,
      `geren-${role.toLowerCase()}`,
      roles[role].forUnit ? '丁蜀镇' : undefined,
    )
  }
  return visitors as Readonly<Record<Role, Visitor>>
}

function send(visitor: Visitor, route: string, id: string): Promise<Answer> {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern.replaceAll(/:\w+/g, id)
  switch (method) {
    case 'GET':
      return visitor.get(path)
    case 'POST':
      return visitor.post(path, bodies[route] ?? {})
    case 'PUT':
      return visitor.put(path, bodies[route])
    case 'PATCH':
      return visitor.patch(path, bodies[route])
    default:
      return visitor.delete(path)
  }
}

/** Bodies that would be taken if the thing itself were there. */
const bodies: Readonly<Record<string, object>> = {
  'POST /duties/:dutyId/urgings': { words: '请尽快报送' },
  'POST /urgings/:urgingId/replies': { words: '本周报送' },
  'POST /duties/:dutyId/extensions': { to: '2026-12-31', reason: '数据尚未公布' },
  'POST /extensions/:extensionId/decision': { granted: true, revision: 1 },
  'PUT /tasks/:itemId/parts': { parts: [], seen: [] },
  'POST /task-parts/:partId/acts': { act: 'receive', revision: 1 },
  'PUT /items/:itemKind/:itemId/cycle': { cycle: 'quarter' },
  'PUT /account/password': { current: 'wrong-password', next: 'another-password-1' },
  'PATCH /accounts/:accountId': { disabled: true },
  'POST /accounts/:accountId/identities': { reference: '12345678' },
  'PATCH /organisations/:partyId': { name: '改名' },
  'PATCH /plan-imports/:importId/items/:itemId': { revision: 1, decision: 'struck' },
  'POST /plan-imports/:importId/items': { kind: 'question', content: { message: '新问题', answer: null } },
  'POST /targets/:itemId/breakdowns': { axis: 'year', method: 'manual', shares: [{ year: 2026, value: 1 }] },
  'PUT /targets/:itemId/task-weights': { weights: [] },
  'PUT /targets/:itemId/baseline': { value: 1, on: '2024-01-01' },
  // A statistic that is not there is made; the unit of its values is what is looked up.
  'PUT /statistics/:statisticId': {
    label: '常住人口',
    unit: '人',
    source: '演示',
    values: [{ unitId: foreign, on: '2024-12-31', value: 1 }],
  },
  'POST /plan-imports/:importId/adoption': { effectiveFrom: '2026-12-01', reason: '试一试' },
}

const planText = `云亭县知识产权试点方案（演示）
一、工作目标
到2027年，全县有效发明专利拥有量达到500件。
二、主要任务
1.加强专利培育。开展企业专利导航。（责任单位：县市场监管局）
`

/** A second jurisdiction in the same database, with one row of each kind that has an id of its own. */
async function insertOtherJurisdiction({ platform }: TestApp): Promise<void> {
  const at = `'2026-11-25T01:00:00Z'`
  const hash = `encode(sha256('${foreign}'), 'hex')`
  await platform.tamper(`
    insert into jurisdiction values ('biexian', '别县', '别县', true, ${at});
    insert into party (jurisdiction, id, name, short_name, kind, ordinal, pinyin, created_at)
      values ('biexian', '${foreign}', '别县局', '别县局', 'department', 1, 'bie xian ju', ${at});
    insert into account (jurisdiction, id, login, display_name, password_hash, must_change_password, created_at)
      values ('biexian', '${foreign}', 'biexian', '别县人', 'x', false, ${at});
    insert into account_role values ('biexian', '${foreign}', 'administrator', null, 0);
    insert into session values ('biexian', '${foreign}', ${hash}, '${foreign}', '别县电脑', ${at}, ${at}, '2027-01-01', null);
    insert into evidence_blob values ('biexian', ${hash}, 1, 'text/plain', null, 'notScanned', ${at});
    insert into evidence values ('biexian', '${foreign}', ${hash}, '别县文件', 'plan', null, '别县人', 'public', ${at});
    insert into journal values ('biexian', 1, ${at}, null, '别县人', 'office', 'web', 'r', 'party.create', 'party',
      '${foreign}', null, '{}', null, repeat('0', 64), ${hash});
    insert into journal_head values ('biexian', 1, ${hash});
    insert into search_entry (jurisdiction, kind, id, title, context, path, weight, tokens)
      values ('biexian', 'target', '${foreign}', '别县目标', '别县', '/targets/${foreign}', 9, '别县');
    insert into plan values ('biexian', '${foreign}', 1, ${at});
    insert into plan_import (jurisdiction, id, status, source_text, notes, created_by_label, created_at)
      values ('biexian', '${foreign}', 'review', '别县方案', '[]', '别县人', ${at});
    insert into plan_import_item (jurisdiction, import_id, id, kind, ordinal, content, decision, revision)
      values ('biexian', '${foreign}', '${foreign}', 'question', 0, '{"message":"别县问题","answer":null}', 'pending', 1);
    insert into plan_version (jurisdiction, plan_id, version, title, period_start, period_end, effective_from, adopted_at,
      adopted_by_label) values ('biexian', '${foreign}', 1, '别县方案', '2024-01-01', '2027-12-31', '2024-01-01', ${at}, '别县人');
    insert into plan_target (jurisdiction, plan_id, version, item_id, ordinal, code, name, short_name, area, comparator,
      value, unit, base_value, base_unit) values ('biexian', '${foreign}', 1, '${foreign}', 0, '${foreign}', '别县目标', '别县目标',
      'creation', 'gte', 1, '件', 1, '件');
    insert into plan_task (jurisdiction, plan_id, version, item_id, ordinal, number, title, area, summary)
      values ('biexian', '${foreign}', 1, '${foreign}', 0, 77, '别县任务', 'creation', '别县');
    insert into plan_milestone (jurisdiction, plan_id, version, item_id, ordinal, code, name, level, area, parts)
      values ('biexian', '${foreign}', 1, '${foreign}', 0, '${foreign}', '别县里程碑', 'achieve', 'creation', '[]')`)
}
