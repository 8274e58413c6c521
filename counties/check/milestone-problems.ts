import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import type { PlanMilestone, PlanPhase } from '../county.types.ts'
import { type Entry, problem } from './entries.ts'
import { type PlanNames, placeProblems } from './plan-problems.ts'
import type { Units } from './units.ts'

export function milestoneProblems(
  entries: readonly Entry<PlanMilestone>[],
  phases: readonly Entry<PlanPhase>[],
  names: PlanNames,
  units: Units,
): FieldProblem[] {
  return entries.flatMap(({ path, value: milestone }) => [
    ...units.problemsOf(milestone.owner, `${path}/owner`),
    ...placeProblems(
      milestone,
      milestone.where.map((place, index) => ({ place, path: `${path}/where/${index}` })),
      path,
      names,
    ),
    ...partProblems(milestone, path, units),
    ...dueProblems(milestone, path),
    ...phaseEndProblems(milestone, path, phases, names),
  ])
}

function partProblems(milestone: PlanMilestone, path: string, units: Units): FieldProblem[] {
  const parts = milestone.parts ?? []
  return parts.flatMap(({ label, organisation }, index) => {
    const at = `${path}/parts/${index}`
    const dead =
      organisation === undefined
        ? []
        : units.problemsOf([organisation], at).map((one) => ({ ...one, path: `${at}/organisation` }))
    const twice =
      parts.findIndex((other) => other.label === label) < index
        ? [
            problem(
              `${at}/label`,
              `${milestone.code} 的清单里“${label}”出现两次。请删去一个。`,
              `“${label}” stands twice in the checklist of ${milestone.code}. Remove one.`,
            ),
          ]
        : []
    return [...dead, ...twice]
  })
}

/** A promise has a day, a striving has none: otherwise a light would turn red without a failure, or never. */
function dueProblems(milestone: PlanMilestone, path: string): FieldProblem[] {
  const { code, level, dueOn, duePolicy } = milestone
  if (level === 'strive') {
    if (dueOn === null && duePolicy === 'none') return []
    return [
      problem(
        `${path}/dueOn`,
        `${code} 是“争创”，未获批不算失败，不设到期日。请写 dueOn: null、duePolicy: none。`,
        `${code} is striven for, so it has no due date. Write dueOn: null and duePolicy: none.`,
      ),
    ]
  }
  if (dueOn !== null && duePolicy !== 'none') return []
  return [
    problem(
      `${path}/dueOn`,
      `${code} 是“建成”，必须有到期日。方案没写的，取所在阶段的最后一天。`,
      `${code} is promised, so it needs a due date. Where the plan gives none, take the last day of its phase.`,
    ),
  ]
}

function phaseEndProblems(
  milestone: PlanMilestone,
  path: string,
  phases: readonly Entry<PlanPhase>[],
  names: PlanNames,
): FieldProblem[] {
  const { code, dueOn, duePolicy, duePhase } = milestone
  if (duePolicy !== 'endOfPhase') {
    return duePhase === undefined
      ? []
      : [
          problem(
            `${path}/duePhase`,
            `${code} 的到期日不随阶段而定，请删去 duePhase。`,
            `The due date of ${code} does not follow a phase: remove duePhase.`,
          ),
        ]
  }
  if (duePhase === undefined || !names.phaseKeys.has(duePhase)) {
    return [
      problem(
        `${path}/duePhase`,
        `${code} 在某阶段末到期，请用 duePhase 写明阶段代号（${[...names.phaseKeys].join('、')}）。`,
        `${code} is due at the end of a phase: name it in duePhase (${[...names.phaseKeys].join(', ')}).`,
      ),
    ]
  }
  const end = phases.find(({ value }) => value.key === duePhase)?.value.end
  if (end === undefined || end === dueOn) return []
  return [
    problem(
      `${path}/dueOn`,
      `${code} 到期日 ${dueOn ?? 'null'} 与阶段“${duePhase}”的最后一天 ${end} 不一致。请改正，或改用 duePolicy: setByCounty。`,
      `${code} is due on ${dueOn ?? 'null'}, but its phase “${duePhase}” ends on ${end}. Correct it, or use duePolicy: setByCounty.`,
    ),
  ]
}
