import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { announce } from '@qiangxian/kernel/outbox/announce'
import type { Announcement } from '@qiangxian/kernel/outbox/announcement'
import { overdueSteps, stepLabel } from '@qiangxian/kernel/progress/ladder'
import { sql } from 'kysely'
import type { OpenedDuty } from './open-duties.ts'

/** Each unit is told once of all that was opened for it in a step, with the day that comes first. */
export function announcementsOfOpening(opened: readonly OpenedDuty[]): readonly Announcement[] {
  const byUnit = new Map<string, OpenedDuty[]>()
  for (const duty of opened) {
    const key = `${duty.partyId} ${duty.demonstration}`
    const ofUnit = byUnit.get(key)
    if (ofUnit === undefined) byUnit.set(key, [duty])
    else ofUnit.push(duty)
  }
  return [...byUnit.values()].flatMap((duties) => {
    const [first] = [...duties].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    if (first === undefined) return []
    const one = duties.length === 1
    return [
      {
        to: { partyIds: [first.partyId] },
        kind: 'duty.opened',
        title: one ? `新的应办事项：${first.title}` : `新的应办事项 ${duties.length} 项`,
        body: one ? `请于 ${first.dueOn} 前办理。` : `最早的应于 ${first.dueOn} 前办理：${first.title}。`,
        path: one ? `/duties/${first.id}` : '/work',
        subject: { kind: 'duty', id: first.id },
        demonstration: first.demonstration,
      },
    ]
  })
}

/** The office is told once a day what went out by itself: 提醒函 and above. */
export async function announceDay(context: CommandContext): Promise<void> {
  const { tx, jurisdiction, today } = context
  const { rows } = await sql<{ step: string; count: number }>`
    select step, count(*) as count from urging
    where jurisdiction = ${jurisdiction} and on_date = ${today}::date and step = any(${[...overdueSteps]})
    group by step`.execute(tx)
  if (rows.length === 0) return
  const counts = overdueSteps.flatMap((step) => {
    const count = rows.find((row) => row.step === step)?.count ?? 0
    return count === 0 ? [] : [`${stepLabel(step).zh} ${count} 件`]
  })
  await announce(context, {
    to: { roles: ['office'] },
    kind: 'clock.day',
    key: today,
    title: `${today} 自动催办：${counts.join('、')}`,
    body: '已发至各单位，并记入日志。',
    path: '/supervision',
    subject: { kind: 'clock', id: today },
  })
}
