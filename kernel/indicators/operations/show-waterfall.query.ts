import Type from 'typebox'
import { defineQuery } from '../../operations/operation.ts'
import { computeFormulas, isBroken } from '../compute.ts'
import type { Indicators } from '../define-indicator.ts'
import { getIndicator, scopeOf } from '../find-indicator.ts'
import { indicatorErrors } from '../indicator-errors.ts'
import { Waterfall } from '../indicators.schemas.ts'
import { presentOutcome } from '../present.ts'
import { indicatorValues } from '../values.ts'
import { waterfallSteps } from '../waterfall.ts'
import { formulaOf, readWorkings } from '../workings.ts'
import { Code, Day, Unit } from './inputs.ts'

export function showWaterfall(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.waterfall',
    label: { zh: '指标变化的来由', en: 'How an indicator changed' },
    about: {
      zh: '从一天到另一天，指标的值是怎样变过来的：新计入、不再计入、分母变化、口径调整，各步相加正好等于差额。',
      en: 'How a value came from one day to another: joined, left, denominator, definition; the steps add up exactly.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/indicators/:code/waterfall' },
    cli: 'indicator waterfall',
    input: Type.Object({ code: Code, from: Day, to: Day, unit: Unit }),
    output: Waterfall,
    run: async (context, { code, from, to, unit }) => {
      if (from >= to) throw indicatorErrors.badDay({ from, to })
      const indicator = getIndicator(indicators, context.county, code)
      const { id, label } = indicator
      const workings = await readWorkings(context, indicators)
      const unitId = (await scopeOf(context, indicator, unit))?.id ?? null
      const start = (await indicatorValues(context, workings, [id], [from])).get(id)?.outcome(unitId, from)
      const world = workings.worldOn(to)
      const formulas = new Map([[id, formulaOf(world, id)]])
      const computed = (await computeFormulas(context, indicators.registers, world, formulas, [from, to])).get(id)
      if (start === undefined || computed === undefined) throw indicatorErrors.unknown({ code })
      if (isBroken(computed)) throw indicatorErrors.broken({ label, why: computed.broken.zh })
      return {
        indicator: id,
        from,
        to,
        unit: indicator.unit,
        start: presentOutcome(start).value,
        end: presentOutcome(computed.outcome(unitId, to)).value,
        steps: [...waterfallSteps(computed, start, unitId, from, to)],
      }
    },
  })
}
