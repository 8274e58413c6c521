import type { StoryTarget } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import { valueRulesOf } from '@qiangxian/kernel/progress/report-subject'
import { type OwedPeriod, owedPeriods } from './report-period.ts'
import { seeded, seedFor } from './seeded.ts'
import { rounded, valueOn } from './story-curve.ts'
import type { Telling } from './telling.ts'

/** The figures of one period, in the printed unit. */
export type Figures = Pick<
  ReportContent,
  'valueState' | 'value' | 'numerator' | 'denominator' | 'valueReason' | 'cutoffOn'
>

/** The county's value for each period that is owed, before anything is missing. */
export function countyValues(telling: Telling, told: StoryTarget, target: PlanTarget): ReadonlyMap<string, number> {
  const { story, span } = telling
  const rules = valueRulesOf(target)
  const random = seeded(seedFor(story.seed, 'value', told.code))
  let before = Number.NEGATIVE_INFINITY
  return new Map(
    owedPeriods(telling, told.cycle).map((period) => {
      const value = valueOn(told.course, period.end, span, random)
      // A count that only grows does not fall because of the noise.
      const kept = rules.cumulative === 'ever' ? Math.max(value, before) : value
      before = kept
      return [period.key, kept]
    }),
  )
}

/** A value with what makes it up, where it is a share. */
export function figuresOf(
  told: StoryTarget,
  period: OwedPeriod,
  value: number,
  valueOfOther: (code: string, period: OwedPeriod) => number | undefined,
): Figures {
  const plain = { valueState: 'value' as const, valueReason: null, cutoffOn: period.end }
  const share = told.denominator
  if (share === null) return { ...plain, value, numerator: null, denominator: null }
  const year = Number(period.end.slice(0, 4))
  const denominator =
    share.of === null ? share.values.find((each) => each.year === year)?.value : valueOfOther(share.of, period)
  if (denominator === undefined || denominator === 0) {
    throw new Error(`${told.code}: the story has no denominator for ${period.key}`)
  }
  // Money and output have a decimal, things that are counted have none.
  const numerator = rounded((value * denominator) / share.times, share.of === null && share.times === 100 ? 1 : 0)
  return { ...plain, value: quotient(numerator, denominator, share.times), numerator, denominator }
}

function quotient(numerator: number, denominator: number, times: number): number {
  return Number(((numerator / denominator) * times).toPrecision(15))
}

/** The same figures a little off: what a unit reported before it counted again. */
export function mistaken(figures: Figures, factor: number): Figures {
  const { value, numerator, denominator } = figures
  if (value === null) return figures
  if (numerator !== null && denominator !== null && numerator !== 0) {
    const wrong = Math.round(numerator * factor)
    return { ...figures, numerator: wrong, value: Number(((value / numerator) * wrong).toPrecision(15)) }
  }
  return { ...figures, value: rounded(value * factor, Number.isInteger(value) ? 0 : 2) }
}

/** Where the story has no figure for a unit and a period, why there is none. */
export function absenceOf(told: StoryTarget, organisation: string | null, period: string): Figures | undefined {
  const absence = told.absences.find(
    (each) => each.organisation === organisation && (each.period === null || each.period === period),
  )
  if (absence === undefined) return undefined
  return {
    valueState: absence.state,
    value: null,
    numerator: null,
    denominator: null,
    valueReason: absence.reason,
    cutoffOn: null,
  }
}
