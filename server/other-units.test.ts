import { readWorkbook } from '@qiangxian/modules/management/progress-reporting/sheet/read-workbook'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from './operations.ts'
import { ask } from './testing/each-role.ts'
import { rowsOf } from './testing/rows-of.ts'
import type { Answer, Visitor } from './testing/test-app.ts'
import { innermost, openTwoUnits, type TwoUnits } from './testing/two-units.ts'

type Ids = TwoUnits['ids']

/** Every route with an id of something that a unit has, and the things of which it is asked. */
const routes: Readonly<Record<string, readonly (keyof Ids)[]>> = {
  'GET /duties/:dutyId': ['open', 'drafted', 'submitted', 'approved', 'supportDuty'],
  'POST /duties/:dutyId/urgings': ['open', 'supportDuty'],
  'POST /duties/:dutyId/extensions': ['open', 'submitted', 'supportDuty'],
  'POST /urgings/:urgingId/replies': ['urging'],
  'POST /extensions/:extensionId/decision': ['extension'],
  'POST /task-parts/:partId/acts': ['part', 'supportPart'],
  'GET /reports/:dutyId': ['open', 'drafted', 'submitted', 'checked', 'approved', 'supportDuty'],
  'PUT /reports/:dutyId': ['open', 'drafted', 'submitted', 'approved', 'supportDuty'],
  'POST /reports/submission': ['open', 'drafted', 'supportDuty'],
  'POST /reports/check': ['submitted', 'supportDuty'],
  'POST /reports/approval': ['checked', 'supportDuty'],
  'POST /reports/return': ['submitted', 'supportDuty'],
  'POST /reports/:dutyId/withdrawal': ['submitted', 'supportDuty'],
  'POST /reports/:dutyId/correction': ['approved', 'supportDuty'],
  'POST /reports/:dutyId/evidence': ['open', 'drafted', 'supportDuty'],
  'DELETE /reports/:dutyId/evidence/:evidenceId': ['drafted', 'supportDuty'],
  'GET /work/sheets/:sheetId': ['sheet'],
  'POST /work/sheets/:sheetId/decision': ['sheet'],
  'GET /evidence/:evidenceId': ['evidence', 'supportEvidence'],
  'GET /evidence/:evidenceId/content': ['evidence', 'supportEvidence'],
  'DELETE /sessions/:sessionId': ['session'],
  'POST /sessions/:sessionId/acknowledgement': ['session'],
  'POST /notices/read': ['notice'],
  'POST /quality/findings/:findingId/explanation': ['finding'],
  'GET /registers/:register/records/:recordId': ['record'],
  'PATCH /registers/:register/records/:recordId': ['record'],
  'POST /registers/:register/records/:recordId/removal': ['record'],
  'POST /registers/:register/records/:recordId/disclosures': ['record'],
  'POST /registers/:register/records/:recordId/mistakes': ['record'],
  'DELETE /registers/:register/views/:viewId': ['view'],
  'GET /imports/:runId': ['run'],
  'GET /imports/:runId/rows': ['run'],
  'PUT /imports/:runId/mapping': ['run'],
  'PUT /imports/:runId/decisions': ['run'],
  'POST /imports/:runId/commitment': ['run'],
  'POST /imports/:runId/undoing': ['run'],
  'POST /imports/:runId/discarding': ['run'],
  'GET /imports/:runId/faulty-rows': ['run'],
  'GET /limits/:limitId': ['limit'],
  'GET /draws/:drawId': ['draw'],
  'POST /draws/:drawId/result': ['draw'],
  'GET /reviews/:reviewId': ['review'],
  'POST /reviews/:reviewId/scores': ['review'],
  'POST /reviews/:reviewId/recusal': ['review'],
  'GET /matters/:matterId/reviews': ['matter'],
  'POST /matters/:matterId/review-draws': ['matter'],
  'GET /documents/:documentId/file': ['document'],
  'GET /documents/:documentId/badge': ['document'],
  'POST /documents/:documentId/revocations': ['document'],
  'POST /document-prints': ['document'],
  'GET /matters/:matterId': ['matter'],
  'POST /matters/:matterId/acts': ['matter'],
  'POST /matters/:matterId/comments': ['matter'],
  'POST /matters/:matterId/comments/:commentId/withdrawal': ['matter'],
  'PATCH /opinion-templates/:templateId': ['template'],
  'DELETE /opinion-templates/:templateId': ['template'],
  'POST /matters/:matterId/unsealings': ['matter'],
  'GET /matters/:matterId/people': ['matter'],
  'GET /own-matters/:matterId': ['matter'],
  'POST /own-matters/:matterId/acts': ['matter'],
  'POST /own-matters/:matterId/ratings': ['matter'],
  'POST /own-matters/:matterId/materials': ['matter'],
  'GET /window/matters/:matterId': ['matter'],
  'POST /window/matters/:matterId/acts': ['matter'],
  'POST /window/matters/:matterId/materials': ['matter'],
  'GET /training-sessions/:sessionId/sign-in-code': ['training'],
  'GET /training-attendances/:recordId/proof': ['attendance'],
  'POST /bad-ratings/:ratingId/contact': ['rating'],
  'POST /bad-ratings/:ratingId/rectification': ['rating'],
  'POST /bad-ratings/:ratingId/appeal': ['rating'],
  'POST /bad-ratings/:ratingId/check': ['rating'],
}
const cells = Object.entries(routes).flatMap(([route, things]) => things.map((thing) => ({ route, thing })))

/** What has an id and belongs to no unit: of these every unit sees the same, or nobody does. */
const ofNoUnit =
  /:(type|rule|itemId|importId|accountId|partyId|statisticId|jobId|identityId|code|name|mergeId|mistakeId|matchId|webhookId|messageId|draftId|ticketId|publicationId)\b/

describe('what belongs to another unit', () => {
  let units: TwoUnits
  beforeAll(async () => {
    units = await openTwoUnits()
    before = await rows()
  }, 180_000)
  afterAll(() => units.close())

  /** All rows but those that say when somebody was last here, as they stood before anybody else asked. */
  let before: Awaited<ReturnType<typeof rows>>
  const itChangesNothing = () => {
    it('and all rows are as they were', async () => {
      expect(await rows()).toEqual(before)
    })
  }
  const rows = async () => {
    const { county } = units.test.platform
    const all = new Map(await rowsOf(units.test.platform, county.jurisdiction))
    all.delete('session')
    // What a caller tried is counted against themselves, also where it is refused.
    all.delete('throttle')
    return Object.fromEntries(all)
  }
  const sameAsNothing = (answer: Answer, nothing: Answer, id: string) => {
    const said = ({ status, body }: Answer, of: string) => [
      status,
      body?.code,
      String(body?.detail ?? '').replaceAll(of, 'X'),
    ]
    expect(said(answer, id)).toEqual(said(nothing, 'no-such-thing'))
  }

  it('is asked for by every route with an id of it', () => {
    const withId = operations
      .map(({ route }) => `${route.method} ${route.path}`)
      .filter((route) => route.replace('/:register', '').includes('/:') && !ofNoUnit.test(route))
    expect(withId.filter((route) => routes[route] === undefined)).toEqual([])
  })

  const strangers: readonly (readonly [string, (of: TwoUnits) => Visitor])[] = [
    ['the head of another unit', (of) => of.stranger.head],
    ['the reporter of another unit', (of) => of.stranger.reporter],
    ['the public', (of) => of.test.public],
    ['the administrator', (of) => of.administrator],
  ]
  describe.each(strangers)('to %s', (_who, visitorOf) => {
    it.each(cells)('$route of $thing is as if it were not there', async ({ route, thing }) => {
      const visitor = visitorOf(units)
      const id = units.ids[thing]
      const answer = await ask(visitor, route, id)
      sameAsNothing(answer, await ask(visitor, route, 'no-such-thing'), id)
      expect(answer.text.includes(innermost)).toBe(false)
    })

    itChangesNothing()

    const lists = operations.filter(({ kind, route }) => kind === 'query' && !route.path.includes('/:'))
    it.each(lists.map(({ route }) => route.path))('%s shows nothing of it', async (path) => {
      const visitor = visitorOf(units)
      for (const query of ['', `?unit=${units.unitIds.owner}`, `?unit=${units.unitIds.supporter}`]) {
        // The journal is the administrator's too, whole: it is there to be read by those who do no business.
        if (path === '/journal' && visitor === units.administrator) continue
        const { text } = await visitor.get(`${path}${query}`)
        expect(text.includes(innermost), `${path}${query}`).toBe(false)
        for (const thing of ['open', 'supportDuty', 'urging', 'extension', 'sheet', 'supportPart'] as const) {
          expect(text.includes(units.ids[thing]), `${path}${query} names ${thing}`).toBe(false)
        }
      }
    })

    it('the pages of what both work on show nothing of it', async () => {
      const visitor = visitorOf(units)
      const { targets } = (await units.office.get('/targets')).body
      for (const { itemId } of targets) {
        for (const path of [`/targets/${itemId}`, `/targets/${itemId}/progress`, `/targets/${itemId}/breakdown`]) {
          const { text } = await visitor.get(path)
          expect(text.includes(innermost), path).toBe(false)
          expect(text.includes(units.ids.open), path).toBe(false)
        }
      }
      for (const path of [`/tasks/${units.taskId}`, `/tasks/${units.taskId}/progress`]) {
        const { text } = await visitor.get(path)
        expect(text.includes(innermost), path).toBe(false)
        expect(text.includes(units.ids.supportPart), path).toBe(false)
      }
      const { text } = await visitor.get(`/search?q=${encodeURIComponent(innermost)}`)
      expect(JSON.parse(text).hits ?? []).toEqual([])
    })
  })

  describe('is seen of the tasks that a unit leads (牵头)', () => {
    it.each([
      ['GET /duties/:dutyId', 'supportDuty'],
      ['GET /reports/:dutyId', 'supportDuty'],
      ['GET /evidence/:evidenceId', 'supportEvidence'],
      ['GET /evidence/:evidenceId/content', 'supportEvidence'],
    ] as const)('%s', async (route, thing) => {
      for (const visitor of [units.owner.head, units.owner.reporter]) {
        expect((await ask(visitor, route, units.ids[thing])).status).toBe(200)
      }
    })

    it('with all its parts, reports and urgings', async () => {
      const { parts, reports } = (await units.owner.head.get(`/tasks/${units.taskId}/progress`)).body
      expect(parts.map(({ id }: { id: string }) => id)).toContain(units.ids.supportPart)
      expect(reports.map(({ duty }: { duty: { id: string } }) => duty.id)).toContain(units.ids.supportDuty)
    })

    const changes = cells.filter(({ route, thing }) => thing === 'supportDuty' && !route.startsWith('GET'))
    it.each([...changes, { route: 'POST /task-parts/:partId/acts', thing: 'supportPart' as const }])(
      'and is not changed by it: $route',
      async ({ route, thing }) => {
        for (const visitor of [units.owner.head, units.owner.reporter]) {
          expect([403, 404]).toContain((await ask(visitor, route, units.ids[thing])).status)
        }
      },
    )

    itChangesNothing()

    it('and not of those that it supports', async () => {
      for (const visitor of [units.supporter.head, units.supporter.reporter]) {
        const { parts, reports } = (await visitor.get(`/tasks/${units.taskId}/progress`)).body
        expect(parts.map(({ id }: { id: string }) => id)).toEqual([units.ids.supportPart])
        expect(reports.map(({ duty }: { duty: { id: string } }) => duty.id)).toEqual([units.ids.supportDuty])
        for (const id of [units.ids.open, units.ids.submitted]) {
          expect((await visitor.get(`/duties/${id}`)).status).toBe(404)
        }
      }
    })
  })

  describe.each(['leader', 'auditor'] as const)('to the %s', (who) => {
    it.each(cells.filter(({ route }) => route.startsWith('GET')))(
      '$route of $thing is read',
      async ({ route, thing }) => {
        const answer = await ask(units[who], route, units.ids[thing])
        // A draft, its files and a sheet are the unit's own until its head has signed.
        const unsigned = thing === 'evidence' || thing === 'sheet' || thing === 'run'
        // What whoever applied reads is theirs alone, and an answer is no certificate that has a badge.
        const isTheirs = /own-matters|badge/.test(route)
        // The code of a room is for whoever stands at its door.
        const isOfTheRoom = route.endsWith('/sign-in-code')
        // What was given to an expert is for the expert alone.
        const isOfTheExpert = route.startsWith('GET /reviews/')
        // What stands at a window is for its clerks.
        const isOfTheWindow = route.startsWith('GET /window/')
        const isNotReviewed = route === 'GET /matters/:matterId/reviews'
        const hidden = unsigned || isTheirs || isOfTheRoom || isOfTheExpert || isOfTheWindow
        const refused = isOfTheRoom || isOfTheExpert || isOfTheWindow || /sheet|imports/.test(route) ? 403 : 404
        expect(answer.status, answer.text).toBe(isNotReviewed ? 409 : hidden ? refused : 200)
        if (thing === 'drafted') expect(answer.text).not.toContain(innermost)
      },
    )

    // Whoever reads a record may say what is wrong with it; that is a word to the office and changes nothing of the unit's.
    // Printing is reading.
    const isWord = (route: string) => route.endsWith('/mistakes') || route === 'POST /document-prints'
    it.each(cells.filter(({ route }) => !route.startsWith('GET') && !isWord(route)))(
      '$route of $thing changes nothing',
      async ({ route, thing }) => {
        const answer = await ask(units[who], route, units.ids[thing])
        // Of one's own things, one is told that there is no such thing, or that nothing was done.
        if (/\/(sessions|notices|views)\b/.test(route)) expect([200, 404]).toContain(answer.status)
        else if (route.includes('/own-matters/')) expect(answer.status, answer.text).toBe(404)
        // Who reads a matter may see that an act is none of theirs, or that it cannot be done any more.
        else if (route === 'POST /matters/:matterId/acts') expect([403, 409]).toContain(answer.status)
        else expect(answer.status, answer.text).toBe(403)
      },
    )

    itChangesNothing()
  })

  it('the sheet to fill in says what its unit wrote to that unit only (填报表)', async () => {
    const path = `/work/sheet?unit=${units.unitIds.owner}&period=2026-11`
    const saysIt = async (visitor: Visitor) => {
      const { status, bytes } = await visitor.get(path)
      return status === 200 ? JSON.stringify(readWorkbook(bytes), withMaps).includes(innermost) : status
    }
    expect(await saysIt(units.owner.reporter)).toBe(true)
    for (const visitor of [units.office, units.leader, units.auditor]) expect(await saysIt(visitor)).toBe(false)
    for (const visitor of [units.stranger.head, units.supporter.head]) expect(await saysIt(visitor)).toBe(404)
    expect(await saysIt(units.administrator)).toBe(403)
    expect(await saysIt(units.test.public)).toBe(401)
  })

  it('a session of somebody else goes on', async () => {
    expect((await units.owner.head.get('/account')).status).toBe(200)
  })

  it('an account with several roles in several units reaches the union of them, and no more', async () => {
    const { test, unitIds, ids } = units
    const body = {
      login: 'duojue',
      displayName: 'duojue（演示）',
      password: 'duojue-mima-2026',
      roles: [
        { role: 'unitReporter', partyId: unitIds.owner },
        { role: 'unitHead', partyId: unitIds.stranger },
      ],
    }
    expect((await units.administrator.post('/accounts', body)).status).toBe(200)
    const both = await test.signIn('duojue', 'duojue-mima-2026')
    expect(
      (await both.put('/account/password', { current: 'duojue-mima-2026', next: 'duojue-mima-2027' })).status,
    ).toBe(200)
    const work = (await both.get('/work')).body
    expect(work.units.map(({ id }: { id: string }) => id).sort()).toEqual([unitIds.owner, unitIds.stranger].sort())
    expect(work.may).toEqual({ draft: true, submit: work.unit.id === unitIds.stranger })
    // As its reporter: reads and drafts for 市市场监管局.
    expect((await both.get(`/reports/${ids.drafted}`)).status).toBe(200)
    expect(
      (await both.put(`/reports/${ids.open}`, { revision: 0, content: { narrative: '两个角色（演示）' } })).status,
    ).toBe(200)
    expect((await both.post(`/urgings/${ids.urging}/replies`, { words: '正在办理（演示）' })).status).toBe(200)
    // Head of 丁蜀镇 is head of 丁蜀镇 only.
    for (const [route, thing] of [
      ['POST /reports/submission', 'drafted'],
      ['POST /reports/:dutyId/withdrawal', 'submitted'],
      ['POST /reports/:dutyId/correction', 'approved'],
      ['POST /duties/:dutyId/extensions', 'open'],
    ] as const) {
      expect((await ask(both, route, ids[thing])).status, route).toBe(404)
    }
    // Neither role belongs to 市商务局; what 市市场监管局 leads is read through its role there.
    expect((await ask(both, 'PUT /reports/:dutyId', ids.supportDuty)).status).toBe(404)
    expect((await both.get(`/reports/${ids.supportDuty}`)).status).toBe(200)
    // And none belongs to the office.
    for (const route of ['POST /reports/check', 'POST /duties/:dutyId/urgings']) {
      expect((await ask(both, route, ids.submitted)).body.code).toBe('operation.notAllowed')
    }
    expect((await both.get('/journal')).status).toBe(403)
  })
})

/** Maps are printed too: the cells of a sheet stand in one. */
function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value
}
