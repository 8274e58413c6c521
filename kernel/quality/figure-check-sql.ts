import type { QualityCheck } from '../indicators/indicator.types.ts'
import type { Statement } from '../indicators/sql/statement.ts'
import { foundIn, recordsSql } from './record-check-sql.ts'

type CheckOf<Kind extends QualityCheck['check']> = Extract<QualityCheck, { readonly check: Kind }>

/**
 * Values that are so many times those of the same thing a year before, or so many times less; of this year and the last
 * one only, for nobody mends what is older.
 */
export function outlierSql(
  { register, field, on, per, times, where }: CheckOf<'outlier'>,
  statement: Statement,
  today: string,
): string {
  const { table } = statement.register(register)
  const value = (alias: string) => statement.column(register, field, alias)
  const year = (alias: string) => `extract(year from ${statement.column(register, on, alias)})`
  // What is told month by month is compared with the same month.
  const month = (alias: string) => `extract(month from ${statement.column(register, on, alias)})`
  const only =
    where === undefined
      ? ''
      : `and r.id in (select id from (${recordsSql({ check: 'records', register, where }, statement, today)}) meant)`
  const same = per.map(
    (name) => `${keySql(register, name, 'b', statement)} = ${keySql(register, name, 'r', statement)}`,
  )
  const factor = statement.value(times, 'numeric')
  return foundIn(register, statement, {
    join: `join ${table} b on b.jurisdiction = ${statement.tenant} and b.expected_on is null
      and ${[`${year('b')} = ${year('r')} - 1`, `${month('b')} = ${month('r')}`, ...same].join(' and ')}`,
    where: `${value('r')} > 0 and ${value('b')} > 0
      and ${year('r')} >= ${Number(today.slice(0, 4)) - 1}
      and (${value('r')} > ${factor} * ${value('b')} or ${value('r')} * ${factor} < ${value('b')}) ${only}`,
    detail: `'now', ${value('r')}, 'before', ${value('b')}`,
  })
}

/** A county's figure that moved too far between the last two ends of months. */
export function jumpSql(
  { indicator, times }: CheckOf<'jump'>,
  statement: Statement,
  { today, label }: { readonly today: string; readonly label: string },
): string {
  const factor = statement.value(times, 'numeric')
  return `select ${statement.value(indicator, 'text')} as id, ${statement.value(label, 'text')} as label,
      null::text as unit_id, false as demonstration,
      jsonb_build_object('now', now.value, 'before', before.value, 'on', now.on_date, 'since', before.on_date) as detail
    from (${pointSql(indicator, 0, statement, today)}) now, (${pointSql(indicator, 1, statement, today)}) before
    where before.value > 0 and now.value >= 0
      and (now.value > ${factor} * before.value or now.value * ${factor} < before.value)`
}

function pointSql(indicator: string, back: number, statement: Statement, today: string): string {
  return `select v.value, v.on_date from computed_value v
    where v.jurisdiction = ${statement.tenant} and v.indicator = ${statement.value(indicator, 'text')}
      and v.scope_key = 'county' and v.state = 'value' and v.on_date <= ${statement.value(today, 'date')}
      and v.on_date = (date_trunc('month', v.on_date) + interval '1 month - 1 day')::date
    order by v.on_date desc limit 1 offset ${back}`
}

/** A register in which nothing was added or changed for so many days; never at all counts as well. */
export function silentSql(
  { register, days }: CheckOf<'silent'>,
  statement: Statement,
  { now, label }: { readonly now: Date; readonly label: string },
): string {
  const { table } = statement.register(register)
  const since = new Date(now.getTime() - days * 86_400_000)
  return `select ${statement.value(register, 'text')} as id, ${statement.value(label, 'text')} as label,
      null::text as unit_id, false as demonstration, jsonb_build_object('last', last.at) as detail
    from (
      select greatest(
        (select max(c.changed_at) from register_change c
          where c.jurisdiction = ${statement.tenant} and c.register = ${statement.value(register, 'text')}),
        (select max(r.recorded_at) from ${table} r where r.jurisdiction = ${statement.tenant})
      ) as at
    ) last
    where last.at is null or last.at < ${statement.value(since, 'timestamptz')}`
}

function keySql(register: string, name: string, alias: string, statement: Statement): string {
  const { field, columns } = statement.field(register, name)
  const [first, second] = columns.map((column) => `${alias}.${column.name}`)
  if (field.kind === 'link') return `coalesce(nullif(${second}, ''), ${first})`
  if (field.kind === 'links') return `coalesce(nullif(${second}[1], ''), ${first}[1])`
  return first ?? ''
}
