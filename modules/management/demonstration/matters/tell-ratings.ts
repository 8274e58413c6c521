import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { sql } from 'kysely'
import { seeded, seedFor } from '../seeded.ts'
import { atHour } from './at-hour.ts'
import { weekday } from './matter-plan.ts'

const words = {
  5: ['当天就有人联系我，很好。（演示）', '说得清楚，不用跑。（演示）', null],
  4: ['不错。（演示）', null],
  3: ['可以，就是慢了点。（演示）', null],
  2: ['补材料没有一次说清。（演示）'],
  1: ['电话一直打不通。（演示）'],
} as const

/** 好差评 of invented matters that have ended: about half of them were rated, and a few badly. */
export async function tellRatings({ tx, jurisdiction }: CommandContext, seed: number, asOf: string): Promise<number> {
  const { rows } = await sql<{ id: string; type: string; unit: string; endedOn: string }>`
    select m.id, m.matter_type as type, m.unit_id as unit, m.ended_on::text as "endedOn" from matter m
    where m.jurisdiction = ${jurisdiction} and m.demonstration and m.status = 'ended'
      and not exists (select from rating r where r.jurisdiction = ${jurisdiction} and r.matter_id = m.id)
    order by m.submitted_on, m.id`.execute(tx)
  const random = seeded(seedFor(seed, 'ratings'))
  const ratings = rows.flatMap(({ id, type, unit, endedOn }) => {
    if (!random.percent(55)) return []
    const level = random.pick([5, 5, 5, 5, 5, 4, 4, 4, 3, 3, 2, 1] as const)
    const on = endedOn > asOf ? asOf : endedOn
    const at = atHour(on, 18 * 60)
    const isBad = level < 3
    const isClosed = isBad && random.percent(70)
    return [
      {
        ...{ jurisdiction, id: newId(at), matter_id: id, ticket_id: null, round: 1, matter_type: type, unit_id: unit },
        ...{
          channel: 'web',
          level,
          dimensions: JSON.stringify({ efficiency: level }),
          words: random.pick(words[level]),
        },
        ...{ at, on_day: on, status: !isBad ? 'none' : isClosed ? 'rectified' : 'open' },
        contact_by: isBad ? weekday(Date.parse(`${on}T00:00:00Z`) + 86_400_000) : null,
        rectify_by: isBad ? weekday(Date.parse(`${on}T00:00:00Z`) + 21 * 86_400_000) : null,
        closed_on: isClosed ? on : null,
        answer: isClosed ? '已致歉并改进告知方式。（演示）' : null,
        demonstration: true,
      },
    ]
  })
  if (ratings.length > 0) await tx.insertInto('rating').values(ratings).execute()
  return ratings.length
}
