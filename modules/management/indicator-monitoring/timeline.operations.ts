import { unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { presentPhase, type Reader } from '@qiangxian/kernel/plan/present-plan'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { progressOfMilestones } from '@qiangxian/kernel/progress/milestone-progress'
import { Timeline } from '@qiangxian/kernel/progress/progress.schemas'
import { seesApproved, seesUnapproved } from '@qiangxian/kernel/progress/readings'
import { sql } from 'kysely'
import Type, { type Static } from 'typebox'
import type { ChangeRow } from './changes.queries.ts'
import { presentChanges } from './changes.ts'

type Event = Static<typeof Timeline>['events'][number]

export const showTimeline = defineQuery({
  id: 'programme.timeline',
  label: { zh: '时间轴', en: 'Timeline' },
  about: {
    zh: '阶段、里程碑，以及版本生效、里程碑完成、亮灯变化和通报，按日期排列。',
    en: 'Phases and milestones, and by date: versions, milestones done, changes of lights, circulars.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/timeline' },
  cli: 'timeline',
  input: Type.Object({}),
  output: Timeline,
  run: async (context) => {
    const { plan, reader, heads } = await readPlan(context, undefined)
    const milestones = await progressOfMilestones(context, reader)
    const events: Event[] = [
      ...heads.map((head): Event => {
        const label = { zh: `第 ${head.version} 版方案生效`, en: `Version ${head.version} of the plan takes effect` }
        return { on: head.effectiveFrom, kind: 'version', label, path: '/plan' }
      }),
      ...milestones.flatMap(({ itemId, code, name, standing }): Event[] => {
        if (standing?.doneOn == null) return []
        const label = { zh: `${code} ${name}：已完成`, en: `${code} ${name}: done` }
        return [{ on: standing.doneOn, kind: 'milestone', label, path: `/milestones#${itemId}` }]
      }),
      ...(await happened(context, reader)),
    ]
    return {
      today: context.today,
      period: { start: plan.head.periodStart, end: plan.head.periodEnd },
      phases: plan.phases.map((phase) => presentPhase(phase, context.today)),
      milestones,
      events: events.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1)),
    }
  },
})

/** the newest that a page can show; older ones stand on the pages of their targets */
const mostEvents = 500

/** Lights that changed and circulars that were sent, as far as the reader may know of them. */
async function happened(context: QueryContext, reader: Reader): Promise<Event[]> {
  const { tx, jurisdiction, actor } = context
  const all = seesUnapproved(context)
  const units = [...unitsActedFor(actor, 'work.read')]
  if (!all && units.length === 0 && !seesApproved(context)) return []
  const { rows } = await sql<ChangeRow>`
    select kind, "on", "itemId", before, after, about, detail from (
      select 'light' as kind, l.on_date as "on", l.item_id as "itemId", l.from_light as before, l.to_light as after,
        null::text as about, l.item_kind as detail
      from light_change l
      where l.jurisdiction = ${jurisdiction} and l.basis = ${all ? 'reported' : 'approved'}
      union all
      select 'urging', u.on_date, u.duty_id, u.step, u.number, d.title, u.party_id
      from urging u join duty d on d.jurisdiction = ${jurisdiction} and d.jurisdiction = u.jurisdiction
        and d.id = u.duty_id
      where u.jurisdiction = ${jurisdiction} and u.step = 'circular'
        and ${all ? sql`true` : sql`u.party_id = any(${units}::text[])`}
    ) event
    order by "on" desc, "itemId" limit ${mostEvents}`.execute(tx)
  return presentChanges(reader, rows).map(({ on, kind, text, path }) => ({
    on,
    kind: kind === 'urging' ? 'circular' : 'light',
    label: text,
    path,
  }))
}
