import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { effectiveDueColumn } from '@qiangxian/kernel/progress/duty-record'
import type { TaskPart } from '@qiangxian/kernel/progress/progress.schemas'
import { sql } from 'kysely'

/** What one unit carries of a task (分工), as it is stored. */
export interface PartRecord {
  readonly id: string
  readonly taskItemId: string
  readonly partyId: string
  readonly share: 'lead' | 'support'
  readonly content: string
  readonly standard: string | null
  readonly person: string | null
  readonly weight: number | null
  readonly startsOn: string | null
  readonly dueOn: string | null
  /** the day that counts for its open duty: put off, or after a return; null while it has none */
  readonly countsOn: string | null
  readonly status: TaskPart['status']
  readonly progress: number | null
  readonly progressStatus: TaskPart['progressStatus']
  readonly progressOn: string | null
  readonly revision: number
  readonly demonstration: boolean
  /** what was done on it, oldest first */
  readonly acts: TaskPart['acts']
}

const columns = sql.raw(`p.id, p.task_item_id as "taskItemId", p.party_id as "partyId", p.share, p.content, p.standard,
  p.person, p.weight, p.starts_on as "startsOn", p.due_on as "dueOn", p.status, p.progress,
  p.progress_status as "progressStatus", p.progress_on as "progressOn", p.revision, p.demonstration`)

export interface PartFilter {
  readonly id?: string
  readonly taskItemId?: string
  /** true: held until the end of the transaction */
  readonly lock?: boolean
}

/** Parts with their acts, leading ones first; withdrawn ones come last. */
export async function listParts(
  { tx, jurisdiction }: QueryContext,
  { id, taskItemId, lock = false }: PartFilter,
): Promise<readonly PartRecord[]> {
  const { rows } = await sql<PartRecord>`
    select ${columns},
      (select ${effectiveDueColumn} from duty d where d.jurisdiction = ${jurisdiction} and d.part_id = p.id
        and d.kind = 'part' and d.closed_on is null order by d.id limit 1) as "countsOn",
      (select coalesce(json_agg(json_build_object('act', a.act, 'on', a.on_date, 'by', a.by_label, 'reason', a.reason,
          'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.at, a.id), '[]')
        from task_part_act a where a.jurisdiction = ${jurisdiction} and a.part_id = p.id) as acts
    from task_part p
    join party u on u.jurisdiction = ${jurisdiction} and u.id = p.party_id
    where p.jurisdiction = ${jurisdiction}
      and ${id === undefined ? sql`true` : sql`p.id = ${id}`}
      and ${taskItemId === undefined ? sql`true` : sql`p.task_item_id = ${taskItemId}`}
    order by p.status = 'withdrawn', p.share <> 'lead', u.ordinal, p.created_at, p.id
    ${lock ? sql`for update of p` : sql``}`.execute(tx)
  return rows
}

export const partStatusLabels: Readonly<Record<TaskPart['status'], string>> = {
  waiting: '待签收',
  ongoing: '办理中',
  reported: '待审核',
  done: '办结',
  closed: '销号',
  withdrawn: '撤回',
}
