import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import { readableBy } from './duty-list.ts'
import { stepLabel } from './ladder.ts'
import type { Urging } from './progress.schemas.ts'

export interface UrgingFilter {
  readonly id?: string
  readonly dutyIds?: readonly string[]
  readonly partyIds?: readonly string[]
  readonly itemIds?: readonly string[]
  /** true: those that ask for a reply (all but plain reminders) and have none */
  readonly unanswered?: boolean
  /** true: of duties that are not closed */
  readonly open?: boolean
  /** false: without plain reminders */
  readonly reminders?: boolean
  /** 50 by default */
  readonly limit?: number
}

/** Urgings that the actor may read, the latest first, with their replies. */
export async function listUrgings(context: QueryContext, filter: UrgingFilter): Promise<Urging[]> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<Omit<Urging, 'label'>>`
    select u.id, u.duty_id as "dutyId", d.title as "dutyTitle",
      json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name, 'dissolvedOn', o.dissolved_on) as unit,
      u.step, u.number, u.on_date as "on", u.words, u.by_label as by, u.step <> 'manual' as automatic,
      (select coalesce(json_agg(json_build_object('id', a.id, 'words', a.words, 'by', a.by_label,
          'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.at, a.id), '[]')
        from urging_reply a where a.jurisdiction = ${jurisdiction} and a.urging_id = u.id) as replies
    from urging u
    join duty d on d.jurisdiction = ${jurisdiction} and d.id = u.duty_id
    join party o on o.jurisdiction = ${jurisdiction} and o.id = u.party_id
    where u.jurisdiction = ${jurisdiction} and ${await readableBy(context)}
      and ${filter.id === undefined ? sql`true` : sql`u.id = ${filter.id}`}
      and ${anyOf('u.duty_id', filter.dutyIds)} and ${anyOf('d.party_id', filter.partyIds)}
      and ${anyOf('d.item_id', filter.itemIds)}
      and ${filter.open === true ? sql`d.closed_on is null` : sql`true`}
      and ${filter.reminders === false || filter.unanswered === true ? sql`u.step not like 'reminder:%'` : sql`true`}
      and ${
        filter.unanswered === true
          ? sql`not exists (select from urging_reply a where a.jurisdiction = ${jurisdiction} and a.urging_id = u.id)`
          : sql`true`
      }
    order by u.at desc, u.id desc
    limit ${filter.limit ?? 50}`.execute(tx)
  return rows.map((row) => ({ ...row, label: { ...stepLabel(row.step) } }))
}

function anyOf(column: string, values: readonly string[] | undefined) {
  return values === undefined ? sql`true` : sql`${sql.raw(column)} = any(${[...values]})`
}
