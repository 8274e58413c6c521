import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { readableBy } from '@qiangxian/kernel/progress/duty-list'
import { effectiveDueColumn } from '@qiangxian/kernel/progress/duty-record'
import type { Extension } from '@qiangxian/kernel/progress/progress.schemas'
import { sql } from 'kysely'

export interface ExtensionFilter {
  readonly id?: string
  readonly dutyId?: string
  /** true: those that wait for a decision */
  readonly open?: boolean
  readonly limit?: number
}

/** Requests to put a duty off (延期申请) that the actor may read, the oldest first. */
export async function listExtensions(context: QueryContext, filter: ExtensionFilter): Promise<Extension[]> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<Extension>`
    select e.id, e.duty_id as "dutyId", d.title as "dutyTitle",
      json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name, 'dissolvedOn', o.dissolved_on) as unit,
      ${effectiveDueColumn} as "dueOn", e.asked_to as "askedTo", e.reason, e.asked_on as "askedOn",
      e.asked_by_label as "askedBy", e.decision, e.granted_to as "grantedTo", e.decided_by_label as "decidedBy",
      e.decision_reason as "decisionReason", e.revision
    from extension_request e
    join duty d on d.jurisdiction = ${jurisdiction} and d.id = e.duty_id
    join party o on o.jurisdiction = ${jurisdiction} and o.id = d.party_id
    where e.jurisdiction = ${jurisdiction} and ${await readableBy(context)}
      and ${filter.id === undefined ? sql`true` : sql`e.id = ${filter.id}`}
      and ${filter.dutyId === undefined ? sql`true` : sql`e.duty_id = ${filter.dutyId}`}
      and ${filter.open === true ? sql`e.decision is null` : sql`true`}
    order by e.asked_at, e.id
    limit ${filter.limit ?? 100}`.execute(tx)
  return rows
}
