import type { Localized, QxError } from '../errors/define-errors.ts'
import type { CommandContext, Preparation, QueryContext } from '../operations/context.ts'
import { KeptRefusal } from '../operations/kept-refusal.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { lockAccount } from './account.queries.ts'
import { accountErrors } from './account-errors.ts'
import { noteFailure, noteSuccess, refuseLocked } from './attempts.ts'
import { passwordFits } from './password.ts'
import { hasSecondFactor, takeCode } from './second-factor.ts'

/** The account of whoever is signed in. @throws operation.signInNeeded for the public */
export function ownAccountId({ actor }: Pick<QueryContext, 'actor'>, label: Localized): string {
  if (actor.accountId === undefined) throw operationErrors.signInNeeded({ label })
  return actor.accountId
}

/** What came of a password before the command began: for which hash it was tried, and whether it fits that one. */
export interface TriedPassword {
  readonly hash: string | undefined
  readonly fits: boolean
}

/**
 * Tries the password of whoever is signed in, outside of any transaction: it takes tens of milliseconds, in which
 * nobody should wait for our connection to the database. What it means is decided in the command, by `proveAgain`.
 */
export async function tryOwnPassword({ actor, county, read }: Preparation, password: string): Promise<TriedPassword> {
  const account = await read((tx) =>
    tx
      .selectFrom('account')
      .select('password_hash')
      .where('jurisdiction', '=', county.jurisdiction)
      .where('id', '=', actor.accountId ?? '')
      .executeTakeFirst(),
  )
  if (account === undefined) return { hash: undefined, fits: false }
  return { hash: account.password_hash, fits: await passwordFits(account.password_hash, password) }
}

/**
 * Asks whoever is signed in once more who they are, before something that a stolen session must not do.
 *
 * Wrong answers count with those at sign-in: the fifth in a row locks the account. The row of the account stays locked,
 * so that answers sent at once are counted one by one, and those after the fifth learn nothing.
 *
 * @throws account.locked; KeptRefusal with account.wrongCurrentPassword or account.wrongCode, so that the failure stays
 */
export async function proveAgain(
  context: CommandContext,
  accountId: string,
  proof: { readonly password?: TriedPassword; readonly code?: string },
): Promise<Awaited<ReturnType<typeof lockAccount>>> {
  const { tx, jurisdiction, now } = context
  const account = await lockAccount(tx, jurisdiction, accountId)
  refuseLocked(account, now)
  const attempt = { login: account.login, address: context.actor.address }
  const refuse = async (refusal: QxError) => {
    const locked = await noteFailure(tx, { ...context, command: 'account.prove' }, attempt, account.id)
    context.unchanged()
    return new KeptRefusal(locked ?? refusal)
  }
  // A password that was changed meanwhile was not the one that was tried.
  if (proof.password !== undefined && !(proof.password.fits && proof.password.hash === account.password_hash)) {
    throw await refuse(accountErrors.wrongCurrentPassword({}))
  }
  if (proof.code !== undefined && (await takeCode(tx, jurisdiction, account.id, proof.code, now)) === undefined) {
    throw await refuse(accountErrors.wrongCode({}))
  }
  // Where a second factor is set up, the password alone must not wipe out the wrong codes before it.
  const isAll = proof.code !== undefined || !(await hasSecondFactor(tx, jurisdiction, account.id))
  if (isAll) await noteSuccess(tx, jurisdiction, attempt, now)
  return account
}
