import type { Announcement } from '../../outbox/announcement.ts'
import { moveBy } from '../chart/chart.ts'
import { matterErrors } from '../matter-errors.ts'
import { getOfficer } from '../people.ts'
import { type CommonPlan, type CommonRequest, textOf } from './common-request.ts'

/** 领办: an officer takes what nobody has. */
export async function take({ context, matter, act }: CommonRequest): Promise<CommonPlan> {
  const { accountId, label } = context.actor
  if (accountId === undefined) throw matterErrors.personUnknown({ who: label })
  if (matter.handlerAccount !== null) {
    const { number, handlerLabel } = matter
    throw matterErrors.notAllowedNow({
      ...{ number, act: act.label, phase: `由 ${handlerLabel ?? ''} 承办`, possible: [] },
    })
  }
  return { changes: { handlerAccount: accountId, handlerLabel: label } }
}

/** 转办: to a colleague. Who handed it over has no more to do with it; what they did stays in the list. */
export async function handOver({ context, matter, input, opinion }: CommonRequest): Promise<CommonPlan> {
  const officer = await getOfficer(context, matter.unitId, textOf(input, 'account'))
  return {
    changes: { handlerAccount: officer.id, handlerLabel: officer.label },
    announcements: [
      {
        ...{ to: { accountIds: [officer.id] }, kind: 'matter.handedOver', title: `转办给您：${matter.title}` },
        body: `${context.actor.label}转来办件 ${matter.number}。${opinion ?? ''}`,
        ...placeOf(matter),
      },
    ],
  }
}

/**
 * 移交: to another unit of the county, where it goes on with its clock and its history; or to an authority elsewhere
 * (移送), with which it ends here, since no act reaches over two counties.
 */
export async function transfer(request: CommonRequest): Promise<CommonPlan> {
  const { context, matter, declaration, input, act, opinion } = request
  const unitId = unitOf(input['unit'])
  const elsewhere = textOf(input, 'elsewhere')
  if ((unitId === undefined) === (elsewhere === '')) {
    throw matterErrors.badInput(
      { act: act.label, count: 1 },
      {
        problems: [
          {
            path: '/input/unit',
            message: {
              zh: '请填写移交单位，或者外地机关，二者填一项。',
              en: 'Name either a unit of the county or an authority elsewhere.',
            },
          },
        ],
      },
    )
  }
  if (unitId === undefined) {
    const move = moveBy(declaration, matter, 'common', 'transferAway')
    return move === undefined ? {} : { move }
  }
  const unit = await unitNamed(context, unitId)
  return {
    changes: { unitId: unit.id, unitName: unit.name, handlerAccount: null, handlerLabel: null },
    announcements: [
      {
        to: {
          partyRoles: [
            { partyId: unit.id, role: 'caseOfficer' },
            { partyId: unit.id, role: 'unitHead' },
          ],
        },
        ...{ kind: 'matter.transferred', title: `移交到本单位：${matter.title}` },
        body: `${matter.unitName}移交办件 ${matter.number}。${opinion ?? ''}`,
        ...placeOf(matter),
      },
    ],
  }
}

/** Where an announcement about a matter leads. */
export function placeOf({
  id,
  demonstration,
}: CommonRequest['matter']): Pick<Announcement, 'path' | 'subject' | 'demonstration'> {
  return { path: `/matters/${id}`, subject: { kind: 'matter', id }, demonstration }
}

function unitOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

async function unitNamed({ tx, jurisdiction }: CommonRequest['context'], id: string) {
  const unit = await tx
    .selectFrom('party')
    .select(['id', 'name'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .where('dissolved_on', 'is', null)
    .executeTakeFirst()
  if (unit === undefined) throw matterErrors.personUnknown({ who: id })
  return unit
}
