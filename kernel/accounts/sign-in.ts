import type { Transaction } from '../database/database.ts'
import type { QxError } from '../errors/define-errors.ts'
import { newId } from '../ids/new-id.ts'
import { type JournalOccasion, recordEntry } from '../journal/record-entry.ts'
import type { Platform, Request } from '../operations/execute.ts'
import { rolesHeldBy } from './account.queries.ts'
import { accountErrors } from './account-errors.ts'
import { noteFailure, noteSuccess, refuseBusyAddress, refuseLocked } from './attempts.ts'
import { browserOf } from './browser.ts'
import { passwordFits, pretendToVerify } from './password.ts'
import { hashOfToken, newToken } from './random-token.ts'
import { hasSecondFactor, takeCode } from './second-factor.ts'
import { newSession, type OpenedBy } from './session.ts'
import { takingTurns } from './taking-turns.ts'

/** How long the second step may take after the first. */
export const secondStepMinutes = 10

export interface SignIn {
  readonly login: string
  readonly password: string
  /** what the browser says it is, kept with the session so that its owner can tell sessions apart */
  readonly device: string
}

/** A session, or the permit to show a code for one. The database keeps digests of both tokens only. */
export type SignInOutcome =
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'secondStep'; readonly token: string }

export interface AccountToOpen {
  readonly id: string
  readonly login: string
  readonly display_name: string
}

/**
 * Signs in with name and password, and opens a session, or the second step where the account has a second factor.
 *
 * This is not a command: a failed attempt must stay on record although the sign-in is refused, so it works in
 * transactions of its own. The password is verified outside any of them, since that takes tens of milliseconds.
 *
 * @throws account.signInFailed, account.locked, account.tooManyAttempts, account.busy
 */
export function signIn(platform: Platform, request: Request, attempt: SignIn): Promise<SignInOutcome> {
  const login = attempt.login.trim().toLowerCase()
  // Guesses sent side by side would all be verified before the first failure counts.
  return inTurn(login, () => verifyAndOpen(platform, request, { ...attempt, login }))
}

const inTurn = takingTurns()

async function verifyAndOpen(platform: Platform, request: Request, attempt: SignIn): Promise<SignInOutcome> {
  const { database, county } = platform
  const { jurisdiction } = county
  const { login } = attempt
  const { address } = request.actor
  const now = platform.now()
  const account = await database.inJurisdiction(jurisdiction, 'read', async (tx) => {
    await refuseBusyAddress(tx, jurisdiction, address, now)
    return tx
      .selectFrom('account')
      .selectAll()
      .where('jurisdiction', '=', jurisdiction)
      .where('login', '=', login)
      .executeTakeFirst()
  })
  if (account !== undefined) refuseLocked(account, now)
  const fits = account === undefined ? false : await passwordFits(account.password_hash, attempt.password)
  if (account === undefined) await pretendToVerify(attempt.password)
  const outcome = await database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    if (account === undefined || !fits || account.disabled_at !== null) {
      const locked = await noteFailure(tx, occasionOf(platform, request, now), { login, address }, account?.id)
      return locked ?? accountErrors.signInFailed({ login })
    }
    return openAfterFirstStep(tx, platform, request, account, { device: attempt.device, openedBy: 'password', now })
  })
  return orRefuse(outcome)
}

/**
 * The first proof was right: opens the session, or where the account has a second factor the second step.
 *
 * Success counts only when all is shown; whoever has the password alone would else wipe out the wrong codes before.
 */
export async function openAfterFirstStep(
  tx: Transaction,
  platform: Platform,
  request: Request,
  account: AccountToOpen,
  how: { readonly device: string; readonly openedBy: OpenedBy; readonly now: Date },
): Promise<SignInOutcome> {
  const { jurisdiction } = platform.county
  if (await hasSecondFactor(tx, jurisdiction, account.id)) {
    return { kind: 'secondStep', token: await beginSecondStep(tx, jurisdiction, account.id, how) }
  }
  return { kind: 'session', token: await openSession(tx, platform, request, account, { ...how, by: how.openedBy }) }
}

async function beginSecondStep(
  tx: Transaction,
  jurisdiction: string,
  accountId: string,
  { device, openedBy, now }: { device: string; openedBy: OpenedBy; now: Date },
): Promise<string> {
  await tx.deleteFrom('sign_in_step').where('jurisdiction', '=', jurisdiction).where('expires_at', '<=', now).execute()
  const token = newToken()
  await tx
    .insertInto('sign_in_step')
    .values({
      jurisdiction,
      id: newId(now),
      token_hash: hashOfToken(token),
      account_id: accountId,
      device: device.slice(0, 200),
      browser: browserOf(device),
      opened_by: openedBy,
      expires_at: new Date(now.getTime() + secondStepMinutes * 60_000),
    })
    .execute()
  return token
}

export interface SecondStep {
  readonly token: string
  readonly code: string
  readonly userAgent: string
}

/** Whether a token permits the second step now; for the page that asks for the code. */
export async function findSecondStep(
  platform: Platform,
  step: Pick<SecondStep, 'token' | 'userAgent'>,
): Promise<{ id: string; accountId: string; login: string } | undefined> {
  const { database, county } = platform
  return database.inJurisdiction(county.jurisdiction, 'read', (tx) =>
    tx
      .selectFrom('sign_in_step as step')
      .innerJoin('account', (join) =>
        join.onRef('account.jurisdiction', '=', 'step.jurisdiction').onRef('account.id', '=', 'step.account_id'),
      )
      .select(['step.id', 'account.id as accountId', 'account.login'])
      .where('step.jurisdiction', '=', county.jurisdiction)
      .where('account.jurisdiction', '=', county.jurisdiction)
      .where('step.token_hash', '=', hashOfToken(step.token))
      .where('step.browser', '=', browserOf(step.userAgent))
      .where('step.expires_at', '>', platform.now())
      .where('account.disabled_at', 'is', null)
      .executeTakeFirst(),
  )
}

/**
 * The second step: a code of the generator or a recovery code opens the session.
 *
 * Wrong codes count with wrong passwords: five in a row lock the account.
 *
 * @returns the token for the cookie
 * @throws account.secondStepOver, account.wrongCode, account.locked
 */
export async function finishSignIn(platform: Platform, request: Request, step: SecondStep): Promise<string> {
  const begun = await findSecondStep(platform, step)
  if (begun === undefined) throw accountErrors.secondStepOver({})
  return inTurn(begun.login, () => takeCodeAndOpen(platform, request, begun.id, step))
}

async function takeCodeAndOpen(
  platform: Platform,
  request: Request,
  stepId: string,
  { code, userAgent }: SecondStep,
): Promise<string> {
  const { database, county } = platform
  const { jurisdiction } = county
  const now = platform.now()
  const outcome = await database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    const step = await tx
      .selectFrom('sign_in_step')
      .select(['account_id', 'opened_by'])
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', stepId)
      .forUpdate()
      .executeTakeFirst()
    if (step === undefined) return accountErrors.secondStepOver({})
    const account = await tx
      .selectFrom('account')
      .selectAll()
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', step.account_id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    refuseLocked(account, now)
    const by = await takeCode(tx, jurisdiction, account.id, code, now)
    if (by === undefined) {
      const attempt = { login: account.login, address: request.actor.address }
      const locked = await noteFailure(tx, occasionOf(platform, request, now), attempt, account.id)
      return locked ?? accountErrors.wrongCode({})
    }
    await tx.deleteFrom('sign_in_step').where('jurisdiction', '=', jurisdiction).where('id', '=', stepId).execute()
    const openedBy = step.opened_by === 'identity' ? 'identity' : 'password'
    const how = { device: userAgent, openedBy, by: `${openedBy}+${by}`, now } as const
    return { token: await openSession(tx, platform, request, account, how) }
  })
  return orRefuse(outcome).token
}

async function openSession(
  tx: Transaction,
  platform: Platform,
  request: Request,
  account: AccountToOpen,
  how: { readonly device: string; readonly openedBy: OpenedBy; readonly by: string; readonly now: Date },
): Promise<string> {
  const { jurisdiction } = platform.county
  const { now } = how
  await noteSuccess(tx, jurisdiction, { login: account.login, address: request.actor.address }, now)
  await tx
    .updateTable('account')
    .set({ last_sign_in_at: now, locked_until: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', account.id)
    .execute()
  const session = await newSession(tx, jurisdiction, { accountId: account.id, ...how }, now)
  const actor = {
    ...request.actor,
    accountId: account.id,
    sessionId: session.id,
    label: account.display_name,
    roles: await rolesHeldBy(tx, jurisdiction, account.id),
  }
  await recordEntry(
    tx,
    { jurisdiction, actor, command: 'session.signIn', requestId: request.requestId, now },
    { subject: { kind: 'session', id: session.id }, before: null, after: { account: account.login, by: how.by } },
  )
  return session.token
}

function occasionOf(platform: Platform, request: Request, now: Date): JournalOccasion {
  const { jurisdiction } = platform.county
  return { jurisdiction, actor: request.actor, command: 'session.signIn', requestId: request.requestId, now }
}

/** What a transaction decided: refusals come out as values, so that the noted failure stays. */
function orRefuse<Outcome extends object>(outcome: Outcome | QxError): Outcome {
  if (outcome instanceof Error) throw outcome
  return outcome
}
