import { checkFormula } from '@qiangxian/engines/formula/check-formula'
import { isMissing } from '@qiangxian/engines/formula/outcome'
import { parametersIn } from '@qiangxian/engines/formula/parameters'
import { conditionInWords } from '@qiangxian/engines/formula/print-condition'
import type { World } from '@qiangxian/engines/formula/world.types'
import { sql } from 'kysely'
import Type, { type Static } from 'typebox'
import { actorMay } from '../../accounts/actor.ts'
import type { QueryContext } from '../../operations/context.ts'
import { defineQuery } from '../../operations/operation.ts'
import { findUnits } from '../../parties/unit-ref.ts'
import { isBroken } from '../compute.ts'
import { seriesDays } from '../days-shown.ts'
import { cautionsFor, type Indicators } from '../define-indicator.ts'
import { readExpected } from '../expected-records.ts'
import { getIndicator, isInUnit, placesOf, scopeOf, targetOf } from '../find-indicator.ts'
import { readFreezes } from '../freezes.ts'
import type { IndicatorDeclaration } from '../indicator.types.ts'
import { indicatorRow, readRowFacts } from '../indicator-rows.ts'
import { IndicatorDetail, SeriesPoint } from '../indicators.schemas.ts'
import { forecastOf } from '../light-of.ts'
import { namedConditionsOf } from '../named-conditions.ts'
import { formulaWords, inputsOf, presentOutcome } from '../present.ts'
import { seriesPoints } from '../series-points.ts'
import { indicatorValues } from '../values.ts'
import { presentVersions } from '../versions.ts'
import { formulaOf, parametersOf, readWorkings, type Workings } from '../workings.ts'
import { Code, Unit } from './inputs.ts'

export function showIndicator(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.show',
    label: { zh: '指标的公式、口径和走势', en: 'An indicator with formula, definition and series' },
    about: {
      zh: '一个指标的全部：公式、口径、参数、各版本、走势、分单位的值、预测，以及需要留意之处。',
      en: 'All of an indicator: formula, conditions, parameters, versions, series, units, forecast, warnings.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/indicators/:code' },
    cli: 'indicator show',
    input: Type.Object({ code: Code }),
    output: IndicatorDetail,
    run: async (context, { code }) => {
      const indicator = getIndicator(indicators, context.county, code)
      const workings = await readWorkings(context, indicators)
      const { id } = indicator
      const { today, county, actor } = context
      const facts = await readRowFacts(context, workings, [indicator])
      const world = workings.worldOn(today)
      const formula = formulaOf(world, id)
      const values = (await indicatorValues(context, workings, [id], [today])).get(id)
      const computed = values?.on(today)
      const isWhole = computed !== undefined && !isBroken(computed)
      const series = facts.series.get(id) ?? []
      const target = targetOf(workings, county, id, code)
      const forecast = forecastOf(facts.standings, target, indicator.unit, series)
      const official =
        indicator.officialSeries === undefined ? [] : (facts.official.get(indicator.officialSeries) ?? [])
      const expected = isWhole ? await readExpected(context, workings, indicator, null, today) : null
      return {
        ...indicatorRow(context, indicator, facts),
        meaning: indicator.meaning,
        caveats: [...indicator.caveats],
        dataFrom: indicator.dataFrom,
        source: indicator.source,
        byUnit: indicator.byUnit,
        ...formulaWords(formula, world),
        tree: formula,
        inputs: isWhole ? inputsOf(computed, null, today) : [],
        conditions: namedConditionsOf(formula, world).map(({ register, name }) => ({
          register,
          name,
          label: world.registers.get(register)?.conditions.get(name)?.label ?? name,
          meaning: indicators.registers.get(register).declaration.conditions?.[name]?.meaning ?? '',
          sentence: conditionInWords(
            world.registers.get(register)?.conditions.get(name)?.holds ?? { all: [] },
            register,
            world,
          ),
        })),
        parameters: parametersShown(context, world, formula),
        versions: presentVersions(workings, 'indicator', id),
        series: seriesPoints(workings, id, series, facts.freezes, official),
        units: isWhole && indicator.byUnit ? await unitFigures(context, indicator, computed) : [],
        forecast:
          forecast === null
            ? null
            : (({ on, value, low, high, method, points, meets }) => ({ on, value, low, high, method, points, meets }))(
                forecast,
              ),
        warnings: await warningsOf(context, workings, indicator, target?.unit),
        expected: { records: expected?.records.length ?? 0, value: expected?.value ?? null },
        may: { define: actorMay(actor, 'indicator.define'), freeze: actorMay(actor, 'indicator.freeze') },
      }
    },
  })
}

async function unitFigures(
  context: QueryContext,
  { unit }: IndicatorDeclaration,
  computed: {
    readonly units: readonly string[]
    outcome(unitId: string | null, day: string): Parameters<typeof isMissing>[0]
  },
): Promise<Static<typeof IndicatorDetail>['units']> {
  const { tx, jurisdiction, today } = context
  const places = await placesOf(context)
  const others = computed.units.filter((id) => !places.some((place) => place.id === id))
  const known = await findUnits(tx, jurisdiction, others)
  const whole = computed.outcome(null, today)
  // Rates of places do not add up to the county's.
  const adds = !unit.includes('%') && !unit.includes('/')
  return [...places, ...known.values()].map((place) => {
    const outcome = computed.outcome(place.id, today)
    const isPart = adds && !isMissing(outcome) && !isMissing(whole) && whole.value !== 0
    return { unit: place, ...presentOutcome(outcome), share: isPart ? outcome.value / whole.value : null }
  })
}

function parametersShown({ county }: QueryContext, world: World, formula: unknown) {
  const conditions = namedConditionsOf(formula as Parameters<typeof namedConditionsOf>[0], world).map(
    ({ register, name }) => world.registers.get(register)?.conditions.get(name)?.holds,
  )
  const values = parametersOf(county)
  return parametersIn([formula, conditions]).map((key) => {
    const found = county.parameters.find((parameter) => parameter.key === key)
    const value = values.get(key)
    return {
      key,
      label: found?.label ?? key,
      value: found?.choice ?? parameterInWords(value, found?.unit ?? ''),
    }
  })
}

/** As people write it: 1,000 万元 rather than 10000000 元, and 是 rather than true. */
function parameterInWords(value: string | number | boolean | undefined, unit: string): string {
  if (value === undefined) return '未定，按公式内的默认值'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return value
  if (unit === '元' && Math.abs(value) >= 10_000) return `${(value / 10_000).toLocaleString('zh-CN')} 万元`
  return `${value.toLocaleString('zh-CN')} ${unit}`.trim()
}

/** What a reader of the figure should know: pitfalls of the rule, sources that are empty, units that do not meet. */
async function warningsOf(
  context: QueryContext,
  workings: Workings,
  indicator: IndicatorDeclaration,
  targetUnit: string | undefined,
): Promise<{ zh: string; en: string }[]> {
  const { tx, jurisdiction, today } = context
  const world = workings.worldOn(today)
  const formula = formulaOf(world, indicator.id)
  const found = checkFormula(formula, world, indicator.id)
  const cautions = found.problems.length > 0 ? [] : cautionsFor(formula, world, workings.indicators.cautions)
  const upgraded = workings.definitions.versionsOf('indicator', indicator.id).at(-1)
  const { rows } = await sql<{ trouble: string | null }>`
    select trouble from computed_state where jurisdiction = ${jurisdiction} and indicator = ${indicator.id}
      and trouble is not null`.execute(tx)
  return [
    ...found.problems.map(({ message }) => ({
      zh: `公式算不出来：${message.zh}`,
      en: `cannot be computed: ${message.en}`,
    })),
    ...found.warnings.map(({ message }) => message),
    ...cautions.map(({ message, messageEn }) => ({ zh: message, en: messageEn })),
    ...rows.flatMap(({ trouble }) => (trouble === null ? [] : [{ zh: `自动测算出错：${trouble}`, en: trouble }])),
    ...(targetUnit !== undefined && !isInUnit({ unit: targetUnit }, indicator.unit)
      ? [
          {
            zh: `目标的单位是“${targetUnit}”，指标的单位是“${indicator.unit}”，不能直接比较。`,
            en: `the target is in “${targetUnit}”, the indicator in “${indicator.unit}”`,
          },
        ]
      : []),
    ...(upgraded?.origin === 'edited' && JSON.stringify(indicator.formula) !== JSON.stringify(upgraded.definition)
      ? [
          {
            zh: `本县（市）用的是自定的第 ${upgraded.version} 版公式，与程序自带的不同。`,
            en: `the county uses its own version ${upgraded.version}, which differs from the program's`,
          },
        ]
      : []),
  ]
}

export function showSeries(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.series',
    label: { zh: '指标的走势', en: 'The series of an indicator' },
    about: {
      zh: '一个指标近三年各月末和今天的值，可以看全县（市），也可以看一个单位。',
      en: 'The values of an indicator at month ends of three years and today, of the county or of one unit.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/indicators/:code/series' },
    cli: 'indicator series',
    input: Type.Object({ code: Code, unit: Unit }),
    output: Type.Object({ series: Type.Array(SeriesPoint) }),
    run: async (context, { code, unit }) => {
      const indicator = getIndicator(indicators, context.county, code)
      const { id } = indicator
      const workings = await readWorkings(context, indicators)
      const scope = await scopeOf(context, indicator, unit)
      if (scope === null) {
        const facts = await readRowFacts(context, workings, [indicator])
        const official =
          indicator.officialSeries === undefined ? [] : (facts.official.get(indicator.officialSeries) ?? [])
        return { series: seriesPoints(workings, id, facts.series.get(id) ?? [], facts.freezes, official) }
      }
      const days = seriesDays(workings.programme, context.today)
      const values = (await indicatorValues(context, workings, [id], days)).get(id)
      const freezes = await readFreezes(context, [id], scope.id)
      const dated = days.map((on) => ({
        on,
        outcome: values?.outcome(scope.id, on) ?? { missing: { zh: '还没有计算', en: 'not computed yet' } },
      }))
      return { series: seriesPoints(workings, id, dated, freezes, []) }
    },
  })
}
