import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import { addressOf } from '../throttles/address-of.ts'
import { phoneNumber } from './phone-number.ts'
import type { SmsGateway } from './sms-gateway.ts'
import { visitErrors } from './visit-errors.ts'
import { type VisitLimits, visitLimits } from './visit-limits.ts'
import type { CodeAsked } from './visits.schemas.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * Sends a code to a number. Whether anything was ever filed under it makes no difference: nothing is looked up.
 *
 * What is refused writes no row and sends nothing: it costs one look into an index, however often it is asked.
 *
 * @throws visit.badPhone, visit.tooManyForNumber, visit.tooManyFromAddress, visit.tooManyInCounty, visit.noGateway
 */
export async function askCode(context: CommandContext, gateway: SmsGateway, typed: string): Promise<CodeAsked> {
  const { tx, jurisdiction, secrets, county, now, today } = context
  const phone = phoneNumber(typed)
  const isShown = county.demonstration && !gateway.isReady(context)
  if (!isShown && !gateway.isReady(context)) throw visitErrors.noGateway({})
  const limits = visitLimits(county)
  const phoneBlind = secrets.blind(phone, jurisdiction)
  const addressBlind = blindOfAddress(context)
  const asked = await countAsked(context, phoneBlind, addressBlind)
  refuseTooMany(asked, limits, now)
  await forgetOld(context)
  const id = newId(now)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await tx
    .insertInto('phone_code')
    .values({
      jurisdiction,
      id,
      phone_blind: phoneBlind,
      address_blind: addressBlind,
      code_hash: hashOfCode(context, id, code),
      // Two that come at once get the same number here; the second is turned back and counts again (execute.ts).
      on_day: today,
      ordinal: asked.lastOrdinal + 1,
      created_at: now,
      expires_at: new Date(now.getTime() + limits.codeMinutes * minute),
    })
    .execute()
  if (!isShown) {
    await gateway.send(context, {
      phone,
      title: '手机验证码',
      body: `您的验证码是 {secret}，${limits.codeMinutes} 分钟内有效。工作人员不会向您索要，请勿告诉他人。`,
      secret: code,
      subject: { kind: 'phoneCode', id },
      expiresAt: new Date(now.getTime() + limits.codeMinutes * minute),
    })
  }
  // Who asks for a code has done nothing yet: the journal begins with the visit.
  context.unchanged()
  return {
    sent: true,
    validMinutes: limits.codeMinutes,
    againInSeconds: limits.secondsBetween,
    demonstrationCode: isShown ? code : null,
  }
}

/** Kept with a key, since a million codes are tried in a second. */
export function hashOfCode({ secrets, jurisdiction }: CommandContext, id: string, code: string): string {
  return secrets.blind(`code ${id} ${code}`, jurisdiction)
}

/** null from the machine itself, which is throttled by number only. */
export function blindOfAddress({ actor, secrets, jurisdiction }: CommandContext): string | null {
  const address = addressOf(actor)
  return address === undefined ? null : secrets.blind(`address ${address}`, jurisdiction)
}

interface Asked {
  readonly hourOfNumber: number
  readonly dayOfNumber: number
  readonly hourOfAddress: number
  readonly hourOfCounty: number
  readonly newest: Date | null
  readonly lastOrdinal: number
}

async function countAsked(context: CommandContext, phone: string, address: string | null): Promise<Asked> {
  const { tx, jurisdiction, now, today } = context
  const [anHourAgo, aDayAgo] = [new Date(now.getTime() - hour), new Date(now.getTime() - day)]
  const { rows } = await sql<Asked>`
    select
      (select count(*) from phone_code where jurisdiction = ${jurisdiction} and phone_blind = ${phone}
        and created_at > ${anHourAgo})::integer as "hourOfNumber",
      (select count(*) from phone_code where jurisdiction = ${jurisdiction} and phone_blind = ${phone}
        and created_at > ${aDayAgo})::integer as "dayOfNumber",
      (select count(*) from phone_code where jurisdiction = ${jurisdiction} and address_blind = ${address}
        and created_at > ${anHourAgo})::integer as "hourOfAddress",
      (select count(*) from phone_code where jurisdiction = ${jurisdiction}
        and created_at > ${anHourAgo})::integer as "hourOfCounty",
      (select max(created_at) from phone_code where jurisdiction = ${jurisdiction} and phone_blind = ${phone}) as newest,
      (select coalesce(max(ordinal), 0) from phone_code where jurisdiction = ${jurisdiction} and phone_blind = ${phone}
        and on_day = ${today})::integer as "lastOrdinal"`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a count has one row')
  return row
}

function refuseTooMany(asked: Asked, limits: VisitLimits, now: Date): void {
  const wait = (minutes: number) => [{ minutes }, { retryAfterSeconds: minutes * 60 }] as const
  if (asked.dayOfNumber >= limits.perNumberADay) throw visitErrors.tooManyForNumber(...wait(24 * 60))
  if (asked.hourOfNumber >= limits.perNumberAnHour) throw visitErrors.tooManyForNumber(...wait(60))
  if (asked.newest !== null && now.getTime() - asked.newest.getTime() < limits.secondsBetween * 1_000) {
    throw visitErrors.tooManyForNumber(...wait(Math.ceil(limits.secondsBetween / 60)))
  }
  if (asked.hourOfAddress >= limits.perAddressAnHour) throw visitErrors.tooManyFromAddress(...wait(60))
  if (asked.hourOfCounty >= limits.inCountyAnHour) throw visitErrors.tooManyInCounty(...wait(60))
}

/** A code is personal data that nobody needs after the day on which it counts against the limits. */
async function forgetOld({ tx, jurisdiction, now }: CommandContext): Promise<void> {
  await tx
    .deleteFrom('phone_code')
    .where('jurisdiction', '=', jurisdiction)
    .where('created_at', '<', new Date(now.getTime() - day))
    .execute()
}
