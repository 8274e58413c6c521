import Type from 'typebox'
import { defineQuery } from '../../operations/operation.ts'
import type { Indicators } from '../define-indicator.ts'
import { indicatorRow, readRowFacts } from '../indicator-rows.ts'
import { IndicatorRow } from '../indicators.schemas.ts'
import { readWorkings } from '../workings.ts'

export function listIndicators(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.list',
    label: { zh: '测算指标', en: 'Computed indicators' },
    about: {
      zh: '列出由名录测算的全部指标：今天的值、目标、灯色、近三年走势和官方公布值。',
      en: 'All indicators computed from the registers: value of today, target, light, trend, official value.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/indicators' },
    cli: 'indicator list',
    input: Type.Object({}),
    output: Type.Object({ indicators: Type.Array(IndicatorRow) }),
    run: async (context) => {
      const workings = await readWorkings(context, indicators)
      const facts = await readRowFacts(context, workings, indicators.all)
      return { indicators: indicators.all.map((indicator) => indicatorRow(context, indicator, facts)) }
    },
  })
}
