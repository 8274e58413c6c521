import Type, { type Static } from 'typebox'
import { DraftRow, MatterStatus } from '../matters/matters.schemas.ts'
import { Id, Instant, IsoDate, Nullable } from '../plan/programme.schemas.ts'

/** Somebody who comes to the window: an enterprise or person of the register, or a person known from earlier matters. */
export const WindowParty = Type.Object({
  kind: Type.Enum(['entity', 'person']),
  /** of the register of entities; null: a person who is in none */
  recordId: Nullable(Id),
  /** as it may be shown: names of persons are masked */
  label: Type.String(),
  code: Nullable(Type.String()),
  phoneMasked: Nullable(Type.String()),
  /** matters in hand and ended, and the newest of them */
  matters: Type.Integer(),
  latest: Nullable(Type.Object({ number: Type.String(), typeLabel: Type.String(), submittedOn: IsoDate })),
})
export type WindowParty = Static<typeof WindowParty>

export const WindowParties = Type.Object({ parties: Type.Array(WindowParty) })
export type WindowParties = Static<typeof WindowParties>

export const ReceptionInput = Type.Object({
  /** what is applied for, all of it in one go */
  types: Type.Array(Id, { minItems: 1, maxItems: 10 }),
  /** who comes: a record of the register of entities, or a person by name and number */
  recordId: Type.Optional(Id),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  phone: Type.Optional(Type.String({ maxLength: 40 })),
  idNumber: Type.Optional(Type.String({ maxLength: 40 })),
  /** number of an earlier case of the person with this telephone, from which the name is taken */
  earlier: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  ticketId: Type.Optional(Id),
})

export const Reception = Type.Object({ receptionId: Id, drafts: Type.Array(DraftRow) })
export type Reception = Static<typeof Reception>

/** The pairing code of an applicant's own screen, shown at the desk and scanned or typed there. */
export const TwinCode = Type.Object({
  code: Type.String(),
  /** what the QR code says */
  path: Type.String(),
  expiresAt: Instant,
})
export type TwinCode = Static<typeof TwinCode>

export const PairInput = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) })
export const TwinPaired = Type.Object({ draftId: Id, expiresAt: Instant })
export type TwinPaired = Static<typeof TwinPaired>

export const HallRow = Type.Object({
  id: Id,
  name: Type.String(),
  address: Nullable(Type.String()),
  hours: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  desks: Type.Array(Type.String()),
  waiting: Type.Integer(),
})
export type HallRow = Static<typeof HallRow>

export const TakeTicketInput = Type.Object({
  hall: Id,
  types: Type.Optional(Type.Array(Id, { maxItems: 10 })),
  phone: Type.Optional(Type.String({ maxLength: 40 })),
  /** booking 预约: day and time; left out: now */
  day: Type.Optional(IsoDate),
  time: Type.Optional(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })),
})

const ticket = {
  id: Id,
  number: Type.String(),
  hall: Id,
  day: IsoDate,
  status: Type.Enum(['waiting', 'called', 'serving', 'served', 'missed', 'cancelled']),
  bookedFor: Nullable(Type.String()),
  desk: Nullable(Type.String()),
}

/** A ticket, for whoever shows its code. */
export const OwnTicket = Type.Object({
  ...ticket,
  /** those who are called before */
  ahead: Type.Integer(),
  mayRate: Type.Boolean(),
})
export type OwnTicket = Static<typeof OwnTicket>

export const TicketTaken = Type.Object({
  ...OwnTicket.properties,
  /** shown once: to follow, give back and rate */
  code: Type.String(),
  path: Type.String(),
})
export type TicketTaken = Static<typeof TicketTaken>

/** A ticket, as clerks see the queue. */
export const TicketRow = Type.Object({
  ...ticket,
  types: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
  phoneMasked: Nullable(Type.String()),
  takenAt: Instant,
  calledAt: Nullable(Instant),
  startedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  waitedMinutes: Nullable(Type.Integer()),
  isMine: Type.Boolean(),
})
export type TicketRow = Static<typeof TicketRow>

export const CallTicketInput = Type.Object({ hall: Id, desk: Type.String({ minLength: 1, maxLength: 60 }) })

/** The screen over the counters: numbers and desks, nothing of people. */
export const TicketBoard = Type.Object({
  hall: Type.Object({ id: Id, name: Type.String() }),
  day: IsoDate,
  called: Type.Array(
    Type.Object({ number: Type.String(), desk: Type.String(), at: Instant, isServing: Type.Boolean() }),
  ),
  waiting: Type.Integer(),
  next: Type.Array(Type.String()),
  /** of those who were served today, in minutes; null while nobody was */
  medianWaitMinutes: Nullable(Type.Integer()),
})
export type TicketBoard = Static<typeof TicketBoard>

/** A case that was received at the reader’s hall. */
export const WindowMatterRow = Type.Object({
  ...{ id: Id, number: Type.String(), type: Type.String(), typeLabel: Type.String(), title: Type.String() },
  status: Type.Enum(['open', 'suspended', 'ended']),
  /** whose move it is; `applicant`: something is asked of them */
  turn: Nullable(Type.String()),
  /** where it is, as the applicant reads it */
  now: Type.String(),
  /** as lists show it: 张* */
  applicant: Type.String(),
  ...{ dueOn: Nullable(IsoDate), submittedOn: IsoDate, endedOn: Nullable(IsoDate) },
  demonstration: Type.Boolean(),
})
export type WindowMatterRow = Static<typeof WindowMatterRow>

/** The same as the applicant reads it, with what a clerk may do for them; acts and files are the window’s. */
export const WindowMatter = Type.Object({
  ...MatterStatus.properties,
  applicant: Type.String(),
  revision: Type.Integer(),
})
export type WindowMatter = Static<typeof WindowMatter>
