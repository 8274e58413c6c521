import { sql } from 'kysely'
import type { CommandContext } from '../operations/context.ts'
import {
  callOrder,
  getTicket,
  hallOf,
  type Ticket,
  type TicketStatus,
  ticketColumns,
  timeInCounty,
} from './ticket-row.ts'
import { ticketErrors } from './window-errors.ts'

/**
 * Calls the next ticket to a desk. Two desks that call at once get two tickets; where nobody waits there is none.
 *
 * @throws ticket.hallUnknown, ticket.deskUnknown
 */
export async function callNext(
  context: CommandContext,
  { hall, desk }: { readonly hall: string; readonly desk: string },
): Promise<Ticket | undefined> {
  const { tx, jurisdiction, actor, now, today } = context
  const { id: hallId, desks } = hallOf(context, hall)
  if (!desks.includes(desk)) throw ticketErrors.deskUnknown({ desk, desks })
  const { isDue, order } = callOrder(timeInCounty(now))
  const { rows } = await sql<Ticket>`
    select ${ticketColumns} from queue_ticket t
    where t.jurisdiction = ${jurisdiction} and t.hall = ${hallId} and t.day = ${today} and t.status = 'waiting' and ${isDue}
    order by ${order} limit 1 for update skip locked`.execute(tx)
  const [next] = rows
  if (next === undefined) {
    context.unchanged()
    return undefined
  }
  await change(context, next, { status: 'called', desk, called_at: now, by_account: actor.accountId ?? null })
  return getTicket(context, next.id)
}

const statusWords: Readonly<Record<TicketStatus, string>> = {
  waiting: '等候中',
  called: '已叫号',
  serving: '办理中',
  served: '已办完',
  missed: '已过号',
  cancelled: '已取消',
}

/** 开始、结束、过号: by the clerk who called it, while it stands where this can be done. */
export async function moveTicket(
  context: CommandContext,
  ticketId: string,
  move: 'start' | 'end' | 'miss',
): Promise<Ticket> {
  const { actor, now } = context
  const ticket = await getTicket(context, ticketId, { lock: true })
  const [from, to] = (
    { start: ['called', 'serving'], end: ['serving', 'served'], miss: ['called', 'missed'] } as const
  )[move]
  if (ticket.status !== from) throw notNow(ticket)
  if (ticket.byAccount !== (actor.accountId ?? null)) {
    throw ticketErrors.otherDesk({ number: ticket.number, desk: ticket.desk ?? '' })
  }
  await change(context, ticket, { status: to, ...(move === 'start' ? { started_at: now } : { ended_at: now }) })
  return getTicket(context, ticketId)
}

/** Whoever holds a ticket gives it back. @throws ticket.unknown, ticket.notNow */
export async function cancelTicket(context: CommandContext, ticketId: string, code: string): Promise<Ticket> {
  const ticket = await getTicket(context, ticketId, { code, lock: true })
  if (ticket.status !== 'waiting') throw notNow(ticket)
  await change(context, ticket, { status: 'cancelled', ended_at: context.now })
  return getTicket(context, ticketId)
}

function notNow({ number, status }: Ticket) {
  return ticketErrors.notNow({ number, status: statusWords[status] })
}

async function change(
  context: CommandContext,
  { id, status }: Ticket,
  to: {
    readonly status: TicketStatus
    readonly desk?: string
    readonly called_at?: Date
    readonly started_at?: Date
    readonly ended_at?: Date
    readonly by_account?: string | null
  },
): Promise<void> {
  await context.tx
    .updateTable('queue_ticket')
    .set(to)
    .where('jurisdiction', '=', context.jurisdiction)
    .where('id', '=', id)
    .execute()
  await context.record({
    subject: { kind: 'ticket', id },
    before: { status },
    after: { status: to.status, ...(to.desk === undefined ? {} : { desk: to.desk }) },
  })
}
