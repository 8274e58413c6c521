import { sql } from 'kysely'
import { readVerificationCode } from '../../documents/verification-code.ts'
import type { QueryContext } from '../../operations/context.ts'
import { KeptRefusal } from '../../operations/kept-refusal.ts'
import { addressOf } from '../../throttles/address-of.ts'
import { type Counted, countOne, secondsToWait } from '../../throttles/throttle.ts'
import type { MatterState } from '../effects.types.ts'
import { readMatter } from '../matter-row.ts'
import { phoneTailBlind } from '../phone-tail.ts'
import { receiptDocument } from './receipt.ts'
import { statusErrors } from './status-errors.ts'

/** wrong guesses in a quarter of an hour: of one matter, whoever guesses, and from one address, whatever it guesses at */
const ofMatter = { id: 'status.matter', most: 5, minutes: 15 }
const fromAddress = { id: 'status.address', most: 30, minutes: 15 }

/**
 * The matter of a number, for whoever knows the last four digits of the applicant's telephone or shows the code of the
 * receipt. A wrong number, wrong digits and a forged code get one answer, and count.
 *
 * @throws status.oneOfBoth, status.tooManyTries, status.notFound kept so that the guess counts
 */
export async function findByStatus(
  context: QueryContext,
  {
    number,
    tail,
    code,
  }: { readonly number: string; readonly tail?: string | undefined; readonly code?: string | undefined },
): Promise<MatterState> {
  if (tail === undefined && code === undefined) throw statusErrors.oneOfBoth({})
  const asked = number.normalize('NFKC').trim().toUpperCase()
  const address = addressOf(context.actor)
  const guesses: readonly Counted[] = [
    { throttle: ofMatter, of: asked },
    ...(address === undefined ? [] : [{ throttle: fromAddress, of: address }]),
  ]
  const seconds = await secondsToWait(context, guesses)
  if (seconds > 0) throw statusErrors.tooManyTries({ minutes: Math.ceil(seconds / 60) }, { retryAfterSeconds: seconds })
  const id = code === undefined ? await byTail(context, asked, tail ?? '') : await byCode(context, asked, code)
  const matter = id === undefined ? undefined : await readMatter(context, id, sql<boolean>`true`, false)
  if (matter === undefined) {
    await countOne(context, guesses)
    throw new KeptRefusal(statusErrors.notFound({}))
  }
  return matter
}

async function byTail(context: QueryContext, number: string, tail: string): Promise<string | undefined> {
  const digits = tail.normalize('NFKC').trim()
  if (!/^\d{4}$/.test(digits)) return undefined
  const { tx, jurisdiction, secrets } = context
  const { rows } = await sql<{ id: string }>`
    select id from matter where jurisdiction = ${jurisdiction} and number = ${number}
      and phone_tail_blind = ${phoneTailBlind(secrets, jurisdiction, number, digits)}`.execute(tx)
  return rows[0]?.id
}

async function byCode({ tx, jurisdiction }: QueryContext, number: string, typed: string): Promise<string | undefined> {
  const code = readVerificationCode(typed)
  if (code === undefined) return undefined
  const { rows } = await sql<{ id: string }>`
    select m.id from matter m join matter_document d on d.jurisdiction = ${jurisdiction}
      and d.jurisdiction = m.jurisdiction and d.matter_id = m.id
    where m.jurisdiction = ${jurisdiction} and m.number = ${number} and d.document = ${receiptDocument}
      and d.verification_code = ${code} and d.revoked_at is null`.execute(tx)
  return rows[0]?.id
}
