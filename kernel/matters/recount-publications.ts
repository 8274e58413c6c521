import { sql } from 'kysely'
import type { Rules } from '../rules/define-rule.ts'
import { dueOf } from '../rules/due-of.ts'
import { putOffDay } from '../rules/moved-day.ts'
import type { MovedDay, Recount } from '../rules/recount.types.ts'
import { matterVersion } from './versions.ts'

interface Open {
  readonly id: string
  readonly title: string
  readonly unitId: string
  readonly type: string
  readonly version: number
  readonly publishedOn: string
  readonly objectionsUntil: string | null
  readonly shownUntil: string | null
  readonly demonstration: boolean
}

/**
 * Publications 公示 whose days run: until when objections are taken, and how long they are shown. Everybody was told a
 * day: it is put off, and never brought forward.
 */
export function recountPublications(rules: Pick<Rules, 'find'>): Recount {
  return {
    id: 'publication',
    label: '公示期限',
    run: async (context, change) => {
      const { tx, jurisdiction, today, county } = context
      const { rows } = await sql<Open>`
        select p.id, p.title, m.unit_id as "unitId", m.matter_type as type, m.version, p.published_on as "publishedOn",
          p.objections_until as "objectionsUntil", p.shown_until as "shownUntil", p.demonstration
        from matter_publication p join matter m on m.jurisdiction = ${jurisdiction} and m.jurisdiction = p.jurisdiction
          and m.id = p.matter_id
        where p.jurisdiction = ${jurisdiction} and p.withdrawn_on is null
          and greatest(p.objections_until, p.shown_until) >= ${[today, change.from].sort()[1] ?? today}
        order by p.id for update of p`.execute(tx)
      const moved: MovedDay[] = []
      const changes: { id: string; objectionsUntil: string | null; shownUntil: string | null }[] = []
      for (const row of rows) {
        const { publication } = await matterVersion(context, row.type, row.version)
        const by = (rule: string | undefined, day: string | null) => {
          const declared = rule === undefined ? undefined : rules.find(rule)
          if (day === null || day < today || declared === undefined) return day
          const counted = dueOf(declared, { from: row.publishedOn, calendar: change.before, county })
          // Calendar days stay what they are, but for an end that moved off or onto a rest day.
          return putOffDay(counted.length.unit === 'workingDay' ? row.publishedOn : day, day, change)
        }
        const objectionsUntil = by(publication?.objections?.rule, row.objectionsUntil)
        const shownUntil = by(publication?.shownFor, row.shownUntil)
        if (objectionsUntil === row.objectionsUntil && shownUntil === row.shownUntil) continue
        changes.push({ id: row.id, objectionsUntil, shownUntil })
        moved.push(movedOf(row, objectionsUntil, shownUntil))
      }
      if (changes.length > 0) {
        await sql`
          update matter_publication p set objections_until = given."objectionsUntil", shown_until = given."shownUntil"
          from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
            as given (id text, "objectionsUntil" date, "shownUntil" date)
          where p.jurisdiction = ${jurisdiction} and p.id = given.id`.execute(tx)
      }
      return { changed: changes.length, moved }
    },
  }
}

function movedOf(row: Open, objectionsUntil: string | null, shownUntil: string | null): MovedDay {
  const isOfObjections = objectionsUntil !== row.objectionsUntil
  return {
    to: { partyRoles: [{ partyId: row.unitId, role: 'caseOfficer' }] },
    addressee: row.unitId,
    what: `${row.title}${isOfObjections ? '（异议截止）' : '（公示截止）'}`,
    before: (isOfObjections ? row.objectionsUntil : row.shownUntil) ?? '',
    after: (isOfObjections ? objectionsUntil : shownUntil) ?? '',
    path: `/publications/${row.id}`,
    demonstration: row.demonstration,
  }
}
