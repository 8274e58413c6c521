/**
 * Compares what the compiler read with what a careful reader found.
 *
 * Pairs are taken best first, one to one. A statement counts only in its place: the right number in the wrong task is
 * one miss and one false reading.
 */

import type { DocumentIndicator, PlanDocument } from '../plan-document.types.ts'
import type { GoldPlan } from './gold.types.ts'
import { pairIndicators, pairTasks } from './pairing.ts'
import { bareTitle, bigramSimilarity } from './same-words.ts'
import type { Miss, NoteMiss, Overlap, PlanScore, Share } from './score.types.ts'
import { scoreStatements } from './score-statements.ts'
import { scoreDueDates, scoreResponsibility, scoreTasks } from './score-tasks.ts'

export function scorePlan(gold: GoldPlan, got: PlanDocument, text: string): PlanScore {
  const misses: Miss[] = []
  const miss: NoteMiss = (kind, detail) => {
    misses.push({ kind, detail })
  }

  const taskPairs = pairTasks(gold.tasks, got)
  const goldTaskOf = new Map(taskPairs.map((pair) => [got.tasks[pair.got]?.id, gold.tasks[pair.gold]?.number]))
  const gotTaskIndexOf = new Map(taskPairs.map((pair) => [pair.gold, pair.got]))
  const tasks = scoreTasks(gold, got, taskPairs, miss)
  const { leads, units } = scoreResponsibility(gold, got, gotTaskIndexOf, miss)

  const placeOf = (indicator: DocumentIndicator): number | null | undefined =>
    indicator.taskId === null ? null : goldTaskOf.get(indicator.taskId)
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
  const titleIsRight = titles.some((title) => readTitle === title || isNoticeOf(readTitle, title))
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
    due: scoreDueDates(gold, got, gotTaskIndexOf, miss),
    tasks,
    groups: { right: groups.length, of: gold.groups.length },
    phases: scorePhases(gold, got, miss),
    safeguards: gold.safeguardCount === null ? { right: 0, of: 0 } : { right: safeguardsRight ? 1 : 0, of: 1 },
    milestones: { right: milestones.length, of: gold.milestones.length },
    title: fact('title', gold.title, got.title, titleIsRight),
    issuer: fact('issuer', gold.issuer, got.issuer, sameWords(gold.issuer, firstIssuer(got.issuer))),
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

/** The covering notice carries the plan's title in its own: …关于印发《…》的通知. */
function isNoticeOf(notice: string, title: string): boolean {
  return notice.includes(`印发${title}`) && notice.endsWith('的通知')
}

/** Where several offices sign, the first one issues. */
function firstIssuer(issuer: string | null): string | null {
  return issuer?.trim().split(/[、，,;；\s]/u)[0] ?? null
}

function scorePhases(gold: GoldPlan, got: PlanDocument, miss: NoteMiss): Overlap {
  const right = gold.phases.filter((phase) => {
    const read = got.phases.find((other) => isSamePhase(phase.name, other.name))
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

/** 第一阶段：动员部署 and 动员部署 name one phase. */
function isSamePhase(a: string, b: string): boolean {
  const [left, right] = [bareTitle(a), bareTitle(b)]
  return bigramSimilarity(left, right) >= 0.6 || (right !== '' && (left.includes(right) || right.includes(left)))
}
