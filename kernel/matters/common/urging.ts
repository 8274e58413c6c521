import { matterErrors } from '../matter-errors.ts'
import type { CommonPlan, CommonRequest } from './common-request.ts'
import { placeOf } from './handing.ts'

/** 催办: whoever has it is told, and the head; once a day by each side, so that it stays a sign and no noise. */
export async function urge({ context, matter, hand, capacity, opinion }: CommonRequest): Promise<CommonPlan> {
  const isRepeated = hand.acts.some(
    ({ act, on, byKind }) => act === 'urge' && on === context.today && byKind === capacity,
  )
  if (isRepeated) throw matterErrors.urgedToday({ number: matter.number })
  const who = capacity === 'applicant' || capacity === 'window' ? '申请人' : context.actor.label
  return {
    changes: { urged: matter.urged + 1 },
    announcements: [
      {
        to: {
          ...(matter.handlerAccount === null ? {} : { accountIds: [matter.handlerAccount] }),
          partyRoles: [
            { partyId: matter.unitId, role: 'unitHead' },
            ...(matter.handlerAccount === null ? [{ partyId: matter.unitId, role: 'caseOfficer' as const }] : []),
          ],
        },
        ...{ kind: 'matter.urged', title: `催办：${matter.title}` },
        // What an applicant writes may name people: it is read in the matter, not in the notice.
        body: `${who}催办，办件编号 ${matter.number}。${capacity === 'applicant' || capacity === 'window' ? '' : (opinion ?? '')}`,
        ...placeOf(matter),
      },
    ],
  }
}
