import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'

/** One decision about how a target is shared out, as it is stored: values in the base unit. */
export interface StoredBreakdown {
  readonly id: string
  readonly itemId: string
  readonly axis: 'year' | 'unit'
  /** of a breakdown to units: of which year; null for the target as a whole */
  readonly year: number | null
  readonly method: 'equal' | 'statistic' | 'manual'
  readonly statisticId: string | null
  readonly total: number
  readonly reason: string | null
  readonly decidedAt: string
  readonly decidedBy: string
  readonly shares: readonly {
    readonly year: number | null
    readonly partyId: string | null
    readonly value: number | null
  }[]
}

/** One unit that answers for a part of a target. */
export interface UnitShareInForce {
  readonly itemId: string
  readonly partyId: string
  /** null: of the target as a whole */
  readonly year: number | null
  /** base unit; null 未分解: the unit is named and its part is not settled */
  readonly value: number | null
}

/** Every decision about a target, or about all, newest first; of one axis where only that is asked for. */
export async function listBreakdowns(
  { tx, jurisdiction }: QueryContext,
  itemId: string | 'all',
  axis?: 'year' | 'unit',
): Promise<readonly StoredBreakdown[]> {
  const ofAxis = axis === undefined ? sql`` : sql`and b.axis = ${axis}`
  const ofItem = itemId === 'all' ? sql`` : sql`and b.item_id = ${itemId}`
  const { rows } = await sql<StoredBreakdown>`
    select b.id, b.item_id as "itemId", b.axis, b.year, b.method, b.statistic_id as "statisticId", b.total, b.reason,
      to_char(b.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "decidedAt",
      b.decided_by_label as "decidedBy",
      (select coalesce(json_agg(json_build_object('year', s.year, 'partyId', s.party_id, 'value', s.value)
          order by s.ordinal), '[]')
        from breakdown_share s where s.jurisdiction = ${jurisdiction} and s.breakdown_id = b.id) as shares
    from breakdown b where b.jurisdiction = ${jurisdiction} ${ofItem} ${ofAxis}
    order by b.decided_at desc, b.id desc`.execute(tx)
  return rows
}

/** Of all decisions, newest first, those in force: the last of each target, axis and year. */
export function inForceOf(decisions: readonly StoredBreakdown[]): readonly StoredBreakdown[] {
  const seen = new Set<string>()
  return decisions.filter(({ itemId, axis, year }) => {
    const key = `${itemId} ${axis} ${year}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The units that have a share in force of one target, or of any: each of them owes its own value. */
export async function unitSharesInForce(
  context: QueryContext,
  itemId: string | 'all',
): Promise<readonly UnitShareInForce[]> {
  return inForceOf(await listBreakdowns(context, itemId, 'unit')).flatMap(({ itemId: item, year, shares }) =>
    shares.flatMap(({ partyId, value }) => (partyId === null ? [] : [{ itemId: item, partyId, year, value }])),
  )
}

/** What the years of a target were broken down to, in force: by item and year, base unit. */
export function yearSharesOf(
  decisions: readonly StoredBreakdown[],
): ReadonlyMap<string, ReadonlyMap<number, number | null>> {
  return new Map(
    inForceOf(decisions)
      .filter(({ axis }) => axis === 'year')
      .map(({ itemId, shares }) => [
        itemId,
        new Map(shares.flatMap(({ year, value }) => (year === null ? [] : [[year, value] as const]))),
      ]),
  )
}
