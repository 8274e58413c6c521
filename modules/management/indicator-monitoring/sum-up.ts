import type { Reader } from '@qiangxian/kernel/plan/present-plan'
import { presentAmount, unitRefs } from '@qiangxian/kernel/plan/present-plan'
import type { CockpitProgress, MilestoneProgress, TargetProgress } from '@qiangxian/kernel/progress/progress.schemas'
import type { Static } from 'typebox'
import type { UnitDuties } from './duty-counts.queries.ts'

type Progress = Static<typeof CockpitProgress>
type OfTarget = Static<typeof TargetProgress>

const mostShown = 5

/** Lights, forecasts and what is furthest behind, counted. Pure. */
export function sumUp(
  reader: Reader,
  targets: readonly OfTarget[],
  milestones: readonly Pick<Static<typeof MilestoneProgress>, 'light' | 'standing'>[],
): Pick<Progress, 'lights' | 'met' | 'forecastMet' | 'worst' | 'milestones'> {
  return {
    lights: countLights(targets),
    met: targets.filter(({ met }) => met).length,
    forecastMet: targets.filter(({ met, forecast }) => met || forecast?.meets === true).length,
    worst: furthestBehind(targets).flatMap((progress) => presentWorst(reader, progress)),
    milestones: {
      done: milestones.filter(({ standing }) => standing?.doneOn != null).length,
      ...countLights(milestones.filter(({ standing }) => standing?.doneOn == null)),
    },
  }
}

/** Those behind their schedule: by completion ÷ share, lowest first; among equals the wider gap in points. */
export function furthestBehind(targets: readonly OfTarget[]): readonly OfTarget[] {
  return targets
    .flatMap((progress) => {
      const { completion, share, met, light } = progress
      if (completion === null || met || light === 'green' || share === 0) return []
      return [{ progress, ratio: completion / share, gap: share - completion }]
    })
    .sort((a, b) => a.ratio - b.ratio || b.gap - a.gap)
    .slice(0, mostShown)
    .map(({ progress }) => progress)
}

export function presentOverdue(reader: Reader, duties: readonly UnitDuties[]): NonNullable<Progress['overdue']> {
  const sum = (of: (each: UnitDuties) => number) => duties.reduce((total, each) => total + of(each), 0)
  return {
    total: sum(({ overdue }) => overdue),
    open: sum(({ open }) => open),
    units: duties.flatMap(({ partyId, overdue, open, longestDays }) => {
      const unit = reader.units.get(partyId)
      return unit === undefined ? [] : [{ unit, overdue, open, longestDays }]
    }),
  }
}

function countLights(items: readonly { readonly light: string }[]): Progress['lights'] {
  const of = (light: string) => items.filter((item) => item.light === light).length
  return { green: of('green'), amber: of('amber'), red: of('red'), grey: of('grey') }
}

function presentWorst(reader: Reader, { itemId, current, completion, light, why }: OfTarget): Progress['worst'] {
  const target = reader.plan.targets.find((each) => each.itemId === itemId)
  if (target === undefined) return []
  const [owner] = unitRefs(reader, target.ownerIds)
  const amount = presentAmount(target)
  return [{ itemId, name: target.name, owner: owner ?? null, amount, current, completion, light, why }]
}
