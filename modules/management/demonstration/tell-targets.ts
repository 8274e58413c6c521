import { sharesByStatistic } from '@qiangxian/engines/indicator/breakdown'
import { periodInWords } from '@qiangxian/engines/indicator/period'
import type { StoryTarget } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import { shareDecimals } from '@qiangxian/kernel/progress/printed-unit'
import { valueRulesOf } from '@qiangxian/kernel/progress/report-subject'
import { courseOf } from './report-course.ts'
import { eventOf, habitOf, type OwedPeriod, owedPeriods } from './report-period.ts'
import { noFigures, sentencesOf } from './report-words.ts'
import { seeded, seedFor } from './seeded.ts'
import { absenceOf, countyValues, type Figures, figuresOf, mistaken } from './target-values.ts'
import type { UnitShares } from './tell-breakdowns.ts'
import { tellReport } from './tell-report.ts'
import type { StoryUnit, Telling } from './telling.ts'

/** Every report of a value, of the county and of the units that have a share. */
export function tellTargets(telling: Telling, shares: ReadonlyMap<string, UnitShares>): void {
  const told = telling.story.targets.flatMap((each) => {
    const target = telling.plan.targets.find(({ code }) => code === each.code)
    return target === undefined ? [] : [{ told: each, target }]
  })
  const values = new Map(told.map((each) => [each.told.code, countyValues(telling, each.told, each.target)]))
  const valueFor = (code: string, { key }: OwedPeriod) => values.get(code)?.get(key)
  for (const { told: each, target } of told) {
    const [ownerId] = target.ownerIds.flatMap((id) => telling.membersOf(id))
    if (ownerId === undefined) continue
    const owner = telling.unitById(ownerId)
    for (const period of owedPeriods(telling, each.cycle)) {
      const value = valueFor(each.code, period) ?? 0
      const figures = absenceOf(each, null, period.key) ?? figuresOf(each, period, value, valueFor)
      tellValueReport(telling, { told: each, target, unit: owner, scope: 'county', period, figures })
    }
    const units = shares.get(target.itemId)
    if (units !== undefined) tellUnits(telling, each, target, units, values.get(each.code) ?? new Map())
  }
}

/** The county's value in parts: each unit by its share and by how well it does. */
function tellUnits(
  telling: Telling,
  told: StoryTarget,
  target: PlanTarget,
  units: UnitShares,
  values: ReadonlyMap<string, number>,
): void {
  const decimals = shareDecimals(target)
  const eager = new Map(
    units.shares.map(({ unit }) => [
      unit.id,
      0.75 + seeded(seedFor(telling.story.seed, 'eager', told.code, unit.key)).next() / 2,
    ]),
  )
  const before = new Map<string, number>()
  const shared = units.shares.reduce((sum, { value }) => sum + (value ?? 0), 0)
  for (const period of owedPeriods(telling, told.cycle)) {
    const whole = (values.get(period.key) ?? 0) * Math.min(1, shared / target.value)
    const weights = new Map(
      units.shares.map(({ unit, value }) => [
        unit.id,
        value === null ? null : Number((value * (eager.get(unit.id) ?? 1)).toFixed(4)),
      ]),
    )
    const parts = sharesByStatistic(Number(whole.toFixed(decimals)), weights, decimals).shares
    for (const { unit } of units.shares) {
      const part = parts.find(({ key }) => key === unit.id)?.share ?? 0
      const grown = valueRulesOf(target).cumulative === 'ever' ? Math.max(part, before.get(unit.id) ?? 0) : part
      before.set(unit.id, grown)
      const figures = absenceOf(told, unit.key, period.key) ?? {
        valueState: 'value' as const,
        value: grown,
        numerator: null,
        denominator: null,
        valueReason: null,
        cutoffOn: period.end,
      }
      tellValueReport(telling, { told, target, unit, scope: 'unit', period, figures })
    }
  }
}

interface ValueReport {
  readonly told: StoryTarget
  readonly target: PlanTarget
  readonly unit: StoryUnit
  readonly scope: 'county' | 'unit'
  readonly period: OwedPeriod
  readonly figures: Figures
}

function tellValueReport(telling: Telling, { told, target, unit, scope, period, figures }: ValueReport): void {
  const { story, settings, calendar, asOf } = telling
  const event = eventOf(telling, told.code, unit, scope, period.key)
  const random = seeded(seedFor(story.seed, 'course', told.code, unit.key, scope, period.key))
  const acts = courseOf(
    {
      from: period.end,
      dueOn: period.dueOn,
      dueWorkingDays: settings.reportDueWorkingDays,
      asOf,
      habit: habitOf(telling, unit),
      event,
      returnReasons: story.phrases.returned,
    },
    calendar,
    random,
  )
  const words = sentencesOf(telling, told.code, unit.key, scope, period.key)
  const content = { ...noFigures, ...words, ...figures }
  const corrected = acts.findIndex(({ act }) => act === 'correct')
  const atFirst = { ...content, ...mistaken(figures, 1.04) }
  tellReport(telling, {
    kind: 'report',
    itemKind: 'target',
    itemId: target.itemId,
    itemKey: told.code,
    partId: null,
    unit,
    scope,
    period: period.key,
    periodStart: period.start,
    periodEnd: period.end,
    title: `${periodInWords(period.key, 'zh')} ${target.name}${scope === 'unit' ? '（本单位）' : ''}`,
    openedOn: period.openedOn,
    dueOn: period.dueOn,
    provisional: period.provisional,
    acts,
    content,
    contentAt: (act) => (act < corrected ? atFirst : content),
    drafted: event?.what === 'drafted',
    target,
    settles: () => true,
  })
}
