import { combine } from './combine.ts'
import { compareDays, type Day, dayIn, isBefore } from './days.ts'
import type { Formula } from './formula.types.ts'
import type { LeafFormula } from './leaves.ts'
import { figure, missing, type Outcome } from './outcome.ts'
import { sourceSpans } from './source-spans.ts'
import { isLink, isList, type PlainRecord, type Surroundings } from './span.ts'
import type { World } from './world.types.ts'

/** Records in memory, by register. */
export type Records = ReadonlyMap<string, readonly PlainRecord[]>

/** How the register of statistics is read. */
export interface StatisticsFields {
  readonly series: string
  readonly value: string
  readonly on: string
  readonly publishedOn: string
}

export interface Evaluation {
  readonly world: World
  readonly records: Records
  readonly statistics?: StatisticsFields | undefined
  readonly day: Day
  /** of one unit; null is the county with all its records */
  readonly unitId: string | null
  readonly expected?: boolean
}

/**
 * The value of a formula on a day from records in memory: what the compiled SQL must give, said plainly. It is the model
 * of the tests, and runs the cases that declarations bring along.
 */
export function evaluate(formula: Formula, given: Evaluation): Outcome {
  const { world, day } = given
  const around = surroundingsOf(given.world, given.records, given.expected ?? false)
  return combine(formula, world, day, (leaf, on) => leafOutcome(leaf.formula, on, given, around))
}

export function surroundingsOf(world: World, records: Records, expected: boolean): Surroundings {
  return {
    world,
    expected,
    related: (register, through, id) =>
      (records.get(register) ?? []).filter(({ values }) => {
        const value = values[through]
        return (isList(value) ? value : [value]).some((one) => isLink(one) && one.id === id)
      }),
    listed: (register, field) =>
      (records.get(register) ?? []).flatMap(({ values }) => {
        const value = values[field]
        return typeof value === 'string' && value !== '' ? [value] : []
      }),
  }
}

function leafOutcome(formula: LeafFormula, day: Day, given: Evaluation, around: Surroundings): Outcome {
  if (formula.measure === 'latest') return statistic(formula, day, given)
  const records = given.records.get(formula.register) ?? []
  if (records.length === 0) return noRecords(given.world, formula.register)
  const field = formula.measure === 'count' ? undefined : formula.field
  const counted = sourceSpans(formula, records, around, field).filter(
    ({ record, from, until }) =>
      compareDays(from, day) <= 0 && isBefore(day, until) && (given.unitId === null || record.unitId === given.unitId),
  )
  if (formula.measure === 'sum' && formula.whenNone === 'missing' && counted.length === 0) return nothingCounted(day)
  const sum = counted.reduce((total, { weight }) => total + weight, 0)
  if (formula.measure !== 'average') return figure(sum)
  return counted.length === 0 ? nothingToAverage() : figure(sum / counted.length)
}

/** A register that holds nothing was not loaded: that is no zero. */
export function noRecords(world: World, register: string): Outcome {
  const found = world.registers.get(register)
  return missing(
    `“${found?.label ?? register}”还没有数据`,
    `the register “${found?.labelEn ?? register}” holds no records yet`,
  )
}

export function nothingToAverage(): Outcome {
  return missing('没有可以平均的记录', 'there are no records to average')
}

/** Of a sum for which no record counts on the day, where that does not mean 0. */
export function nothingCounted(day: Day): Outcome {
  return missing(`到 ${day} 没有计入的记录`, `no record counts on ${day}`)
}

export function notPublished(series: string, day: Day): Outcome {
  return missing(`到 ${day} 还没有公布“${series}”`, `“${series}” had not been published by ${day}`)
}

function statistic(
  formula: Extract<LeafFormula, { readonly measure: 'latest' }>,
  day: Day,
  given: Evaluation,
): Outcome {
  const { series, ofCounty = false, notBefore = '' } = formula
  const { world, statistics, records } = given
  if (world.statistics === null || statistics === undefined) return notPublished(series, day)
  const scope = ofCounty ? null : given.unitId
  const published = (records.get(world.statistics) ?? []).flatMap(({ id, values, unitId }) => {
    const [on, value] = [dayIn(values[statistics.on]), values[statistics.value]]
    if (values[statistics.series] !== series || unitId !== scope || on === null || typeof value !== 'number') return []
    if (on < notBefore) return []
    const publishedOn = dayIn(values[statistics.publishedOn]) ?? on
    return publishedOn <= day ? [{ id, on, publishedOn, value }] : []
  })
  published.sort(
    (a, b) => compareDays(b.on, a.on) || compareDays(b.publishedOn, a.publishedOn) || (a.id < b.id ? 1 : -1),
  )
  const [last] = published
  return last === undefined ? notPublished(series, day) : figure(last.value)
}
