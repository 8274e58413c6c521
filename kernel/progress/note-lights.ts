import { milestoneInWords, milestoneLight } from '@qiangxian/engines/indicator/milestone-light'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { newId } from '../ids/new-id.ts'
import type { CommandContext, QueryContext } from '../operations/context.ts'
import type { PlanMilestone } from '../plan/plan-snapshot.ts'
import { readPlanIfAny } from '../plan/read-plan.ts'
import { listMilestoneStandings, type MilestoneStandingRow } from './milestone-progress.ts'
import { standingsOfTargets } from './programme-progress.ts'
import type { Light, Sentence } from './progress.schemas.ts'
import { progressSettings } from './settings.ts'
import { targetLightOf } from './target-progress.ts'

/** What a light rests on: the office sees what was reported, the public what was approved. */
export type LightBasis = 'reported' | 'approved'

export interface LightChange {
  readonly itemKind: 'target' | 'milestone'
  readonly itemId: string
  readonly basis: LightBasis
  readonly from: Light | null
  readonly to: Light
  readonly why: Static<typeof Sentence>
}

/**
 * Writes down every light that is not what it was when it was last written down, for the items named or for all; never
 * twice for the same state. What was never written down begins with its first light that says something.
 *
 * When two commands note the next change of one item at once, the second is tried again and finds what the first wrote.
 * The journal is the caller's: the command that reports, approves or lets the clock go on.
 */
export async function noteLights(
  context: CommandContext,
  items: { readonly targets?: readonly string[]; readonly milestones?: readonly string[] } | 'all' = 'all',
): Promise<readonly LightChange[]> {
  const lit = await lightsNow(context, items)
  if (lit.length === 0) return []
  const last = await lastLights(context, [...new Set(lit.map(({ itemId }) => itemId))])
  const changes = lit.flatMap(({ itemKind, itemId, basis, light, why }) => {
    const before = last.get(`${itemKind} ${itemId} ${basis}`)
    if (before === undefined ? beginsWith[itemKind].includes(light) : before.light === light) return []
    const ordinal = (before?.ordinal ?? 0) + 1
    return [{ itemKind, itemId, basis, from: before?.light ?? null, to: light, why, ordinal }]
  })
  if (changes.length === 0) return []
  const { tx, jurisdiction, today, now, county } = context
  await tx
    .insertInto('light_change')
    .values(
      changes.map(({ itemKind, itemId, basis, from, to, why, ordinal }) => ({
        jurisdiction,
        id: newId(now),
        item_kind: itemKind,
        item_id: itemId,
        basis,
        ordinal,
        on_date: today,
        from_light: from,
        to_light: to,
        why_zh: why.zh,
        why_en: why.en,
        at: now,
        // While invented values are there, no light rests on real ones alone.
        demonstration: county.demonstration,
      })),
    )
    .execute()
  return changes.map(({ ordinal: _, ...change }) => change)
}

/** What an item is before anything happened: no change that anybody would want to read of. */
const beginsWith: Readonly<Record<LightChange['itemKind'], readonly Light[]>> = {
  target: ['grey'],
  milestone: ['green', 'grey'],
}

interface Lit {
  readonly itemKind: 'target' | 'milestone'
  readonly itemId: string
  readonly basis: LightBasis
  readonly light: Light
  readonly why: Static<typeof Sentence>
}

const bases: readonly LightBasis[] = ['reported', 'approved']

async function lightsNow(
  context: QueryContext,
  items: { readonly targets?: readonly string[]; readonly milestones?: readonly string[] } | 'all',
): Promise<readonly Lit[]> {
  const reading = await readPlanIfAny(context)
  if (reading === undefined) return []
  const { plan } = reading
  const targets = plan.targets.filter(({ itemId }) => items === 'all' || items.targets?.includes(itemId))
  const milestones = plan.milestones.filter(({ itemId }) => items === 'all' || items.milestones?.includes(itemId))
  const lit: Lit[] = []
  // The light rests on the last value alone; an earlier one counts only where that was returned.
  for (const { standing } of await standingsOfTargets(context, plan, targets, { most: 4 })) {
    for (const basis of bases) {
      const { light, why } = targetLightOf(standing(basis === 'approved'))
      lit.push({ itemKind: 'target', itemId: standing(false).target.itemId, basis, light, why })
    }
  }
  if (milestones.length === 0) return lit
  const standings = await listMilestoneStandings(context)
  for (const milestone of milestones) {
    for (const basis of bases) lit.push({ ...milestoneLit(context, milestone, standings, basis), basis })
  }
  return lit
}

function milestoneLit(
  { today, county }: QueryContext,
  milestone: PlanMilestone,
  standings: ReadonlyMap<string, MilestoneStandingRow>,
  basis: LightBasis,
): Omit<Lit, 'basis'> {
  const found = standings.get(milestone.itemId)
  const counts = found !== undefined && (basis === 'reported' || found.status === 'approved')
  const { light, reason } = milestoneLight({
    level: milestone.level,
    dueOn: milestone.dueOn,
    doneOn: counts ? found.doneOn : null,
    progressOn: counts ? found.progressOn : null,
    today,
    warningDays: progressSettings(county).milestoneWarningDays,
  })
  const why = { zh: milestoneInWords(reason, 'zh'), en: milestoneInWords(reason, 'en') }
  return { itemKind: 'milestone', itemId: milestone.itemId, light, why }
}

async function lastLights(
  { tx, jurisdiction }: QueryContext,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly light: Light; readonly ordinal: number }>> {
  const { rows } = await sql<{ kind: string; id: string; basis: string; light: Light; ordinal: number }>`
    select distinct on (item_kind, item_id, basis)
      item_kind as kind, item_id as id, basis, to_light as light, ordinal
    from light_change where jurisdiction = ${jurisdiction} and item_id = any(${[...itemIds]}::text[])
    order by item_kind, item_id, basis, ordinal desc`.execute(tx)
  return new Map(rows.map(({ kind, id, basis, light, ordinal }) => [`${kind} ${id} ${basis}`, { light, ordinal }]))
}
