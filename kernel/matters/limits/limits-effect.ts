import { sql } from 'kysely'
import { newId } from '../../ids/new-id.ts'
import type { CommandContext } from '../../operations/context.ts'
import { calendarOf } from '../../rules/calendar-of.ts'
import type { Deed, EffectOutcome, MatterEffect } from '../effects.types.ts'
import { readLimits, writeLimits } from './limit-record.ts'
import { nearestDue } from './nearest-due.ts'
import { planLimits } from './plan-limits.ts'

/** The first of the effects: documents and notices name the days that it counts. */
export const limitsEffect: MatterEffect = { id: 'limits', run: changeLimits }

async function changeLimits(context: CommandContext, deed: Deed): Promise<EffectOutcome> {
  const { county, now, today } = context
  const by = { rules: deed.matters.rules, county, calendar: await calendarOf(context), today }
  const kept = deed.before === undefined ? [] : await readLimits(context, sql`l.matter_id = ${deed.after.id}`)
  const plan = planLimits(deed, kept, {
    ...by,
    now,
    newId: () => newId(now),
  })
  await writeLimits(context, plan)
  return { due: nearestDue(plan.all, by) }
}
