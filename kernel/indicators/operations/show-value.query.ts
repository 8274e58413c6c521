import { isMissing } from '@qiangxian/engines/formula/outcome'
import Type from 'typebox'
import { defineQuery } from '../../operations/operation.ts'
import { isBroken } from '../compute.ts'
import type { Indicators } from '../define-indicator.ts'
import { driftOf } from '../drift.ts'
import { getIndicator, scopeOf, targetOf } from '../find-indicator.ts'
import { readFreezes } from '../freezes.ts'
import { frozenWorld } from '../frozen-world.ts'
import { indicatorErrors } from '../indicator-errors.ts'
import { IndicatorValue } from '../indicators.schemas.ts'
import { computedStandings, lightOf } from '../light-of.ts'
import { formulaWords, inputsOf, presentOutcome } from '../present.ts'
import { indicatorValues } from '../values.ts'
import { readWorkings } from '../workings.ts'
import { At, Code, Unit } from './inputs.ts'

export function showValue(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.value',
    label: { zh: '指标的值', en: 'The value of an indicator' },
    about: {
      zh: '按某一天的口径测算一个指标，给出公式、各部分的值、目标和灯色；缺数时说明缺什么。',
      en: 'Computes an indicator for a day: formula, parts with their values, target and light; or what is missing.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/indicators/:code/value' },
    cli: 'indicator value',
    input: Type.Object({ code: Code, at: At, unit: Unit }),
    output: IndicatorValue,
    run: async (context, { code, at = context.today, unit }) => {
      const indicator = getIndicator(indicators, context.county, code)
      const workings = await readWorkings(context, indicators)
      const scope = await scopeOf(context, indicator, unit)
      const values = (await indicatorValues(context, workings, [indicator.id], [at])).get(indicator.id)
      const computed = values?.on(at)
      if (computed === undefined) throw indicatorErrors.unknown({ code })
      if (isBroken(computed)) throw indicatorErrors.broken({ label: indicator.label, why: computed.broken.zh })
      const outcome = computed.outcome(scope?.id ?? null, at)
      const { value, missing } = presentOutcome(outcome)
      const target = scope === null ? targetOf(workings, context.county, indicator.id, code) : undefined
      const standings = await computedStandings(context, workings, target === undefined ? [] : [target])
      const light = lightOf(standings, target, indicator.unit, [{ on: at, outcome }])
      const freeze = (await readFreezes(context, [indicator.id], scope?.id ?? 'county')).find(({ on }) => on === at)
      const drift =
        freeze === undefined
          ? undefined
          : await driftOf(
              context,
              indicators.registers,
              { ...freeze, formula: freeze.resolved.formula },
              frozenWorld(workings, freeze.resolved),
              1,
            )
      return {
        code,
        indicator: indicator.id,
        label: indicator.label,
        value,
        ...(missing === null ? {} : { missing }),
        unit: indicator.unit,
        scope,
        state: isMissing(outcome)
          ? ('missing' as const)
          : freeze === undefined
            ? ('computed' as const)
            : ('frozen' as const),
        target: target?.value ?? null,
        comparator: target?.comparator ?? null,
        met: light === null || isMissing(outcome) ? null : light.met,
        light: light?.light ?? null,
        ...formulaWords(computed.formula, computed.world),
        inputs: inputsOf(computed, scope?.id ?? null, at),
        version: workings.definitions.inForce('indicator', indicator.id, at)?.version ?? 1,
        asOf: at,
        computedAt: context.now.toISOString(),
        frozen:
          freeze === undefined
            ? null
            : {
                value: freeze.value,
                at: freeze.knownAt.toISOString(),
                byLabel: freeze.byLabel,
                changedRecords: drift?.changed ?? 0,
              },
      }
    },
  })
}
