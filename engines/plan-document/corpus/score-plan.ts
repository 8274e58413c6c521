/**
 * Compares what the compiler read with what a careful reader found.
 *
 * Pairs are taken best first, one to one. A statement counts only in its place: the right number in the wrong task is
 * one miss and one false reading.
 */

import type { DocumentIndicator, PlanDocument } from '../plan-document.types.ts'
import type { GoldIndicator, GoldPlan, GoldTask } from './gold.types.ts'
import { bareTitle, bareUnit, bigramSimilarity, isSameQuantity, nameAgreement } from './same-words.ts'

/** right ⊆ got, right ⊆ wanted */
export interface Overlap {
  readonly right: number
  readonly got: number
  readonly wanted: number
}

export interface Share {
  readonly right: number
  readonly of: number
}

export interface Miss {
  readonly kind:
    | 'target missed'
    | 'target in the wrong place'
    | 'not a target'
    | 'op'
    | 'kind'
    | 'deadline'
    | 'sameAs'
    | 'lead'
    | 'units'
    | 'task missed'
    | 'not a task'
    | 'group'
    | 'phase'
    | 'safeguards'
    | 'milestone'
    | 'title'
    | 'issuer'
    | 'date'
    | 'documentNo'
    | 'period'
    | 'span'
  readonly detail: string
}

export interface PlanScore {
  readonly targets: Overlap
  readonly op: Share
  readonly kind: Share
  readonly deadline: Share
  readonly sameAs: Share
  readonly spans: Share
  readonly leads: Share
  readonly units: Overlap
  readonly tasks: Overlap
  readonly groups: Share
  readonly phases: Overlap
  readonly safeguards: Share
  readonly milestones: Share
  readonly title: Share
  readonly issuer: Share
  readonly date: Share
  readonly documentNo: Share
  readonly period: Share
  readonly misses: readonly Miss[]
}

interface Pair {
  readonly gold: number
  readonly got: number
  readonly agreement: number
}

export function scorePlan(gold: GoldPlan, got: PlanDocument, text: string): PlanScore {
  const misses: Miss[] = []
  const miss = (kind: Miss['kind'], detail: string): void => {
    misses.push({ kind, detail })
  }

  const taskPairs = pairTasks(gold.tasks, got)
  const goldTaskOf = new Map(taskPairs.map((pair) => [got.tasks[pair.got]?.number, gold.tasks[pair.gold]?.number]))
  const gotTaskIndexOf = new Map(taskPairs.map((pair) => [pair.gold, pair.got]))
  const tasks = scoreTasks(gold, got, taskPairs, miss)
  const { leads, units } = scoreResponsibility(gold, got, gotTaskIndexOf, miss)

  const placeOf = (indicator: DocumentIndicator): number | null | undefined =>
    indicator.task === null ? null : goldTaskOf.get(indicator.task)
  const pairs = pairIndicators(gold, got, placeOf)
  const statements = scoreStatements(gold, got, pairs, text, miss)

  const groupTitles = new Set(
    [...got.tasks.map((task) => task.group), ...got.sections.map((section) => section.title)]
      .filter((title) => title !== null)
      .map(bareTitle),
  )
  const groups = gold.groups.filter((title) => {
    const found = groupTitles.has(bareTitle(title))
    if (!found) miss('group', title)
    return found
  })

  const safeguardsRight = gold.safeguardCount === null || got.safeguards.length === gold.safeguardCount
  if (!safeguardsRight) miss('safeguards', `${gold.safeguardCount} wanted, ${got.safeguards.length} read`)

  const promised = [...got.milestones, ...got.tasks.flatMap((task) => task.milestones)].map((m) => bareTitle(m.text))
  const milestones = gold.milestones.filter((words) => {
    const found = promised.some((read) => read.includes(bareTitle(words)) || bareTitle(words).includes(read))
    if (!found) miss('milestone', words)
    return found
  })

  const fact = (kind: Miss['kind'], wanted: string | null, read: string | null, same: boolean): Share => {
    if (!same) miss(kind, `${wanted} wanted, ${read} read`)
    return { right: same ? 1 : 0, of: 1 }
  }
  const titles = [gold.title, ...(gold.noticeTitle === undefined ? [] : [gold.noticeTitle])].map(bareTitle)
  const readTitle = got.title === null ? '' : bareTitle(got.title)
  const titleIsRight = titles.some((title) => readTitle === title || readTitle.endsWith(`关于印发${title}的通知`))
  const period = gold.period
  return {
    targets: statements.targets,
    op: statements.op,
    kind: statements.kind,
    deadline: statements.deadline,
    sameAs: statements.sameAs,
    spans: statements.spans,
    leads,
    units,
    tasks,
    groups: { right: groups.length, of: gold.groups.length },
    phases: scorePhases(gold, got, miss),
    safeguards: gold.safeguardCount === null ? { right: 0, of: 0 } : { right: safeguardsRight ? 1 : 0, of: 1 },
    milestones: { right: milestones.length, of: gold.milestones.length },
    title: fact('title', gold.title, got.title, titleIsRight),
    issuer: fact('issuer', gold.issuer, got.issuer, sameWords(gold.issuer, got.issuer)),
    date: fact('date', gold.date, got.date, gold.date === got.date),
    documentNo: fact('documentNo', gold.documentNo, got.documentNo, sameWords(gold.documentNo, got.documentNo)),
    period:
      period === null
        ? { right: 0, of: 0 }
        : fact(
            'period',
            `${period.start}..${period.end}`,
            `${got.period.start}..${got.period.end}`,
            period.start === got.period.start && period.end === got.period.end,
          ),
    misses,
  }
}

function sameWords(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : bareTitle(a) === bareTitle(b)
}

/** One to one, the best agreement first. */
function takeBestFirst(candidates: readonly Pair[]): Pair[] {
  const usedGold = new Set<number>()
  const usedGot = new Set<number>()
  return [...candidates]
    .sort((a, b) => b.agreement - a.agreement)
    .filter((pair) => {
      if (usedGold.has(pair.gold) || usedGot.has(pair.got)) return false
      usedGold.add(pair.gold)
      usedGot.add(pair.got)
      return true
    })
}

/** The same title; where a title is printed twice, the order decides. */
function pairTasks(gold: readonly GoldTask[], got: PlanDocument): Pair[] {
  const candidates = gold.flatMap((goldTask, i) =>
    got.tasks.flatMap((gotTask, k) => {
      const similarity = bigramSimilarity(bareTitle(goldTask.title), bareTitle(gotTask.title))
      return similarity < 0.6 ? [] : [{ gold: i, got: k, agreement: similarity - 0.001 * Math.abs(i - k) }]
    }),
  )
  return takeBestFirst(candidates)
}

function scoreTasks(
  gold: GoldPlan,
  got: PlanDocument,
  pairs: readonly Pair[],
  miss: (kind: Miss['kind'], detail: string) => void,
): Overlap {
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

function scoreResponsibility(
  gold: GoldPlan,
  got: PlanDocument,
  gotTaskIndexOf: ReadonlyMap<number, number>,
  miss: (kind: Miss['kind'], detail: string) => void,
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

function pairIndicators(
  gold: GoldPlan,
  got: PlanDocument,
  placeOf: (indicator: DocumentIndicator) => number | null | undefined,
): Pair[] {
  const candidates = gold.indicators.flatMap((wanted, i) =>
    got.indicators.flatMap((read, k) => {
      if (placeOf(read) !== wanted.task) return []
      if (!isSameQuantity(wanted.normalized, read.normalized)) return []
      const agreement = nameAgreement(wanted.name, read.name)
      if (agreement < 0.5) return []
      // A table states one number for two years: the date tells the statements apart.
      const sameDate = wanted.deadline !== undefined && wanted.deadline === read.deadline ? 0.01 : 0
      return [{ gold: i, got: k, agreement: agreement + sameDate - 0.0001 * Math.abs(i - k) }]
    }),
  )
  return takeBestFirst(candidates)
}

function scoreStatements(
  gold: GoldPlan,
  got: PlanDocument,
  pairs: readonly Pair[],
  text: string,
  miss: (kind: Miss['kind'], detail: string) => void,
): Pick<PlanScore, 'targets' | 'op' | 'kind' | 'deadline' | 'sameAs' | 'spans'> {
  const gotOf = new Map(pairs.map((pair) => [pair.gold, pair.got]))
  const foundGot = new Set(pairs.map((pair) => pair.got))
  const share = { op: { right: 0, of: 0 }, kind: { right: 0, of: 0 }, deadline: { right: 0, of: 0 } }
  const sameAs = { right: 0, of: 0 }
  const judge = (which: keyof typeof share, ok: boolean, detail: string): void => {
    share[which].of += 1
    if (ok) share[which].right += 1
    else miss(which, detail)
  }
  let right = 0
  let optionalFound = 0
  gold.indicators.forEach((wanted, i) => {
    const index = gotOf.get(i)
    const read = index === undefined ? undefined : got.indicators[index]
    if (wanted.optional === true) {
      if (read !== undefined) optionalFound += 1
      return
    }
    if (read === undefined) {
      const elsewhere = got.indicators.find(
        (other, k) =>
          !foundGot.has(k) &&
          isSameQuantity(wanted.normalized, other.normalized) &&
          nameAgreement(wanted.name, other.name) >= 0.5,
      )
      if (elsewhere !== undefined) {
        miss('target in the wrong place', `${present(wanted)}: read in task ${elsewhere.task}`)
      } else {
        const near = got.indicators.find(
          (other, k) => !foundGot.has(k) && isSameQuantity(wanted.normalized, other.normalized),
        )
        miss('target missed', near === undefined ? present(wanted) : `${present(wanted)}; named 「${near.name}」`)
      }
      return
    }
    right += 1
    judge('op', wanted.op === read.op, `${present(wanted)}: ${read.op} read`)
    const kinds = Array.isArray(wanted.kind) ? wanted.kind : [wanted.kind]
    judge('kind', kinds.includes(read.kind), `${present(wanted)}: ${kinds.join('/')} wanted, ${read.kind} read`)
    if (wanted.deadline !== undefined) {
      judge(
        'deadline',
        wanted.deadline === read.deadline,
        `${present(wanted)}: ${wanted.deadline} wanted, ${read.deadline} read`,
      )
    }
    if (isRepeat(gold.indicators, i)) {
      sameAs.of += 1
      if (read.sameAs !== null) sameAs.right += 1
      else miss('sameAs', present(wanted))
    }
  })
  let spansRight = 0
  got.indicators.forEach((read, k) => {
    const printed = text.slice(read.span.start, read.span.end)
    const pure = (words: string): string => words.replace(/\s/gu, '')
    if (printed !== '' && (pure(printed).includes(pure(read.text)) || pure(read.text).includes(pure(printed)))) {
      spansRight += 1
    } else {
      miss('span', `${read.name}: 「${printed.slice(0, 40)}」 is not 「${read.text.slice(0, 40)}」`)
    }
    if (!foundGot.has(k)) {
      miss(
        'not a target',
        `${read.name} ${read.op} ${String(read.value)}${read.unit}, task ${read.task}: ${read.text.slice(0, 60)}`,
      )
    }
  })
  return {
    targets: {
      right,
      got: got.indicators.length - optionalFound,
      wanted: gold.indicators.filter((indicator) => indicator.optional !== true).length,
    },
    ...share,
    sameAs,
    spans: { right: spansRight, of: got.indicators.length },
  }
}

/** The same number under the same name, stated before in another place. */
function isRepeat(indicators: readonly GoldIndicator[], index: number): boolean {
  const one = indicators[index]
  if (one === undefined) return false
  return indicators
    .slice(0, index)
    .some(
      (earlier) =>
        earlier.task !== one.task &&
        earlier.optional !== true &&
        isSameQuantity(earlier.normalized, one.normalized) &&
        nameAgreement(earlier.name, one.name) >= 0.9,
    )
}

function scorePhases(gold: GoldPlan, got: PlanDocument, miss: (kind: Miss['kind'], detail: string) => void): Overlap {
  const right = gold.phases.filter((phase) => {
    const read = got.phases.find((other) => bigramSimilarity(bareTitle(phase.name), bareTitle(other.name)) >= 0.6)
    const same = read !== undefined && read.start === phase.start && read.end === phase.end
    if (!same)
      miss('phase', `${phase.name} ${phase.start}..${phase.end}: ${read?.name} ${read?.start}..${read?.end} read`)
    return same
  })
  if (got.phases.length > gold.phases.length) {
    miss('phase', `${gold.phases.length} wanted, ${got.phases.length} read: ${got.phases.map((p) => p.name).join('|')}`)
  }
  return { right: right.length, got: got.phases.length, wanted: gold.phases.length }
}

function present(indicator: GoldIndicator): string {
  const place = indicator.task === null ? 'goals' : `task ${indicator.task}`
  return `${indicator.name} ${indicator.op} ${String(indicator.value)}${indicator.unit} (${place})`
}
