import { moveBy } from '../chart/chart.ts'
import { phaseLabels } from '../chart/states.ts'
import { matterErrors } from '../matter-errors.ts'
import type { CommonPlan, CommonRequest } from './common-request.ts'
import { placeOf } from './handing.ts'

/** 中止、恢复、终止: the chart knows where they lead. */
export async function moving(request: CommonRequest): Promise<CommonPlan> {
  const { declaration, matter, act } = request
  const move = moveBy(declaration, matter, 'common', act.id)
  if (move === undefined) throw notNow(request)
  return { move }
}

/** 撤回: until the states that the declaration names. */
export async function withdraw(request: CommonRequest): Promise<CommonPlan> {
  if (!mayWithdraw(request)) throw notNow(request)
  const plan = await moving(request)
  const { matter } = request
  if (matter.handlerAccount === null) return plan
  return {
    ...plan,
    announcements: [
      {
        ...{ to: { accountIds: [matter.handlerAccount] }, kind: 'matter.withdrawn' },
        ...{
          title: `申请人撤回：${matter.title}`,
          body: `办件 ${matter.number} 已撤回，不再办理。`,
          ...placeOf(matter),
        },
      },
    ],
  }
}

/** 重新办理: an ended matter is taken up again where the declaration says. */
export async function reopen(request: CommonRequest): Promise<CommonPlan> {
  if (!mayReopen(request)) throw notNow(request)
  return moving(request)
}

export function mayWithdraw({ declaration, matter }: Pick<CommonRequest, 'declaration' | 'matter'>): boolean {
  const states = declaration.withdrawal?.in ?? []
  return matter.status !== 'ended' && matter.phases.some((phase) => states.includes(phase))
}

export function mayReopen({ declaration, matter }: Pick<CommonRequest, 'declaration' | 'matter'>): boolean {
  const states = declaration.reopening?.from ?? []
  return matter.status === 'ended' && matter.phases.some((phase) => states.includes(phase))
}

function notNow({ declaration, matter, act }: CommonRequest) {
  const phase = phaseLabels(declaration, matter.phases)
    .map(({ label }) => label)
    .join('、')
  return matterErrors.notAllowedNow({ number: matter.number, act: act.label, phase, possible: [] })
}
