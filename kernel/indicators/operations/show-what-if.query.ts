import Type from 'typebox'
import { defineQuery } from '../../operations/operation.ts'
import type { Indicators } from '../define-indicator.ts'
import { againstTarget, readExpected } from '../expected-records.ts'
import { getIndicator, scopeOf } from '../find-indicator.ts'
import { WhatIf } from '../indicators.schemas.ts'
import { readWorkings } from '../workings.ts'
import { At, Code, Unit } from './inputs.ts'

export function showWhatIf(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.whatIf',
    label: { zh: '如果预计的都实现', en: 'If all comes true that is expected' },
    about: {
      zh: '把标了预计日期的记录算进去，看到某一天指标会是多少、离目标还差多少。默认看到方案的最后一天。',
      en: 'The value with the records that are expected by a day, and what is still needed; by default the last day.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/indicators/:code/what-if' },
    cli: 'indicator what-if',
    input: Type.Object({ code: Code, on: At, at: At, unit: Unit }),
    output: WhatIf,
    run: async (context, { code, on, at, unit }) => {
      const indicator = getIndicator(indicators, context.county, code)
      const workings = await readWorkings(context, indicators)
      const scope = await scopeOf(context, indicator, unit)
      const day = on ?? at ?? workings.programme?.end ?? context.today
      const expected = await readExpected(context, workings, indicator, scope?.id ?? null, day)
      const held =
        scope === null
          ? againstTarget(context, workings, indicator, code, expected)
          : { target: null, meets: null, stillNeeded: null }
      return {
        indicator: indicator.id,
        on: day,
        value: expected.without,
        withExpected: expected.value,
        ...held,
        records: expected.records,
      }
    },
  })
}
