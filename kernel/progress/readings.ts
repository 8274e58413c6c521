import { sql } from 'kysely'
import { actorMay, unitsActedFor } from '../accounts/actor.ts'
import type { QueryContext } from '../operations/context.ts'
import { inPrinted, type PrintedAmount } from './printed-unit.ts'
import type { Reading, ValueState, ValueStatus } from './progress.schemas.ts'
import { progressSettings } from './settings.ts'

/** The last word about one target, one scope and one period, as it is stored: in the base unit. */
export interface StoredReading {
  readonly itemId: string
  readonly scopeKey: string
  readonly observationId: string
  readonly period: string
  readonly periodEnd: string
  readonly state: ValueState
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly reason: string | null
  readonly cutoffOn: string | null
  readonly status: ValueStatus
}

/** How a reading goes out: in the printed unit. */
export function presentReading(amount: PrintedAmount, reading: StoredReading): Reading {
  const { period, periodEnd, state, numerator, denominator, reason, cutoffOn, status } = reading
  const value = reading.value === null ? null : inPrinted(amount, reading.value)
  return { period, periodEnd, state, value, numerator, denominator, reason, cutoffOn, status }
}

/**
 * Whether the reader sees values before they are approved. Units see their own besides: `seesUnapprovedOf`.
 */
export function seesUnapproved(context: Pick<QueryContext, 'actor'>): boolean {
  return actorMay(context.actor, 'progress.read')
}

/** The same of what certain units report: those units see it, too. */
export function seesUnapprovedOf(context: Pick<QueryContext, 'actor'>, partyIds: readonly string[]): boolean {
  return seesUnapproved(context) || unitsActedFor(context.actor, 'work.read').some((id) => partyIds.includes(id))
}

/** Whether approved values are to be seen at all: the public sees them unless the county decided otherwise. */
export function seesApproved(context: Pick<QueryContext, 'actor' | 'county'>): boolean {
  return actorMay(context.actor, 'work.read') || progressSettings(context.county).publishApprovedValues
}

export interface ReadingFilter {
  /** `county`, or the id of a unit */
  readonly scopeKey: string
  readonly itemIds?: readonly string[]
  /** true: what was approved, and nothing else */
  readonly approvedOnly: boolean
}

/** The last reading of each target in a scope; what was returned and never approved does not count. */
export async function lastReadings(
  { tx, jurisdiction }: QueryContext,
  { scopeKey, itemIds, approvedOnly }: ReadingFilter,
): Promise<ReadonlyMap<string, StoredReading>> {
  if (itemIds?.length === 0) return new Map()
  const ofItems = itemIds === undefined ? sql`` : sql`and v.item_id = any(${[...itemIds]}::text[])`
  const { rows } = await sql<ValueRow>`
    select distinct on (v.item_id) ${columns} from indicator_value v
    where v.jurisdiction = ${jurisdiction} and v.scope_key = ${scopeKey} ${ofItems}
      and ${approvedOnly ? sql`v.approved_state is not null` : sql`(v.status <> 'returned' or v.approved_state is not null)`}
    order by v.item_id, v.period_end desc, v.period desc`.execute(tx)
  return new Map(
    rows.flatMap((row) => {
      const reading = countingReading(row, approvedOnly)
      return reading === undefined ? [] : [[row.itemId, reading] as const]
    }),
  )
}

/** Every period of one target in one scope, oldest first, each with what was reported and what was approved. */
export async function valuesOf(
  { tx, jurisdiction }: QueryContext,
  itemId: string,
  scopeKey: string,
): Promise<readonly ValueRow[]> {
  const { rows } = await sql<ValueRow>`
    select ${columns} from indicator_value v
    where v.jurisdiction = ${jurisdiction} and v.scope_key = ${scopeKey} and v.item_id = ${itemId}
    order by v.period_end, v.period`.execute(tx)
  return rows
}

/** The last reading of one target in each of many scopes that counts, whether approved or not. */
export async function lastOfScopes(
  { tx, jurisdiction }: QueryContext,
  itemId: string,
  scopeKeys: readonly string[],
): Promise<ReadonlyMap<string, StoredReading>> {
  if (scopeKeys.length === 0) return new Map()
  const { rows } = await sql<ValueRow>`
    select distinct on (v.scope_key) ${columns} from indicator_value v
    where v.jurisdiction = ${jurisdiction} and v.item_id = ${itemId} and v.scope_key = any(${[...scopeKeys]}::text[])
      and (v.status <> 'returned' or v.approved_state is not null)
    order by v.scope_key, v.period_end desc, v.period desc`.execute(tx)
  return new Map(
    rows.flatMap((row) => {
      const reading = countingReading(row, false)
      return reading === undefined ? [] : [[row.scopeKey, reading] as const]
    }),
  )
}

/**
 * The newest periods of many targets for the county, oldest first, each with what was reported and what was approved:
 * one index scan a target, however long the history is.
 *
 * @param most how many periods of each; thirteen months show a year and the month before it
 */
export async function recentValues(
  { tx, jurisdiction }: QueryContext,
  itemIds: readonly string[],
  { most = 13, scopeKey = 'county', until }: { most?: number; scopeKey?: string; until?: string | undefined } = {},
): Promise<readonly ValueRow[]> {
  if (itemIds.length === 0) return []
  const cut = until === undefined ? sql`` : sql`and coalesce(v.cutoff_on, v.period_end) <= ${until}`
  const { rows } = await sql<ValueRow>`
    select newest.* from unnest(${[...itemIds]}::text[]) as item (id)
    cross join lateral (
      select ${columns} from indicator_value v
      where v.jurisdiction = ${jurisdiction} and v.scope_key = ${scopeKey} and v.item_id = item.id ${cut}
      order by v.period_end desc, v.period desc limit ${most}
    ) newest`.execute(tx)
  return rows.reverse()
}

/** A row of values with both of its faces: what was said last, and what was approved. */
export interface ValueRow extends StoredReading {
  readonly approvedObservationId: string | null
  /** null while nothing of the period was approved */
  readonly approvedState: ValueState | null
  readonly approvedValue: number | null
  readonly approvedNumerator: number | null
  readonly approvedDenominator: number | null
  readonly approvedReason: string | null
  readonly approvedCutoffOn: string | null
}

const columns = sql`v.item_id as "itemId", v.scope_key as "scopeKey", v.observation_id as "observationId", v.period,
  v.period_end as "periodEnd", v.value_state as state, v.value, v.numerator, v.denominator, v.reason,
  v.cutoff_on as "cutoffOn", v.status, v.approved_observation_id as "approvedObservationId",
  v.approved_state as "approvedState", v.approved_value as "approvedValue",
  v.approved_numerator as "approvedNumerator", v.approved_denominator as "approvedDenominator",
  v.approved_reason as "approvedReason", v.approved_cutoff_on as "approvedCutoffOn"`

/** What a reader reads of one period: what was approved, or what was said last. */
export function readingOf(row: ValueRow, approvedOnly: boolean): StoredReading | undefined {
  const { itemId, scopeKey, period, periodEnd } = row
  if (!approvedOnly) {
    const { observationId, state, value, numerator, denominator, reason, cutoffOn, status } = row
    const said = { observationId, state, value, numerator, denominator, reason, cutoffOn, status }
    return { itemId, scopeKey, period, periodEnd, ...said }
  }
  if (row.approvedState === null || row.approvedObservationId === null) return undefined
  return {
    itemId,
    scopeKey,
    period,
    periodEnd,
    observationId: row.approvedObservationId,
    state: row.approvedState,
    value: row.approvedValue,
    numerator: row.approvedNumerator,
    denominator: row.approvedDenominator,
    reason: row.approvedReason,
    cutoffOn: row.approvedCutoffOn,
    status: 'approved',
  }
}

/** The reading of a period that counts: of one that was returned, what had been approved before, or none. */
export function countingReading(row: ValueRow, approvedOnly: boolean): StoredReading | undefined {
  return readingOf(row, approvedOnly || row.status === 'returned')
}
