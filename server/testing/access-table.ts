import { type Role, roleNames } from '@qiangxian/kernel/accounts/roles'

/**
 * Who may use which route, written down a second time and by hand: the declarations say it once, and a slip there must
 * not pass unseen. A new operation fails the test of this table until somebody has thought about it and adds its line.
 *
 * Roles that are named may try, and what they may see is decided by the look-up; all others are refused, 401 for the
 * public and 403 for whoever is signed in.
 */
export interface AccessLine {
  readonly route: string
  /** the roles that may try; everybody else is refused */
  readonly roles: readonly Role[]
}

const everybody = roleNames
const officeOnly: readonly Role[] = ['office']
const administratorOnly: readonly Role[] = ['administrator']
const readersOfTheJournal: readonly Role[] = ['office', 'administrator', 'auditor']
const keepersOfTheClock: readonly Role[] = ['office', 'administrator']
const giversOfEvidence: readonly Role[] = ['office', 'unitHead', 'unitReporter', 'caseOfficer', 'windowClerk']
const readersOfWork: readonly Role[] = ['office', 'unitHead', 'unitReporter', 'leader', 'auditor']
const menders: readonly Role[] = ['office', 'unitHead', 'unitReporter']
const reporters: readonly Role[] = ['unitHead', 'unitReporter']
const headsOnly: readonly Role[] = ['unitHead']
const ownersOfRecords: readonly Role[] = ['enterprise', 'citizen', 'expert']
const readersOfFigures: readonly Role[] = ['administrator', ...readersOfWork]
const readersOfRegisters: readonly Role[] = [...readersOfWork, 'caseOfficer', 'windowClerk']
const handlersOfMatters: readonly Role[] = ['unitHead', 'caseOfficer']
const readersOfMatters: readonly Role[] = ['office', 'unitHead', 'caseOfficer', 'leader', 'auditor']
const drawers: readonly Role[] = ['office', 'unitHead', 'caseOfficer']
const expertsOnly: readonly Role[] = ['expert']
const definers: readonly Role[] = ['administrator', 'office']

const receivers: readonly Role[] = ['windowClerk']
const settlersOfRatings: readonly Role[] = ['office', 'unitHead']

export const accessTable: readonly AccessLine[] = [
  line('GET /session', everybody),
  line('POST /session', everybody),
  line('DELETE /session', everybody),
  line('POST /session/second-step', everybody),
  line('POST /setup/administrator', everybody),
  line('POST /oidc/visits', everybody),
  line('GET /oidc/callback', everybody),
  line('GET /openapi.json', everybody),

  line('GET /cockpit', everybody),
  line('GET /plan', everybody),
  line('GET /plan/versions', everybody),
  line('GET /plan/comparison', everybody),
  line('GET /targets', everybody),
  line('GET /targets/:itemId', everybody),
  line('GET /tasks/:itemId', everybody),
  line('GET /milestones/:itemId', everybody),
  line('GET /organisations', everybody),
  line('GET /organisations/:partyId', everybody),
  line('GET /search', everybody),
  line('GET /parameters', everybody),
  line('GET /identifiers/:type/checks', everybody),

  // Who may try; which unit's duties and parts one reaches is decided by the look-up.
  line('GET /supervision', readersOfWork),
  line('GET /duties', readersOfWork),
  line('GET /duties/:dutyId', readersOfWork),
  line('POST /duties/:dutyId/urgings', officeOnly),
  line('POST /urgings/:urgingId/replies', reporters),
  line('POST /duties/:dutyId/extensions', headsOnly),
  line('POST /extensions/:extensionId/decision', officeOnly),
  line('GET /tasks/:itemId/progress', readersOfWork),
  line('PUT /tasks/:itemId/parts', readersOfWork),
  line('POST /task-parts/:partId/acts', readersOfWork),
  line('PUT /items/:itemKind/:itemId/cycle', officeOnly),
  line('POST /clock/step', keepersOfTheClock),
  line('POST /clock/confirmation', keepersOfTheClock),

  line('GET /timeline', everybody),
  line('GET /targets/:itemId/progress', everybody),
  line('GET /milestones/progress', everybody),
  line('GET /milestones/:itemId/progress', everybody),
  line('GET /targets/:itemId/breakdown', readersOfWork),
  line('GET /targets/:itemId/breakdown-proposal', officeOnly),
  line('POST /targets/:itemId/breakdowns', officeOnly),
  line('PUT /targets/:itemId/task-weights', officeOnly),
  line('PUT /targets/:itemId/baseline', officeOnly),
  line('GET /statistics', readersOfWork),
  line('PUT /statistics/:statisticId', officeOnly),

  line('GET /plan-imports', officeOnly),
  line('POST /plan-imports', officeOnly),
  line('POST /plan-imports/county', officeOnly),
  line('POST /plan-amendments', officeOnly),
  line('GET /plan-imports/:importId', officeOnly),
  line('POST /plan-imports/:importId/items', officeOnly),
  line('PATCH /plan-imports/:importId/items/:itemId', officeOnly),
  line('POST /plan-imports/:importId/new-units', officeOnly),
  line('POST /plan-imports/:importId/confirmation', officeOnly),
  line('POST /plan-imports/:importId/adoption', officeOnly),
  line('DELETE /plan-imports/:importId', officeOnly),

  line('GET /work', readersOfWork),
  line('GET /work/sheet', readersOfWork),
  line('POST /work/sheets', reporters),
  line('GET /work/sheets/:sheetId', reporters),
  line('POST /work/sheets/:sheetId/decision', reporters),
  line('GET /reports', readersOfWork),
  line('GET /reports/:dutyId', readersOfWork),
  line('PUT /reports/:dutyId', reporters),
  line('POST /reports/submission', headsOnly),
  line('POST /reports/check', officeOnly),
  line('POST /reports/approval', officeOnly),
  line('POST /reports/return', officeOnly),
  line('POST /reports/:dutyId/withdrawal', headsOnly),
  line('POST /reports/:dutyId/correction', headsOnly),
  line('POST /reports/:dutyId/evidence', reporters),
  line('DELETE /reports/:dutyId/evidence/:evidenceId', reporters),

  line('POST /organisations', officeOnly),
  line('PATCH /organisations/:partyId', officeOnly),

  line('GET /rules', everybody),
  line('GET /rules/:rule', everybody),
  line('GET /rules/:rule/counting', everybody),
  line('GET /due', everybody),
  line('GET /calendar-years', everybody),
  line('POST /calendar-years', ['administrator', 'office']),
  // Of a limit whoever sees its matter; the look-up decides.
  line('GET /limits/:limitId', everybody),
  line('POST /matter-clock/step', keepersOfTheClock),
  line('POST /matter-clock/acts', keepersOfTheClock),

  // What of a register somebody sees is decided where its records are looked up; some show the public nothing.
  line('GET /registers', everybody),
  line('GET /registers/:register', everybody),
  line('GET /registers/:register/records', everybody),
  line('GET /registers/:register/records/:recordId', everybody),
  line('GET /registers/:register/views', everybody),
  line('GET /registers/:register/template', everybody),
  line('GET /registers/:register/export', everybody),
  line('POST /registers/:register/views', readersOfRegisters),
  line('DELETE /registers/:register/views/:viewId', readersOfRegisters),
  line('POST /registers/:register/records', menders),
  line('PATCH /registers/:register/records/:recordId', menders),
  line('POST /registers/:register/records/:recordId/removal', officeOnly),
  line('POST /registers/:register/bulk-edits', officeOnly),
  line('POST /registers/:register/assignments', officeOnly),
  line('GET /registers/:register/duplicates', officeOnly),
  line('POST /registers/:register/merges', officeOnly),
  line('POST /registers/:register/merges/:mergeId/undoing', officeOnly),
  line('POST /registers/:register/records/:recordId/disclosures', officeOnly),
  // Whoever sees a record may say what is wrong with it.
  line('POST /registers/:register/records/:recordId/mistakes', everybody),
  line('GET /mistakes', officeOnly),
  line('POST /mistakes/:mistakeId/answer', officeOnly),
  line('GET /own-entities', ownersOfRecords),
  line('GET /accounts/:accountId/entities', administratorOnly),
  line('POST /accounts/:accountId/entities', administratorOnly),
  line('DELETE /accounts/:accountId/entities/:recordId', administratorOnly),

  line('POST /registers/:register/imports', menders),
  line('GET /imports', menders),
  line('GET /imports/:runId', menders),
  line('GET /imports/:runId/rows', menders),
  line('PUT /imports/:runId/mapping', menders),
  line('PUT /imports/:runId/decisions', menders),
  line('POST /imports/:runId/commitment', menders),
  line('POST /imports/:runId/undoing', menders),
  line('POST /imports/:runId/discarding', menders),
  line('GET /imports/:runId/faulty-rows', menders),
  line('GET /name-matches', officeOnly),
  line('POST /name-matches/:matchId/decision', officeOnly),

  line('GET /indicators', readersOfFigures),
  line('GET /indicators/:code', readersOfFigures),
  line('GET /indicators/:code/value', readersOfFigures),
  line('GET /indicators/:code/records', readersOfFigures),
  line('GET /indicators/:code/lineage', readersOfFigures),
  line('GET /indicators/:code/series', readersOfFigures),
  line('GET /indicators/:code/waterfall', readersOfFigures),
  line('GET /indicators/:code/what-if', readersOfFigures),
  line('GET /indicators/:code/drift', readersOfFigures),
  line('GET /indicators/:code/export', readersOfFigures),
  line('POST /indicators/:code/freezes', officeOnly),
  line('POST /indicators/:code/versions', definers),
  line('POST /definition-previews', definers),
  line('GET /conditions', readersOfFigures),
  line('GET /conditions/:register/:name', readersOfFigures),
  line('POST /conditions/:register/:name/versions', definers),
  line('POST /definitions', definers),
  line('POST /indicator-refreshes', keepersOfTheClock),
  line('POST /indicator-troubles', keepersOfTheClock),

  line('POST /evidence', giversOfEvidence),
  // Whoever asks finds what is public, what they gave and what their office holds; nothing else is there for them.
  line('GET /evidence/:evidenceId', everybody),
  line('GET /evidence/:evidenceId/content', everybody),

  // One's own: the public has no notices, and is told so.
  line('GET /notices', everybody),
  line('POST /notices/read', everybody),

  line('GET /jobs', keepersOfTheClock),
  line('POST /jobs/:jobId/run', keepersOfTheClock),

  // Who may try; a unit sees and explains the findings that it is to mend.
  line('GET /quality/rules', readersOfRegisters),
  line('GET /quality/findings', readersOfRegisters),
  line('POST /quality/findings/:findingId/explanation', menders),
  line('POST /quality/runs', menders),

  // Who may try; a unit sees its own draws and the reviews of its matters, an expert what was given to them.
  line('GET /draws', readersOfMatters),
  line('GET /draws/:drawId', readersOfMatters),
  line('POST /draws', drawers),
  line('POST /draws/:drawId/result', drawers),
  line('GET /matters/:matterId/reviews', readersOfMatters),
  line('POST /matters/:matterId/review-draws', drawers),
  line('GET /reviews', expertsOnly),
  line('GET /reviews/:reviewId', expertsOnly),
  line('POST /reviews/:reviewId/scores', expertsOnly),
  line('POST /reviews/:reviewId/recusal', expertsOnly),

  // Queues, figures and one matter; which of them one reaches is decided where they are looked up.
  line('GET /matters', readersOfMatters),
  line('GET /matters/counts', readersOfMatters),
  line('GET /matters/:matterId', readersOfMatters),
  line('GET /matter-statistics', readersOfMatters),
  line('GET /matter-statistics/file', readersOfMatters),
  line('POST /matters/:matterId/comments', handlersOfMatters),
  line('POST /matters/:matterId/comments/:commentId/withdrawal', handlersOfMatters),
  line('GET /opinion-templates', handlersOfMatters),
  line('POST /opinion-templates', handlersOfMatters),
  line('PATCH /opinion-templates/:templateId', handlersOfMatters),
  line('DELETE /opinion-templates/:templateId', handlersOfMatters),

  // The front of the house is everybody's, without an account.
  line('GET /services', everybody),
  line('GET /services/:type', everybody),
  line('GET /life-events', everybody),
  line('GET /policies', everybody),
  line('GET /kept-promises', everybody),
  line('GET /publications', everybody),
  line('GET /publications/:publicationId', everybody),
  // Whoever objects must be known by an account or a telephone; that is asked when the publication is found.
  line('POST /publications/:publicationId/objections', everybody),
  line('GET /publications/:publicationId/objections', readersOfMatters),
  line('POST /publications/:publicationId/objections/:objectionId/answer', handlersOfMatters),

  // Everybody reads which sessions are to come; the code of the room is for the unit that holds the session.
  line('GET /training-sessions', everybody),
  line('GET /training-sessions/:sessionId/sign-in-code', handlersOfMatters),
  line('POST /training-sign-ins', everybody),
  line('GET /training-attendances/:recordId/proof', readersOfRegisters),
  line('POST /training-steps', keepersOfTheClock),
  line('GET /grant-calls/eligibility', everybody),

  // Whoever sees the matter, or names the code that stands on the paper; the check shows nothing of its content.
  line('GET /documents/:documentId/file', everybody),
  line('POST /document-prints', everybody),
  line('GET /document-checks', everybody),
  line('POST /documents/:documentId/revocations', headsOnly),
  line('GET /documents/:documentId/badge', everybody),
  line('GET /badge-keys', everybody),
  line('GET /badge-issuer', everybody),

  line('GET /webhooks', administratorOnly),
  line('POST /webhooks', administratorOnly),
  line('PATCH /webhooks/:webhookId', administratorOnly),
  line('DELETE /webhooks/:webhookId', administratorOnly),
  line('POST /webhooks/:webhookId/trial', administratorOnly),
  line('GET /messages', administratorOnly),
  line('POST /messages/:messageId/resending', administratorOnly),

  line('GET /journal', readersOfTheJournal),
  line('GET /journal/verification', readersOfTheJournal),

  line('GET /demonstration', administratorOnly),
  line('POST /demonstration', administratorOnly),
  line('POST /demonstration/registers', administratorOnly),
  line('POST /demonstration/matters', administratorOnly),
  line('POST /demonstration/removal', administratorOnly),

  line('GET /accounts', administratorOnly),
  line('POST /accounts', administratorOnly),
  line('PATCH /accounts/:accountId', administratorOnly),
  line('GET /accounts/:accountId/sessions', administratorOnly),
  line('DELETE /accounts/:accountId/sessions', administratorOnly),
  line('DELETE /accounts/:accountId/second-factor', administratorOnly),
  line('POST /accounts/:accountId/identities', administratorOnly),
  line('DELETE /accounts/:accountId/identities/:identityId', administratorOnly),

  // One's own: the public has no sessions and no password, and is told so.
  line('GET /account', everybody),
  line('PUT /account/password', everybody),
  line('POST /account/second-factor', everybody),
  line('POST /account/second-factor/confirmation', everybody),
  line('POST /account/second-factor/recovery-codes', everybody),
  line('POST /account/second-factor/removal', everybody),
  line('DELETE /account/identities/:identityId', everybody),
  line('GET /sessions', everybody),
  line('DELETE /sessions', everybody),
  line('DELETE /sessions/:sessionId', everybody),
  line('POST /sessions/:sessionId/acknowledgement', everybody),

  // Who may try; in what capacity somebody stands to a matter is asked when they act on it.
  line('GET /matter-types', everybody),
  line('GET /matter-types/:type', everybody),
  line('GET /matter-types/:type/versions/:version/effect', definers),
  line('POST /matter-types/:type/versions', definers),
  line('POST /matter-types/:type/openings', definers),
  line('POST /matter-types/:type/closures', definers),
  line('GET /matter-types/:type/document-templates', definers),
  line('GET /matter-types/:type/document-templates/:document/starting-file', definers),
  line('GET /matter-types/:type/document-templates/:document/versions/:version/file', definers),
  line('GET /matter-types/:type/document-templates/:document/versions/:version/trial', definers),
  line('POST /matter-types/:type/document-templates/:document/versions', definers),
  line('POST /matter-types/:type/document-templates/:document/choices', definers),
  line('POST /matters', handlersOfMatters),
  line('POST /matters/:matterId/acts', readersOfMatters),
  line('POST /matter-acts/batch', readersOfMatters),
  line('GET /matters/:matterId/people', readersOfMatters),
  line('POST /matters/:matterId/unsealings', handlersOfMatters),

  // Everybody may apply; whose draft, ticket or matter it is, is asked where it is looked up.
  line('POST /visits', everybody),
  line('POST /visits/anonymous', everybody),
  line('GET /visits/current', everybody),
  line('DELETE /visits/current', everybody),
  line('POST /visits/codes', everybody),
  line('GET /drafts', everybody),
  line('POST /drafts', everybody),
  line('GET /drafts/:draftId', everybody),
  line('GET /drafts/:draftId/changes', everybody),
  line('PATCH /drafts/:draftId', everybody),
  line('DELETE /drafts/:draftId', everybody),
  line('POST /drafts/:draftId/materials', everybody),
  line('DELETE /drafts/:draftId/materials/:materialId', everybody),
  line('POST /drafts/:draftId/prefill-confirmations', everybody),
  line('POST /drafts/:draftId/submission', everybody),
  line('POST /drafts/:draftId/twin', everybody),
  line('DELETE /drafts/:draftId/twin', everybody),
  line('GET /own-matters', everybody),
  line('GET /own-matters/:matterId', everybody),
  line('POST /own-matters/:matterId/acts', everybody),
  line('POST /own-matters/:matterId/materials', everybody),
  line('POST /own-matters/:matterId/ratings', everybody),
  line('GET /status', everybody),
  line('POST /door-clock/step', keepersOfTheClock),
  line('POST /twin', everybody),
  line('DELETE /twin', everybody),
  line('GET /twin/draft', everybody),
  line('PATCH /twin/draft', everybody),
  line('POST /twin/prefill-confirmations', everybody),
  line('POST /twin/materials', everybody),
  line('GET /window/parties', receivers),
  line('POST /window/persons', receivers),
  line('POST /window/receptions', receivers),
  line('POST /window/matter-searches', receivers),
  line('GET /window/matters/:matterId', receivers),
  line('POST /window/matters/:matterId/acts', receivers),
  line('POST /window/matters/:matterId/materials', receivers),
  line('GET /halls', everybody),
  line('POST /tickets', everybody),
  line('GET /tickets', receivers),
  line('POST /tickets/calls', receivers),
  line('POST /tickets/:ticketId/start', receivers),
  line('POST /tickets/:ticketId/end', receivers),
  line('POST /tickets/:ticketId/miss', receivers),
  line('GET /tickets/:ticketId/place', everybody),
  line('POST /tickets/:ticketId/cancellation', everybody),
  line('POST /tickets/:ticketId/ratings', everybody),
  line('GET /ticket-board', everybody),
  line('GET /ratings', everybody),
  line('GET /bad-ratings', settlersOfRatings),
  line('POST /bad-ratings/:ratingId/contact', settlersOfRatings),
  line('POST /bad-ratings/:ratingId/rectification', settlersOfRatings),
  line('POST /bad-ratings/:ratingId/appeal', settlersOfRatings),
  line('POST /bad-ratings/:ratingId/check', settlersOfRatings),
]

function line(route: string, roles: readonly Role[]): AccessLine {
  return { route, roles }
}
