import { sql } from 'kysely'
import Type from 'typebox'
import type { Matters } from '../matters/matters.ts'
import { emptyFigures, figuresBy, sumOf } from '../matters/reading/matter-figures.ts'
import { KeptPromises } from '../matters/reading/reading.schemas.ts'
import { periodOf } from '../matters/reading/statistics-period.ts'
import { defineQuery, type Operation } from '../operations/operation.ts'
import { IsoDate } from '../plan/programme.schemas.ts'
import { offeredServices, serviceRow } from './catalogue.ts'

/** 说到有没有做到: what is promised to everybody, and what was done; counts of cases, and nothing about any of them. */
export function keptPromisesOperations(matters: Matters): readonly Operation[] {
  return [
    defineQuery({
      id: 'service.keptPromises',
      label: { zh: '说到有没有做到', en: 'Promises and what was done' },
      about: {
        zh: '每项服务承诺几天、收了几件、办结几件、按时几件、轮到单位办平均几个工作日；没有计时的不算平均数。',
        en: 'Of each service the promise, how many came, ended and were in time, and the mean of the unit’s own working days.',
      },
      permission: 'service.read',
      route: { method: 'GET', path: '/kept-promises' },
      cli: 'service kept-promises',
      input: Type.Object({ from: Type.Optional(IsoDate), to: Type.Optional(IsoDate) }),
      output: KeptPromises,
      run: async (context, days) => {
        const period = periodOf(days, context.today)
        const offered = await offeredServices(context, matters)
        const types = offered.map(({ version }) => version.type)
        const figures = await figuresBy(
          context,
          matters,
          sql<boolean>`m.matter_type = any(${types}::text[])`,
          'type',
          period,
        )
        return {
          ...period,
          services: offered.map((each) => {
            const { id, label, unit, promised } = serviceRow(context, matters, each)
            return {
              ...{ type: id, label, unit: unit.name, promise: promised },
              ...(figures.get(id) ?? emptyFigures()),
            }
          }),
          total: sumOf([...figures.values()]),
        }
      },
    }),
  ]
}
