import { sql } from 'kysely'
import type { CommandContext } from '../../operations/context.ts'
import { calendarOf } from '../../rules/calendar-of.ts'
import type { Rules } from '../../rules/define-rule.ts'
import type { Recount } from '../../rules/recount.types.ts'
import { type LimitRecord, readLimits, writeLimits } from './limit-record.ts'
import { nearestDue } from './nearest-due.ts'
import { recounted } from './recount.ts'
import { tellLimits } from './tell-limits.ts'

/** limits that are read and written in one go */
const atATime = 5_000

/** Limits of matters in hand; who handles one is told, and who applied where the time is theirs. */
export function recountMatterLimits(rules: Pick<Rules, 'find'>): Recount {
  return {
    id: 'matterLimit',
    label: '办件期限',
    run: async (context, { from }) => {
      const { changed, days } = await recountLimits(context, rules, from)
      return { changed, moved: await tellLimits(context, days) }
    },
  }
}

/** A limit whose last day moved. */
export interface MovedLimit {
  readonly matterId: string
  readonly label: string
  readonly whose: LimitRecord['whose']
  readonly before: string
  readonly after: string
}

/**
 * Counts open limits anew whose last day may lie on or after a day: a calendar was loaded, or amended. Where the nearest
 * last day of a matter changes, its row says so.
 *
 * @returns how many last days changed, or are not provisional any more, and which moved
 */
export async function recountLimits(
  context: CommandContext,
  rules: Pick<Rules, 'find'>,
  from: string,
): Promise<{ readonly changed: number; readonly days: readonly MovedLimit[] }> {
  const { county, today } = context
  const by = { rules, county, today, calendar: await calendarOf(context) }
  let changed = 0
  const days: MovedLimit[] = []
  for (let after = ''; ; ) {
    const limits = await readPart(context, from, after)
    const last = limits.at(-1)
    if (last === undefined) return { changed, days }
    const anew = limits.map((limit) => recounted(limit, by)).filter((limit, at) => isOther(limit, limits[at]))
    await writeLimits(context, { added: [], changed: anew })
    await updateMatters(context, [...new Set(anew.map(({ matterId }) => matterId))], by)
    changed += anew.length
    const before = new Map(limits.map(({ id, dueOn }) => [id, dueOn]))
    for (const { id, matterId, label, whose, dueOn } of anew) {
      const was = before.get(id) ?? dueOn
      if (was !== dueOn) days.push({ matterId, label, whose, before: was, after: dueOn })
    }
    after = last.id
  }
}

async function readPart(context: CommandContext, from: string, after: string): Promise<readonly LimitRecord[]> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<{ id: string; matterId: string }>`
    select id, matter_id as "matterId" from matter_limit
    where jurisdiction = ${jurisdiction} and status in ('running', 'stopped') and id > ${after}
      and (due_on >= ${from}::date or raw_due >= ${from}::date or is_provisional)
    order by id limit ${atATime}`.execute(tx)
  if (rows.length === 0) return []
  // Whoever acts on a matter locks it before its limits; in the same order nobody waits for the other for ever.
  const matterIds = [...new Set(rows.map(({ matterId }) => matterId))]
  await sql`select from matter where jurisdiction = ${jurisdiction} and id = any(${matterIds}::text[])
    order by id for update`.execute(tx)
  const limits = await readLimits(context, sql`l.id = any(${rows.map(({ id }) => id)}::text[])`)
  return [...limits].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function isOther(limit: LimitRecord, before: LimitRecord | undefined): boolean {
  return (
    before === undefined ||
    limit.dueOn !== before.dueOn ||
    limit.rawDue !== before.rawDue ||
    limit.isProvisional !== before.isProvisional ||
    limit.nextStepOn !== before.nextStepOn
  )
}

async function updateMatters(
  context: CommandContext,
  matterIds: readonly string[],
  by: Parameters<typeof nearestDue>[1],
): Promise<void> {
  if (matterIds.length === 0) return
  const { tx, jurisdiction } = context
  const limits = await readLimits(
    context,
    sql`l.matter_id = any(${[...matterIds]}::text[]) and l.status in ('running', 'stopped')`,
  )
  const byMatter = new Map<string, LimitRecord[]>()
  for (const limit of limits) byMatter.set(limit.matterId, [...(byMatter.get(limit.matterId) ?? []), limit])
  const dues = matterIds.map((id) => ({ id, ...nearestDue(byMatter.get(id) ?? [], by) }))
  await sql`
    update matter m set due_on = given."dueOn", due_limit = given."dueLimit", warn_on = given."warnOn",
      is_provisional = given."isProvisional"
    from jsonb_to_recordset(${JSON.stringify(dues)}::jsonb)
      as given (id text, "dueOn" date, "dueLimit" text, "warnOn" date, "isProvisional" boolean)
    where m.jurisdiction = ${jurisdiction} and m.id = given.id and m.status <> 'ended'`.execute(tx)
}
