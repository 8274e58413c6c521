import Type from 'typebox'
import type { Matters } from '../matters/matters.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { Id, IsoDate, Nullable } from '../plan/programme.schemas.ts'
import { callNext, cancelTicket, moveTicket } from './call-ticket.ts'
import { takeTicket } from './take-ticket.ts'
import { listHalls, listTickets, ticketBoard } from './ticket-board.ts'
import { getTicket, presentOwnTicket, presentTicket } from './ticket-row.ts'
import {
  CallTicketInput,
  HallRow,
  OwnTicket,
  TakeTicketInput,
  TicketBoard,
  TicketRow,
  TicketTaken,
} from './window.schemas.ts'

const Code = Type.String({ minLength: 1, maxLength: 100 })

/** 取号、预约、叫号. */
export function ticketOperations(matters: Matters): readonly Operation[] {
  return [
    defineQuery({
      id: 'hall.list',
      label: { zh: '政务大厅', en: 'Halls' },
      about: {
        zh: '有哪些大厅、窗口、地址和现在等候的人数。',
        en: 'Halls with their desks, address, and how many wait now.',
      },
      permission: 'service.read',
      route: { method: 'GET', path: '/halls' },
      cli: 'hall list',
      input: Type.Object({}),
      output: Type.Object({ halls: Type.Array(HallRow) }),
      run: async (context) => ({ halls: await listHalls(context) }),
    }),
    defineCommand({
      id: 'ticket.take',
      label: { zh: '取号、预约', en: 'Take a ticket, or book a time' },
      about: {
        zh: '取今天的号，或预约一个时间；凭返回的凭证看排到第几、取消和评价。',
        en: 'Takes a ticket of today or books a time; its code shows the place in the queue, gives it back, and rates.',
      },
      permission: 'service.apply',
      route: { method: 'POST', path: '/tickets' },
      cli: 'ticket take',
      input: TakeTicketInput,
      output: TicketTaken,
      run: takeTicket,
    }),
    defineQuery({
      id: 'ticket.place',
      label: { zh: '排到第几', en: 'Place in the queue' },
      about: {
        zh: '凭号票的凭证看前面还有几位。',
        en: 'How many are called before, for whoever shows the code of the ticket.',
      },
      permission: 'service.apply',
      route: { method: 'GET', path: '/tickets/:ticketId/place' },
      cli: 'ticket place',
      // Without the code the ticket is not there: an address that lacks it is no mistake of a form.
      input: Type.Object({ ticketId: Id, code: Type.Optional(Code) }),
      output: OwnTicket,
      run: async (context, { ticketId, code = '' }) =>
        presentOwnTicket(context, await getTicket(context, ticketId, { code })),
    }),
    defineCommand({
      id: 'ticket.cancel',
      label: { zh: '取消号票', en: 'Give a ticket back' },
      about: { zh: '不来了，把号让给别人。', en: 'Gives up the place for somebody else.' },
      permission: 'service.apply',
      route: { method: 'POST', path: '/tickets/:ticketId/cancellation' },
      cli: 'ticket cancel',
      input: Type.Object({ ticketId: Id, code: Code }),
      output: OwnTicket,
      run: async (context, { ticketId, code }) =>
        presentOwnTicket(context, await cancelTicket(context, ticketId, code)),
    }),
    defineQuery({
      id: 'ticket.list',
      label: { zh: '大厅排队', en: 'The queue of a hall' },
      about: {
        zh: '一天的号票：在办、已叫、等候、过号和办完。',
        en: 'The tickets of a day: served, called, waiting, missed and done.',
      },
      permission: 'matter.receive',
      route: { method: 'GET', path: '/tickets' },
      cli: 'ticket list',
      input: Type.Object({ hall: Id, day: Type.Optional(IsoDate) }),
      output: Type.Object({ tickets: Type.Array(TicketRow) }),
      run: async (context, input) => ({ tickets: await listTickets(context, matters, input) }),
    }),
    defineCommand({
      id: 'ticket.call',
      label: { zh: '叫号', en: 'Call the next' },
      about: {
        zh: '叫下一位到窗口：到时间的预约先于取号。',
        en: 'Calls the next to a desk: bookings whose time has come first.',
      },
      permission: 'matter.receive',
      route: { method: 'POST', path: '/tickets/calls' },
      cli: 'ticket call',
      input: CallTicketInput,
      output: Type.Object({ ticket: Nullable(TicketRow) }),
      run: async (context, input) => {
        const ticket = await callNext(context, input)
        return { ticket: ticket === undefined ? null : presentTicket(context, matters, ticket) }
      },
    }),
    ...(
      [
        ['start', '开始办理', 'Begin to serve', '叫到的人到了窗口。', 'Whoever was called has come.'],
        ['end', '办完', 'Done', '这一位办完了，可以评价。', 'Whoever was served may rate now.'],
        ['miss', '过号', 'Missed', '叫了没有来。', 'Whoever was called did not come.'],
      ] as const
    ).map(([move, zh, en, aboutZh, aboutEn]) =>
      defineCommand({
        id: `ticket.${move}`,
        label: { zh, en },
        about: { zh: aboutZh, en: aboutEn },
        permission: 'matter.receive',
        route: { method: 'POST', path: `/tickets/:ticketId/${move}` },
        cli: `ticket ${move}`,
        input: Type.Object({ ticketId: Id }),
        output: TicketRow,
        run: async (context, { ticketId }) =>
          presentTicket(context, matters, await moveTicket(context, ticketId, move)),
      }),
    ),
    defineQuery({
      id: 'ticket.board',
      label: { zh: '叫号屏', en: 'The board over the counters' },
      about: {
        zh: '叫到的号和窗口、等候人数；没有个人信息。',
        en: 'Numbers and desks, how many wait; nothing of people.',
      },
      permission: 'service.read',
      route: { method: 'GET', path: '/ticket-board' },
      cli: 'ticket board',
      input: Type.Object({ hall: Id }),
      output: TicketBoard,
      run: (context, { hall }) => ticketBoard(context, hall),
    }),
  ]
}
