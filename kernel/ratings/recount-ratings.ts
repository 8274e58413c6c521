import { sql } from 'kysely'
import { movedDay } from '../rules/moved-day.ts'
import type { MovedDay, Recount } from '../rules/recount.types.ts'

interface Open {
  readonly id: string
  readonly onDay: string
  readonly unitId: string | null
  readonly contactBy: string
  readonly rectifyBy: string
  readonly appealBy: string
  readonly demonstration: boolean
}

/** The clocks of bad ratings that are not settled. The notice names no rating: who rated is nobody’s to know. */
export const recountRatings: Recount = {
  id: 'badRating',
  label: '差评办理期限',
  run: async ({ tx, jurisdiction }, change) => {
    const { rows } = await sql<Open>`
      select id, on_day as "onDay", unit_id as "unitId", contact_by as "contactBy", rectify_by as "rectifyBy",
        appeal_by as "appealBy", demonstration
      from rating where jurisdiction = ${jurisdiction} and status in ('open', 'contacted', 'appealed')
        and greatest(contact_by, rectify_by, appeal_by) >= ${change.from} order by id for update`.execute(tx)
    const moved: MovedDay[] = []
    const changes = rows.flatMap((row) => {
      const by = (day: string) => movedDay(row.onDay, day, change)
      const next = { contactBy: by(row.contactBy), rectifyBy: by(row.rectifyBy), appealBy: by(row.appealBy) }
      if (
        JSON.stringify(next) ===
        JSON.stringify({ contactBy: row.contactBy, rectifyBy: row.rectifyBy, appealBy: row.appealBy })
      ) {
        return []
      }
      if (next.rectifyBy !== row.rectifyBy) {
        moved.push({
          ...(row.unitId === null
            ? { to: { roles: ['office'] as const }, addressee: 'office' }
            : { to: { partyRoles: [{ partyId: row.unitId, role: 'unitHead' as const }] }, addressee: row.unitId }),
          ...{ what: '差评整改', before: row.rectifyBy, after: next.rectifyBy, path: '/bad-ratings' },
          demonstration: row.demonstration,
        })
      }
      return [{ id: row.id, ...next }]
    })
    if (changes.length > 0) {
      await sql`
        update rating r set contact_by = given."contactBy", rectify_by = given."rectifyBy", appeal_by = given."appealBy"
        from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
          as given (id text, "contactBy" date, "rectifyBy" date, "appealBy" date)
        where r.jurisdiction = ${jurisdiction} and r.id = given.id`.execute(tx)
    }
    return { changed: changes.length, moved }
  },
}
