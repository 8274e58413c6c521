import type { Localized, QxError } from '../errors/define-errors.ts'
import type { CommandContext, QueryContext } from '../operations/context.ts'
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

/**
 * Asks whoever is signed in once more who they are, before something that a stolen session must not do.
 *
 * Wrong answers count with those at sign-in: the fifth in a row locks the account. The row of the account stays locked,
 * so that answers sent at once are counted one by one.
 *
 * @throws account.locked; KeptRefusal with account.wrongCurrentPassword or account.wrongCode, so that the failure stays
 */
export async function proveAgain(
  context: CommandContext,
  accountId: string,
  proof: { readonly password?: string; readonly code?: string },
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
  if (proof.password !== undefined && !(await passwordFits(account.password_hash, proof.password))) {
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
