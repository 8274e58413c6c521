import { sql } from 'kysely'
import { hashOfToken } from '../accounts/random-token.ts'
import type { Hall } from '../jurisdiction/county-facts.ts'
import type { Matters } from '../matters/matters.ts'
import type { QueryContext } from '../operations/context.ts'
import { rateableTicket } from '../ratings/rating-state.ts'
import type { OwnTicket, TicketRow } from './window.schemas.ts'
import { ticketErrors } from './window-errors.ts'

export type TicketStatus = TicketRow['status']

export interface Ticket {
  readonly id: string
  readonly day: string
  readonly number: string
  readonly hall: string
  readonly types: readonly string[]
  readonly phoneMasked: string | null
  readonly status: TicketStatus
  readonly bookedFor: string | null
  readonly desk: string | null
  readonly takenAt: Date
  readonly calledAt: Date | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly byAccount: string | null
}

export const ticketColumns = sql`
  t.id, t.day, t.number, t.hall, t.matter_types as types, t.phone_masked as "phoneMasked", t.status,
  t.booked_for as "bookedFor", t.desk, t.taken_at as "takenAt", t.called_at as "calledAt",
  t.started_at as "startedAt", t.ended_at as "endedAt", t.by_account as "byAccount"`

/**
 * The order in which tickets are called: bookings whose time has come, the earliest first, then whoever took a number, in
 * the order of their coming. A booking whose time has not come is not called.
 */
export function callOrder(timeNow: string) {
  return {
    isDue: sql<boolean>`(t.booked_for is null or t.booked_for <= ${timeNow})`,
    order: sql`(case when t.booked_for is null then 1 else 0 end), t.booked_for, t.taken_at, t.id`,
  }
}

/** The time of day in the county, `14:05`. */
export function timeInCounty(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
}

/** @throws ticket.hallUnknown */
export function hallOf({ county }: Pick<QueryContext, 'county'>, id: string): Hall {
  const hall = county.services.halls.find((each) => each.id === id)
  if (hall === undefined) throw ticketErrors.hallUnknown({ hall: id })
  return hall
}

/** @throws ticket.unknown */
export async function getTicket(
  { tx, jurisdiction }: QueryContext,
  ticketId: string,
  { code, lock = false }: { readonly code?: string; readonly lock?: boolean } = {},
): Promise<Ticket> {
  const held = code === undefined ? sql`true` : sql`t.code_hash = ${hashOfToken(`ticket ${code}`)}`
  const { rows } = await sql<Ticket>`
    select ${ticketColumns} from queue_ticket t
    where t.jurisdiction = ${jurisdiction} and t.id = ${ticketId} and ${held} ${lock ? sql`for update` : sql``}`.execute(
    tx,
  )
  const [row] = rows
  if (row === undefined) throw ticketErrors.unknown({})
  return row
}

/** As whoever holds it sees it. */
export async function presentOwnTicket(context: QueryContext, ticket: Ticket): Promise<OwnTicket> {
  const { id, number, hall, day, status, bookedFor, desk } = ticket
  const ahead = status === 'waiting' ? await countAhead(context, ticket) : 0
  return { id, number, hall, day, status, bookedFor, desk, ahead, mayRate: await rateableTicket(context, ticket) }
}

async function countAhead({ tx, jurisdiction }: QueryContext, { id, hall, day }: Ticket): Promise<number> {
  const { order } = callOrder('00:00')
  const { rows } = await sql<{ ahead: number }>`
    select place - 1 as ahead from (
      select t.id, (row_number() over (order by ${order}))::integer as place from queue_ticket t
      where t.jurisdiction = ${jurisdiction} and t.hall = ${hall} and t.day = ${day} and t.status = 'waiting'
    ) places where id = ${id}`.execute(tx)
  return rows[0]?.ahead ?? 0
}

/** As clerks see it. */
export function presentTicket({ actor }: QueryContext, matters: Matters, ticket: Ticket): TicketRow {
  const { id, number, hall, day, status, bookedFor, desk, phoneMasked, takenAt, calledAt, startedAt, endedAt } = ticket
  const since = calledAt === null ? null : Math.round((calledAt.getTime() - takenAt.getTime()) / 60_000)
  return {
    ...{ id, number, hall, day, status, bookedFor, desk, phoneMasked },
    types: ticket.types.map((type) => ({ id: type, label: matters.find(type)?.label ?? type })),
    takenAt: takenAt.toISOString(),
    calledAt: calledAt?.toISOString() ?? null,
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    // Who booked waits from the time for which they came, which nobody wrote down: no minutes are made up.
    waitedMinutes: bookedFor === null ? since : null,
    isMine: ticket.byAccount !== null && ticket.byAccount === actor.accountId,
  }
}
