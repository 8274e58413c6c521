import type { Day } from '@qiangxian/engines/formula/days'
import type { LeafFormula } from '@qiangxian/engines/formula/leaves'
import type { RowSql } from './condition-sql.ts'
import { isAlone, ownSpanSql, sourceSql } from './source-sql.ts'
import { Statement, type StatementFacts } from './statement.ts'

/**
 * One row of the answer: of the records of a unit that count from one of the days on and until another, how many there
 * are and what they add up to. Days are given by their place; `until_at` is the place of the first day on which they no
 * longer count. A register that holds anything has a row of its own, with a leaf below zero.
 */
export interface ValueRow {
  readonly leaf: number
  readonly unit_id: string | null
  readonly from_at: number
  readonly until_at: number
  readonly records: number
  readonly total: number | null
}

export interface CompiledValues {
  readonly text: string
  readonly parameters: readonly unknown[]
  /** registers in the order in which the rows below zero name them: -1 is the first */
  readonly registers: readonly string[]
}

/**
 * Compiles parts of formulas to one statement for all units and all days: each record falls once into the place of the
 * first day on which it counts and of the first on which it no longer does, and the sums run from there.
 *
 * Parts that count records of one register on their own share one pass over it.
 *
 * @param days sorted, each once
 */
export function compileValues(
  leaves: readonly LeafFormula[],
  days: readonly Day[],
  facts: StatementFacts,
): CompiledValues {
  const statement = new Statement(facts)
  const places = statement.value([...days], 'date[]')
  const registers = [...new Set(leaves.flatMap((leaf) => (leaf.measure === 'latest' ? [] : [leaf.register])))]
  const counted = leaves.flatMap((leaf, at) => (leaf.measure === 'latest' ? [] : [{ leaf, at }]))
  const alone = counted.filter(({ leaf }) => isAlone(leaf, statement))
  const bodies = [
    ...registers.flatMap((register) => {
      const own = alone.filter(({ leaf }) => leaf.register === register)
      return spansOf(register, own, statement).map((spans) => grouped(spans, places, days.length))
    }),
    ...counted
      .filter((one) => !alone.includes(one))
      .map(({ leaf, at }) => {
        const spans = sourceSql(leaf, fieldOf(leaf), statement)
        return grouped(
          `select ${at} as leaf, unit_id, from_date, until_date, weight from (${spans}) spans`,
          places,
          days.length,
        )
      }),
    ...leaves.flatMap((leaf, at) => (leaf.measure === 'latest' ? [latestSql(leaf, at, places, statement)] : [])),
    ...registers.map(
      (register, at) => `select ${-1 - at} as leaf, null::text as unit_id, 0 as from_at, 0 as until_at,
        exists (select from ${statement.relation(register, 'r')} where r.jurisdiction = ${statement.tenant})::integer::bigint as records,
        null::numeric as total`,
    ),
  ]
  return { text: statement.text(bodies.join('\nunion all\n')), parameters: statement.parameters.values, registers }
}

type CountedLeaf = Exclude<LeafFormula, { readonly measure: 'latest' }>

function fieldOf(leaf: CountedLeaf): string | undefined {
  return leaf.measure === 'count' ? undefined : leaf.field
}

/** The spans of each of some parts that look at one register, each a query of its own over the same rows. */
function spansOf(
  register: string,
  leaves: readonly { readonly leaf: CountedLeaf; readonly at: number }[],
  statement: Statement,
): readonly string[] {
  const isShared = leaves.length > 1
  const compiled = (row: RowSql) => leaves.map(({ leaf, at }) => ({ at, ...ownSpanSql(leaf, fieldOf(leaf), row) }))
  const uses = new Map<string, number>()
  if (isShared) {
    const counted = (expression: string) => {
      uses.set(expression, (uses.get(expression) ?? 0) + 1)
      return undefined
    }
    compiled({ statement, register, alias: 'r', joins: new Set(), lift: { column: (name) => name, dear: counted } })
  }
  const lifts = new Map<string, string>()
  const lift = (expression: string) => {
    const name = lifts.get(expression) ?? `lifted_${lifts.size}`
    lifts.set(expression, name)
    return `r.${name}`
  }
  const dear = (expression: string) => ((uses.get(expression) ?? 0) > 1 ? lift(expression) : undefined)
  const row: RowSql = {
    statement,
    register,
    alias: 'r',
    joins: new Set(),
    lift: isShared ? { column: lift, dear } : undefined,
  }
  const spans = compiled(row)
  const rows = `${statement.relation(register, 'r')} ${[...row.joins].join(' ')}`
  const tenant = `r.jurisdiction = ${statement.tenant}`
  const select = ({ at, from, until, weight }: (typeof spans)[number]) =>
    `select ${at} as leaf, r.unit_id, ${from} as from_date, ${until} as until_date, ${weight ?? 'null::numeric'} as weight`
  if (!isShared) return spans.map((span) => `${select(span)} from ${rows} where ${tenant} and ${span.guard}`)
  // What the parts need of a row is read and reckoned once, and kept narrow; each part then picks its own rows.
  const written = spans.map((span) => `${select(span)} ${span.guard}`).join(' ')
  const needed = new Set([...written.matchAll(/\br\.([a-z][a-z0-9_]*)/g)].map(([, name = '']) => name))
  const columns = [...needed].filter((name) => !name.startsWith('lifted_')).map((name) => `r.${name}`)
  const reckoned = [...lifts].map(([expression, name]) => `${expression} as ${name}`)
  const part = statement.part(`select ${[...columns, ...reckoned].join(', ')} from ${rows} where ${tenant}`)
  return spans.map((span) => `${select(span)} from ${part} r where ${span.guard}`)
}

/** The offset keeps PostgreSQL from looking for the places again when it filters and groups by them. */
function grouped(spans: string, places: string, last: number): string {
  return `select leaf, unit_id, from_at, until_at, count(*) as records, sum(weight) as total from (
      select leaf, unit_id, weight, width_bucket(from_date - 1, ${places}) as from_at,
        case when until_date = 'infinity' then ${last} else width_bucket(until_date - 1, ${places}) end as until_at
      from (${spans}) spans where from_date < until_date offset 0
    ) placed where from_at < until_at group by leaf, unit_id, from_at, until_at`
}

/** The last published figure on each day, of each unit and of the county (no unit). */
function latestSql(
  leaf: Extract<LeafFormula, { readonly measure: 'latest' }>,
  at: number,
  places: string,
  statement: Statement,
): string {
  const { world } = statement.facts
  const register = world.statistics
  const named = register === null ? undefined : statement.register(register).declaration.statistics
  if (register === null || named === undefined) {
    return `select ${at} as leaf, null::text as unit_id, 0 as from_at, 0 as until_at, 0::bigint as records, null::numeric as total where false`
  }
  const column = (name: string) => `s.${statement.field(register, name).columns[0]?.name}`
  const [series, value, on, said] = [named.series, named.value, named.on, named.publishedOn].map(column)
  const published = `coalesce(${said}, ${on})`
  return `select ${at} as leaf, unit_id, at as from_at, at + 1 as until_at, 1::bigint as records, value as total from (
      select distinct on (s.unit_id, place.at) s.unit_id, place.at, ${value} as value
      from (select (number - 1)::integer as at, day from unnest(${places}) with ordinality as given (day, number)) place
      join ${statement.relation(register, 's')} on ${published} <= place.day
      where s.jurisdiction = ${statement.tenant} and ${series} = ${statement.value(leaf.series, 'text')}
        and ${value} is not null and ${on} is not null
        ${leaf.notBefore === undefined ? '' : `and ${on} >= ${statement.value(leaf.notBefore, 'date')}`}
      order by s.unit_id, place.at, ${on} desc, ${published} desc, s.id collate "C" desc
    ) published`
}
