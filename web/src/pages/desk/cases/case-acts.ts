import type { NextAct } from '../../../api/types.gen.ts'

/** Letters that the desk itself uses. */
const taken = new Set(['j', 'k', 'x', 'c', 'v', 'm', 'f', '?', '1', '2', '3', '4', '5'])

export interface SharedActs {
  /** what stands as buttons, the main way forward last */
  readonly buttons: readonly NextAct[]
  /** the other acts of the declaration */
  readonly others: readonly NextAct[]
  /** acts that every case knows: 转办, 抄送, 催办 … */
  readonly common: readonly NextAct[]
}

/** At most two beside the main one: more would be a list, and that is what 更多 is for. */
const mostButtons = 3

/** Which acts stand as buttons, and which wait in the menu. */
export function shareActs(next: readonly NextAct[]): SharedActs {
  const declared = next.filter(({ kind }) => kind === 'declared')
  const common = next.filter(({ kind }) => kind === 'common')
  const possible = declared.filter(({ refusal }) => refusal === null)
  // while nobody has the case, taking it is the way forward
  const take = common.find(({ act, refusal }) => act === 'take' && refusal === null)
  const answer = common.find(({ act, refusal }) => act === 'answerCall' && refusal === null)
  const main = possible.find(({ isMain }) => isMain) ?? possible[0]
  const rest = possible.filter((act) => act !== main).slice(0, mostButtons - 1)
  const lead = take ?? (main === undefined ? answer : undefined)
  const buttons = [...(lead === undefined ? rest : rest.slice(0, 1)), main, lead].filter((act) => act !== undefined)
  return {
    buttons,
    others: declared.filter((act) => !buttons.includes(act)),
    common: common.filter((act) => !buttons.includes(act)),
  }
}

/** The letter of a button: what the declaration says, else A for the main one and S for the one beside it. */
export function keyOf(act: NextAct, buttons: readonly NextAct[]): string | null {
  const own = act.key?.toLowerCase()
  if (own !== undefined && !taken.has(own) && buttons.every((one) => one === act || one.key?.toLowerCase() !== own))
    return own
  const used = new Set(buttons.map(({ key }) => key?.toLowerCase()).filter((key) => key !== undefined))
  const free = ['a', 's', 'd'].filter((key) => !used.has(key))
  const nameless = [...buttons].reverse().filter((one) => {
    const key = one.key?.toLowerCase()
    return key === undefined || taken.has(key)
  })
  return free[nameless.indexOf(act)] ?? null
}
