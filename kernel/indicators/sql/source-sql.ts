import type { Source } from '@qiangxian/engines/formula/formula.types'
import { type PlainWindow, windowIn } from '@qiangxian/engines/formula/parameters'
import { allSql, beginningSql, conditionSql, dayFromSql, neverSql, type RowSql, type SpanSql } from './condition-sql.ts'
import type { Statement } from './statement.ts'

/** What one row adds, and over which days: of the row alone, before others of its kind bear on it. */
export interface OwnSpanSql {
  readonly guard: string
  readonly from: string
  readonly until: string
  /** null for a count */
  readonly weight: string | null
}

/** Whether other records bear on the days of a record: then all of them must be seen. */
export function isAlone(source: Source, statement: Statement): boolean {
  return source.once === undefined && windowIn(source.window, statement.facts.world.parameters).kind !== 'latest'
}

export function ownSpanSql(source: Source, field: string | undefined, row: RowSql): OwnSpanSql {
  const { statement, alias } = row
  const { world } = statement.facts
  const window = windowIn(source.window, world.parameters)
  const condition = source.where === undefined ? everything : conditionSql(source.where, row)
  const span = expectedSpan(allSql([condition, windowSql(window, row)]), row)
  const weight = field === undefined ? null : `${alias}.${statement.field(source.register, field).columns[0]?.name}`
  const isNew =
    window.kind === 'sinceStart' && source.once === undefined
      ? [`${span.from ?? beginningSql} >= ${startSql(window, statement)}`]
      : []
  const guards = [span.guard, ...isNew, weight === null ? null : `${weight} is not null`]
  return {
    guard:
      guards
        .filter((guard) => guard !== null)
        .map((guard) => `(${guard})`)
        .join(' and ') || 'true',
    from: span.from ?? beginningSql,
    until: span.until ?? neverSql,
    weight: weight === null ? null : `${weight}::numeric`,
  }
}

const everything: SpanSql = { guard: null, from: null, until: null, mayBegin: true }

function windowSql(window: PlainWindow, row: RowSql): SpanSql {
  if (window.kind === 'stock') return everything
  const on = dayFromSql(window.on, row)
  const until =
    window.kind === 'year'
      ? `make_date(extract(year from ${on})::integer + 1, 1, 1)`
      : window.kind === 'months'
        ? `(${on} + make_interval(0, ${Math.trunc(window.months)}))::date`
        : null
  return { guard: `${on} is not null`, from: on, until, mayBegin: false }
}

/** What is expected is not there yet, even where nothing about it depends on a day. */
function expectedSpan(span: SpanSql, { statement, alias }: RowSql): SpanSql {
  if (!span.mayBegin) return span
  const from = span.from ?? beginningSql
  const instead = statement.facts.expected === true ? `${alias}.expected_on` : neverSql
  return {
    ...span,
    from: `case when ${alias}.expected_on is not null and ${from} = ${beginningSql} then ${instead} else ${from} end`,
  }
}

function startSql(window: Extract<PlainWindow, { readonly kind: 'sinceStart' }>, statement: Statement): string {
  return statement.value(window.from ?? statement.facts.world.programmeStart, 'date')
}

/**
 * All records that ever count, one row each: `id`, `unit_id`, `from_date`, `until_date`, `weight` (null for a count),
 * and the further columns asked for.
 *
 * @param extra columns of the row under alias `r`, with their names: `r.label as label`
 */
export function sourceSql(
  source: Source,
  field: string | undefined,
  statement: Statement,
  extra: readonly string[] = [],
): string {
  const row: RowSql = { statement, register: source.register, alias: 'r', joins: new Set() }
  const own = ownSpanSql(source, field, row)
  const window = windowIn(source.window, statement.facts.world.parameters)
  const keys = [...new Set([...(window.kind === 'latest' ? window.per : []), ...(source.once ?? [])])]
  const keyColumns = keys.map((name, at) => `${keySql(source.register, name, statement)} as key_${at}`)
  const base = `select r.id, r.unit_id, ${own.from} as from_date, ${own.until} as until_date,
      ${own.weight ?? 'null::numeric'} as weight${[...keyColumns, ...extra].map((column) => `, ${column}`).join('')}
    from ${statement.relation(source.register, 'r')} ${[...row.joins].join(' ')}
    where r.jurisdiction = ${statement.tenant} and ${own.guard}`
  const counted = `select * from (${base}) own where from_date < until_date`
  const others = extra.map((column) => `, ${nameOf(column)}`).join('')
  const kept = keys.map((_, at) => `, key_${at}`).join('')
  const order = `order by from_date, id collate "C"`
  let spans = counted
  if (window.kind === 'latest') {
    spans = `select id, unit_id, from_date, least(until_date, next_date) as until_date, weight${kept}${others} from (
        select *, lead(from_date) over (${partition(window.per, keys)} ${order}) as next_date from (${spans}) each_one
      ) latest where from_date < least(until_date, next_date)`
  }
  if (source.once !== undefined) {
    const by = partition(source.once, keys)
    const isNew = window.kind === 'sinceStart' ? `and first_date >= ${startSql(window, statement)}` : ''
    spans = `select id, unit_id, greatest(from_date, covered) as from_date, until_date, weight${others} from (
        select *, max(until_date) over (${by} ${order} rows between unbounded preceding and 1 preceding) as covered,
          min(from_date) over (${by}) as first_date
        from (${spans}) alike
      ) once where greatest(from_date, covered) < until_date ${isNew}`
  }
  return spans
}

/** Records with the same values stand together; one that lacks a value stands alone. */
function partition(names: readonly string[], keys: readonly string[]): string {
  if (names.length === 0) return ''
  const columns = names.map((name) => `key_${keys.indexOf(name)}`)
  const lacks = columns.map((column) => `${column} is null`).join(' or ')
  return `partition by ${columns.join(', ')}, case when ${lacks} then id end`
}

/** What a record is grouped by: of links the id where it is known, else the name. */
function keySql(register: string, name: string, statement: Statement): string {
  const { field, columns } = statement.field(register, name)
  const [first, second] = columns.map((column) => `r.${column.name}`)
  if (field.kind === 'link') return `coalesce(nullif(${second}, ''), nullif(${first}, ''))`
  if (field.kind === 'links') return `coalesce(nullif(${second}[1], ''), nullif(${first}[1], ''))`
  if (columns[0]?.type === 'text[]') return `nullif(${first}[1], '')`
  return columns[0]?.type === 'text' ? `nullif(${first}, '')` : `${first}`
}

function nameOf(column: string): string {
  return column.slice(column.lastIndexOf(' ') + 1)
}
