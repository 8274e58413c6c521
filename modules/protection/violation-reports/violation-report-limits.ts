import type { LimitDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { beside } from './state-names.ts'

const holdsComplaint = { field: 'kind', in: ['complaint', 'both'] } as const
const holdsReport = { field: 'kind', in: ['report', 'both'] } as const

/** Each rule has a version for what came in before 2026-04-15 where the two texts differ. */
export const limits: readonly LimitDeclaration[] = [
  {
    id: 'accept',
    label: '投诉受理期限',
    labelEn: 'To accept the complaint',
    rule: 'complaint.acceptance',
    versionOn: 'submittedOn',
    startsWith: ['act:submit', 'act:supplement', 'act:proveIdentity'],
    endsWith: [
      'act:acceptComplaint',
      'act:acceptBoth',
      'act:refuseComplaint',
      'act:askIdentity',
      'act:askForSupplement',
    ],
    whose: 'unit',
    when: holdsComplaint,
  },
  {
    id: 'identity',
    label: '提供身份证明期限',
    labelEn: 'To prove identity',
    rule: 'service.applicant-answer',
    startsWith: ['state:identityAwaited'],
    endsWith: ['act:proveIdentity'],
    whose: 'applicant',
    onMissed: 'lapseIdentity',
  },
  {
    id: 'supplement',
    label: '补正期限',
    labelEn: 'To supplement',
    rule: 'service.supplement',
    startsWith: ['state:supplementing'],
    endsWith: ['act:supplement'],
    whose: 'applicant',
    onMissed: 'lapse',
  },
  {
    id: 'mediation',
    label: '调解期限',
    labelEn: 'Mediation',
    rule: 'complaint.mediation',
    versionOn: 'submittedOn',
    startsWith: ['act:acceptComplaint', 'act:acceptBoth'],
    endsWith: ['act:agree', 'act:endMediation'],
    stopsIn: ['testing', beside('testing'), 'recusalPending', beside('recusalPending')],
    whose: 'unit',
  },
  {
    id: 'tellParties',
    label: '告知终止调解期限',
    labelEn: 'To tell that mediation ended',
    rule: 'complaint.mediation-ended-notice',
    versionOn: 'submittedOn',
    startsWith: ['act:endMediation'],
    endsWith: ['act:tellParties'],
    whose: 'unit',
  },
  {
    id: 'verify',
    label: '核查期限',
    labelEn: 'To verify and decide on a case',
    rule: 'penalty.filing',
    startsWith: ['act:submit'],
    endsWith: ['act:openCase', 'act:openNoCase', 'act:refer', 'act:merge', 'act:turnAway'],
    stopsIn: ['identifying', beside('identifying')],
    whose: 'unit',
    when: holdsReport,
  },
  {
    id: 'tellReporter',
    label: '告知举报人期限',
    labelEn: 'To tell the reporter',
    rule: 'report.filing-answer',
    versionOn: 'submittedOn',
    startsWith: ['act:openCase', 'act:openNoCase'],
    endsWith: ['act:tellOpened', 'act:tellNotOpened', 'act:closeOpened', 'act:closeNotOpened'],
    whose: 'unit',
    when: { any: [holdsComplaint, { field: 'reportedBy', is: 'named' }] },
  },
]
