import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import { isBad, ratingSettings } from './rating-settings.ts'

/** What was rated so far of one matter or one visit on site. */
export interface RatedSoFar {
  readonly round: number
  readonly level: number
  readonly status: string
  readonly answer: string | null
}

/**
 * Which round comes next: the first, a second one after a bad one was put right, or none any more (一事一评、一次一评, and
 * one 追评).
 */
export function nextRound(rated: readonly RatedSoFar[]): 1 | 2 | undefined {
  const first = rated.find(({ round }) => round === 1)
  if (first === undefined) return 1
  const isDone = rated.some(({ round }) => round === 2)
  return !isDone && isBad(first.level) && first.status === 'rectified' ? 2 : undefined
}

/** Of the reader’s own matters: whoever calls has decided that they are. Nothing of it is for those who are rated. */
export async function ratingsOfMatters(
  { tx, jurisdiction }: QueryContext,
  matterIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RatedSoFar[]>> {
  if (matterIds.length === 0) return new Map()
  const { rows } = await sql<RatedSoFar & { of: string }>`
    select matter_id as of, round, level, status, answer from rating
    where jurisdiction = ${jurisdiction} and matter_id = any(${[...matterIds]}) order by round`.execute(tx)
  return grouped(rows)
}

export async function ratingsOfTicket(
  { tx, jurisdiction }: QueryContext,
  ticketId: string,
): Promise<readonly RatedSoFar[]> {
  const { rows } = await sql<RatedSoFar>`
    select round, level, status, answer from rating
    where jurisdiction = ${jurisdiction} and ticket_id = ${ticketId} order by round`.execute(tx)
  return rows
}

/** Whether an ended matter can be rated today. */
export function isRateable(
  { county, today }: Pick<QueryContext, 'county' | 'today'>,
  { status, endedOn }: { readonly status: string; readonly endedOn: string | null },
  rated: readonly RatedSoFar[],
): boolean {
  if (status !== 'ended' || endedOn === null) return false
  const round = nextRound(rated)
  return round === 2 || (round === 1 && today <= addCalendarDays(endedOn, ratingSettings(county).ratedWithinDays))
}

/** Whether whoever was served with a ticket can rate it. */
export async function rateableTicket(
  context: QueryContext,
  { id, status, day }: { readonly id: string; readonly status: string; readonly day: string },
): Promise<boolean> {
  if (status !== 'served') return false
  return isRateable(context, { status: 'ended', endedOn: day }, await ratingsOfTicket(context, id))
}

function grouped(rows: readonly (RatedSoFar & { readonly of: string })[]) {
  const byMatter = new Map<string, RatedSoFar[]>()
  for (const { of, ...rated } of rows) byMatter.set(of, [...(byMatter.get(of) ?? []), rated])
  return byMatter
}
