import type { QualityCheck } from '../indicators/indicator.types.ts'
import { sourceSql } from '../indicators/sql/source-sql.ts'
import type { Statement } from '../indicators/sql/statement.ts'

type CheckOf<Kind extends QualityCheck['check']> = Extract<QualityCheck, { readonly check: Kind }>

/**
 * The records that a check finds, as a statement with the columns `id`, `label`, `unit_id`, `demonstration` and `detail`
 * (what the words of the finding need). What is only expected is not looked at: it is not there yet.
 */
export function recordsSql({ register, where }: CheckOf<'records'>, statement: Statement, today: string): string {
  const on = statement.value(today, 'date')
  const extra = ['r.label as label', 'r.demonstration as demonstration', 'r.expected_on as expected_on']
  const spans = sourceSql({ register, where, window: { kind: 'stock' } }, undefined, statement, extra)
  return `select id, label, unit_id, demonstration, '{}'::jsonb as detail from (${spans}) held
    where from_date <= ${on} and until_date > ${on} and expected_on is null`
}

export function dateOrderSql({ register, earlier, later }: CheckOf<'dateOrder'>, statement: Statement): string {
  const [first, second] = [earlier, later].map((name) => statement.column(register, name, 'r'))
  return foundIn(register, statement, {
    where: `${second} < ${first}`,
    detail: `'earlier', ${first}, 'later', ${second}`,
  })
}

export function dateRangeSql(
  { register, field, notBefore, notAfter }: CheckOf<'dateRange'>,
  statement: Statement,
  today: string,
): string {
  const column = statement.column(register, field, 'r')
  const last = statement.value(notAfter === 'today' ? today : notAfter, 'date')
  return foundIn(register, statement, {
    where: `(${column} < ${statement.value(notBefore, 'date')} or ${column} > ${last})`,
    detail: `'on', ${column}`,
  })
}

/** Doubts are noted when a record is written; the rule only brings them to somebody. */
export function formatSql({ register, field }: CheckOf<'format'>, statement: Statement): string {
  const column = `r.${statement.field(register, field).columns[0]?.name}`
  return foundIn(register, statement, {
    join: `cross join lateral (
        select one->'message' as message from jsonb_array_elements(r.doubts) as noted (one)
        where one->>'field' = ${statement.value(field, 'text')} limit 1
      ) doubt`,
    where: 'r.doubts is not null',
    detail: `'written', ${column}, 'message', doubt.message`,
  })
}

export function numberOrderSql({ register, smaller, larger }: CheckOf<'numberOrder'>, statement: Statement): string {
  const [part, whole] = [smaller, larger].map((name) => statement.column(register, name, 'r'))
  return foundIn(register, statement, {
    where: `${part} > ${whole}`,
    detail: `'part', ${part}, 'whole', ${whole}`,
  })
}

export function totalSql({ register, field, parts, tolerancePercent }: CheckOf<'total'>, statement: Statement): string {
  const total = statement.column(register, field, 'r')
  const through = statement.column(parts.register, parts.through, 'o')
  const sum = parts.field === undefined ? 'count(*)' : `sum(${statement.column(parts.register, parts.field, 'o')})`
  return foundIn(register, statement, {
    join: `join (
        select ${through} as id, ${sum}::numeric as total from ${statement.register(parts.register).table} o
        where o.jurisdiction = ${statement.tenant} and o.expected_on is null and ${through} is not null
        group by ${through}
      ) summed on summed.id = r.id`,
    where: `abs(${total} - summed.total) * 100 > ${statement.value(tolerancePercent, 'numeric')} * abs(${total})`,
    detail: `'written', ${total}, 'summed', summed.total`,
  })
}

export function namesOrganisationSql(
  { register, field, kinds }: CheckOf<'namesOrganisation'>,
  statement: Statement,
): string {
  const { columns } = statement.field(register, field)
  const column = `r.${columns[0]?.name}`
  const names = columns[0]?.type === 'text[]' ? `unnest(${column})` : `(values (${column}))`
  return foundIn(register, statement, {
    join: `cross join lateral (
        select written.name from ${names} as written (name)
          join party p on p.jurisdiction = ${statement.tenant} and p.kind = any(${statement.value(kinds, 'text[]')})
            and written.name in (p.name, p.short_name)
        limit 1
      ) named`,
    where: 'true',
    detail: `'name', named.name`,
  })
}

export interface FoundSql {
  readonly join?: string
  readonly where: string
  /** of `jsonb_build_object` */
  readonly detail?: string
}

/** Records of a register, as `r`, in the columns that every check has. */
export function foundIn(register: string, statement: Statement, { join = '', where, detail = '' }: FoundSql): string {
  return `select r.id, r.label, r.unit_id, r.demonstration, jsonb_build_object(${detail}) as detail
    from ${statement.register(register).table} r ${join}
    where r.jurisdiction = ${statement.tenant} and r.expected_on is null and ${where}`
}
