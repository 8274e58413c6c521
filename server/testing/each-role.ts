import { type Role, roleNames, roles } from '@qiangxian/kernel/accounts/roles'
import { operations } from '../operations.ts'
import type { Answer, TestApp, Visitor } from './test-app.ts'

export type OneOfEach = Readonly<Record<Role, Visitor>>

/** Somebody of each role; who acts for a unit acts for `unit`. */
export async function oneOfEachRole(test: TestApp, unit = '丁蜀镇'): Promise<OneOfEach> {
  const visitors: Partial<Record<Role, Visitor>> = { public: test.public }
  for (const role of roleNames) {
    if (role === 'public') continue
    const login = `geren-${role.toLowerCase()}`
    visitors[role] = await test.newVisitor(role, login, roles[role].forUnit ? unit : undefined)
  }
  return visitors as OneOfEach
}

/** Uses a route with one id wherever it asks for one, in its path and in a whole body. */
export function ask(visitor: Visitor, route: string, id: string): Promise<Answer> {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern.replaceAll(/:\w+/g, (name) => words[name] ?? id)
  const body = wholeBody(route, id)
  switch (method) {
    case 'GET':
      return visitor.get(path)
    case 'POST':
      // A file that belongs to a thing is sent as a file; those that stand for themselves have tests of their own.
      return pattern.includes('/:') && takesFile(route)
        ? visitor.upload(path, { name: '佐证.txt', content: '佐证（演示）' })
        : visitor.post(path, body)
    case 'PUT':
      return visitor.put(path, body)
    case 'PATCH':
      return visitor.patch(path, body)
    default:
      return visitor.delete(path)
  }
}

/** What is no id of a row but a word of the program: a register of which units see their own records only. */
const words: Readonly<Record<string, string>> = { ':itemKind': 'target', ':register': 'agency-year', ':version': '1' }

function takesFile(route: string): boolean {
  return operations.some(
    (each) =>
      each.kind === 'command' && each.upload !== undefined && `${each.route.method} ${each.route.path}` === route,
  )
}

/** A body that would be taken if the thing itself were there and the reader's. */
function wholeBody(route: string, id: string): object {
  const items = [{ dutyId: id, revision: 1 }]
  const bodies: Readonly<Record<string, object>> = {
    'PUT /account/password': { current: 'wrong-password', next: 'another-password-1' },
    'PATCH /accounts/:accountId': { disabled: true },
    'POST /accounts/:accountId/identities': { reference: '12345678' },
    'PATCH /organisations/:partyId': { name: '改名' },
    'PATCH /plan-imports/:importId/items/:itemId': { revision: 1, decision: 'struck' },
    'POST /plan-imports/:importId/items': { kind: 'question', content: { message: '新问题', answer: null } },
    'POST /plan-imports/:importId/adoption': { effectiveFrom: '2026-12-01', reason: '试一试' },
    'POST /targets/:itemId/breakdowns': { axis: 'year', method: 'manual', shares: [{ year: 2026, value: 1 }] },
    'PUT /targets/:itemId/task-weights': { weights: [] },
    'PUT /targets/:itemId/baseline': { value: 1, on: '2024-01-01' },
    // A statistic that is not there is made; the unit of its values is what is looked up.
    'PUT /statistics/:statisticId': {
      label: '常住人口',
      unit: '人',
      source: '演示',
      values: [{ unitId: id, on: '2024-12-31', value: 1 }],
    },
    'POST /quality/findings/:findingId/explanation': { explanation: '已核对（演示）' },
    'POST /duties/:dutyId/urgings': { words: '请尽快报送（演示）' },
    'POST /urgings/:urgingId/replies': { words: '已在办理（演示）' },
    'POST /duties/:dutyId/extensions': { to: '2026-12-31', reason: '数据未出（演示）' },
    'POST /extensions/:extensionId/decision': { granted: true, revision: 1 },
    'PUT /tasks/:itemId/parts': { parts: [], seen: [] },
    'POST /task-parts/:partId/acts': { act: 'receive', revision: 1 },
    'PUT /items/:itemKind/:itemId/cycle': { cycle: 'quarter' },
    'POST /work/sheets/:sheetId/decision': { take: false },
    'PUT /reports/:dutyId': { revision: 0, content: { narrative: '别人的（演示）' } },
    'POST /reports/submission': { items },
    'POST /reports/check': { items },
    'POST /reports/approval': { items },
    'POST /reports/return': { items, reason: '请补正（演示）' },
    'POST /reports/:dutyId/withdrawal': { revision: 1 },
    'POST /reports/:dutyId/correction': { revision: 1, content: { narrative: '别人的（演示）' }, reason: '试（演示）' },
    'POST /notices/read': { ids: [id] },
    'PATCH /registers/:register/records/:recordId': { revision: 1, values: { remarks: '别人的（演示）' } },
    'POST /registers/:register/records/:recordId/removal': { reason: '试（演示）' },
    'POST /registers/:register/records/:recordId/disclosures': { fields: ['remarks'], reason: '试（演示）' },
    'POST /registers/:register/records/:recordId/mistakes': { words: '不对（演示）' },
    'POST /registers/:register/merges/:mergeId/undoing': { reason: '试（演示）' },
    'POST /mistakes/:mistakeId/answer': { answer: '已核（演示）', outcome: 'kept' },
    'POST /accounts/:accountId/entities': { recordId: id },
    'PUT /imports/:runId/mapping': { sheets: [] },
    'PUT /imports/:runId/decisions': { decision: 'skip', verdict: 'doubtful' },
    'POST /imports/:runId/undoing': { reason: '试（演示）' },
    'POST /name-matches/:matchId/decision': { as: 'none' },
    'POST /matters/:matterId/acts': { act: 'note', revision: 1, opinion: '别人的（演示）' },
    'POST /matter-acts/batch': { act: 'take', matters: [{ id, revision: 1 }] },
    'POST /matters/:matterId/unsealings': { reason: '试一试（演示）' },
    'POST /matter-types/:type/closures': { reason: '试（演示）' },
    'POST /matter-types/:type/openings': { reason: '试（演示）' },
    'POST /matter-types/:type/versions': { reason: '试（演示）', seen: id },
    'POST /matter-types/:type/document-templates/:document/versions': { reason: '试（演示）' },
    'POST /matter-types/:type/document-templates/:document/choices': { version: 'builtin', reason: '试（演示）' },
    'POST /documents/:documentId/revocations': { reason: '试一试（演示）' },
    'POST /document-prints': { ids: [id] },
    'POST /webhooks': { label: '试', url: 'https://receiver.example/hook', kinds: ['*'] },
    'PATCH /webhooks/:webhookId': { label: '改名（演示）' },
    'POST /matters/:matterId/comments': { words: '别人的（演示）' },
    'PATCH /opinion-templates/:templateId': { words: '别人的（演示）' },
    'POST /publications/:publicationId/objections': { words: '不同意（演示）' },
    'POST /publications/:publicationId/objections/:objectionId/answer': { answer: '已核（演示）', upheld: false },
    'PATCH /drafts/:draftId': { revision: 1, values: { address: '别人的（演示）' } },
    'POST /drafts/:draftId/prefill-confirmations': { fields: ['phone'] },
    'POST /drafts/:draftId/submission': { agreed: true },
    'POST /window/matters/:matterId/acts': { act: 'withdraw' },
    'POST /own-matters/:matterId/acts': { act: 'withdraw' },
    'POST /own-matters/:matterId/ratings': { level: 1, words: '别人的（演示）' },
    'POST /tickets/:ticketId/cancellation': { code: 'wrong-code' },
    'POST /tickets/:ticketId/ratings': { code: 'wrong-code', level: 1 },
    'POST /bad-ratings/:ratingId/contact': { words: '已联系（演示）' },
    'POST /bad-ratings/:ratingId/rectification': { words: '已整改（演示）' },
    'POST /bad-ratings/:ratingId/appeal': { words: '申诉（演示）' },
    'POST /bad-ratings/:ratingId/check': { unfounded: true, words: '不实（演示）' },
    'POST /indicators/:code/freezes': { period: '2026-10' },
    'POST /indicators/:code/versions': { formula: {}, basedOn: 1, validFrom: '2026-12-01', reason: '试（演示）' },
    'POST /conditions/:register/:name/versions': {
      holds: {},
      basedOn: 1,
      validFrom: '2026-12-01',
      reason: '试（演示）',
    },
    'POST /reviews/:reviewId/scores': { scores: {}, opinion: '试（演示）' },
    'POST /reviews/:reviewId/recusal': { reason: '试（演示）' },
  }
  return bodies[route] ?? {}
}
