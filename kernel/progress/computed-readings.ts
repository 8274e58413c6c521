import { type Cycle, periodOf } from '@qiangxian/engines/indicator/period'
import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import type { PlanTarget } from '../plan/plan-snapshot.ts'
import { inBase } from './printed-unit.ts'
import type { StoredReading } from './readings.ts'

type MeasuredTarget = Pick<
  PlanTarget,
  'itemId' | 'code' | 'value' | 'valueHigh' | 'unit' | 'baseValue' | 'baseValueHigh' | 'baseUnit'
>

/** What was computed for a target on one day, in its base unit; `on` is its cut-off date. */
export interface ComputedReading extends Omit<StoredReading, 'period' | 'periodEnd'> {
  readonly cutoffOn: string
}

/**
 * What was computed 测算 from the registers for targets that have a measure, oldest first: the period ends, and the last
 * day that was computed for. A value that is missing is left out: what a unit reported then stands.
 *
 * @param scopeKey `county`, or the id of a unit
 * @param until a day of the past: what was computed for later days is left out
 */
export async function computedReadings(
  { tx, jurisdiction, county, today }: QueryContext,
  targets: readonly MeasuredTarget[],
  { scopeKey = 'county', until }: { scopeKey?: string; until?: string | undefined } = {},
): Promise<ReadonlyMap<string, readonly ComputedReading[]>> {
  const measured = targets.flatMap((target) => {
    const measure = county.measures.find(({ target: code }) => code === target.code)
    return measure === undefined ? [] : [{ target, indicator: measure.indicator }]
  })
  if (measured.length === 0) return new Map()
  const indicators = [...new Set(measured.map(({ indicator }) => indicator))]
  const { rows } = await sql<ComputedRow>`
    select c.indicator, c.on_date as "onDate", c.value, c.inputs from computed_value c
    where c.jurisdiction = ${jurisdiction} and c.scope_key = ${scopeKey} and c.indicator = any(${indicators}::text[])
      and c.state = 'value' and c.on_date <= ${until ?? today}
    order by c.indicator, c.on_date`.execute(tx)
  return new Map(
    measured.map(({ target, indicator }) => [
      target.itemId,
      rows.filter((row) => row.indicator === indicator).map((row) => readingFrom(target, scopeKey, row)),
    ]),
  )
}

/** What was computed last of one target for each of many units; units without a value are left out. */
export async function lastComputedOfScopes(
  { tx, jurisdiction, county, today }: QueryContext,
  target: MeasuredTarget,
  scopeKeys: readonly string[],
): Promise<ReadonlyMap<string, ComputedReading>> {
  const measure = county.measures.find(({ target: code }) => code === target.code)
  if (measure === undefined || scopeKeys.length === 0) return new Map()
  const { rows } = await sql<ComputedRow & { scopeKey: string }>`
    select distinct on (c.scope_key) c.scope_key as "scopeKey", c.indicator, c.on_date as "onDate", c.value, c.inputs
    from computed_value c
    where c.jurisdiction = ${jurisdiction} and c.indicator = ${measure.indicator} and c.state = 'value'
      and c.scope_key = any(${[...scopeKeys]}::text[]) and c.on_date <= ${today}
    order by c.scope_key, c.on_date desc`.execute(tx)
  return new Map(rows.map((row) => [row.scopeKey, readingFrom(target, row.scopeKey, row)]))
}

/**
 * Readings with the computed ones among them. A period that somebody reported keeps what was reported; the last day that
 * was computed for comes last, since nothing that was reported knows more.
 */
export function withComputed(
  readings: readonly StoredReading[],
  computed: readonly ComputedReading[],
  cycle: Cycle,
): readonly StoredReading[] {
  const last = computed.at(-1)
  if (last === undefined) return readings
  const reported = new Set(readings.map(({ period }) => period))
  const { key: current, end: currentEnd } = periodOf(last.cutoffOn, cycle)
  const ended = computed.flatMap((reading): StoredReading[] => {
    const { key, end } = periodOf(reading.cutoffOn, cycle)
    return end === reading.cutoffOn && key !== current && !reported.has(key)
      ? [{ ...reading, period: key, periodEnd: end }]
      : []
  })
  const before = [...readings, ...ended].sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1))
  const newer = before.filter(({ period }) => period !== current)
  return [...newer, { ...last, period: current, periodEnd: currentEnd }]
}

interface ComputedRow {
  readonly indicator: string
  readonly onDate: string
  readonly value: number
  readonly inputs: unknown
}

function readingFrom(
  target: MeasuredTarget,
  scopeKey: string,
  { indicator, onDate, value, inputs }: ComputedRow,
): ComputedReading {
  const part = (...names: readonly string[]) => partOf(inputs, names)
  return {
    itemId: target.itemId,
    scopeKey,
    observationId: `${indicator}@${onDate}`,
    state: 'value',
    value: inBase(target, value),
    numerator: part('of'),
    denominator: part('to', 'residents'),
    reason: null,
    cutoffOn: onDate,
    status: 'computed',
  }
}

/** The value of a part of the formula, by its place in it. */
function partOf(inputs: unknown, paths: readonly string[]): number | null {
  if (!Array.isArray(inputs)) return null
  for (const input of inputs as readonly { path?: unknown; value?: unknown }[]) {
    if (typeof input.path === 'string' && paths.includes(input.path) && typeof input.value === 'number')
      return input.value
  }
  return null
}
