/**
 * Who may use which route, written down a second time and by hand: the declarations say it once, and a slip there must
 * not pass unseen. A new operation fails the test of this table until somebody has thought about it and adds its line.
 *
 * `yes`: the role may try, and what it may see is decided by the look-up; `no`: refused, 401 for the public and 403 for
 * whoever is signed in.
 */
export type Answer = 'yes' | 'no'

export interface AccessLine {
  readonly route: string
  readonly public: Answer
  readonly office: Answer
  readonly administrator: Answer
}

const everybody = ['yes', 'yes', 'yes'] as const
const officeOnly = ['no', 'yes', 'no'] as const
const administratorOnly = ['no', 'no', 'yes'] as const
const readersOfTheJournal = ['no', 'yes', 'yes'] as const

export const accessTable: readonly AccessLine[] = [
  line('GET /session', everybody),
  line('POST /session', everybody),
  line('DELETE /session', everybody),
  line('POST /setup/administrator', everybody),
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

  line('POST /organisations', officeOnly),
  line('PATCH /organisations/:partyId', officeOnly),

  line('POST /evidence', officeOnly),
  // Whoever asks finds what is public, what they gave and what their office holds; nothing else is there for them.
  line('GET /evidence/:evidenceId', everybody),
  line('GET /evidence/:evidenceId/content', everybody),

  line('GET /journal', readersOfTheJournal),
  line('GET /journal/verification', readersOfTheJournal),

  line('GET /accounts', administratorOnly),
  line('POST /accounts', administratorOnly),
  line('PATCH /accounts/:accountId', administratorOnly),

  // One's own: the public has no sessions and no password, and is told so.
  line('PUT /account/password', everybody),
  line('GET /sessions', everybody),
  line('DELETE /sessions/:sessionId', everybody),
]

function line(route: string, [forPublic, office, administrator]: readonly [Answer, Answer, Answer]): AccessLine {
  return { route, public: forPublic, office, administrator }
}
