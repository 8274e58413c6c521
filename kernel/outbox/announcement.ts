import type { Role } from '../accounts/roles.ts'

/**
 * Something that people are to be told (通知): written to the outbox in the transaction of what it tells about, and
 * brought to them by the channels afterwards. What is undone was never announced.
 */
export interface Announcement {
  readonly to: Recipients
  /** stable, `subject.event` as `report.returned`: what it is about, for lists and for channels that choose */
  readonly kind: string
  readonly title: string
  /** plain text; may be empty */
  readonly body: string
  /** the page that shows it, from the root of the site: `/tasks/4` */
  readonly path: string
  readonly subject: { readonly kind: string; readonly id: string }
  /**
   * An announcement of a kind with a key that was used before is not made again: a job that runs twice over the same
   * day reminds once. Without a key each announcement is one of its own.
   */
  readonly key?: string
  /** invented, for the demonstration; goes with it when it is removed */
  readonly demonstration?: boolean
}

/**
 * Who is told. All that is named here counts together, and each account is told once. Roles are looked up when the
 * announcement is delivered; accounts that are disabled by then are told nothing.
 */
export interface Recipients {
  /** heads and reporters (单位负责人、填报人) of these parties */
  readonly partyIds?: readonly string[]
  /** every holder of one of these roles, for whichever party */
  readonly roles?: readonly Role[]
  readonly accountIds?: readonly string[]
  /** holders of one role for one party */
  readonly partyRoles?: readonly { readonly partyId: string; readonly role: Role }[]
}
