import type { QualityCheck } from '../indicators/indicator.types.ts'
import type { Statement } from '../indicators/sql/statement.ts'
import { foundIn } from './record-check-sql.ts'

type CheckOf<Kind extends QualityCheck['check']> = Extract<QualityCheck, { readonly check: Kind }>

/** A longer chain is a circle for whoever follows it. */
const LONGEST_CHAIN = 60

/** Links that are written and lead nowhere: nobody said which record is meant, or it is no longer there. */
export function unknownLinkSql({ register, field: name }: CheckOf<'unknownLink'>, statement: Statement): string {
  const { field, columns } = statement.field(register, name)
  const [names, ids] = columns.map((column) => `r.${column.name}`)
  const target = field.kind === 'link' || field.kind === 'links' ? statement.register(field.register).table : ''
  const isThere = (id: string) =>
    `exists (select from ${target} t where t.jurisdiction = ${statement.tenant} and t.id = ${id})`
  if (field.kind === 'links') {
    return foundIn(register, statement, {
      join: `cross join lateral (
          select string_agg(one.name, '；' order by one.at) as names
          from unnest(${names}, ${ids}) with ordinality as one (name, id, at)
          where coalesce(one.name, '') <> '' and not ${isThere('one.id')}
        ) lost`,
      where: 'lost.names is not null',
      detail: `'name', lost.names`,
    })
  }
  return foundIn(register, statement, {
    where: `coalesce(${names}, '') <> '' and (${ids} is null or not ${isThere(ids ?? '')})`,
    detail: `'name', ${names}`,
  })
}

/** Records from which a link leads back to themselves, over however many others. */
export function circularLinkSql({ register, field }: CheckOf<'circularLink'>, statement: Statement): string {
  const { table } = statement.register(register)
  const column = (alias: string) => statement.column(register, field, alias)
  const { tenant } = statement
  return `with recursive walk (start_id, at_id, depth) as (
      select r.id, ${column('r')}, 1 from ${table} r where r.jurisdiction = ${tenant} and ${column('r')} is not null
      union all
      select walk.start_id, ${column('o')}, walk.depth + 1 from walk
        join ${table} o on o.jurisdiction = ${tenant} and o.id = walk.at_id
      where walk.at_id <> walk.start_id and ${column('o')} is not null and walk.depth < ${LONGEST_CHAIN}
    )
    ${foundIn(register, statement, {
      join: `join (select start_id, min(depth) as depth from walk where at_id = start_id group by start_id) circle
        on circle.start_id = r.id`,
      where: 'true',
      detail: `'steps', circle.depth`,
    })}`
}

/**
 * Records with the same values, each told how many others there are and what they are called. Folded are case, full
 * width, spaces, brackets and signs, so that 演示（宜兴）有限公司 and 演示(宜兴)有限公司 are one name.
 */
export function duplicatesSql({ register, by, beforeDot = [] }: CheckOf<'duplicates'>, statement: Statement): string {
  const keys = by.map((name, at) => `${foldedSql(register, name, beforeDot.includes(name), statement)} as key_${at}`)
  const columns = by.map((_, at) => `key_${at}`).join(', ')
  const isWhole = by.map((_, at) => `key_${at} is not null`).join(' and ')
  const { table } = statement.register(register)
  // Most records are alone: they are left out by a hash before anything is sorted.
  return `with keyed as materialized (
      select r.id, r.label, r.unit_id, r.demonstration, ${keys.join(', ')} from ${table} r
      where r.jurisdiction = ${statement.tenant} and r.expected_on is null
    ), alike as (
      select ${columns} from keyed where ${isWhole} group by ${columns} having count(*) > 1
    )
    select id, label, unit_id, demonstration, jsonb_build_object('others', others - 1, 'like', other_label) as detail
    from (
      select keyed.*, count(*) over (partition by ${columns}) as others,
        -- of two, the other; of more, the one before or after it
        coalesce(lag(label) over (partition by ${columns} order by id collate "C"),
          lead(label) over (partition by ${columns} order by id collate "C")) as other_label
      from keyed join alike using (${columns})
    ) grouped`
}

/** Full width and its half width, character by character; what stands beyond the last of them is left away. */
const FROM =
  '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ'
const TO = '0123456789abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'
const LEFT_AWAY = ' \u00a0\u3000()（）〔〕[]【】《》·•.．,，、-－—–_/“”"‘’'

function foldedSql(register: string, name: string, isBeforeDot: boolean, statement: Statement): string {
  const { field, columns } = statement.field(register, name)
  const [first, second] = columns.map((column) => `r.${column.name}`)
  // The same record is meant whatever it was called; of several owners the first one counts.
  if (field.kind === 'link') return `coalesce(nullif(${second}, ''), ${textSql(first ?? '')})`
  if (field.kind === 'links') return `coalesce(nullif(${second}[1], ''), ${textSql(`${first}[1]`)})`
  if (columns[0]?.type !== 'text') return `${first}::text`
  return textSql(isBeforeDot ? `split_part(${first}, '.', 1)` : (first ?? ''))
}

/** One pass over the characters: a pattern takes five times as long, and there are many titles. */
function textSql(column: string): string {
  return `nullif(translate(lower(${column}), '${FROM}${LEFT_AWAY}', '${TO}'), '')`
}
