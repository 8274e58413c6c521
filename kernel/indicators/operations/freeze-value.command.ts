import { isMissing } from '@qiangxian/engines/formula/outcome'
import { parsePeriod } from '@qiangxian/engines/indicator/period'
import Type from 'typebox'
import { newId } from '../../ids/new-id.ts'
import type { CommandContext } from '../../operations/context.ts'
import { defineCommand } from '../../operations/operation.ts'
import { Nullable } from '../../plan/programme.schemas.ts'
import { markObservation, recordObservation } from '../../progress/observations.ts'
import { Period } from '../../progress/progress.schemas.ts'
import { type Computed, isBroken } from '../compute.ts'
import type { Indicators } from '../define-indicator.ts'
import { driftOf } from '../drift.ts'
import { getIndicator, isInUnit, scopeOf, targetOf } from '../find-indicator.ts'
import { readFreezes } from '../freezes.ts'
import { frozenWorld, resolvedOf } from '../frozen-world.ts'
import type { IndicatorDeclaration } from '../indicator.types.ts'
import { indicatorErrors } from '../indicator-errors.ts'
import { inputsOf, presentOutcome } from '../present.ts'
import { indicatorValues } from '../values.ts'
import { readWorkings, type Workings } from '../workings.ts'
import { Code, Unit } from './inputs.ts'

export function freezeValue(indicators: Indicators) {
  return defineCommand({
    id: 'indicator.freeze',
    label: { zh: '核定测算值', en: 'Approve a computed value' },
    about: {
      zh: '把一个期末的测算值核定下来：记下当时的公式、各部分和所依据的记录；此后记录有更正，会显示“核定后有变动”，不会悄悄改数。全县（市）的核定值同时成为目标的数值，向公众公布。',
      en: 'Approves a value at the end of a period with formula and records as known then; later corrections show as drift. A county value becomes the value of its target.',
    },
    permission: 'indicator.freeze',
    route: { method: 'POST', path: '/indicators/:code/freezes' },
    cli: 'indicator freeze',
    input: Type.Object({
      code: Code,
      period: Period,
      unit: Unit,
      reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })),
    }),
    output: Type.Object({
      id: Type.String(),
      on: Type.String(),
      value: Nullable(Type.Number()),
      observationId: Nullable(Type.String()),
    }),
    run: async (context, { code, period, unit, reason }) => {
      const indicator = getIndicator(indicators, context.county, code)
      const { id, label } = indicator
      const end = parsePeriod(period)?.end ?? period
      if (end > context.today) throw indicatorErrors.periodNotOver({ period, end })
      const workings = await readWorkings(context, indicators)
      const scope = await scopeOf(context, indicator, unit)
      const scopeKey = scope?.id ?? 'county'
      const computed = (await indicatorValues(context, workings, [id], [end])).get(id)?.on(end)
      if (computed === undefined) throw indicatorErrors.unknown({ code })
      if (isBroken(computed)) throw indicatorErrors.broken({ label, why: computed.broken.zh })
      const before = (await readFreezes(context, [id], scopeKey)).find(({ on }) => on === end)
      const { value } = presentOutcome(computed.outcome(scope?.id ?? null, end))
      if (before !== undefined) {
        const drift = await driftOf(
          context,
          indicators.registers,
          { ...before, formula: before.resolved.formula },
          frozenWorld(workings, before.resolved),
          1,
        )
        if (before.value === value && drift.changed === 0) throw indicatorErrors.alreadyFrozen({ label, period })
        if (reason === undefined) throw indicatorErrors.reasonNeeded({ label, period })
      }
      const observationId =
        scope === null ? await observe(context, workings, indicator, computed, { code, period, end, reason }) : null
      const freeze = {
        id: newId(context.now),
        indicator: id,
        scope_key: scopeKey,
        period,
        on_date: end,
        state: value === null ? ('missing' as const) : ('value' as const),
        value,
        definition_version: workings.definitions.inForce('indicator', id, end)?.version ?? 1,
        observation_id: observationId,
        reason: reason ?? null,
      }
      await context.tx
        .insertInto('value_freeze')
        .values({
          jurisdiction: context.jurisdiction,
          ...freeze,
          inputs: JSON.stringify(inputsOf(computed, scope?.id ?? null, end)),
          resolved: JSON.stringify(resolvedOf(computed.formula, computed.world, workings.programme)),
          known_at: context.now,
          by_account: context.actor.accountId ?? null,
          by_label: context.actor.label,
          demonstration: context.county.demonstration,
        })
        .execute()
      await context.record({
        subject: { kind: 'indicator', id },
        before: before === undefined ? null : { period, scope: scopeKey, value: before.value },
        after: { period, scope: scopeKey, value, version: freeze.definition_version, observation: observationId },
        reason: reason ?? null,
      })
      return { id: freeze.id, on: end, value, observationId }
    },
  })
}

/** What is approved counts for the target: an observation of its own, approved by whoever freezes it. */
async function observe(
  context: CommandContext,
  workings: Workings,
  indicator: IndicatorDeclaration,
  computed: Computed,
  {
    code,
    period,
    end,
    reason,
  }: { readonly code: string; readonly period: string; readonly end: string; readonly reason: string | undefined },
): Promise<string | null> {
  const target = targetOf(workings, context.county, indicator.id, code)
  const { plan } = workings
  if (target === undefined || plan === undefined || !isInUnit(target, indicator.unit)) return null
  const office = plan.organisations.find(({ kind }) => kind === 'office') ?? plan.organisations[0]
  const partyId = target.ownerIds[0] ?? office?.id
  if (partyId === undefined) return null
  const outcome = computed.outcome(null, end)
  const id = await recordObservation(context, {
    target,
    planVersion: plan.plan.head.version,
    scope: 'county',
    partyId,
    period,
    periodEnd: end,
    state: isMissing(outcome) ? 'missing' : 'value',
    value: isMissing(outcome) ? null : outcome.value,
    numerator: null,
    denominator: null,
    reason: isMissing(outcome) ? outcome.missing.zh : null,
    cutoffOn: end,
    source: '由名录测算，经核定',
    reportId: null,
    demonstration: context.county.demonstration,
  })
  await markObservation(context, id, 'approved', reason ?? '核定测算值')
  return id
}
