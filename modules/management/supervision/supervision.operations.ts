import { actorMay } from '@qiangxian/kernel/accounts/actor'
import type { CountyFacts } from '@qiangxian/kernel/jurisdiction/county-facts'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { findUnits } from '@qiangxian/kernel/parties/unit-ref'
import { type DutyLight, dutyLightColumn } from '@qiangxian/kernel/progress/duty-light'
import { readableBy } from '@qiangxian/kernel/progress/duty-list'
import { dutyStateColumn, effectiveDueColumn } from '@qiangxian/kernel/progress/duty-record'
import {
  isOverdueStep,
  type OverdueStep,
  rankOf,
  reminderDays,
  stepLabel,
  stepsOf,
} from '@qiangxian/kernel/progress/ladder'
import { Supervision, type SupervisionUnit } from '@qiangxian/kernel/progress/progress.schemas'
import { type ProgressSettings, progressSettings } from '@qiangxian/kernel/progress/settings'
import { listUrgings } from '@qiangxian/kernel/progress/urgings'
import { sql } from 'kysely'
import Type, { type Static } from 'typebox'
import { jumpOf, readClock } from './clock-state.ts'
import { listExtensions } from './extensions.ts'

export const showSupervision = defineQuery({
  id: 'supervision.show',
  label: { zh: '督办总览', en: 'Supervision' },
  about: {
    zh: '各单位未办结事项的灯色、最长逾期和催办进度，待决定的延期，时钟和催办各步的设置。',
    en: 'Open duties by unit with lights and the longest delay, extensions to decide, the clock and its ladder.',
  },
  permission: 'work.read',
  route: { method: 'GET', path: '/supervision' },
  cli: 'supervision',
  input: Type.Object({}),
  output: Supervision,
  run: async (context) => {
    const settings = progressSettings(context.county)
    const groups = await groupOpen(context)
    const clock = await readClock(context)
    const held = jumpOf(clock, context.today, settings.longestGapDays)
    const count = (light: DutyLight) => sum(groups.filter((group) => group.light === light))
    return {
      today: context.today,
      designationDocNo: settings.designationDocumentNo,
      lights: { green: count('green'), amber: count('amber'), red: count('red') },
      units: await unitsOf(context, groups),
      urgings: await listUrgings(context, { open: true, reminders: false, limit: 50 }),
      extensions: await listExtensions(context, { open: true }),
      clock: {
        lastOn: clock?.lastOn ?? null,
        lastAt: clock?.lastAt.toISOString() ?? null,
        held: held ?? null,
        next: await nextDays(context),
      },
      ladder: stepsOf(settings).map((step) => ({
        step,
        label: { ...stepLabel(step) },
        after: afterInWords(step, settings),
        source: sourceOf(context.county, step),
      })),
      may: {
        manage: actorMay(context.actor, 'supervision.manage'),
        runClock: actorMay(context.actor, 'clock.run'),
      },
    }
  },
})

interface Group {
  partyId: string
  light: DutyLight
  returned: boolean
  step: string | null
  count: number
  longestDays: number
}

/** Every open duty once, in one read: closed ones are not touched, however many years there are of them. */
async function groupOpen(context: QueryContext): Promise<readonly Group[]> {
  const { tx, jurisdiction, today } = context
  const { rows } = await sql<Group>`
    select lit."partyId", lit.light, lit.returned, lit.step, count(*) as count, max(lit.days) as "longestDays"
    from (
      select d.party_id as "partyId", ${dutyLightColumn(context)} as light, ${dutyStateColumn} = 'returned' as returned,
        case when d.answered_on is null then d.last_step end as step,
        case when d.answered_on is null then greatest(${today}::date - ${effectiveDueColumn}, 0) else 0 end as days
      from duty d
      left join report r on r.jurisdiction = ${jurisdiction} and r.duty_id = d.id
      left join task_part p on p.jurisdiction = ${jurisdiction} and p.id = d.part_id
      where d.jurisdiction = ${jurisdiction} and d.closed_on is null and ${await readableBy(context)}
    ) lit
    group by 1, 2, 3, 4`.execute(tx)
  return rows
}

async function unitsOf(context: QueryContext, groups: readonly Group[]): Promise<Static<typeof SupervisionUnit>[]> {
  const ids = [...new Set(groups.map((group) => group.partyId))]
  const units = await findUnits(context.tx, context.jurisdiction, ids)
  const rows = ids.flatMap((id) => {
    const unit = units.get(id)
    if (unit === undefined) return []
    const own = groups.filter((group) => group.partyId === id)
    const furthest = own.reduce<string | null>(
      (step, group) => (rankOf(group.step) > rankOf(step) ? group.step : step),
      null,
    )
    return [
      {
        unit,
        open: sum(own),
        overdue: sum(own.filter((group) => group.light === 'red')),
        dueSoon: sum(own.filter((group) => group.light === 'amber')),
        returned: sum(own.filter((group) => group.returned)),
        longestDays: Math.max(0, ...own.map((group) => group.longestDays)),
        step: furthest,
      },
    ]
  })
  return rows.sort((a, b) => b.overdue - a.overdue || b.longestDays - a.longestDays || b.open - a.open)
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, group) => total + group.count, 0)
}

/** The next days on which the clock has something to send. */
async function nextDays(context: QueryContext): Promise<Static<typeof Supervision>['clock']['next']> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<{ on: string; count: number }>`
    select d.next_act_on as "on", count(*) as count from duty d
    where d.jurisdiction = ${jurisdiction} and d.closed_on is null and d.next_act_on is not null
      and ${await readableBy(context)}
    group by 1 order by 1 limit 7`.execute(tx)
  return rows
}

function afterInWords(step: string, settings: ProgressSettings): { zh: string; en: string } {
  if (isOverdueStep(step)) {
    const days = settings.overdueDays[step]
    return { zh: `逾期第 ${days} 日（自到期次日起算）`, en: `${days} day${days === 1 ? '' : 's'} after the due day` }
  }
  const days = -(reminderDays(step) ?? 0)
  if (days === 0) return { zh: '到期当日', en: 'on the due day' }
  return { zh: `到期前 ${days} 个工作日`, en: `${days} working day${days === 1 ? '' : 's'} before the due day` }
}

const parameterOf: Readonly<Record<OverdueStep, string>> = {
  reminderLetter: 'supervision.overdue.reminder-letter-after-days',
  supervisionNotice: 'supervision.overdue.supervision-notice-after-days',
  circular: 'supervision.overdue.circular-after-days',
  talk: 'supervision.overdue.talk-after-days',
}

/** Who set the days of a step: the county, or the platform's default. */
function sourceOf(county: CountyFacts, step: string): string {
  const key = isOverdueStep(step) ? parameterOf[step] : 'supervision.reminder-working-days'
  return county.parameters.find((parameter) => parameter.key === key)?.source ?? '平台默认'
}
