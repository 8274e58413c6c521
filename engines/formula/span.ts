import { beginning, type Day, dayIn, earliest, isBefore, latest, never, shifted } from './days.ts'
import type { Condition, DateTerm, FixedDay } from './formula.types.ts'
import { conditionIn, given } from './parameters.ts'
import type { World } from './world.types.ts'

/** The days on which something holds: from the first on, and until the last, which is no longer one of them. */
export interface Span {
  readonly from: Day
  readonly until: Day
}

export const always: Span = { from: beginning, until: never }
export const noDay: Span = { from: never, until: never }

/** A record as it comes over HTTP: links with id and name, money in fen. */
export interface PlainRecord {
  readonly id: string
  readonly label?: string
  readonly unitId: string | null
  readonly expectedOn: string | null
  readonly values: Readonly<Record<string, unknown>>
}

/** What a condition looks at besides the record itself. */
export interface Surroundings {
  readonly world: World
  /** records of a register whose link field leads to a record */
  readonly related: (register: string, through: string, id: string) => readonly PlainRecord[]
  /** the values of one field of a table of codes */
  readonly listed: (register: string, field: string) => readonly string[]
  /** what-if: the day on which something is expected stands for a day that is missing */
  readonly expected: boolean
}

/** From when until when a condition holds of a record. What does not depend on a day holds always or never. */
export function spanOf(condition: Condition, register: string, record: PlainRecord, around: Surroundings): Span {
  const span = rawSpan(conditionIn(condition, around.world.parameters), register, record, around)
  return isBefore(span.from, span.until) ? span : noDay
}

function rawSpan(condition: Condition, register: string, record: PlainRecord, around: Surroundings): Span {
  const of = (part: Condition) => spanOf(part, register, record, around)
  if ('all' in condition) {
    const spans = condition.all.map(of)
    return { from: latest(...spans.map(({ from }) => from)), until: earliest(...spans.map(({ until }) => until)) }
  }
  if ('any' in condition) return { from: earliest(...condition.any.map((part) => of(part).from)), until: never }
  if ('not' in condition) return of(condition.not).from === beginning ? noDay : always
  if ('named' in condition) {
    const named = around.world.registers.get(register)?.conditions.get(condition.named)
    if (named === undefined) throw new RangeError(`${register} has no condition ${condition.named}`)
    return of(named.holds)
  }
  if ('from' in condition) {
    return {
      from: dayOf(condition.from, record, around.expected) ?? never,
      until: earliest(...(condition.until ?? []).map((term) => dayOf(term, record, false) ?? never)),
    }
  }
  if ('related' in condition) return relatedSpan(condition, record, around)
  if ('codes' in condition) {
    const codes = textsIn(record.values[condition.codes])
    const which = given(condition.which, around.world.parameters)
    const listed = around.listed(condition.listedIn, condition.as)
    const looked = which === 'first' ? codes.slice(0, 1) : codes
    return looked.some((code) => listed.some((prefix) => code.startsWith(prefix))) ? always : noDay
  }
  if ('field' in condition) return fieldHolds(condition, register, record, around) ? always : noDay
  throw new RangeError(`${JSON.stringify(condition)} is no condition`)
}

type FieldCondition = Extract<Condition, { readonly field: string }>

function fieldHolds(
  condition: FieldCondition,
  register: string,
  { values }: PlainRecord,
  { world }: Surroundings,
): boolean {
  const value = values[condition.field] ?? null
  if ('isSet' in condition) return isSet(value) === condition.isSet
  if ('is' in condition) {
    const own = isLink(value) ? value.id : value
    const { is } = condition
    if (isList(is)) return is.some((one) => one === own)
    return own === given(is, world.parameters)
  }
  if ('startsWith' in condition) {
    return typeof value === 'string' && condition.startsWith.some((prefix) => value.startsWith(prefix))
  }
  if ('holds' in condition) return textsIn(value).some((text) => condition.holds.includes(text))
  const number = amountIn(value, isMoney(world, register, condition.field))
  if (number === null) return false
  if ('atLeast' in condition) return number >= given(condition.atLeast, world.parameters)
  return number <= given(condition.atMost, world.parameters)
}

function relatedSpan(
  condition: Extract<Condition, { readonly related: string }>,
  record: PlainRecord,
  around: Surroundings,
): Span {
  const arrivals = relatedArrivals(condition, record, around)
  if (condition.reaches === undefined) return { from: arrivals[0]?.on ?? never, until: never }
  const reaches = given(condition.reaches, around.world.parameters)
  let sum = 0
  for (const { on, amount } of arrivals) {
    sum += amount
    if (sum >= reaches) return { from: on, until: never }
  }
  return noDay
}

export interface Arrival {
  readonly record: PlainRecord
  readonly on: Day
  /** of the field that is added up, money in 元; 0 where nothing is */
  readonly amount: number
}

/** The related records that bear on a condition, each with the day from which it does, in the order of these days. */
export function relatedArrivals(
  condition: Extract<Condition, { readonly related: string }>,
  record: PlainRecord,
  around: Surroundings,
): readonly Arrival[] {
  const { related, through, where, sumOf } = condition
  return around
    .related(related, through, record.id)
    .flatMap((other): Arrival[] => {
      const on = dayOf(condition.on, other, around.expected) ?? never
      const span = where === undefined ? always : spanOf(where, related, other, around)
      const from = latest(on, span.from)
      if (from === never || !isBefore(from, span.until)) return []
      const amount = sumOf === undefined ? 0 : amountIn(other.values[sumOf], isMoney(around.world, related, sumOf))
      return [{ record: other, on: from, amount: amount ?? 0 }]
    })
    .sort((a, b) => (a.on === b.on ? (a.record.id < b.record.id ? -1 : 1) : isBefore(a.on, b.on) ? -1 : 1))
}

/** The day that a term means; null where it is not known. */
export function dayOf(term: DateTerm, record: PlainRecord, expected: boolean): Day | null {
  if (typeof term !== 'string' && 'day' in term) return isOf(term, record) ? term.day : null
  const field = typeof term === 'string' ? term : term.field
  const written = record.values[field]
  const day = dayIn(written) ?? (expected ? record.expectedOn : null)
  if (day === null) return null
  return typeof term === 'string' ? day : shifted(day, term)
}

function isOf({ of }: FixedDay, { values }: PlainRecord): boolean {
  return of === undefined || of.is.some((one) => one === values[of.field])
}

/** A number as formulas mean it: money is kept in fen and meant in 元. */
export function amountIn(value: unknown, money: boolean): number | null {
  if (typeof value !== 'number') return null
  return money ? value / 100 : value
}

export function isMoney(world: World, register: string, field: string): boolean {
  return world.registers.get(register)?.fields.get(field)?.kind === 'money'
}

/** The values by which records are grouped; null where one of them is not known. */
export function keyOf(fields: readonly string[], record: PlainRecord): string | null {
  const parts = fields.map((field) => {
    const value = record.values[field]
    const first = Array.isArray(value) ? (value as readonly unknown[])[0] : value
    const plain = isLink(first) ? (first.id ?? first.name) : first
    return plain === null || plain === undefined || plain === '' ? null : String(plain)
  })
  return parts.includes(null) ? null : JSON.stringify(parts)
}

export function isLink(value: unknown): value is { readonly id: string | null; readonly name: string } {
  return value !== null && typeof value === 'object' && 'id' in value && 'name' in value
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isSet(value: unknown): boolean {
  return value !== null && value !== '' && !(isList(value) && value.length === 0)
}

function textsIn(value: unknown): readonly string[] {
  if (!isList(value)) return typeof value === 'string' ? [value] : []
  return value.map((one) => (isLink(one) ? (one.id ?? '') : String(one)))
}
