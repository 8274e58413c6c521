import { sql } from 'kysely'
import { movedDay } from '../rules/moved-day.ts'
import type { Recount } from '../rules/recount.types.ts'

interface Open {
  readonly id: string
  readonly label: string
  readonly unitId: string | null
  readonly foundOn: string
  readonly dueOn: string
  readonly demonstration: boolean
}

/** Findings of data quality that are open: by when their unit puts them right. */
export const recountFindings: Recount = {
  id: 'qualityFinding',
  label: '数据质量问题的处理期限',
  run: async ({ tx, jurisdiction }, change) => {
    const { rows } = await sql<Open>`
      select id, subject_label as label, unit_id as "unitId", found_on as "foundOn", due_on as "dueOn", demonstration
      from quality_finding where jurisdiction = ${jurisdiction} and status <> 'resolved' and due_on >= ${change.from}
      order by id for update`.execute(tx)
    const changes = rows.flatMap((row) => {
      const after = movedDay(row.foundOn, row.dueOn, change)
      return after === row.dueOn ? [] : [{ ...row, after }]
    })
    if (changes.length > 0) {
      const given = JSON.stringify(changes.map(({ id, after }) => ({ id, after })))
      await sql`
        update quality_finding q set due_on = given.after
        from jsonb_to_recordset(${given}::jsonb) as given (id text, after date)
        where q.jurisdiction = ${jurisdiction} and q.id = given.id`.execute(tx)
    }
    return {
      changed: changes.length,
      moved: changes.flatMap(({ unitId, label, dueOn, after, demonstration }) =>
        unitId === null
          ? []
          : [
              {
                ...{ to: { partyIds: [unitId] }, addressee: unitId, what: label, before: dueOn, after },
                ...{ path: '/quality', demonstration },
              },
            ],
      ),
    }
  },
}
