import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import { publicActor } from '../accounts/actor.ts'
import { newId } from '../ids/new-id.ts'
import { recordEntry } from '../journal/record-entry.ts'
import { lockMatter } from '../matters/matter-row.ts'
import { mattersAppliedForBy } from '../matters/sight.ts'
import type { CommandContext } from '../operations/context.ts'
import { announce } from '../outbox/announce.ts'
import { calendarOf } from '../rules/calendar-of.ts'
import { getTicket } from '../window/ticket-row.ts'
import { ratingErrors } from './rating-errors.ts'
import { isBad, ratingSettings } from './rating-settings.ts'
import { isRateable, nextRound, type RatedSoFar, ratingsOfMatters, ratingsOfTicket } from './rating-state.ts'
import type { Rated } from './ratings.schemas.ts'

export interface Rating {
  readonly level: number
  readonly dimensions?: Readonly<Record<string, number | undefined>> | undefined
  readonly words?: string | undefined
}

/** Rates one's own matter, once, when it has ended. @throws matter.unknown, rating.notYet, rating.already, rating.tooLate */
export async function rateMatter(context: CommandContext, matterId: string, rating: Rating): Promise<Rated> {
  const matter = await lockMatter(context, matterId, mattersAppliedForBy(context))
  const rated = (await ratingsOfMatters(context, [matterId])).get(matterId) ?? []
  refuseUnrateable(context, matter, rated)
  return keepRating(context, rating, rated, {
    ...{ matterId, ticketId: null, type: matter.type, unitId: matter.unitId, channel: 'web' },
  })
}

/** Rates a visit on site, by the code of its ticket. @throws ticket.unknown, rating.notYet, rating.already, rating.tooLate */
export async function rateTicket(
  context: CommandContext,
  ticketId: string,
  code: string,
  rating: Rating,
): Promise<Rated> {
  const ticket = await getTicket(context, ticketId, { code, lock: true })
  const rated = await ratingsOfTicket(context, ticketId)
  refuseUnrateable(context, { status: ticket.status === 'served' ? 'ended' : 'open', endedOn: ticket.day }, rated)
  return keepRating(context, rating, rated, {
    ...{ matterId: null, ticketId, type: ticket.types[0] ?? null, channel: 'code' },
    unitId: await unitOfClerk(context, ticket.byAccount),
  })
}

function refuseUnrateable(
  context: CommandContext,
  matter: { readonly status: string; readonly endedOn: string | null },
  rated: readonly RatedSoFar[],
): void {
  if (isRateable(context, matter, rated)) return
  if (matter.status !== 'ended') throw ratingErrors.notYet({})
  if (nextRound(rated) === undefined) throw ratingErrors.already({})
  throw ratingErrors.tooLate({ days: ratingSettings(context.county).ratedWithinDays })
}

interface RatedThing {
  readonly matterId: string | null
  readonly ticketId: string | null
  readonly type: string | null
  readonly unitId: string | null
  readonly channel: 'web' | 'code'
}

async function keepRating(
  context: CommandContext,
  { level, dimensions = {}, words }: Rating,
  rated: readonly RatedSoFar[],
  thing: RatedThing,
): Promise<Rated> {
  const { tx, jurisdiction, now, today } = context
  const id = newId(now)
  const round = nextRound(rated) ?? 1
  const clocks = isBad(level) ? await clocksOf(context) : undefined
  const answered = Object.fromEntries(Object.entries(dimensions).filter(([, score]) => score !== undefined))
  const said = words?.trim() ?? ''
  await tx
    .insertInto('rating')
    .values({
      ...{ jurisdiction, id, matter_id: thing.matterId, ticket_id: thing.ticketId, round },
      ...{ matter_type: thing.type, unit_id: thing.unitId, channel: thing.channel, level },
      ...{ dimensions: JSON.stringify(answered), words: said === '' ? null : said, at: now, on_day: today },
      status: clocks === undefined ? 'none' : 'open',
      contact_by: clocks?.contactBy ?? null,
      rectify_by: clocks?.rectifyBy ?? null,
      appeal_by: clocks?.appealBy ?? null,
    })
    .execute()
  await recordWithoutName(context, id, { level, round, unit: thing.unitId, channel: thing.channel })
  if (clocks !== undefined) await tellOfBad(context, id, thing.unitId, clocks)
  return { level, round, contactBy: clocks?.contactBy ?? null, rectifyBy: clocks?.rectifyBy ?? null }
}

async function clocksOf(context: CommandContext) {
  const calendar = await calendarOf(context)
  const { contactWorkingDays, rectifyWorkingDays, appealWorkingDays } = ratingSettings(context.county)
  const after = (workingDays: number) => addWorkingDays(context.today, workingDays, calendar).due
  return {
    contactBy: after(contactWorkingDays),
    rectifyBy: after(rectifyWorkingDays),
    appealBy: after(appealWorkingDays),
  }
}

/**
 * The journal keeps that somebody rated, and what, but not who: those who read it could be those who were rated. So the
 * entry is written for the public, and not for whoever is signed in.
 */
async function recordWithoutName(
  context: CommandContext,
  id: string,
  after: { readonly level: number; readonly round: number; readonly unit: string | null; readonly channel: string },
): Promise<void> {
  const { tx, jurisdiction, requestId, now } = context
  const occasion = { jurisdiction, actor: publicActor(undefined), command: 'rating.rate', requestId, now }
  await recordEntry(tx, occasion, { subject: { kind: 'rating', id }, before: null, after })
  context.unchanged()
}

/** Heads of the unit and the office are told that there is one, and of which unit; not of which matter. */
async function tellOfBad(
  context: CommandContext,
  id: string,
  unitId: string | null,
  { contactBy, rectifyBy }: { readonly contactBy: string; readonly rectifyBy: string },
): Promise<void> {
  await announce(context, {
    to: {
      roles: ['office'],
      ...(unitId === null ? {} : { partyRoles: [{ partyId: unitId, role: 'unitHead' as const }] }),
    },
    kind: 'rating.bad',
    title: '收到一条差评，请按时处理',
    body: `请在 ${contactBy} 前联系，${rectifyBy} 前整改并答复。评价人身份不公开。`,
    path: '/bad-ratings',
    subject: { kind: 'rating', id },
  })
}

/** The unit for which the clerk who served works at the window. */
async function unitOfClerk({ tx, jurisdiction }: CommandContext, accountId: string | null): Promise<string | null> {
  if (accountId === null) return null
  const held = await tx
    .selectFrom('account_role')
    .select('party_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('role', '=', 'windowClerk')
    .where('party_id', 'is not', null)
    .orderBy('ordinal')
    .executeTakeFirst()
  return held?.party_id ?? null
}
