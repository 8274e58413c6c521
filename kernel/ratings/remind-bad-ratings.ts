import { sql } from 'kysely'
import type { CommandContext } from '../operations/context.ts'
import { announceAll } from '../outbox/announce.ts'

const atATime = 500

/**
 * Tells the head of the unit and the office when the day has gone by on which somebody was to get in touch, or on which a
 * bad rating was to be put right. Each is said once: the key of the announcement makes a second one impossible.
 */
export async function remindBadRatings(context: CommandContext): Promise<number> {
  const { tx, jurisdiction, today } = context
  const { rows } = await sql<{ id: string; unitId: string | null; step: 'contact' | 'rectify'; due: string }>`
    select r.id, r.unit_id as "unitId", s.step, s.due
    from rating r cross join lateral (values
      ('contact', case when r.status = 'open' then r.contact_by end),
      ('rectify', r.rectify_by)) s (step, due)
    where r.jurisdiction = ${jurisdiction} and r.status in ('open', 'contacted', 'appealed') and s.due < ${today}
      and not exists (select from outbox o where o.jurisdiction = ${jurisdiction} and o.topic = 'rating.overdue'
        and o.key = r.id || ':' || s.step)
    order by s.due, r.id limit ${atATime}`.execute(tx)
  await announceAll(
    context,
    rows.map(({ id, unitId, step, due }) => ({
      to: {
        roles: ['office' as const],
        ...(unitId === null ? {} : { partyRoles: [{ partyId: unitId, role: 'unitHead' as const }] }),
      },
      kind: 'rating.overdue',
      title: step === 'contact' ? '差评超期未联系' : '差评超期未整改',
      body: `应在 ${due} 前${step === 'contact' ? '联系评价人' : '整改并答复'}，已经超期。`,
      path: '/bad-ratings',
      subject: { kind: 'rating', id },
      key: `${id}:${step}`,
    })),
  )
  return rows.length
}
