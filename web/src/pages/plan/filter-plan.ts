import type { PlanTree } from '../../api/types.gen.ts'

/**
 * The plan with only the items that say the words, in names, quoted words or units. A task stays when it fits itself;
 * its group stays with it. No words keep everything.
 */
export function filterPlan(plan: PlanTree, words: string): { readonly plan: PlanTree; readonly count: number } {
  const wanted = words.toLowerCase()
  if (wanted === '') return { plan, count: countItems(plan) }
  const says = (...texts: readonly (string | null | undefined)[]) =>
    texts.some((text) => text?.toLowerCase().includes(wanted) === true)
  const units = (list: readonly { readonly name: string; readonly shortName: string }[]) =>
    list.map((unit) => `${unit.name} ${unit.shortName}`).join(' ')
  const tasks = plan.tasks.filter((task) => says(task.title, task.group, units(task.lead), units(task.support)))
  const filtered: PlanTree = {
    ...plan,
    targets: plan.targets.filter((one) => says(one.name, one.code, one.words?.text, units(one.owners))),
    tasks,
    milestones: plan.milestones.filter((one) => says(one.name, one.words?.text, units(one.owners))),
    groups: plan.groups.filter((group) => tasks.some((task) => task.group === group.title)),
    safeguards: plan.safeguards.filter((one) => says(one.title, one.summary)),
    phases: plan.phases.filter((one) => says(one.name, one.summary)),
    questions: plan.questions.filter((one) => says(one.message, one.answer)),
  }
  return { plan: filtered, count: countItems(filtered) }
}

function countItems(plan: PlanTree): number {
  const { targets, tasks, milestones, safeguards, phases, questions } = plan
  return [targets, tasks, milestones, safeguards, phases, questions].reduce((sum, list) => sum + list.length, 0)
}
