import type { Day } from '@qiangxian/engines/formula/days'
import { noRecords, nothingCounted, nothingToAverage, notPublished } from '@qiangxian/engines/formula/evaluate'
import type { LeafFormula } from '@qiangxian/engines/formula/leaves'
import { figure, type Outcome } from '@qiangxian/engines/formula/outcome'
import type { World } from '@qiangxian/engines/formula/world.types'
import type { ValueRow } from './sql/values-sql.ts'

/** The values of one part of a formula on all days, for the county and each unit. */
export interface LeafValues {
  /** units that have records of it, or figures */
  readonly units: readonly string[]
  /** null is the county, with the records that belong to no unit */
  outcome(unitId: string | null, day: Day): Outcome
  /** how many records contribute; null where the part counts none */
  records(unitId: string | null, day: Day): number | null
  /** What came to count from one day to a later one, and what no longer does; null where the part counts no records. */
  moved(unitId: string | null, from: Day, to: Day): { readonly joined: Movement; readonly left: Movement } | null
}

/** Records with what they add up to, in the unit of the part. */
export interface Movement {
  readonly records: number
  readonly total: number
}

interface Running {
  readonly records: number[]
  readonly totals: number[]
}

/** Runs the sums of a compiled statement's rows along the days. */
export function leafValues(
  leaf: LeafFormula,
  rows: readonly ValueRow[],
  days: readonly Day[],
  world: World,
  holdsRecords: boolean,
): LeafValues {
  const place = new Map(days.map((day, at) => [day, at]))
  const at = (day: Day) => {
    const found = place.get(day)
    if (found === undefined) throw new RangeError(`${day} was not computed`)
    return found
  }
  if (leaf.measure === 'latest') return statisticValues(leaf, rows, at)
  const money = world.registers.get(leaf.register)?.fields.get('field' in leaf ? leaf.field : '')?.kind === 'money'
  const scopes = new Map<string | null, Running>()
  const running = (scope: string | null) => {
    const known = scopes.get(scope) ?? { records: zeros(days.length), totals: zeros(days.length) }
    scopes.set(scope, known)
    return known
  }
  running(null)
  for (const row of rows) {
    const total = row.total ?? row.records
    for (const scope of row.unit_id === null ? [null] : [null, row.unit_id]) {
      const { records, totals } = running(scope)
      add(records, row.from_at, row.until_at, row.records)
      add(totals, row.from_at, row.until_at, total)
    }
  }
  for (const { records, totals } of scopes.values()) {
    runAlong(records)
    runAlong(totals)
  }
  const countOf = (unitId: string | null, day: Day) => scopes.get(unitId)?.records[at(day)] ?? 0
  return {
    units: [...scopes.keys()].filter((scope) => scope !== null),
    records: countOf,
    moved: (unitId, from, to) => {
      const [before, after] = [at(from), at(to)]
      const sum = (isMoved: (row: ValueRow) => boolean): Movement => {
        const moved = rows.filter((row) => (unitId === null || row.unit_id === unitId) && isMoved(row))
        return {
          records: moved.reduce((count, row) => count + row.records, 0),
          total: moved.reduce((total, row) => total + (row.total ?? row.records), 0) / (money ? 100 : 1),
        }
      }
      return {
        joined: sum((row) => row.from_at > before && row.from_at <= after && row.until_at > after),
        left: sum((row) => row.from_at <= before && row.until_at > before && row.until_at <= after),
      }
    },
    outcome: (unitId, day) => {
      if (!holdsRecords) return noRecords(world, leaf.register)
      const count = countOf(unitId, day)
      if (leaf.measure === 'count') return figure(count)
      if (count === 0 && leaf.measure === 'average') return nothingToAverage()
      if (count === 0 && leaf.measure === 'sum' && leaf.whenNone === 'missing') return nothingCounted(day)
      const total = (scopes.get(unitId)?.totals[at(day)] ?? 0) / (money ? 100 : 1)
      return figure(leaf.measure === 'sum' ? total : total / count)
    },
  }
}

function statisticValues(
  leaf: Extract<LeafFormula, { readonly measure: 'latest' }>,
  rows: readonly ValueRow[],
  at: (day: Day) => number,
): LeafValues {
  const published = new Map(rows.map((row) => [`${row.unit_id ?? ''} ${row.from_at}`, row.total ?? 0]))
  return {
    units: leaf.ofCounty === true ? [] : [...new Set(rows.flatMap(({ unit_id }) => unit_id ?? []))],
    records: () => null,
    moved: () => null,
    outcome: (unitId, day) => {
      const scope = leaf.ofCounty === true ? '' : (unitId ?? '')
      const value = published.get(`${scope} ${at(day)}`)
      return value === undefined ? notPublished(leaf.series, day) : figure(value)
    },
  }
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0)
}

/** Marks where something begins and where it ends; the sums are run afterwards. */
function add(steps: number[], from: number, until: number, amount: number): void {
  steps[from] = (steps[from] ?? 0) + amount
  if (until < steps.length) steps[until] = (steps[until] ?? 0) - amount
}

function runAlong(steps: number[]): void {
  let sum = 0
  for (const [at, step] of steps.entries()) {
    sum += step
    steps[at] = sum
  }
}
