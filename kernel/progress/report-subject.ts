import type { PlanMilestone, PlanSnapshot, PlanTarget, PlanTask } from '../plan/plan-snapshot.ts'
import { isRateUnit } from './printed-unit.ts'

/** What a report speaks of, in the plan that is in force. */
export type ReportSubject =
  | { readonly kind: 'target'; readonly target: PlanTarget; readonly value: ValueRules }
  | { readonly kind: 'task'; readonly task: PlanTask }
  | { readonly kind: 'milestone'; readonly milestone: PlanMilestone }

/** How the values of a target behave, by its kind and its unit. */
export interface ValueRules {
  /** the value is numerator over denominator, and both are asked for */
  readonly ratio: boolean
  /** what the quotient is multiplied with: 100 for %, 1 for 件/万人, whose denominator is counted in 万人 */
  readonly factor: number
  /** the largest value that makes sense: a part of a whole is at most 100 %; null where there is none */
  readonly highest: number | null
  /** only whole numbers make sense: cases, enterprises, people */
  readonly whole: boolean
  /** a value that falls needs words; a new calendar year begins `annual` anew */
  readonly cumulative: 'never' | 'ever' | 'withinYear'
  /** the county's value is the sum of the units' values */
  readonly additive: boolean
}

/** The thing a duty is about, or undefined when a later version of the plan no longer has it. */
export function subjectOf(
  plan: PlanSnapshot,
  duty: { readonly itemKind: string; readonly itemId: string },
): ReportSubject | undefined {
  const is = (item: { readonly itemId: string }) => item.itemId === duty.itemId
  switch (duty.itemKind) {
    case 'target': {
      const target = plan.targets.find(is)
      return target === undefined ? undefined : { kind: 'target', target, value: valueRulesOf(target) }
    }
    case 'task': {
      const task = plan.tasks.find(is)
      return task === undefined ? undefined : { kind: 'task', task }
    }
    default: {
      const milestone = plan.milestones.find(is)
      return milestone === undefined ? undefined : { kind: 'milestone', milestone }
    }
  }
}

export function valueRulesOf({ kind, unit }: Pick<PlanTarget, 'kind' | 'unit'>): ValueRules {
  const factor = factors[unit] ?? 1
  const ratio = kind === 'ratio'
  return {
    ratio,
    factor,
    // A rate of growth passes 100 %, a part of a whole does not.
    highest: factor > 1 && (ratio || kind === 'survey') ? factor : null,
    whole: countedUnits.has(unit.replace(/\/年$/, '')),
    cumulative: kind === 'annual' ? 'withinYear' : kind?.startsWith('cumulative') === true ? 'ever' : 'never',
    additive: kind !== 'ratio' && kind !== 'survey' && kind !== 'growth' && !isRateUnit(unit),
  }
}

const factors: Readonly<Record<string, number>> = { '%': 100, '％': 100, '‰': 1000 }

const countedUnits = new Set(['件', '项', '家', '个', '人', '人次', '次', '场', '名', '户', '枚', '所', '起'])
