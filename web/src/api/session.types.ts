import type { UnitRef } from './types.gen.ts'

/** Who is signed in, what they may do, and in what state the platform is. */
export interface Session {
  readonly account: {
    readonly id: string
    readonly login: string
    readonly displayName: string
    readonly mustChangePassword: boolean
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

export interface SessionRow {
  readonly id: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly device: string
  readonly current: boolean
}

export interface AccountRow {
  readonly id: string
  readonly login: string
  readonly displayName: string
  readonly roles: readonly { readonly role: string; readonly unit: UnitRef | null }[]
  readonly disabledAt: string | null
  readonly lastSignInAt: string | null
  readonly lockedUntil: string | null
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
