import type { Role } from '../accounts/roles.ts'
import type {
  PlanGroup,
  PlanMilestone,
  PlanPhase,
  PlanQuestion,
  PlanSafeguard,
  PlanTarget,
  PlanTask,
  PlanVersionHead,
} from '../plan/plan-snapshot.ts'

/**
 * What a county's folder brings: its organisations, and its plan where the county wrote it as data.
 *
 * A seed is a snapshot whose items point at each other by the keys of the folder, since no row has an id yet.
 */
export interface SeedOrganisation {
  readonly key: string
  readonly parent: string | null
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly aliases: readonly string[]
  /** keys of the members of a named set, such as 各镇（园区、街道） */
  readonly members: readonly string[]
}

type WithoutId<Item> = Omit<Item, 'itemId' | 'ownerIds' | 'taskItemIds' | 'responsibilities'>

export interface SeedPlan {
  readonly head: Pick<
    PlanVersionHead,
    'title' | 'issuer' | 'documentNo' | 'issuedOn' | 'periodStart' | 'periodEnd' | 'goal'
  >
  readonly groups: readonly WithoutId<PlanGroup>[]
  readonly tasks: readonly (WithoutId<PlanTask> & {
    readonly responsibilities: readonly { readonly unit: string; readonly share: 'lead' | 'support' }[]
  })[]
  readonly targets: readonly (WithoutId<PlanTarget> & Linked)[]
  readonly milestones: readonly (WithoutId<PlanMilestone> & Linked)[]
  readonly safeguards: readonly WithoutId<PlanSafeguard>[]
  readonly phases: readonly WithoutId<PlanPhase>[]
  readonly questions: readonly WithoutId<PlanQuestion>[]
}

interface Linked {
  /** keys of the organisations that answer for it */
  readonly owners: readonly string[]
  /** numbers of the tasks that serve it */
  readonly tasks: readonly number[]
}

export interface SeedAccount {
  readonly login: string
  readonly displayName: string
  readonly password: string
  readonly roles: readonly { readonly role: Role; readonly unit: string | null }[]
}
