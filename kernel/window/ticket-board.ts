import { sql } from 'kysely'
import type { Matters } from '../matters/matters.ts'
import type { QueryContext } from '../operations/context.ts'
import { callOrder, hallOf, presentTicket, type Ticket, ticketColumns, timeInCounty } from './ticket-row.ts'
import type { HallRow, TicketBoard, TicketRow } from './window.schemas.ts'

const called = 8
const upcoming = 5

/** 叫号屏: numbers and desks, and nothing by which a person is known. */
export async function ticketBoard(context: QueryContext, hall: string): Promise<TicketBoard> {
  const { tx, jurisdiction, now, today } = context
  const { id, name } = hallOf(context, hall)
  const { isDue, order } = callOrder(timeInCounty(now))
  const ofToday = sql`t.jurisdiction = ${jurisdiction} and t.hall = ${id} and t.day = ${today}`
  const shown = await sql<{ number: string; desk: string; at: Date; isServing: boolean }>`
    select t.number, t.desk, t.called_at as at, t.status = 'serving' as "isServing" from queue_ticket t
    where ${ofToday} and t.status in ('called', 'serving') and t.desk is not null
    order by t.called_at desc limit ${called}`.execute(tx)
  const next = await sql<{ number: string; waiting: number }>`
    select t.number, (count(*) over ())::integer as waiting from queue_ticket t
    where ${ofToday} and t.status = 'waiting' and ${isDue} order by ${order} limit ${upcoming}`.execute(tx)
  const waits = await sql<{ median: number | null }>`
    select percentile_cont(0.5) within group (order by extract(epoch from t.called_at - t.taken_at) / 60)
      as median
    from queue_ticket t where ${ofToday} and t.called_at is not null and t.booked_for is null`.execute(tx)
  const median = waits.rows[0]?.median ?? null
  return {
    hall: { id, name },
    day: today,
    called: shown.rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    waiting: next.rows[0]?.waiting ?? 0,
    next: next.rows.map(({ number }) => number),
    medianWaitMinutes: median === null ? null : Math.round(median),
  }
}

/** The queue of a hall on a day, as its clerks see it: who is served, who waits, and what was. */
export async function listTickets(
  context: QueryContext,
  matters: Matters,
  { hall, day }: { readonly hall: string; readonly day?: string | undefined },
): Promise<TicketRow[]> {
  const { tx, jurisdiction, today } = context
  const { id } = hallOf(context, hall)
  const { order } = callOrder('23:59')
  const { rows } = await sql<Ticket>`
    select ${ticketColumns} from queue_ticket t
    where t.jurisdiction = ${jurisdiction} and t.hall = ${id} and t.day = ${day ?? today}
    order by array_position(array['serving', 'called', 'waiting', 'missed', 'served', 'cancelled'], t.status), ${order}
    limit 1000`.execute(tx)
  return rows.map((ticket) => presentTicket(context, matters, ticket))
}

export async function listHalls({ tx, jurisdiction, county, today }: QueryContext): Promise<HallRow[]> {
  const { rows } = await sql<{ hall: string; waiting: number }>`
    select hall, count(*)::integer as waiting from queue_ticket
    where jurisdiction = ${jurisdiction} and day = ${today} and status = 'waiting' group by hall`.execute(tx)
  return county.services.halls.map(({ id, name, address, hours, phone, desks }) => ({
    ...{ id, name, address, hours, phone, desks: [...desks] },
    waiting: rows.find(({ hall }) => hall === id)?.waiting ?? 0,
  }))
}
