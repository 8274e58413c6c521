import type { PlanDocument } from '../plan-document.types.ts'
import type { GoldPlan } from './gold.types.ts'
import type { Pair } from './pairing.ts'
import { bareUnit } from './same-words.ts'
import type { NoteMiss, Overlap, Share } from './score.types.ts'

export function scoreTasks(gold: GoldPlan, got: PlanDocument, pairs: readonly Pair[], miss: NoteMiss): Overlap {
  const foundGold = new Set(pairs.map((pair) => pair.gold))
  const foundGot = new Set(pairs.map((pair) => pair.got))
  gold.tasks.forEach((task, i) => {
    if (!foundGold.has(i) && task.optional !== true) miss('task missed', `${task.number} ${task.title}`)
  })
  got.tasks.forEach((task, k) => {
    if (!foundGot.has(k)) miss('not a task', `${task.label}${task.title.slice(0, 60)}`)
  })
  const optional = pairs.filter((pair) => gold.tasks[pair.gold]?.optional === true).length
  return {
    right: pairs.length - optional,
    got: got.tasks.length - optional,
    wanted: gold.tasks.filter((task) => task.optional !== true).length,
  }
}

/** A task that was not found has all its units wrong; the units of a task that is none are read too much. */
export function scoreResponsibility(
  gold: GoldPlan,
  got: PlanDocument,
  gotTaskIndexOf: ReadonlyMap<number, number>,
  miss: NoteMiss,
): { leads: Share; units: Overlap } {
  let leadsRight = 0
  let leadsOf = 0
  let right = 0
  let wanted = 0
  let read = 0
  const judged = new Set<number>()
  gold.tasks.forEach((task, i) => {
    const index = gotTaskIndexOf.get(i)
    const gotTask = index === undefined ? undefined : got.tasks[index]
    if (index !== undefined) judged.add(index)
    if (task.optional === true) return
    const gotLead = (gotTask?.lead ?? []).map(bareUnit)
    const goldLead = task.lead.map(bareUnit)
    const gotUnits = new Set((gotTask?.units ?? []).map(bareUnit))
    const goldUnits = new Set(task.units.map(bareUnit))
    leadsOf += 1
    if (gotTask !== undefined && isSameSet(goldLead, gotLead)) leadsRight += 1
    else miss('lead', `${task.number} ${task.title}: [${goldLead.join('|')}] wanted, [${gotLead.join('|')}] read`)
    const lacking = [...goldUnits].filter((unit) => !gotUnits.has(unit))
    const surplus = [...gotUnits].filter((unit) => !goldUnits.has(unit))
    right += goldUnits.size - lacking.length
    wanted += goldUnits.size
    read += gotUnits.size
    if (lacking.length + surplus.length > 0) {
      miss('units', `${task.number} ${task.title}: lacking [${lacking.join('|')}], surplus [${surplus.join('|')}]`)
    }
  })
  got.tasks.forEach((task, index) => {
    if (!judged.has(index)) read += task.units.length
  })
  return { leads: { right: leadsRight, of: leadsOf }, units: { right, got: read, wanted } }
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a)
  return left.size === new Set(b).size && b.every((item) => left.has(item))
}

/** 完成时限 of the tasks that have one. */
export function scoreDueDates(
  gold: GoldPlan,
  got: PlanDocument,
  gotTaskIndexOf: ReadonlyMap<number, number>,
  miss: NoteMiss,
): Share {
  const dated = gold.tasks.flatMap((task, i) => (task.due === undefined ? [] : [{ task, i, due: task.due }]))
  const right = dated.filter(({ task, i, due }) => {
    const index = gotTaskIndexOf.get(i)
    const read = index === undefined ? undefined : got.tasks[index]?.due
    const same = read !== undefined && read !== null && read.date === due
    if (!same) miss('due', `${task.number} ${task.title}: ${due} wanted, ${read?.date} read`)
    return same
  })
  return { right: right.length, of: dated.length }
}
