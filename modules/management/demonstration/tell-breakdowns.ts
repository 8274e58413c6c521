import { sharesByStatistic, sharesEqually } from '@qiangxian/engines/indicator/breakdown'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { StoryTarget } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import { inBase, shareDecimals } from '@qiangxian/kernel/progress/printed-unit'
import { valueRulesOf } from '@qiangxian/kernel/progress/report-subject'
import { instantOn, type StoryUnit, type Telling } from './telling.ts'

/** The units of a target with their shares in the printed unit. */
export interface UnitShares {
  readonly shares: readonly { readonly unit: StoryUnit; readonly value: number | null }[]
}

/** The statistics, what was settled for each item, and how targets were shared out; in the first days of the programme. */
export function tellBreakdowns(telling: Telling): ReadonlyMap<string, UnitShares> {
  const statisticIds = tellStatistics(telling)
  const shares = new Map<string, UnitShares>()
  for (const told of telling.story.targets) {
    const target = telling.plan.targets.find(({ code }) => code === told.code)
    if (target === undefined) continue
    tellSetting(telling, 'target', target.itemId, told.cycle, {
      baseline: told.baseline === null ? null : inBase(target, told.baseline.value),
      on: told.baseline?.on ?? null,
    })
    if (told.years !== null) tellYears(telling, target, told.years)
    if (told.units !== null) shares.set(target.itemId, tellUnitShares(telling, target, told.units, statisticIds))
  }
  for (const told of telling.story.tasks) {
    const task = telling.plan.tasks.find(({ number }) => number === told.number)
    if (task !== undefined) tellSetting(telling, 'task', task.itemId, told.cycle, { baseline: null, on: null })
  }
  tellTaskWeights(telling)
  return shares
}

function tellStatistics({ rows, story, unit }: Telling): ReadonlyMap<string, string> {
  return new Map(
    story.statistics.map(({ key, label, unit: measure, source, on, values }) => {
      const id = newId(instantOn(on, 9))
      rows.unit_statistic.push({ id, label, unit: measure, source })
      for (const { organisation, value } of values) {
        rows.unit_statistic_value.push({ statistic_id: id, party_id: unit(organisation).id, on_date: on, value })
      }
      return [key, id]
    }),
  )
}

function tellSetting(
  { rows, plan, office }: Telling,
  kind: 'target' | 'task',
  itemId: string,
  cycle: 'month' | 'quarter' | 'year',
  { baseline, on }: { readonly baseline: number | null; readonly on: string | null },
): void {
  const at = instantOn(plan.head.periodStart, 9, 30)
  rows.item_setting.push({
    id: newId(at),
    item_kind: kind,
    item_id: itemId,
    cycle,
    baseline,
    baseline_on: on,
    reason: '按数据来源的发布周期定（演示）',
    decided_at: at,
    decided_by: office.checker.accountId,
    decided_by_label: office.checker.label,
  })
}

/** `value` of each share is in the printed unit; what is stored is in the base unit. */
function tellBreakdown(
  { rows, plan, office }: Telling,
  target: PlanTarget,
  given: {
    readonly axis: 'year' | 'unit'
    readonly method: 'equal' | 'statistic' | 'manual'
    readonly statisticId: string | null
    readonly reason: string | null
    readonly shares: readonly {
      readonly year: number | null
      readonly partyId: string | null
      readonly value: number | null
    }[]
  },
): void {
  const at = instantOn(plan.head.periodStart, given.axis === 'year' ? 10 : 11)
  const id = newId(at)
  rows.breakdown.push({
    id,
    item_id: target.itemId,
    axis: given.axis,
    year: null,
    method: given.method,
    statistic_id: given.statisticId,
    total: target.baseValue,
    reason: given.reason,
    decided_at: at,
    decided_by: office.checker.accountId,
    decided_by_label: office.checker.label,
  })
  for (const [ordinal, { year, partyId, value }] of given.shares.entries()) {
    rows.breakdown_share.push({
      breakdown_id: id,
      ordinal,
      year,
      party_id: partyId,
      value: value === null ? null : inBase(target, value),
    })
  }
}

function tellYears(telling: Telling, target: PlanTarget, years: NonNullable<StoryTarget['years']>): void {
  tellBreakdown(telling, target, {
    axis: 'year',
    method: 'manual',
    statisticId: null,
    reason: '按三年推进的节奏定（演示）',
    shares: yearShares(target, years).map(({ year, value }) => ({ year, partyId: null, value })),
  })
}

/**
 * The story tells where a target is to stand at the end of each year. A breakdown of what adds up says what each year
 * adds; an annual amount, a share and a score are the year's own.
 */
function yearShares(target: PlanTarget, years: NonNullable<StoryTarget['years']>): NonNullable<StoryTarget['years']> {
  if (!valueRulesOf(target).additive || target.kind === 'annual') return years
  let before = 0
  return years.map(({ year, value }) => {
    if (value === null) return { year, value }
    const added = Number((value - before).toPrecision(12))
    before = value
    return { year, value: added }
  })
}

function tellUnitShares(
  telling: Telling,
  target: PlanTarget,
  { method, statistic, shares, reason }: NonNullable<StoryTarget['units']>,
  statisticIds: ReadonlyMap<string, string>,
): UnitShares {
  const keys = shares.map(({ organisation }) => organisation)
  const settled = new Map(settledShares(telling, target, { method, statistic, shares, keys }))
  const units = keys.map((key) => ({ unit: telling.unit(key), value: settled.get(key) ?? null }))
  tellBreakdown(telling, target, {
    axis: 'unit',
    method,
    statisticId: statistic === null ? null : (statisticIds.get(statistic) ?? null),
    reason,
    shares: units.map(({ unit, value }) => ({ year: null, partyId: unit.id, value })),
  })
  return { shares: units }
}

function settledShares(
  { story }: Telling,
  target: PlanTarget,
  {
    method,
    statistic,
    shares,
    keys,
  }: Pick<NonNullable<StoryTarget['units']>, 'method' | 'statistic' | 'shares'> & { readonly keys: readonly string[] },
): readonly (readonly [string, number | null])[] {
  const decimals = shareDecimals(target)
  switch (method) {
    case 'manual':
      return shares.map(({ organisation, value }) => [organisation, value] as const)
    case 'equal':
      return sharesEqually(target.value, keys, decimals).shares.map(({ key, share }) => [key, share] as const)
    case 'statistic': {
      const known = story.statistics.find(({ key }) => key === statistic)?.values ?? []
      const weights = new Map(
        keys.map((key) => [key, known.find(({ organisation }) => organisation === key)?.value ?? null]),
      )
      return sharesByStatistic(target.value, weights, decimals).shares.map(({ key, share }) => [key, share] as const)
    }
  }
}

/** Where several tasks serve one target, how much of it rests on each. */
function tellTaskWeights({ rows, plan }: Telling): void {
  for (const { itemId, taskItemIds } of plan.targets.filter(({ taskItemIds: tasks }) => tasks.length > 1)) {
    const { shares } = sharesEqually(100, taskItemIds, 0)
    for (const { key, share } of shares) {
      rows.target_task_weight.push({ item_id: itemId, task_item_id: key, weight: share ?? 0 })
    }
  }
}
