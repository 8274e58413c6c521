import { type Actor, unitsActedFor } from '../../accounts/actor.ts'
import { mayDo, roles } from '../../accounts/roles.ts'

/** Who reads queues: for which units, and as whom. */
export interface Reader {
  /** `all`: the office, leaders and auditors, who act for no unit and read every one */
  readonly units: readonly string[] | 'all'
  readonly accountId: string | undefined
}

export function readerOf(actor: Actor): Reader {
  const readsAll = actor.roles.some(({ role }) => !roles[role].forUnit && mayDo([role], 'matter.read'))
  return { units: readsAll ? 'all' : unitsActedFor(actor, 'matter.read'), accountId: actor.accountId }
}
