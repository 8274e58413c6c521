import { randomInt } from 'node:crypto'
import type { Transaction } from '../database/database.ts'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import type { Platform, Request } from '../operations/execute.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { accountErrors } from './account-errors.ts'
import { identityErrors } from './identity-errors.ts'
import { openAfterFirstStep, type SignInOutcome } from './sign-in.ts'

/**
 * Who somebody is at an identity service. Both together are the identity; a name or mail address never is, since those
 * change and are given to others.
 */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** How long an administrator has to link an identity by its number. */
export const referenceHours = 24

/**
 * Signs in whom the identity service has vouched for. An account is never made here: an administrator decides who has
 * one, and links it.
 *
 * @throws identity.unknown with a number for the administrator, account.accountDisabled
 */
export async function signInByIdentity(
  platform: Platform,
  request: Request,
  identity: Identity,
  device: string,
): Promise<SignInOutcome> {
  const { database, county } = platform
  const { jurisdiction } = county
  const now = platform.now()
  const outcome = await database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    const account = await accountOf(tx, jurisdiction, identity)
    if (account === undefined)
      return identityErrors.unknown({ reference: await giveReference(tx, jurisdiction, identity, now) })
    if (account.disabled_at !== null) return accountErrors.accountDisabled({})
    await tx
      .updateTable('account_identity')
      .set({ last_used_at: now })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', account.identityId)
      .execute()
    return openAfterFirstStep(tx, platform, request, account, { device, openedBy: 'identity', now })
  })
  if (outcome instanceof Error) throw outcome
  return outcome
}

function accountOf(tx: Transaction, jurisdiction: string, { issuer, subject }: Identity) {
  return tx
    .selectFrom('account_identity as identity')
    .innerJoin('account', (join) =>
      join.onRef('account.jurisdiction', '=', 'identity.jurisdiction').onRef('account.id', '=', 'identity.account_id'),
    )
    .select(['account.id', 'account.login', 'account.display_name', 'account.disabled_at', 'identity.id as identityId'])
    .where('identity.jurisdiction', '=', jurisdiction)
    .where('account.jurisdiction', '=', jurisdiction)
    .where('identity.issuer', '=', issuer)
    .where('identity.subject', '=', subject)
    .executeTakeFirst()
}

/** A new number for an identity without an account; an older one of the same identity is void. */
async function giveReference(
  tx: Transaction,
  jurisdiction: string,
  { issuer, subject }: Identity,
  now: Date,
): Promise<string> {
  await tx
    .deleteFrom('identity_reference')
    .where('jurisdiction', '=', jurisdiction)
    .where((eb) =>
      eb.or([eb('expires_at', '<=', now), eb.and([eb('issuer', '=', issuer), eb('subject', '=', subject)])]),
    )
    .execute()
  const reference = String(randomInt(10_000_000, 100_000_000))
  await tx
    .insertInto('identity_reference')
    .values({
      jurisdiction,
      reference,
      issuer,
      subject,
      expires_at: new Date(now.getTime() + referenceHours * 3_600_000),
    })
    .execute()
  return reference
}

/** The identity behind a number, taken: it is good once. @throws identity.referenceUnknown */
export async function takeReference({ tx, jurisdiction, now }: CommandContext, reference: string): Promise<Identity> {
  const row = await tx
    .deleteFrom('identity_reference')
    .where('jurisdiction', '=', jurisdiction)
    .where('reference', '=', reference.normalize('NFKC').replaceAll(/\D/g, ''))
    .where('expires_at', '>', now)
    .returning(['issuer', 'subject'])
    .executeTakeFirst()
  if (row === undefined) throw identityErrors.referenceUnknown({})
  return row
}

/**
 * Links an identity with an account and writes the journal entry, which names the service and not the person's number
 * there. Linking again what is linked changes nothing.
 *
 * @throws identity.linkedElsewhere
 */
export async function linkIdentity(context: CommandContext, accountId: string, identity: Identity): Promise<void> {
  const { tx, jurisdiction, actor, now } = context
  const { issuer, subject } = identity
  const linked = await accountOf(tx, jurisdiction, identity)
  if (linked?.id === accountId) return context.unchanged()
  if (linked !== undefined) throw identityErrors.linkedElsewhere({})
  const id = newId(now)
  await tx
    .insertInto('account_identity')
    .values({ jurisdiction, id, account_id: accountId, issuer, subject, linked_at: now, linked_by: actor.label })
    .execute()
  await context.record({
    subject: { kind: 'account', id: accountId },
    before: null,
    after: { identity: id, issuer, linked: true },
  })
}

/** Takes a link away. @throws operation.notFound */
export async function unlinkIdentity(context: CommandContext, accountId: string, identityId: string): Promise<void> {
  const { tx, jurisdiction } = context
  const gone = await tx
    .deleteFrom('account_identity')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('id', '=', identityId)
    .returning('issuer')
    .executeTakeFirst()
  if (gone === undefined) {
    throw operationErrors.notFound({ what: { zh: '统一身份关联', en: 'linked identity' }, id: identityId })
  }
  await context.record({
    subject: { kind: 'account', id: accountId },
    before: { identity: identityId, issuer: gone.issuer, linked: true },
    after: { identity: identityId, linked: false },
  })
}
