import type { UnitRef } from './types.gen.ts'

/** Who is signed in, what they may do, and in what state the platform is. */
export interface Session {
  readonly account: {
    readonly id: string
    readonly login: string
    readonly displayName: string
    readonly mustChangePassword: boolean
    readonly secondFactor: { readonly on: boolean; readonly required: boolean }
    /** sessions that were used from another browser and ended, of which the owner has not taken note */
    readonly stolenSessions: number
  } | null
  /** a password or an identity was shown in this browser, and the code is still owed */
  readonly secondStepDue: boolean
  /** the identity service, where there is one */
  readonly oidc: { readonly label: string } | null
  /** how the last visit to it ended */
  readonly identityOutcome: {
    readonly code: string
    readonly message: string
    readonly reference: string | null
  } | null
  readonly roles: readonly {
    readonly role: string
    readonly roleLabel: string
    readonly roleLabelEn: string
    readonly unit: UnitRef | null
  }[]
  readonly permissions: readonly string[]
  readonly jurisdiction: { readonly id: string; readonly label: string; readonly labelEn: string }
  readonly demonstration: boolean
  readonly demoAccounts: readonly DemoAccount[]
  readonly needsSetup: boolean
  readonly setupNeedsCode: boolean
  readonly hasProgramme: boolean
  readonly countyPlanAvailable: boolean
  readonly today: string
  readonly version: string
  readonly virusScanner: string | null
}

export interface DemoAccount {
  readonly login: string
  readonly displayName: string
  readonly password: string
  readonly roleLabel: string
  readonly roleLabelEn: string
}

export type Permission =
  | 'session.own'
  | 'programme.read'
  | 'plan.review'
  | 'plan.adopt'
  | 'progress.read'
  | 'breakdown.decide'
  | 'work.read'
  | 'report.draft'
  | 'report.submit'
  | 'report.review'
  | 'supervision.manage'
  | 'supervision.answer'
  | 'clock.run'
  | 'notice.own'
  | 'demonstration.remove'
  | 'party.manage'
  | 'evidence.give'
  | 'evidence.read'
  | 'account.manage'
  | 'journal.read'
  | 'register.read'
  | 'register.own'
  | 'register.edit'
  | 'register.manage'
  | 'personal.disclose'
  | 'indicator.read'
  | 'indicator.define'
  | 'indicator.freeze'
  | 'quality.manage'
  | 'service.read'
  | 'service.apply'
  | 'matter.receive'
  | 'matter.read'
  | 'matter.handle'
  | 'matter.decide'
  | 'matter.review'
  | 'draw.make'
  | 'matter.oversee'
  | 'matter.unseal'
  | 'service.manage'
  | 'rating.manage'
  | 'calendar.manage'
  | 'delivery.manage'

export interface SessionRow {
  readonly id: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly device: string
  readonly openedBy: string
  readonly current: boolean
}

export interface IdentityRow {
  readonly id: string
  /** address of the identity service */
  readonly service: string
  readonly linkedAt: string
  readonly lastUsedAt: string | null
}

/** A record of a register for which an account acts. */
export interface LinkedEntity {
  readonly register: string
  readonly recordId: string
  readonly label: string
  readonly grantedAt: string
  readonly grantedByLabel: string
}

export interface OwnAccount {
  readonly secondFactor: {
    /** null: none is set up */
    readonly since: string | null
    readonly required: boolean
    readonly recoveryCodesLeft: number
  }
  readonly identities: readonly IdentityRow[]
  readonly stolenSessions: readonly {
    readonly sessionId: string
    readonly endedAt: string
    readonly openedIn: string
    readonly usedFrom: string
  }[]
}

/** A role that can be given, in words. */
export interface RoleToGive {
  readonly role: string
  readonly label: string
  readonly labelEn: string
  readonly about: string
  readonly aboutEn: string
  /** cannot be held without a unit */
  readonly forUnit: boolean
}

export interface AccountRow {
  readonly id: string
  readonly login: string
  readonly displayName: string
  readonly roles: readonly { readonly role: string; readonly unit: UnitRef | null }[]
  readonly disabledAt: string | null
  readonly lastSignInAt: string | null
  readonly lockedUntil: string | null
  readonly secondFactorSince: string | null
  readonly secondFactorRequired: boolean
  readonly identities: readonly IdentityRow[]
}

export interface JournalEntry {
  readonly sequence: number
  readonly at: string
  readonly actor: string
  readonly roles: string
  readonly via: string
  readonly requestId: string
  readonly command: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
  readonly hash: string
}

export interface JournalVerification {
  readonly entries: number
  readonly verified: boolean
  readonly head: { readonly sequence: number; readonly hash: string } | null
  readonly brokenAt: number | null
}
