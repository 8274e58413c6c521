import { unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { sql } from 'kysely'
import { trainingErrors } from './training-errors.ts'

/** Enrolments that hold a place. */
export const holdingPhases = ['enrolled', 'attended', 'certified', 'finished'] as const

export interface Session {
  readonly id: string
  readonly title: string
  readonly category: string | null
  readonly heldOn: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly hours: number | null
  readonly teachers: string | null
  readonly place: string | null
  readonly places: number | null
  readonly enrolUntil: string
  readonly walkIns: boolean
  readonly certificate: boolean
  readonly organiser: string | null
  readonly demonstration: boolean
}

const columns = sql`
  s.id, s.title, s.category, s.held_on::text as "heldOn", s.starts_at as "startsAt", s.ends_at as "endsAt",
  s.hours::float8 as hours, s.teachers, s.place, s.places::int as places,
  coalesce(s.enrol_until, s.held_on - 1)::text as "enrolUntil", coalesce(s.walk_ins, true) as "walkIns",
  coalesce(s.certificate, false) as certificate, coalesce(s.organiser, s.unit_id) as organiser, s.demonstration`

/** Sessions from a day on, the soonest first. */
export async function sessionsFrom(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  day: string,
): Promise<readonly Session[]> {
  const { rows } = await sql<Session>`
    select ${columns} from training_session s
    where s.jurisdiction = ${jurisdiction} and s.held_on >= ${day}::date and s.expected_on is null
    order by s.held_on, s.starts_at nulls first, s.id limit 200`.execute(tx)
  return rows
}

/** @throws training.sessionUnknown */
export async function getSession(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<Session> {
  const { rows } = await sql<Session>`
    select ${columns} from training_session s
    where s.jurisdiction = ${jurisdiction} and s.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  const [session] = rows
  if (session === undefined) throw trainingErrors.sessionUnknown({})
  return session
}

/**
 * A session of the actor's own units, or of none; whose screen it is.
 *
 * @throws training.sessionUnknown
 */
export async function getOwnSession(context: QueryContext, id: string): Promise<Session> {
  const session = await getSession(context, id)
  const isOwn = session.organiser === null || unitsActedFor(context.actor, 'matter.handle').includes(session.organiser)
  if (!isOwn) throw trainingErrors.sessionUnknown({})
  return session
}

/** session → how many hold a place, and how many wait. */
export async function countEnrolments(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  sessions: readonly string[],
): Promise<ReadonlyMap<string, { readonly taken: number; readonly waiting: number }>> {
  if (sessions.length === 0) return new Map()
  const { rows } = await sql<{ session: string; taken: number; waiting: number }>`
    select m.values -> 'session' ->> 'id' as session,
      count(*) filter (where m.phases && ${[...holdingPhases]}::text[])::int as taken,
      count(*) filter (where m.phases && array['received', 'waiting'])::int as waiting
    from matter m
    where m.jurisdiction = ${jurisdiction} and m.matter_type = 'training-enrolment'
      and m.values -> 'session' ->> 'id' = any(${[...sessions]}::text[])
    group by 1`.execute(tx)
  return new Map(rows.map(({ session, taken, waiting }) => [session, { taken, waiting }]))
}

export async function countAttendances(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  session: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from training_attendance
    where jurisdiction = ${jurisdiction} and session_id = ${session}`.execute(tx)
  return rows[0]?.count ?? 0
}
