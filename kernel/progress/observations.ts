import { sql } from 'kysely'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import type { PlanTarget } from '../plan/plan-snapshot.ts'
import { noteLights } from './note-lights.ts'
import { inBase } from './printed-unit.ts'
import type { ValueState } from './progress.schemas.ts'

/** A value that somebody reports, in the unit that the plan prints. */
export interface NewObservation {
  readonly target: PlanTarget
  readonly planVersion: number
  readonly scope: 'county' | 'unit'
  /** who reports it */
  readonly partyId: string
  /** 2026-10, 2026-Q3, 2026 */
  readonly period: string
  readonly periodEnd: string
  readonly state: ValueState
  /** printed unit; null unless the state is `value` */
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** why there is no value; required for every other state */
  readonly reason: string | null
  readonly cutoffOn: string | null
  /** where it comes from, in words: 部门报送 */
  readonly source: string
  readonly reportId: string | null
  /** what is said about a duty of the demonstration belongs to the demonstration, and goes with it */
  readonly demonstration?: boolean
  readonly corrects?: { readonly id: string; readonly reason: string } | undefined
}

/**
 * Writes a value that was reported, and makes it the one that counts until it is approved or returned. What was
 * approved of the same period before stays what the public reads. Notes the light when it changed.
 *
 * @returns the id of the observation
 */
export async function recordObservation(context: CommandContext, given: NewObservation): Promise<string> {
  const { tx, jurisdiction, now, actor } = context
  const id = newId(now)
  const isValue = given.state === 'value'
  if (isValue !== (given.value !== null)) throw new Error(`${given.state} with the value ${given.value}`)
  const figures = {
    value_state: given.state,
    value: given.value === null ? null : inBase(given.target, given.value),
    // What is not public must not come back through its two numbers.
    numerator: isValue ? given.numerator : null,
    denominator: isValue ? given.denominator : null,
    reason: given.reason,
    cutoff_on: given.cutoffOn,
  }
  const scopeKey = given.scope === 'county' ? 'county' : given.partyId
  const at = { item_id: given.target.itemId, scope_key: scopeKey, period: given.period, period_end: given.periodEnd }
  const demonstration = given.demonstration ?? false
  await tx
    .insertInto('observation')
    .values({
      jurisdiction,
      id,
      ...at,
      ...figures,
      party_id: given.partyId,
      source: given.source,
      report_id: given.reportId,
      corrects: given.corrects?.id ?? null,
      correction_reason: given.corrects?.reason ?? null,
      plan_version: given.planVersion,
      at: now,
      by_account: actor.accountId ?? null,
      by_label: actor.label,
      demonstration,
    })
    .execute()
  await tx
    .insertInto('indicator_value')
    .values({ jurisdiction, ...at, ...figures, observation_id: id, status: 'reported', status_at: now, demonstration })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction', 'item_id', 'scope_key', 'period']).doUpdateSet((eb) => ({
        period_end: eb.ref('excluded.period_end'),
        observation_id: eb.ref('excluded.observation_id'),
        value_state: eb.ref('excluded.value_state'),
        value: eb.ref('excluded.value'),
        numerator: eb.ref('excluded.numerator'),
        denominator: eb.ref('excluded.denominator'),
        reason: eb.ref('excluded.reason'),
        cutoff_on: eb.ref('excluded.cutoff_on'),
        status: eb.ref('excluded.status'),
        status_at: eb.ref('excluded.status_at'),
        demonstration: eb.ref('excluded.demonstration'),
      })),
    )
    .execute()
  if (given.scope === 'county') await noteLights(context, { targets: [given.target.itemId] })
  return id
}

export type ObservationMark = 'checked' | 'approved' | 'returned' | 'withdrawn'

/**
 * Writes that a value was checked, approved, returned or withdrawn, and lets the row of the period follow. A withdrawn
 * value gives its place back to the one before it, if there was one. Notes the light when it changed.
 */
export async function markObservation(
  context: CommandContext,
  observationId: string,
  mark: ObservationMark,
  reason: string | null,
): Promise<void> {
  const { tx, jurisdiction, now, actor } = context
  const observation = await tx
    .selectFrom('observation')
    .select(['item_id', 'scope_key', 'period', 'demonstration'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', observationId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('observation_mark')
    .values({
      jurisdiction,
      observation_id: observationId,
      mark,
      at: now,
      by_account: actor.accountId ?? null,
      by_label: actor.label,
      reason,
      demonstration: observation.demonstration,
    })
    .execute()
  if (mark === 'withdrawn') await giveBack(context, observation, observationId)
  else await follow(context, observationId, mark)
  if (observation.scope_key === 'county') await noteLights(context, { targets: [observation.item_id] })
}

async function follow(
  { tx, jurisdiction, now }: CommandContext,
  observationId: string,
  mark: 'checked' | 'approved' | 'returned',
): Promise<void> {
  await tx
    .updateTable('indicator_value')
    .set((eb) => ({
      status: mark,
      status_at: now,
      ...(mark === 'approved' && {
        approved_observation_id: eb.ref('observation_id'),
        approved_state: eb.ref('value_state'),
        approved_value: eb.ref('value'),
        approved_numerator: eb.ref('numerator'),
        approved_denominator: eb.ref('denominator'),
        approved_reason: eb.ref('reason'),
        approved_cutoff_on: eb.ref('cutoff_on'),
      }),
    }))
    .where('jurisdiction', '=', jurisdiction)
    .where('observation_id', '=', observationId)
    .execute()
}

async function giveBack(
  { tx, jurisdiction, now }: CommandContext,
  { item_id, scope_key, period }: { item_id: string; scope_key: string; period: string },
  withdrawn: string,
): Promise<void> {
  const { rows } = await sql<{ id: string; status: string }>`
    select o.id, coalesce((select m.mark from observation_mark m where m.jurisdiction = ${jurisdiction}
        and m.observation_id = o.id
        order by array_position(array['approved', 'returned', 'checked'], m.mark) limit 1), 'reported') as status
    from observation o
    where o.jurisdiction = ${jurisdiction} and o.item_id = ${item_id} and o.scope_key = ${scope_key}
      and o.period = ${period} and not exists (select from observation_mark m where m.jurisdiction = ${jurisdiction}
        and m.observation_id = o.id and m.mark = 'withdrawn')
    order by o.at desc, o.id desc limit 1`.execute(tx)
  const before = rows[0]
  if (before === undefined) {
    await tx
      .deleteFrom('indicator_value')
      .where('jurisdiction', '=', jurisdiction)
      .where('observation_id', '=', withdrawn)
      .execute()
    return
  }
  await sql`
    update indicator_value v set observation_id = o.id, value_state = o.value_state, value = o.value,
      numerator = o.numerator, denominator = o.denominator, reason = o.reason, cutoff_on = o.cutoff_on,
      status = ${before.status}, status_at = ${now}
    from observation o
    where v.jurisdiction = ${jurisdiction} and v.observation_id = ${withdrawn}
      and o.jurisdiction = ${jurisdiction} and o.jurisdiction = v.jurisdiction and o.id = ${before.id}`.execute(tx)
}
