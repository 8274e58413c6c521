import { mayDo, type Permission, type Role, roles } from './roles.ts'

/** Who acts: an account in its roles, the public, or the machine's own operator through `qx`. */
export interface Actor {
  /** undefined for the public and for the operator of the machine */
  readonly accountId: string | undefined
  readonly sessionId: string | undefined
  /** as the journal names them */
  readonly label: string
  readonly roles: readonly HeldRole[]
  readonly via: 'web' | 'qx' | 'job' | 'start'
  /** where the request came from; for throttling, never logged */
  readonly address: string | undefined
  /** somebody who came once: a telephone number was shown to be theirs, and no account is needed */
  readonly visit?: Visit
  /** 副屏: a screen that was paired to one draft at the window; it opens that draft and nothing else */
  readonly twin?: { readonly draftId: string }
}

export interface Visit {
  readonly id: string
  /** came without saying who they are: no number was shown, and `phoneBlind` is the index of none */
  readonly isAnonymous?: true
  /** the blind index of the number: what was filed under it belongs to whoever shows it again */
  readonly phoneBlind: string
  readonly phoneMasked: string
}

export interface HeldRole {
  readonly role: Role
  /** the party acted for; undefined for roles that act for no unit */
  readonly partyId: string | undefined
}

/** The public: whoever has not signed in. */
export function publicActor(address: string | undefined): Actor {
  return { accountId: undefined, sessionId: undefined, label: '公众', roles: [], via: 'web', address }
}

export function rolesOf(actor: Actor): readonly Role[] {
  return [...new Set<Role>([...actor.roles.map((held) => held.role), 'public'])]
}

export function actorMay(actor: Actor, permission: Permission): boolean {
  return mayDo(rolesOf(actor), permission)
}

/** The units for which an actor holds a role that grants the permission; empty for roles that act for no unit. */
export function unitsActedFor(actor: Actor, permission: Permission): readonly string[] {
  const held = actor.roles.filter(
    ({ role, partyId }) => partyId !== undefined && roles[role].forUnit && mayDo([role], permission),
  )
  return [...new Set(held.flatMap(({ partyId }) => partyId ?? []))]
}
