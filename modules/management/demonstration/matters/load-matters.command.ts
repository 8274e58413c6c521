import { lockJurisdiction } from '@qiangxian/kernel/database/lock-jurisdiction'
import type { Matters } from '@qiangxian/kernel/matters/matters'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { runSql } from '@qiangxian/kernel/registers/run-sql'
import { sql } from 'kysely'
import Type, { type Static } from 'typebox'
import { demonstrationErrors } from '../demonstration-errors.ts'
import { earlierOf } from '../registers/days.ts'
import { matterCast } from './matter-cast.ts'
import { planMatters } from './matter-plan.ts'
import { putRecordsAhead, readMatterRecords } from './matter-records.ts'
import { tellMatter } from './tell-matter.ts'
import { tellRatings } from './tell-ratings.ts'
import { tellTickets } from './tell-tickets.ts'

const LoadedMatters = Type.Object({
  matters: Type.Integer(),
  acts: Type.Integer(),
  ratings: Type.Integer(),
  next: Type.Union([Type.Integer(), Type.Null()], { description: 'from which to go on; null: all were told' }),
})
export type LoadedMatters = Static<typeof LoadedMatters>

/**
 * 载入演示办件: a year of invented matters, told through the engine on the days on which they would have happened, a part
 * of them at a time, so that whoever waits for a page does not wait for all of them.
 */
export function loadDemonstrationMatters(matters: Matters) {
  // Nobody is sent a message about what never happened.
  const silent: Matters = { ...matters, effects: matters.effects.filter(({ id }) => id !== 'notices') }
  return defineCommand({
    id: 'demonstration.loadMatters',
    label: { zh: '载入演示办件', en: 'Load the matters of the demonstration' },
    about: {
      zh: '按种子生成当年的演示办件，含办理、期限、文书和评价，全部标为演示；分批载入。',
      en: 'Makes a year of invented matters with acts, limits, documents and ratings, all marked as demonstration, part by part.',
    },
    permission: 'demonstration.remove',
    route: { method: 'POST', path: '/demonstration/matters' },
    input: Type.Object({ atMost: Type.Optional(Type.Integer({ minimum: 1, maximum: 400 })) }),
    output: LoadedMatters,
    run: async (context, { atMost = 12 }) => {
      const story = context.county.demonstrationStory
      if (story === undefined) throw demonstrationErrors.noStory({})
      await lockJurisdiction(context)
      const asOf = earlierOf(context.today, story.until)
      const year = asOf.slice(0, 4)
      const planned = planMatters(story.seed, year, asOf)
      const from = await toldSoFar(context)
      if (from >= planned.length || !(await anyEntity(context))) {
        context.unchanged()
        return { matters: 0, acts: 0, ratings: 0, next: null }
      }
      if (from === 0) {
        await putRecordsAhead(context, matters.registers, asOf)
        await linkExpertAccounts(context)
      }
      const telling = {
        ...{ matters: silent, asOf, cast: await matterCast(context) },
        records: await readMatterRecords(context, `${year}-01-01`),
      }
      let [told, acts] = [0, 0]
      for (const each of planned.slice(from, from + atMost)) {
        const done = await tellMatter(context, telling, each)
        told += done > 0 ? 1 : 0
        acts += done
      }
      const next = from + atMost < planned.length ? from + atMost : null
      await keepTold(context, next ?? planned.length)
      const ratings = next === null ? await tellRatings(context, story.seed, asOf) : 0
      const tickets = next === null ? await tellTickets(context, telling.cast, story.seed) : 0
      await context.record({
        subject: { kind: 'demonstration', id: context.jurisdiction },
        before: null,
        after: { seed: story.seed, until: asOf, matters: told, acts, ratings, tickets },
      })
      return { matters: told, acts, ratings, next }
    },
  })
}

/** Under this name a counter says how many were told: a program that died goes on from there. */
export const toldMatters = 'demonstration:matters'

async function toldSoFar({ tx, jurisdiction }: CommandContext): Promise<number> {
  const row = await tx
    .selectFrom('counter')
    .select('value')
    .where('jurisdiction', '=', jurisdiction)
    .where('name', '=', toldMatters)
    .executeTakeFirst()
  return Number(row?.value ?? 0)
}

async function keepTold({ tx, jurisdiction }: CommandContext, value: number): Promise<void> {
  await tx
    .insertInto('counter')
    .values({ jurisdiction, name: toldMatters, value })
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'name']).doUpdateSet({ value }))
    .execute()
}

/** Without the invented records nobody is there who could apply. */
async function anyEntity({ tx, jurisdiction }: CommandContext): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from market_entity where jurisdiction = ${jurisdiction} and demonstration) as any`.execute(tx)
  return rows[0]?.any === true
}

/** The reviewing experts of the demonstration act for three records of the register, so that draws can reach them. */
async function linkExpertAccounts({ tx, jurisdiction, county, now }: CommandContext): Promise<void> {
  const logins = county.demonstrationAccounts
    .filter(({ roles }) => roles.some(({ role }) => role === 'expert'))
    .map(({ login }) => login)
  await runSql(
    tx,
    `insert into account_entity (jurisdiction, account_id, register, record_id, granted_at, granted_by_label)
     select a.jurisdiction, a.id, 'expert', e.id, $3, '系统任务'
     from (select jurisdiction, id, row_number() over (order by login) as place from account
       where jurisdiction = $1 and login = any($2)) a
     join (select jurisdiction, id, row_number() over (order by appointed_on desc, id) as place from expert
       where jurisdiction = $1 and ended_on is null) e on e.jurisdiction = a.jurisdiction and e.place = a.place
     on conflict do nothing`,
    [jurisdiction, logins, now],
  )
}
