import { addDays } from '@qiangxian/engines/indicator/days'
import { milestoneInWords, milestoneLight } from '@qiangxian/engines/indicator/milestone-light'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import { inBase } from '@qiangxian/kernel/progress/printed-unit'
import type { StoredReading } from '@qiangxian/kernel/progress/readings'
import { targetLightOf } from '@qiangxian/kernel/progress/target-progress'
import { owedPeriods } from './report-period.ts'
import type { MilestoneCourse } from './tell-milestones.ts'
import { instantOn, type Telling } from './telling.ts'

type Basis = 'reported' | 'approved'
const bases: readonly Basis[] = ['reported', 'approved']

interface Lit {
  readonly light: string
  readonly why: { readonly zh: string; readonly en: string }
}

/** Each day on which a light became another, by the rule by which the platform notes it. */
export function tellLights(telling: Telling, milestones: readonly MilestoneCourse[]): void {
  for (const target of telling.plan.targets) tellTargetLights(telling, target)
  for (const step of milestones) tellMilestoneLights(telling, step)
}

function tellTargetLights(telling: Telling, target: PlanTarget): void {
  const { story, plan, settings, asOf } = telling
  const told = story.targets.find(({ code }) => code === target.code)
  if (told === undefined) return
  const steps = telling.valueSteps
    .filter(({ itemId }) => itemId === target.itemId)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const years = new Map(
    (told.years ?? []).map(({ year, value }) => [year, value === null ? null : inBase(target, value)]),
  )
  const standing = {
    target,
    plan,
    settings,
    baseline: told.baseline === null ? null : inBase(target, told.baseline.value),
    cycle: told.cycle,
    years: told.years === null ? undefined : years,
  }
  // A value grows old the day after a period has ended without another one.
  const days = [...steps.map(({ on }) => on), ...owedPeriods(telling, told.cycle).map(({ openedOn }) => openedOn), asOf]
  for (const basis of bases) {
    const readings = new Map<string, StoredReading>()
    let done = 0
    tellChanges(telling, 'target', target.itemId, basis, days, (today) => {
      for (let step = steps[done]; step !== undefined && step.on <= today; done += 1, step = steps[done]) {
        const counts = basis === 'approved' || step.reported.status === 'returned' ? step.approved : step.reported
        if (counts === null) readings.delete(step.reported.period)
        else readings.set(step.reported.period, counts)
      }
      const known = [...readings.values()].sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1)).slice(-4)
      return targetLightOf({ ...standing, readings: known, today })
    })
  }
}

function tellMilestoneLights(telling: Telling, { milestone, approvals }: MilestoneCourse): void {
  const { settings, asOf, plan } = telling
  const { dueOn, level } = milestone
  const turns = dueOn === null ? [] : [addDays(dueOn, -settings.milestoneWarningDays), addDays(dueOn, 1)]
  const days = [plan.head.periodStart, ...turns, ...approvals.map(({ on }) => on), asOf]
  for (const basis of bases) {
    tellChanges(telling, 'milestone', milestone.itemId, basis, days, (today) => {
      const known = approvals.findLast(({ on }) => on <= today)
      const { light, reason } = milestoneLight({
        level,
        dueOn,
        doneOn: known?.doneOn ?? null,
        progressOn: known?.progressOn ?? null,
        today,
        warningDays: settings.milestoneWarningDays,
      })
      return { light, why: { zh: milestoneInWords(reason, 'zh'), en: milestoneInWords(reason, 'en') } }
    })
  }
}

function tellChanges(
  { rows, asOf }: Telling,
  itemKind: 'target' | 'milestone',
  itemId: string,
  basis: Basis,
  days: readonly string[],
  litOn: (day: string) => Lit,
): void {
  let before: string | null = null
  let ordinal = 0
  for (const day of [...new Set(days)].sort().filter((each) => each <= asOf)) {
    const { light, why } = litOn(day)
    if ((before ?? 'grey') === light) continue
    ordinal += 1
    const at = instantOn(day, 17)
    rows.light_change.push({
      id: newId(at),
      item_kind: itemKind,
      item_id: itemId,
      basis,
      ordinal,
      on_date: day,
      from_light: before,
      to_light: light,
      why_zh: why.zh,
      why_en: why.en,
      at,
    })
    before = light
  }
}
