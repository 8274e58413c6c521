import { sql } from 'kysely'
import { browserOf } from '../accounts/browser.ts'
import { hashOfToken, newToken } from '../accounts/random-token.ts'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import { KeptRefusal } from '../operations/kept-refusal.ts'
import { mask } from '../personal-data/mask.ts'
import { blindOfAddress, hashOfCode } from './ask-code.ts'
import { phoneNumber } from './phone-number.ts'
import { visitErrors } from './visit-errors.ts'
import { visitLimits } from './visit-limits.ts'
import type { VisitView } from './visits.schemas.ts'

/** A visit with its token: the cookie holds the token, the database its digest. */
export interface OpenedVisit {
  readonly token: string
  readonly visit: VisitView
}

/**
 * Opens a visit for whoever shows the newest code of a number. A wrong guess counts although it is refused, and the
 * answer is one and the same for a wrong code, an old one, a used one, and a number to which none was sent.
 *
 * @throws visit.badPhone, visit.wrongCode
 */
export async function openVisit(
  context: CommandContext,
  given: { readonly phone: string; readonly code: string; readonly userAgent: string },
): Promise<OpenedVisit> {
  const { tx, jurisdiction, secrets, county, now } = context
  const phone = phoneNumber(given.phone)
  const phoneBlind = secrets.blind(phone, jurisdiction)
  await takeCode(context, phoneBlind, given.code)
  const id = newId(now)
  const token = newToken()
  const expiresAt = new Date(now.getTime() + visitLimits(county).visitHours * 3_600_000)
  const phoneMasked = mask(phone, 'phone')
  await tx
    .insertInto('visit')
    .values({
      ...{ jurisdiction, id, token_hash: hashOfToken(token), phone_blind: phoneBlind },
      phone_cipher: secrets.seal(phone, ownerOfVisit(jurisdiction, id)),
      phone_masked: phoneMasked,
      address_blind: blindOfAddress(context),
      browser: browserOf(given.userAgent),
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  await context.record({ subject: { kind: 'visit', id }, before: null, after: { phone: phoneMasked } })
  return { token, visit: { id, isAnonymous: false, phoneMasked, expiresAt: expiresAt.toISOString() } }
}

/**
 * Opens a visit for somebody who does not say who they are: what they file is found again in this browser, and later by
 * number and receipt only.
 *
 * @throws visit.tooManyFromAddress
 */
export async function openAnonymousVisit(
  context: CommandContext,
  { userAgent }: { readonly userAgent: string },
): Promise<OpenedVisit> {
  const { tx, jurisdiction, county, now } = context
  const limits = visitLimits(county)
  const address = blindOfAddress(context)
  const { rows } = await sql<{ opened: number }>`
    select count(*)::integer as opened from visit where jurisdiction = ${jurisdiction} and address_blind = ${address}
      and created_at > ${new Date(now.getTime() - 3_600_000)}`.execute(tx)
  if ((rows[0]?.opened ?? 0) >= limits.perAddressAnHour) {
    throw visitErrors.tooManyFromAddress({ minutes: 60 }, { retryAfterSeconds: 3_600 })
  }
  const id = newId(now)
  const token = newToken()
  const expiresAt = new Date(now.getTime() + limits.visitHours * 3_600_000)
  await tx
    .insertInto('visit')
    .values({
      ...{ jurisdiction, id, token_hash: hashOfToken(token), phone_blind: `anonymous:${id}` },
      phone_cipher: null,
      phone_masked: '匿名',
      address_blind: address,
      browser: browserOf(userAgent),
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  await context.record({ subject: { kind: 'visit', id }, before: null, after: { anonymous: true } })
  return { token, visit: { id, isAnonymous: true, phoneMasked: null, expiresAt: expiresAt.toISOString() } }
}

export function ownerOfVisit(jurisdiction: string, id: string): string {
  return `${jurisdiction}/visit/${id}`
}

/** @throws visit.wrongCode, kept so that the guess counts */
async function takeCode(context: CommandContext, phoneBlind: string, typed: string): Promise<void> {
  const { tx, jurisdiction, county, now } = context
  const digits = typed.normalize('NFKC').replaceAll(/\s/g, '')
  const newest = await tx
    .selectFrom('phone_code')
    .select(['id', 'code_hash', 'attempts', 'expires_at', 'used_at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('phone_blind', '=', phoneBlind)
    .orderBy('created_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  const isAlive =
    newest !== undefined &&
    newest.used_at === null &&
    newest.expires_at > now &&
    newest.attempts < visitLimits(county).guesses
  if (!isAlive) throw visitErrors.wrongCode({})
  const fits = newest.code_hash === hashOfCode(context, newest.id, digits)
  await tx
    .updateTable('phone_code')
    .set(fits ? { used_at: now } : { attempts: newest.attempts + 1 })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', newest.id)
    .execute()
  if (fits) return
  context.unchanged()
  throw new KeptRefusal(visitErrors.wrongCode({}))
}
