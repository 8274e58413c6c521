import { isMissing } from '@qiangxian/engines/formula/outcome'
import type { Static } from 'typebox'
import type { QueryContext } from '../operations/context.ts'
import type { PlanTarget } from '../plan/plan-snapshot.ts'
import { seriesDays } from './days-shown.ts'
import { codeOf, targetOf } from './find-indicator.ts'
import { type FreezeRow, readFreezes } from './freezes.ts'
import type { IndicatorDeclaration } from './indicator.types.ts'
import type { IndicatorRow } from './indicators.schemas.ts'
import { readFreshness, readKept } from './kept-values.ts'
import { type ComputedStandings, computedStandings, type DatedOutcome, lightOf } from './light-of.ts'
import { type OfficialValue, readOfficial } from './official-values.ts'
import { presentOutcome } from './present.ts'
import { indicatorValues } from './values.ts'
import type { Workings } from './workings.ts'

/** The county's series of some indicators up to today: what was kept where it is fresh, computed where it is not. */
export async function countySeries(
  context: QueryContext,
  workings: Workings,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly DatedOutcome[]>> {
  const days = seriesDays(workings.programme, context.today)
  const fresh = await readFreshness(context, workings)
  const kept = await readKept(context, ids.filter(fresh.isFresh), 'county')
  const stale = ids.filter((id) => kept.get(id) === undefined)
  const computed = stale.length === 0 ? new Map() : await indicatorValues(context, workings, stale, days)
  return new Map(
    ids.map((id): [string, readonly DatedOutcome[]] => [
      id,
      kept.get(id) ?? days.map((on) => ({ on, outcome: computed.get(id)?.outcome(null, on) })),
    ]),
  )
}

/** Everything that rows of indicators are made from, read at once. */
export interface RowFacts {
  readonly workings: Workings
  readonly series: ReadonlyMap<string, readonly DatedOutcome[]>
  readonly standings: ComputedStandings
  readonly freezes: readonly FreezeRow[]
  readonly official: ReadonlyMap<string, readonly OfficialValue[]>
}

export async function readRowFacts(
  context: QueryContext,
  workings: Workings,
  shown: readonly IndicatorDeclaration[],
): Promise<RowFacts> {
  const ids = shown.map(({ id }) => id)
  const targets = shown.flatMap(({ id }): readonly PlanTarget[] => {
    const target = targetOf(workings, context.county, id)
    return target === undefined ? [] : [target]
  })
  return {
    workings,
    series: await countySeries(context, workings, ids),
    standings: await computedStandings(context, workings, targets),
    freezes: await readFreezes(context, ids, 'county'),
    official: await readOfficial(
      context,
      workings.indicators,
      shown.flatMap(({ officialSeries }) => officialSeries ?? []),
    ),
  }
}

/** One indicator as lists show it, for the county on the day of the answer. */
export function indicatorRow(
  { today, county }: QueryContext,
  indicator: IndicatorDeclaration,
  { workings, series, standings, freezes, official }: RowFacts,
): Static<typeof IndicatorRow> {
  const { id, label, labelEn, unit, decimals, better, officialSeries } = indicator
  const values = series.get(id) ?? []
  const current = values.at(-1)
  const target = targetOf(workings, county, id)
  const frozen = freezes.some((freeze) => freeze.indicator === id && freeze.on === current?.on)
  const outcome = current?.outcome ?? { missing: { zh: '还没有计算', en: 'not computed yet' } }
  const published = officialSeries === undefined ? undefined : official.get(officialSeries)?.at(-1)
  return {
    id,
    code: codeOf(county, id),
    label,
    labelEn,
    unit,
    decimals,
    better,
    area: workings.indicators.areaOf(id),
    ...presentOutcome(outcome),
    state: isMissing(outcome) ? 'missing' : frozen ? 'frozen' : 'computed',
    target: target === undefined ? null : { itemId: target.itemId, comparator: target.comparator, value: target.value },
    light: lightOf(standings, target, unit, values)?.light ?? null,
    version: workings.definitions.inForce('indicator', id, today)?.version ?? 1,
    asOf: current?.on ?? today,
    official: published === undefined ? null : { value: published.value, on: published.on, source: null },
    trend: values.map(({ on, outcome: one }) => ({ on, value: isMissing(one) ? null : one.value })),
  }
}
