import { isMissing } from '@qiangxian/engines/formula/outcome'
import { sql } from 'kysely'
import Type from 'typebox'
import type { CommandContext } from '../../operations/context.ts'
import { defineCommand } from '../../operations/operation.ts'
import { announceChanges } from '../announce-changes.ts'
import { isBroken } from '../compute.ts'
import { seriesDays } from '../days-shown.ts'
import type { Indicators } from '../define-indicator.ts'
import { placesOf, targetOf } from '../find-indicator.ts'
import { readFreshness, reasonText } from '../kept-values.ts'
import { computedStandings, lightOf } from '../light-of.ts'
import { inputsOf } from '../present.ts'
import { type IndicatorValues, indicatorValues } from '../values.ts'
import { readWorkings, type Workings } from '../workings.ts'

/**
 * 更新测算值: computes again what rests on registers or definitions that changed, and what a new day changes; the rest is
 * left alone, and so is every value that comes out the same. What is kept here can be computed from the records at any
 * time, so no journal entry is due.
 */
export function refreshValues(indicators: Indicators) {
  return defineCommand({
    id: 'indicator.refreshValues',
    label: { zh: '更新测算值', en: 'Compute what is stale' },
    about: {
      zh: '重新测算名录有变动、口径有变动或日期已更新的指标。系统任务自动办理。',
      en: 'Computes indicators again whose registers or definitions changed, or whose day is over. Run by a job.',
    },
    permission: 'clock.run',
    route: { method: 'POST', path: '/indicator-refreshes' },
    input: Type.Object({ only: Type.Optional(Type.Array(Type.String({ maxLength: 128 }))) }),
    output: Type.Object({
      computed: Type.Array(Type.String()),
      written: Type.Integer(),
      broken: Type.Array(Type.String()),
    }),
    run: async (context, { only }) => {
      const workings = await readWorkings(context, indicators)
      const fresh = await readFreshness(context, workings)
      const stale = indicators.all
        .map(({ id }) => id)
        .filter((id) => (only === undefined || only.includes(id)) && !fresh.isFresh(id))
      context.unchanged()
      if (stale.length === 0) return { computed: [], written: 0, broken: [] }
      const days = seriesDays(workings.programme, context.today)
      const values = await indicatorValues(context, workings, stale, days)
      const places = (await placesOf(context)).map(({ id }) => id)
      let written = 0
      const broken: string[] = []
      const lights = await lightsNow(context, workings, stale, values, days)
      for (const id of stale) {
        const found = values.get(id)
        const today = found?.on(context.today)
        if (found === undefined || today === undefined) continue
        const trouble = isBroken(today) ? today.broken.zh : null
        if (trouble !== null) broken.push(id)
        const byUnit = indicators.find(id)?.byUnit === true
        const scopes = [null, ...(byUnit ? [...new Set([...places, ...found.units])] : [])]
        if (trouble === null) written += await keep(context, workings, found, scopes, days)
        const from = { ...fresh.wanted.get(id), '#light': lights.get(id)?.light ?? '' }
        await context.tx
          .insertInto('computed_state')
          .values({
            jurisdiction: context.jurisdiction,
            indicator: id,
            definition_version: versionOf(workings, id, context.today),
            computed_from: JSON.stringify(from),
            through: context.today,
            computed_at: context.now,
            trouble,
          })
          .onConflict((conflict) =>
            conflict.columns(['jurisdiction', 'indicator']).doUpdateSet((eb) => ({
              definition_version: eb.ref('excluded.definition_version'),
              computed_from: eb.ref('excluded.computed_from'),
              through: eb.ref('excluded.through'),
              computed_at: eb.ref('excluded.computed_at'),
              trouble: eb.ref('excluded.trouble'),
            })),
          )
          .execute()
      }
      await announceChanges(context, workings, fresh, lights)
      return { computed: stale, written, broken }
    },
  })
}

/** The light of each by what was just computed. */
async function lightsNow(
  context: CommandContext,
  workings: Workings,
  ids: readonly string[],
  values: ReadonlyMap<string, IndicatorValues>,
  days: readonly string[],
) {
  const targets = new Map(
    ids.flatMap((id) => {
      const target = targetOf(workings, context.county, id)
      return target === undefined ? [] : [[id, target] as const]
    }),
  )
  const standings = await computedStandings(context, workings, [...targets.values()])
  return new Map(
    ids.flatMap((id) => {
      const indicator = workings.indicators.find(id)
      const dated = days.slice(-3).map((on) => ({
        on,
        outcome: values.get(id)?.outcome(null, on) ?? { missing: { zh: '缺数', en: 'missing' } },
      }))
      const light = lightOf(standings, targets.get(id), indicator?.unit ?? '', dated)
      return light === null ? [] : [[id, light] as const]
    }),
  )
}

function versionOf({ definitions }: Workings, id: string, day: string): number {
  return definitions.inForce('indicator', id, day)?.version ?? 1
}

/** Writes what came out otherwise than it stands, and takes away days that are no longer shown. */
async function keep(
  { tx, jurisdiction, now }: CommandContext,
  workings: Workings,
  values: IndicatorValues,
  scopes: readonly (string | null)[],
  days: readonly string[],
): Promise<number> {
  const rows = scopes.flatMap((unitId) =>
    days.map((on) => {
      const computed = values.on(on)
      const outcome = values.outcome(unitId, on)
      return {
        scope_key: unitId ?? 'county',
        on_date: on,
        value: isMissing(outcome) ? null : outcome.value,
        reason: isMissing(outcome) ? reasonText(outcome.missing) : null,
        // Of a unit the parts are computed when somebody looks.
        inputs: isBroken(computed) || unitId !== null ? [] : inputsOf(computed, unitId, on),
        version: versionOf(workings, values.id, on),
      }
    }),
  )
  const { rows: written } = await sql<{ on_date: string }>`
    insert into computed_value (jurisdiction, indicator, scope_key, on_date, state, value, reason, inputs,
      definition_version, computed_at)
    select ${jurisdiction}, ${values.id}, given.scope_key, given.on_date, case when given.value is null then 'missing' else 'value' end,
      given.value, given.reason, given.inputs, given.version, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (scope_key text, on_date date, value numeric, reason text, inputs jsonb, version integer)
    left join computed_value kept on kept.jurisdiction = ${jurisdiction} and kept.indicator = ${values.id}
      and kept.scope_key = given.scope_key and kept.on_date = given.on_date
    where kept.indicator is null or kept.value is distinct from given.value or kept.reason is distinct from given.reason
      or kept.inputs is distinct from given.inputs or kept.definition_version <> given.version
    on conflict (jurisdiction, indicator, scope_key, on_date) do update set state = excluded.state,
      value = excluded.value, reason = excluded.reason, inputs = excluded.inputs,
      definition_version = excluded.definition_version, computed_at = excluded.computed_at
    returning on_date`.execute(tx)
  await sql`
    delete from computed_value where jurisdiction = ${jurisdiction} and indicator = ${values.id}
      and (on_date <> all(${[...days]}::date[]) or scope_key <> all(${scopes.map((scope) => scope ?? 'county')}::text[]))`.execute(
    tx,
  )
  return written.length
}

/** Notes that an indicator could not be computed for a reason that lies in the program, and goes on with the others. */
export const noteTrouble = defineCommand({
  id: 'indicator.noteTrouble',
  label: { zh: '记下测算出错', en: 'Note that computing failed' },
  about: {
    zh: '一个指标自动测算出错时记下原因，不影响其他指标。系统任务自动办理。',
    en: 'Notes why an indicator could not be computed; others go on. Run by a job.',
  },
  permission: 'clock.run',
  route: { method: 'POST', path: '/indicator-troubles' },
  input: Type.Object({ indicator: Type.String({ maxLength: 128 }), trouble: Type.String({ maxLength: 2_000 }) }),
  output: Type.Object({}),
  run: async (context, { indicator, trouble }) => {
    const { tx, jurisdiction, now, today } = context
    await sql`
      insert into computed_state (jurisdiction, indicator, definition_version, computed_from, through, computed_at, trouble)
      values (${jurisdiction}, ${indicator}, 1, '{}', ${today}, ${now}, ${trouble})
      on conflict (jurisdiction, indicator) do update set trouble = excluded.trouble, computed_at = excluded.computed_at`.execute(
      tx,
    )
    context.unchanged()
    return {}
  },
})
