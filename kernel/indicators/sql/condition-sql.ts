import type { Condition, DateTerm } from '@qiangxian/engines/formula/formula.types'
import { conditionIn, given } from '@qiangxian/engines/formula/parameters'
import { isMoney } from '@qiangxian/engines/formula/span'
import type { Statement } from './statement.ts'

/** When a condition holds of the row of an alias. */
export interface SpanSql {
  /** whether it holds at all; null: of every row. Where it is not true the days mean nothing */
  readonly guard: string | null
  /** the first day; null: from the beginning of time */
  readonly from: string | null
  /** the day after the last; null: it does not end */
  readonly until: string | null
  /** whether `from` may come out as the beginning of time */
  readonly mayBegin: boolean
}

export interface RowSql {
  readonly statement: Statement
  readonly register: string
  readonly alias: string
  /** what the row is joined with; conditions add to it */
  readonly joins: Set<string>
  /** set where several parts look at one row, which is read first */
  readonly lift?: Lift | undefined
}

/** What is reckoned when a row is read, for all who look at it afterwards. */
export interface Lift {
  /** how an expression is called that can be reckoned then only */
  readonly column: (expression: string) => string
  /** how one is called that is dear to reckon; undefined where it is not worth it */
  readonly dear: (expression: string) => string | undefined
}

/** after every day */
export const neverSql = `'infinity'::date`
/** before every day */
export const beginningSql = `'-infinity'::date`

export function conditionSql(condition: Condition, row: RowSql): SpanSql {
  const { statement, register, alias } = row
  const { world } = statement.facts
  const plain = conditionIn(condition, world.parameters)
  if ('all' in plain) return allSql(plain.all.map((part) => conditionSql(part, row)))
  if ('any' in plain) return alternativesSql(plain.any, row)
  if ('not' in plain) {
    const { guard } = conditionSql(plain.not, row)
    return timeless(guard === null ? 'false' : `(${guard}) is not true`)
  }
  if ('named' in plain) {
    const named = world.registers.get(register)?.conditions.get(plain.named)
    if (named === undefined) throw new RangeError(`${register} has no condition ${plain.named}`)
    return conditionSql(named.holds, row)
  }
  if ('from' in plain) {
    const from = dayFromSql(plain.from, row)
    const until = (plain.until ?? []).map((term) => termSql(term, row))
    return {
      guard: `${from} is not null`,
      from,
      // What is not known ends nothing: least leaves nulls out.
      until: until.length === 0 ? null : `coalesce(${leastSql(until)}, ${neverSql})`,
      mayBegin: false,
    }
  }
  if ('related' in plain) return relatedSql(plain, row)
  if ('codes' in plain) {
    const codes = codesSql(plain, row)
    return timeless(row.lift?.dear(codes) ?? codes)
  }
  if ('field' in plain) return timeless(fieldSql(plain, statement, register, alias))
  throw new RangeError(`${JSON.stringify(plain)} is no condition`)
}

function timeless(guard: string): SpanSql {
  return { guard, from: null, until: null, mayBegin: true }
}

/** Alternatives are dear to reckon: once for a row where several parts ask, and only for the rows of a part else. */
function alternativesSql(parts: readonly Condition[], row: RowSql): SpanSql {
  const whole = anySql(parts.map((part) => conditionSql(part, { ...row, lift: undefined })))
  if (row.lift === undefined) return whole
  const expression = whole.from ?? whole.guard
  const name = expression === null || expression === 'false' ? undefined : row.lift.dear(expression)
  if (name === undefined) return anySql(parts.map((part) => conditionSql(part, row)))
  return whole.from === null ? { ...whole, guard: name } : { ...whole, from: name }
}

export function allSql(spans: readonly SpanSql[]): SpanSql {
  const guards = spans.flatMap(({ guard }) => guard ?? [])
  const froms = spans.flatMap(({ from }) => from ?? [])
  const untils = spans.flatMap(({ until }) => until ?? [])
  return {
    guard: guards.length === 0 ? null : guards.map((guard) => `(${guard})`).join(' and '),
    from: froms.length === 0 ? null : greatestSql(froms),
    until: untils.length === 0 ? null : leastSql(untils),
    mayBegin: spans.every(({ mayBegin }) => mayBegin),
  }
}

function anySql(spans: readonly SpanSql[]): SpanSql {
  if (spans.length === 0) return timeless('false')
  if (spans.every(({ from }) => from === null)) {
    if (spans.some(({ guard }) => guard === null)) return { guard: null, from: null, until: null, mayBegin: true }
    return timeless(spans.map(({ guard }) => `(${guard})`).join(' or '))
  }
  const days = spans.map(({ guard, from }) => {
    const begins = from ?? beginningSql
    return guard === null ? begins : `case when ${guard} then ${begins} else ${neverSql} end`
  })
  return { guard: null, from: leastSql(days), until: null, mayBegin: spans.some(({ mayBegin }) => mayBegin) }
}

export function leastSql(days: readonly string[]): string {
  return days.length === 1 ? (days[0] ?? neverSql) : `least(${days.join(', ')})`
}

export function greatestSql(days: readonly string[]): string {
  return days.length === 1 ? (days[0] ?? beginningSql) : `greatest(${days.join(', ')})`
}

/** A day that something begins on: where it is missing, what is expected may stand for it. */
export function dayFromSql(term: DateTerm, row: RowSql): string {
  const day = termSql(term, row)
  if (row.statement.facts.expected !== true) return day
  if (typeof term !== 'string' && 'day' in term) return day
  const expected = `${row.alias}.expected_on`
  return `coalesce(${day}, ${typeof term === 'string' ? expected : shiftedSql(expected, term)})`
}

function termSql(term: DateTerm, { statement, register, alias }: RowSql): string {
  if (typeof term === 'string') return statement.column(register, term, alias)
  if ('day' in term) {
    const day = statement.value(term.day, 'date')
    if (term.of === undefined) return day
    const column = statement.column(register, term.of.field, alias)
    return `case when ${column} = any(${statement.value(term.of.is, 'text[]')}) then ${day} end`
  }
  return shiftedSql(statement.column(register, term.field, alias), term)
}

function shiftedSql(
  day: string,
  { years = 0, months = 0, days = 0 }: { readonly years?: number; readonly months?: number; readonly days?: number },
): string {
  const whole = [years, months, days].map((number) => Math.trunc(number))
  if (whole.every((number) => number === 0)) return day
  if (whole[0] === 0 && whole[1] === 0) return `(${day} + (${whole[2]}))`
  return `(${day} + make_interval(${whole[0]}, ${whole[1]}, 0, ${whole[2]}))::date`
}

/** Records of another register that point here, gathered once for all: the first day, or the day of an amount. */
function relatedSql(plain: Extract<Condition, { readonly related: string }>, row: RowSql): SpanSql {
  const { statement, alias } = row
  const inner: RowSql = { statement, register: plain.related, alias: 'o', joins: new Set() }
  const { field, columns } = statement.field(plain.related, plain.through)
  const through = columns[1]?.name
  const link = field.kind === 'links' ? 'pointed.id' : `o.${through}`
  const where = plain.where === undefined ? [] : [conditionSql(plain.where, inner)]
  const on = dayFromSql(plain.on, inner)
  const span = allSql([{ guard: `${on} is not null`, from: on, until: null, mayBegin: false }, ...where])
  const amount =
    plain.sumOf === undefined ? 'null::numeric' : `o.${statement.field(plain.related, plain.sumOf).columns[0]?.name}`
  const spans = `select ${link} as record_id, o.id as other_id, ${span.from} as on_date,
      ${span.until ?? neverSql} as until_date, ${amount} as amount
    from ${statement.relation(plain.related, 'o')} ${[...inner.joins].join(' ')}
    ${field.kind === 'links' ? `cross join lateral unnest(o.${through}) as pointed (id)` : ''}
    where o.jurisdiction = ${statement.tenant} and ${link} is not null and ${link} <> '' and ${span.guard ?? 'true'}`
  const gathered =
    plain.sumOf === undefined || plain.reaches === undefined
      ? `select record_id, min(on_date) as on_date from (${spans}) related where on_date < until_date group by record_id`
      : `select record_id, min(on_date) as on_date from (
          select record_id, on_date, sum(amount) over (partition by record_id order by on_date, other_id collate "C"
            rows unbounded preceding) as total
          from (${spans}) related where on_date < until_date
        ) running where total >= ${reachesSql(plain, statement)} group by record_id`
  const part = statement.part(gathered)
  const joined = `${part}_${alias}`
  row.joins.add(`left join ${part} ${joined} on ${joined}.record_id = ${alias}.id`)
  // Where the row is reckoned first, what it is joined with is out of sight afterwards.
  const from = row.lift?.column(`${joined}.on_date`) ?? `${joined}.on_date`
  return { guard: `${from} is not null`, from, until: null, mayBegin: false }
}

function reachesSql(plain: Extract<Condition, { readonly related: string }>, statement: Statement): string {
  const { world } = statement.facts
  const reaches = given(plain.reaches ?? 0, world.parameters)
  const times = plain.sumOf !== undefined && isMoney(world, plain.related, plain.sumOf) ? 100 : 1
  return statement.value(reaches * times, 'numeric')
}

/** Codes are matched by their beginnings, one comparison for each length that a listed code has. */
function codesSql(plain: Extract<Condition, { readonly codes: string }>, row: RowSql): string {
  const { statement, register, alias } = row
  const { codes, world } = statement.facts
  const listed = codes.get(`${plain.listedIn}.${plain.as}`) ?? []
  const lengths = [...new Set(listed.map(({ length }) => length))].sort((a, b) => a - b)
  if (lengths.length === 0) return 'false'
  const begins = (code: string) =>
    lengths
      .map((length) => {
        const ofLength = [...new Set(listed.filter((one) => one.length === length))].sort()
        return `left(${code}, ${length}) = any(${statement.value(ofLength, 'text[]')})`
      })
      .join(' or ')
  const column = statement.column(register, plain.codes, alias)
  if (statement.field(register, plain.codes).field.kind === 'text') return `(${begins(column)})`
  if (given(plain.which, world.parameters) === 'first') return `(${begins(`${column}[1]`)})`
  return `exists (select from unnest(${column}) as listed (code) where ${begins('listed.code')})`
}

function fieldSql(
  plain: Extract<Condition, { readonly field: string }>,
  statement: Statement,
  register: string,
  alias: string,
): string {
  const { world } = statement.facts
  const { field, columns } = statement.field(register, plain.field)
  const column = statement.column(register, plain.field, alias)
  const type = columns[field.kind === 'link' || field.kind === 'links' ? 1 : 0]?.type ?? 'text'
  if ('isSet' in plain) {
    const first = `${alias}.${columns[0]?.name}`
    const isSet =
      columns[0]?.type === 'text[]'
        ? `coalesce(cardinality(${first}), 0) > 0`
        : type === 'text'
          ? `coalesce(${first}, '') <> ''`
          : `${first} is not null`
    return plain.isSet ? isSet : `not (${isSet})`
  }
  if ('is' in plain) {
    const { is } = plain
    if (Array.isArray(is)) return `${column} = any(${statement.value(is, `${type}[]`)})`
    return `${column} = ${statement.value(given(is as Exclude<typeof is, readonly unknown[]>, world.parameters), type)}`
  }
  if ('startsWith' in plain) {
    const prefixes = plain.startsWith.map((prefix) => `starts_with(${column}, ${statement.value(prefix, 'text')})`)
    return prefixes.length === 0 ? 'false' : `(${prefixes.join(' or ')})`
  }
  if ('holds' in plain) return `${column} && ${statement.value(plain.holds, 'text[]')}`
  const times = field.kind === 'money' ? 100 : 1
  if ('atLeast' in plain) {
    return `${column} >= ${statement.value(given(plain.atLeast, world.parameters) * times, 'numeric')}`
  }
  return `${column} <= ${statement.value(given(plain.atMost, world.parameters) * times, 'numeric')}`
}
