import { type RawBuilder, sql } from 'kysely'
import { queueErrors } from './reading-errors.ts'

/**
 * By what a queue is ordered: `due`, what is due first in front and what has no limit behind; `latest`, what was acted
 * on last in front. The id tells equals apart, so that every case has one place.
 */
export type QueueOrder = 'due' | 'latest'

/** A place in one order; it is none in another. */
export interface Place {
  readonly by: string | null
  readonly id: string
}

export function cursorOf(order: QueueOrder, { by, id }: Place): string {
  return Buffer.from(JSON.stringify([order, by, id])).toString('base64url')
}

/** @throws queue.badCursor */
export function placeIn(after: string, order: QueueOrder): Place {
  try {
    const [of, by, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[]
    const isPlace = of === order && typeof id === 'string' && (by === null ? order === 'due' : isMoment(by))
    if (isPlace) return { by: by as string | null, id }
  } catch {
    // what is no JSON is no place either
  }
  throw queueErrors.badCursor({})
}

function isMoment(by: unknown): boolean {
  return typeof by === 'string' && !Number.isNaN(Date.parse(by))
}

/**
 * The parts of a page in their order: of `due` those with a day, then those without, so that each part is one walk
 * along an index.
 */
export interface OrderPart {
  /** what selects the part, and what lies behind the place */
  readonly where: RawBuilder<boolean>
  readonly orderBy: RawBuilder<unknown>
}

export function partsOf(order: QueueOrder, place: Place | undefined): readonly OrderPart[] {
  if (order === 'latest') {
    const behind =
      place === undefined
        ? sql<boolean>`true`
        : sql<boolean>`(m.last_act_at, m.id) < (${place.by}::timestamptz, ${place.id})`
    return [{ where: behind, orderBy: sql`m.last_act_at desc, m.id desc` }]
  }
  const valued: OrderPart = {
    where:
      place === undefined || place.by === null
        ? sql<boolean>`m.due_on is not null`
        : sql<boolean>`m.due_on is not null and (m.due_on, m.id) > (${place.by}::date, ${place.id})`,
    orderBy: sql`m.due_on, m.id`,
  }
  const empty: OrderPart = {
    where: place?.by === null ? sql<boolean>`m.due_on is null and m.id > ${place.id}` : sql<boolean>`m.due_on is null`,
    orderBy: sql`m.id`,
  }
  return place?.by === null ? [empty] : [valued, empty]
}

/** A whole order in one, for the few that are sorted at once. */
export function orderOf(order: QueueOrder): RawBuilder<unknown> {
  return order === 'latest' ? sql`m.last_act_at desc, m.id desc` : sql`m.due_on nulls last, m.id`
}

/** What lies behind a place in it. */
export function behind(order: QueueOrder, place: Place | undefined): RawBuilder<boolean> {
  if (place === undefined) return sql<boolean>`true`
  const parts = partsOf(order, place).map(({ where }) => sql`(${where})`)
  return sql<boolean>`(${sql.join(parts, sql` or `)})`
}
