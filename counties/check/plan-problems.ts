import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import type { PlanPhase, PlanTask } from '../county.types.ts'
import { rangeProblems } from './dates.ts'
import { type Entry, problem, repeated } from './entries.ts'
import type { Units } from './units.ts'

/** What the plan itself declares, so that other parts may refer to it. */
export interface PlanNames {
  readonly groups: ReadonlySet<string>
  readonly tasks: ReadonlySet<string>
  readonly safeguards: ReadonlySet<string>
  readonly phaseNumbers: ReadonlySet<string>
  readonly phaseKeys: ReadonlySet<string>
  readonly codes: ReadonlySet<string>
}

export function taskProblems(entries: readonly Entry<PlanTask>[], names: PlanNames, units: Units): FieldProblem[] {
  return [
    ...repeated(entries, (task) => String(task.number), 'number', { zh: '任务序号', en: 'task number' }),
    ...entries.flatMap(({ path, value: task }) => [
      ...units.problemsOf(task.lead, `${path}/lead`),
      ...units.problemsOf(task.support, `${path}/support`),
      ...leadAndSupport(task, path),
      ...(names.groups.has(String(task.group))
        ? []
        : [
            problem(
              `${path}/group`,
              `任务 ${task.number} 所在的第 ${task.group} 组不存在。请改正组号，或在 groups 中增加。`,
              `Task ${task.number} stands in group ${task.group}, which does not exist. Correct it, or add the group.`,
            ),
          ]),
    ]),
  ]
}

function leadAndSupport(task: PlanTask, path: string): FieldProblem[] {
  return task.support.flatMap((key, index) =>
    task.lead.includes(key)
      ? [
          problem(
            `${path}/support/${index}`,
            `任务 ${task.number} 的“${key}”既牵头又配合。请从 support 中删去。`,
            `In task ${task.number} “${key}” both leads and supports. Remove it from support.`,
          ),
        ]
      : [],
  )
}

export function phaseProblems(
  entries: readonly Entry<PlanPhase>[],
  period: { readonly start: string; readonly end: string } | undefined,
): FieldProblem[] {
  const outside = entries.flatMap(({ path, value: phase }) =>
    period !== undefined && (phase.start < period.start || phase.end > period.end)
      ? [
          problem(
            path,
            `“${phase.name}”超出方案期限 ${period.start} 至 ${period.end}。请改正日期。`,
            `“${phase.name}” reaches beyond the period ${period.start} to ${period.end}. Correct its dates.`,
          ),
        ]
      : [],
  )
  return [
    ...repeated(entries, (phase) => phase.key, 'key', { zh: '阶段代号', en: 'phase key' }),
    ...repeated(entries, (phase) => String(phase.number), 'number', { zh: '阶段序号', en: 'phase number' }),
    ...entries.flatMap(({ path, value }) => rangeProblems(value, `${path}/end`)),
    ...outside,
  ]
}

/** References of a target or milestone to tasks and to places of the plan. */
export function placeProblems(
  item: { readonly code: string; readonly tasks: readonly number[] },
  places: readonly { readonly path: string; readonly place: string }[],
  path: string,
  names: PlanNames,
): FieldProblem[] {
  const deadTasks = item.tasks.flatMap((number, index) =>
    names.tasks.has(String(number)) ? [] : [noSuchPlace(item.code, `task:${number}`, `${path}/tasks/${index}`)],
  )
  const deadPlaces = places.flatMap(({ path: at, place }) => {
    const [kind = '', number = ''] = place.split(':')
    const known: Record<string, ReadonlySet<string>> = {
      task: names.tasks,
      safeguard: names.safeguards,
      phase: names.phaseNumbers,
    }
    return place === 'goals' || known[kind]?.has(number) ? [] : [noSuchPlace(item.code, place, at)]
  })
  return [...deadTasks, ...deadPlaces]
}

function noSuchPlace(code: string, place: string, path: string): FieldProblem {
  return problem(
    path,
    `${code} 指向的“${place}”在方案里不存在。请改正序号。`,
    `${code} refers to “${place}”, which the plan does not have. Correct the number.`,
  )
}
