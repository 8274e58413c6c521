import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import { sql } from 'kysely'
import { actorMay } from '../accounts/actor.ts'
import { hashOfToken, newToken } from '../accounts/random-token.ts'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import { mask } from '../personal-data/mask.ts'
import { addressOf } from '../throttles/address-of.ts'
import { countOne, secondsToWait } from '../throttles/throttle.ts'
import { phoneNumber } from '../visits/phone-number.ts'
import { getTicket, hallOf, presentOwnTicket, timeInCounty } from './ticket-row.ts'
import { type TicketSettings, ticketSettings } from './ticket-settings.ts'
import type { TicketTaken } from './window.schemas.ts'
import { ticketErrors } from './window-errors.ts'

export interface Taking {
  readonly hall: string
  readonly types?: readonly string[] | undefined
  readonly phone?: string | undefined
  readonly day?: string | undefined
  readonly time?: string | undefined
}

/**
 * 取号、预约: a ticket of today, or of a time within the next days. Its code is shown once; the database keeps a digest.
 *
 * @throws ticket.hallUnknown, ticket.full, ticket.tooMany, ticket.badTime, ticket.phoneNeeded, visit.badPhone
 */
export async function takeTicket(
  context: CommandContext,
  { hall, types = [], phone, day, time }: Taking,
): Promise<TicketTaken> {
  const { tx, jurisdiction, secrets, county, now, today } = context
  const settings = ticketSettings(county)
  const { id: hallId, name } = hallOf(context, hall)
  const known = types.filter((type) => county.services.matters.some(({ matter }) => matter === type))
  const booked = time === undefined ? undefined : bookedTime(context, settings, { day: day ?? today, time })
  const number = phone === undefined || phone.trim() === '' ? undefined : phoneNumber(phone)
  if (booked !== undefined && number === undefined) throw ticketErrors.phoneNeeded({})
  const phoneBlind = number === undefined ? null : secrets.blind(number, jurisdiction)
  const onDay = booked?.day ?? today
  if (phoneBlind !== null) await refuseTooMany(context, settings, phoneBlind, onDay)
  if (booked !== undefined) await refuseFullTime(context, settings, hallId, booked)
  await countTaking(context, settings)
  const running = await nextNumber(context, hallId, onDay)
  if (running > settings.mostADay) throw ticketErrors.full({ what: `${name} ${onDay} ` })
  const id = newId(now)
  const code = newToken()
  await tx
    .insertInto('queue_ticket')
    .values({
      ...{ jurisdiction, id, day: onDay, hall: hallId, matter_types: known, status: 'waiting', taken_at: now },
      number: `${booked === undefined ? 'A' : 'B'}${String(running).padStart(3, '0')}`,
      code_hash: hashOfToken(`ticket ${code}`),
      phone_masked: number === undefined ? null : mask(number, 'phone'),
      phone_blind: phoneBlind,
      booked_for: booked?.time ?? null,
    })
    .execute()
  await context.record({
    subject: { kind: 'ticket', id },
    before: null,
    after: { hall: hallId, day: onDay, bookedFor: booked?.time ?? null },
  })
  const ticket = await getTicket(context, id)
  return { ...(await presentOwnTicket(context, ticket)), code, path: `/tickets/${id}?code=${code}` }
}

/**
 * Counts a ticket that is about to be taken from an address. A machine in the hall is signed in as a clerk and is not
 * counted.
 *
 * @throws ticket.tooManyFromAddress
 */
async function countTaking(context: CommandContext, { mostFromAddressAnHour: most }: TicketSettings): Promise<void> {
  const address = addressOf(context.actor)
  if (address === undefined || actorMay(context.actor, 'matter.receive')) return
  const taken = [{ throttle: { id: 'ticket.address', most, minutes: 60 }, of: address }]
  const seconds = await secondsToWait(context, taken)
  if (seconds > 0) throw ticketErrors.tooManyFromAddress({ most }, { retryAfterSeconds: seconds })
  await countOne(context, taken)
}

/** @throws ticket.badTime */
function bookedTime(
  { now, today }: CommandContext,
  { bookingDays }: TicketSettings,
  asked: { day: string; time: string },
) {
  const isPast = asked.day < today || (asked.day === today && asked.time <= timeInCounty(now))
  if (isPast || asked.day > addCalendarDays(today, bookingDays)) throw ticketErrors.badTime({ days: bookingDays })
  return asked
}

async function refuseTooMany(
  { tx, jurisdiction }: CommandContext,
  { mostOfOneNumber: most }: TicketSettings,
  phoneBlind: string,
  day: string,
): Promise<void> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from queue_ticket
    where jurisdiction = ${jurisdiction} and day = ${day} and phone_blind = ${phoneBlind} and status = 'waiting'`.execute(
    tx,
  )
  if ((rows[0]?.n ?? 0) >= most) throw ticketErrors.tooMany({ most })
}

async function refuseFullTime(
  { tx, jurisdiction }: CommandContext,
  { bookingsAHalfHour }: TicketSettings,
  hall: string,
  { day, time }: { readonly day: string; readonly time: string },
): Promise<void> {
  const [hour = '00', minutes = '00'] = time.split(':')
  const isFirstHalf = Number(minutes) < 30
  const [from, to] = isFirstHalf ? [`${hour}:00`, `${hour}:29`] : [`${hour}:30`, `${hour}:59`]
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from queue_ticket
    where jurisdiction = ${jurisdiction} and hall = ${hall} and day = ${day} and status <> 'cancelled'
      and booked_for between ${from} and ${to}`.execute(tx)
  if ((rows[0]?.n ?? 0) >= bookingsAHalfHour) throw ticketErrors.full({ what: `${day} ${from} 起半小时` })
}

/** The row is locked until the end: two who take a ticket at once get two numbers. */
async function nextNumber({ tx, jurisdiction }: CommandContext, hall: string, day: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into matter_number (jurisdiction, series, period, last) values (${jurisdiction}, ${`ticket ${hall}`}, ${day}, 1)
    on conflict (jurisdiction, series, period) do update set last = matter_number.last + 1
    returning last`.execute(tx)
  return rows[0]?.last ?? 1
}
