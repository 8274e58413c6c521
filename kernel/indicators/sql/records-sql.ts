import type { Condition, Source } from '@qiangxian/engines/formula/formula.types'
import { conditionIn, windowIn } from '@qiangxian/engines/formula/parameters'
import { allSql, beginningSql, conditionSql, neverSql, type RowSql, type SpanSql } from './condition-sql.ts'
import { isAlone, ownSpanSql, sourceSql } from './source-sql.ts'
import type { Statement } from './statement.ts'

/** Which records of a part of a formula are asked for. */
export type RecordChoice =
  /** those that count on a day */
  | { readonly kind: 'counting'; readonly on: string }
  /** those that would, if it were not for one thing */
  | { readonly kind: 'nearly'; readonly on: string }
  /** those that came to count from one day to another, or that no longer do */
  | { readonly kind: 'joined' | 'left'; readonly from: string; readonly to: string }

export interface RecordRow {
  readonly id: string
  readonly unit_id: string | null
  readonly from_date: string | null
  readonly until_date: string | null
  readonly weight: number | null
}

export interface RecordPage {
  readonly unitId: string | null
  readonly after: string | null
  /** words in the label */
  readonly words: string | null
  /** what the reader sees of the register, on alias `v` */
  readonly sight: string
  readonly most: number
}

/** Records of a part, in the order of their ids: the body of a statement. */
export function recordsSql(
  source: Source,
  field: string | undefined,
  choice: RecordChoice,
  page: RecordPage,
  statement: Statement,
): string {
  const body =
    choice.kind === 'nearly'
      ? nearlySql(source, field, choice.on, statement)
      : `select id, unit_id, from_date, until_date, weight from (${sourceSql(source, field, statement)}) spans
         where ${chosen(choice, statement)}`
  const seen = page.sight === 'true' && page.words === null ? '' : seenSql(source.register, page, statement)
  return `select id, unit_id, nullif(from_date, ${beginningSql}) as from_date,
      nullif(until_date, ${neverSql}) as until_date, weight from (${body}) found
    where true ${page.unitId === null ? '' : `and unit_id = ${statement.value(page.unitId, 'text')}`}
      ${page.after === null ? '' : `and id > ${statement.value(page.after, 'text')}`} ${seen}
    order by id limit ${Math.trunc(page.most)}`
}

function seenSql(register: string, { sight, words }: RecordPage, statement: Statement): string {
  const { table } = statement.register(register)
  const like =
    words === null ? '' : `and v.label ilike ${statement.value(`%${words.replaceAll(/[\\%_]/g, '\\$&')}%`, 'text')}`
  return `and exists (select from ${table} v where v.jurisdiction = ${statement.tenant} and v.id = found.id and ${sight} ${like})`
}

/** Whether the span of a row is among those asked for. */
export function chosen(choice: Exclude<RecordChoice, { readonly kind: 'nearly' }>, statement: Statement): string {
  if (choice.kind === 'counting') {
    const on = statement.value(choice.on, 'date')
    return `from_date <= ${on} and until_date > ${on}`
  }
  const [from, to] = [statement.value(choice.from, 'date'), statement.value(choice.to, 'date')]
  return choice.kind === 'joined'
    ? `from_date > ${from} and from_date <= ${to} and until_date > ${to}`
    : `from_date <= ${from} and until_date > ${from} and until_date <= ${to}`
}

/** Records for which all parts of the condition hold but one, or which another record like them stands for. */
function nearlySql(source: Source, field: string | undefined, on: string, statement: Statement): string {
  const row: RowSql = { statement, register: source.register, alias: 'r', joins: new Set() }
  const day = statement.value(on, 'date')
  const fails = partsOf(source, row).map((span) => `(${holdsSql(span, day)})::integer`)
  const held = fails.length === 0 ? '0' : fails.join(' + ')
  const alone = isAlone(source, statement)
  // The joins of the condition are known once its parts are compiled.
  const joins = [...row.joins].join(' ')
  const counted = alone
    ? ''
    : `and not exists (select from (${sourceSql(source, field, statement)}) spans
        where ${chosen({ kind: 'counting', on }, statement)} and spans.id = near.id)`
  return `select id, unit_id, null::date as from_date, null::date as until_date, weight from (
      select r.id, r.unit_id, ${weightSql(source, field, statement)} as weight, ${held} as held
      from ${statement.relation(source.register, 'r')} ${joins}
      where r.jurisdiction = ${statement.tenant}
    ) near where ${alone ? `held = ${fails.length - 1}` : `held >= ${fails.length - 1}`} ${counted}`
}

function weightSql(source: Source, field: string | undefined, statement: Statement): string {
  if (field === undefined) return 'null::numeric'
  return `r.${statement.field(source.register, field).columns[0]?.name}::numeric`
}

/** The parts that stand side by side: of the condition, then the window. */
function partsOf(source: Source, row: RowSql): readonly SpanSql[] {
  const { world } = row.statement.facts
  const parts = source.where === undefined ? [] : sideBySide(source.where, source.register, row)
  const window = windowIn(source.window, world.parameters)
  const spans = parts.map((part) => conditionSql(part, row))
  if (window.kind === 'stock') return spans
  const { guard, from, until } = ownSpanSql({ register: source.register, window: source.window }, undefined, row)
  return [...spans, { guard, from, until, mayBegin: false }]
}

/** A condition of several parts is one part for each. */
export function sideBySide(
  condition: Condition,
  register: string,
  row: Pick<RowSql, 'statement'>,
): readonly Condition[] {
  const { world } = row.statement.facts
  const plain = conditionIn(condition, world.parameters)
  if ('all' in plain) return plain.all.flatMap((part) => sideBySide(part, register, row))
  if (!('named' in plain)) return [plain]
  const named = world.registers.get(register)?.conditions.get(plain.named)
  const inner = named === undefined ? undefined : conditionIn(named.holds, world.parameters)
  return inner !== undefined && 'all' in inner ? sideBySide(inner, register, row) : [plain]
}

/** Whether a span holds a day; false where nothing is known. */
export function holdsSql({ guard, from, until }: SpanSql, day: string): string {
  const parts = [guard, from === null ? null : `${from} <= ${day}`, until === null ? null : `${until} > ${day}`]
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? 'true' : `(${known.map((part) => `(${part})`).join(' and ')}) is true`
}

/**
 * Of the records that count on a day: for each of some grounds, how many meet it, and how many meet it alone. One row;
 * `total`, then `met_0`, `alone_0` …
 */
export function groundsSql(
  source: Source,
  grounds: readonly string[],
  on: string,
  unitId: string | null,
  statement: Statement,
): string {
  const row: RowSql = { statement, register: source.register, alias: 'r', joins: new Set() }
  const day = statement.value(on, 'date')
  const own = ownSpanSql(source, undefined, row)
  const held = grounds.map(
    (name, at) => `(${holdsSql(allSql([conditionSql({ named: name }, row)]), day)}) as ground_${at}`,
  )
  const sum = grounds.map((_, at) => `ground_${at}::integer`).join(' + ')
  const counts = grounds.flatMap((_, at) => [
    `count(*) filter (where ground_${at}) as met_${at}`,
    `count(*) filter (where ground_${at} and ${sum} = 1) as alone_${at}`,
  ])
  return `select ${counts.join(', ')} from (
      select ${held.join(', ')} from ${statement.relation(source.register, 'r')} ${[...row.joins].join(' ')}
      where r.jurisdiction = ${statement.tenant} and ${own.guard} and ${own.from} <= ${day} and ${own.until} > ${day}
        ${unitId === null ? '' : `and r.unit_id = ${statement.value(unitId, 'text')}`}
    ) met`
}
