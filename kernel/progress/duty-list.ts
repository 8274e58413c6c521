import { sql } from 'kysely'
import { actorMay, unitsActedFor } from '../accounts/actor.ts'
import type { CivilDate } from '../clock/civil-date.ts'
import type { QueryContext } from '../operations/context.ts'
import { readPlanIfAny } from '../plan/read-plan.ts'
import { type DutyLight, dutyLightColumn } from './duty-light.ts'
import { type DutyRecord, type DutyState, dutyColumns, dutyStateColumn, effectiveDueColumn } from './duty-record.ts'
import { ledTaskIds } from './task-leads.ts'

export interface DutyFilter {
  readonly ids?: readonly string[]
  readonly partyIds?: readonly string[]
  readonly itemKind?: DutyRecord['itemKind']
  readonly itemIds?: readonly string[]
  readonly partIds?: readonly string[]
  readonly kind?: DutyRecord['kind']
  readonly scope?: DutyRecord['scope']
  readonly period?: string
  /** true: those that are not closed; false: the closed ones */
  readonly open?: boolean
  /** closed on this day or later */
  readonly closedSince?: CivilDate
  readonly light?: DutyLight
  /** the state of its report or of itself */
  readonly state?: DutyState
  /** soonest due first, overdue before all; or the latest first */
  readonly order?: 'soonest' | 'latest'
  /** where the page before ended: due day and id */
  readonly after?: { readonly due: CivilDate; readonly id: string }
  /** 1,000 by default */
  readonly limit?: number
}

/** The duties that the actor may read and that the filter names. */
export async function listDuties(context: QueryContext, filter: DutyFilter): Promise<readonly DutyRecord[]> {
  const { tx, jurisdiction } = context
  const latest = filter.order === 'latest'
  const direction = sql.raw(latest ? 'desc' : 'asc')
  const { rows } = await sql<DutyRecord>`
    select ${dutyColumns}
    from duty d
    left join report r on r.jurisdiction = ${jurisdiction} and r.duty_id = d.id
    left join task_part p on p.jurisdiction = ${jurisdiction} and p.id = d.part_id
    where d.jurisdiction = ${jurisdiction} and ${await readableBy(context)}
      and ${anyOf('d.id', filter.ids)} and ${anyOf('d.party_id', filter.partyIds)}
      and ${anyOf('d.item_id', filter.itemIds)} and ${anyOf('d.part_id', filter.partIds)}
      and ${equal('d.item_kind', filter.itemKind)} and ${equal('d.kind', filter.kind)}
      and ${equal('d.scope', filter.scope)} and ${equal('d.period', filter.period)}
      and ${filter.open === undefined ? sql`true` : filter.open ? sql`d.closed_on is null` : sql`d.closed_on is not null`}
      and ${filter.closedSince === undefined ? sql`true` : sql`d.closed_on >= ${filter.closedSince}`}
      and ${filter.light === undefined ? sql`true` : sql`${dutyLightColumn(context)} = ${filter.light}`}
      and ${filter.state === undefined ? sql`true` : sql`${dutyStateColumn} = ${filter.state}`}
      and ${
        filter.after === undefined
          ? sql`true`
          : sql`(${effectiveDueColumn}, d.id) ${sql.raw(latest ? '<' : '>')} (${filter.after.due}::date, ${filter.after.id})`
      }
    order by ${effectiveDueColumn} ${direction}, d.id ${direction}
    limit ${filter.limit ?? 1_000}`.execute(tx)
  return rows
}

/** The duties of `duty d` that the actor may know of, as `mayReadDuty` says. */
export async function readableBy(context: QueryContext) {
  const { actor } = context
  if (actorMay(actor, 'progress.read')) return sql`true`
  const units = [...unitsActedFor(actor, 'work.read')]
  if (units.length === 0) return sql`false`
  const led = [...ledTaskIds(actor, await readPlanIfAny(context))]
  return sql`(d.party_id = any(${units}) or (d.item_kind = 'task' and d.item_id = any(${led})))`
}

function anyOf(column: string, values: readonly string[] | undefined) {
  return values === undefined ? sql`true` : sql`${sql.raw(column)} = any(${[...values]})`
}

function equal(column: string, value: string | undefined) {
  return value === undefined ? sql`true` : sql`${sql.raw(column)} = ${value}`
}
