import type { RegisterWriteDeclaration, WrittenValue } from '@qiangxian/kernel/matters/matter.types'

/** One record for each submission: written when it is taken up, and again with each outcome. */
export const writes: readonly RegisterWriteDeclaration[] = [
  ...entry(['acceptComplaint', 'acceptBoth', 'acceptReport'], {}),
  ...entry(['refuseComplaint'], complaintOutcome('refused')),
  ...entry(['agree'], complaintOutcome('agreed')),
  ...entry(['tellParties'], complaintOutcome('not-agreed')),
  ...entry(['openCase'], reportOutcome({ literal: 'opened' })),
  ...entry(['openNoCase'], reportOutcome({ literal: 'not-opened' })),
  ...entry(['merge'], reportOutcome({ literal: 'merged' })),
  ...entry(['refer'], { ...reportOutcome({ input: 'reportOutcome' }), referredTo: { input: 'referredTo' } }),
  ...entry(['turnAway'], { ...reportOutcome({ literal: 'not-competent' }), referredTo: { input: 'referredTo' } }),
]

function entry(
  acts: readonly string[],
  more: Readonly<Record<string, WrittenValue>>,
): readonly RegisterWriteDeclaration[] {
  return acts.map((act) => ({
    on: `act:${act}`,
    register: 'violation-report',
    changesExisting: true,
    values: {
      reportNo: { fact: 'number' },
      handledBy: { fact: 'unit' },
      kind: { form: 'kind' },
      reportedBy: { form: 'reportedBy' },
      subject: { form: 'subjectName' },
      violationKind: { form: 'violationKind' },
      receivedOn: { fact: 'submittedOn' },
      ...more,
    },
  }))
}

function complaintOutcome(outcome: string): Readonly<Record<string, WrittenValue>> {
  return { complaintOutcome: { literal: outcome }, complaintClosedOn: { fact: 'today' } }
}

function reportOutcome(outcome: WrittenValue): Readonly<Record<string, WrittenValue>> {
  return { reportOutcome: outcome, reportClosedOn: { fact: 'today' } }
}
