import type { Transaction } from '../database/database.ts'
import { newId } from '../ids/new-id.ts'
import type { Platform } from '../operations/execute.ts'
import { hashOfToken, newToken } from './random-token.ts'

/** How long a person may take at the identity service. */
export const visitMinutes = 15

/** What the caller keeps from the start of a visit: two secrets for the service, two for the way back. */
export interface BegunVisit {
  /** goes to the service and comes back in the address */
  readonly state: string
  /** stays in a cookie: the answer has to come back in the browser that began */
  readonly browserToken: string
  readonly nonce: string
  readonly codeVerifier: string
}

export interface FinishedVisit {
  readonly nonce: string
  readonly codeVerifier: string
  /** who wants to link an identity with their account; undefined for a sign-in */
  readonly accountId: string | undefined
  /** page of ours to go on to */
  readonly nextPath: string
}

/** Notes that somebody is on the way to the identity service. */
export async function beginVisit(
  platform: Platform,
  visit: { readonly accountId: string | undefined; readonly nextPath: string },
): Promise<BegunVisit> {
  const { database, county } = platform
  const { jurisdiction } = county
  const now = platform.now()
  const begun = { state: newToken(), browserToken: newToken(), nonce: newToken(), codeVerifier: newToken() }
  await database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    await forgetLateVisits(tx, jurisdiction, now)
    await tx
      .insertInto('identity_visit')
      .values({
        jurisdiction,
        id: newId(now),
        state_hash: hashOfToken(begun.state),
        browser_hash: hashOfToken(begun.browserToken),
        nonce: begun.nonce,
        code_verifier: begun.codeVerifier,
        account_id: visit.accountId ?? null,
        next_path: visit.nextPath,
        expires_at: new Date(now.getTime() + visitMinutes * 60_000),
      })
      .execute()
  })
  return begun
}

/**
 * Takes a visit that came back; the same answer finds nothing a second time.
 *
 * @returns undefined when it is unknown, was taken already, took too long, or comes back in another browser
 */
export async function takeVisit(
  platform: Platform,
  back: { readonly state: string; readonly browserToken: string },
): Promise<FinishedVisit | undefined> {
  const { database, county } = platform
  const now = platform.now()
  const row = await database.inJurisdiction(county.jurisdiction, 'write', (tx) =>
    tx
      .deleteFrom('identity_visit')
      .where('jurisdiction', '=', county.jurisdiction)
      .where('state_hash', '=', hashOfToken(back.state))
      .where('browser_hash', '=', hashOfToken(back.browserToken))
      .where('expires_at', '>', now)
      .returning(['nonce', 'code_verifier', 'account_id', 'next_path'])
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  return {
    nonce: row.nonce,
    codeVerifier: row.code_verifier,
    accountId: row.account_id ?? undefined,
    nextPath: row.next_path,
  }
}

async function forgetLateVisits(tx: Transaction, jurisdiction: string, now: Date): Promise<void> {
  await tx
    .deleteFrom('identity_visit')
    .where('jurisdiction', '=', jurisdiction)
    .where('expires_at', '<=', now)
    .execute()
}
