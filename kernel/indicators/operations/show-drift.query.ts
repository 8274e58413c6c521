import { parsePeriod } from '@qiangxian/engines/indicator/period'
import Type from 'typebox'
import { defineQuery } from '../../operations/operation.ts'
import { Period } from '../../progress/progress.schemas.ts'
import { computeFormulas, isBroken } from '../compute.ts'
import type { Indicators } from '../define-indicator.ts'
import { driftOf } from '../drift.ts'
import { getIndicator, scopeOf } from '../find-indicator.ts'
import { readFreezes } from '../freezes.ts'
import { frozenWorld } from '../frozen-world.ts'
import { indicatorErrors } from '../indicator-errors.ts'
import { Drift } from '../indicators.schemas.ts'
import { presentOutcome } from '../present.ts'
import { readWorkings } from '../workings.ts'
import { Code, Unit } from './inputs.ts'

/** as many of the changed records are named */
const mostNamed = 200

export function showDrift(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.drift',
    label: { zh: '核定后的变化', en: 'What changed since approval' },
    about: {
      zh: '核定之后，哪些记录有了增减或更正，按原口径重算现在是多少。',
      en: 'Which records came, went or were corrected since a value was approved, and the same formula now.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/indicators/:code/drift' },
    cli: 'indicator drift',
    input: Type.Object({ code: Code, period: Period, unit: Unit }),
    output: Drift,
    run: async (context, { code, period, unit }) => {
      const indicator = getIndicator(indicators, context.county, code)
      const { id, label } = indicator
      const workings = await readWorkings(context, indicators)
      const scope = await scopeOf(context, indicator, unit)
      const end = parsePeriod(period)?.end
      const freeze = (await readFreezes(context, [id], scope?.id ?? 'county')).find(({ on }) => on === end)
      if (freeze === undefined) throw indicatorErrors.notFrozen({ label, period })
      const { formula } = freeze.resolved
      const world = frozenWorld(workings, freeze.resolved)
      const computed = (
        await computeFormulas(context, indicators.registers, world, new Map([['frozen', formula]]), [freeze.on])
      ).get('frozen')
      const drift = await driftOf(context, indicators.registers, { ...freeze, formula }, world, mostNamed)
      return {
        indicator: id,
        scope,
        period,
        on: freeze.on,
        frozen: freeze.value,
        now:
          computed === undefined || isBroken(computed)
            ? null
            : presentOutcome(computed.outcome(scope?.id ?? null, freeze.on)).value,
        frozenAt: freeze.knownAt.toISOString(),
        byLabel: freeze.byLabel,
        changedRecords: drift.changed,
        records: [...drift.records],
      }
    },
  })
}
