import type { Overlap, PlanScore, Share } from './score.types.ts'

export type TotalScore = Omit<PlanScore, 'misses'>

/** Sums over plans: each statement, task and unit weighs the same, whichever plan it stands in. */
export function totalScores(scores: readonly TotalScore[]): TotalScore {
  const share = (of: (score: TotalScore) => Share): Share => ({
    right: sum(scores, (score) => of(score).right),
    of: sum(scores, (score) => of(score).of),
  })
  const overlap = (of: (score: TotalScore) => Overlap): Overlap => ({
    right: sum(scores, (score) => of(score).right),
    got: sum(scores, (score) => of(score).got),
    wanted: sum(scores, (score) => of(score).wanted),
  })
  return {
    targets: overlap((score) => score.targets),
    op: share((score) => score.op),
    kind: share((score) => score.kind),
    deadline: share((score) => score.deadline),
    sameAs: share((score) => score.sameAs),
    spans: share((score) => score.spans),
    leads: share((score) => score.leads),
    units: overlap((score) => score.units),
    due: share((score) => score.due),
    tasks: overlap((score) => score.tasks),
    groups: share((score) => score.groups),
    phases: overlap((score) => score.phases),
    safeguards: share((score) => score.safeguards),
    milestones: share((score) => score.milestones),
    title: share((score) => score.title),
    issuer: share((score) => score.issuer),
    date: share((score) => score.date),
    documentNo: share((score) => score.documentNo),
    period: share((score) => score.period),
  }
}

/** Right ones among those read; 1 where nothing was read and nothing wanted. */
export function precision({ right, got, wanted }: Overlap): number {
  if (got === 0) return wanted === 0 ? 1 : 0
  return right / got
}

/** Right ones among those wanted; 1 where nothing was wanted. */
export function recall({ right, wanted }: Overlap): number {
  return wanted === 0 ? 1 : right / wanted
}

/** Harmonic mean of precision and recall. */
export function f1({ right, got, wanted }: Overlap): number {
  return got + wanted === 0 ? 1 : (2 * right) / (got + wanted)
}

/** 1 where there was nothing to judge. */
export function rate({ right, of }: Share): number {
  return of === 0 ? 1 : right / of
}

function sum(scores: readonly TotalScore[], of: (score: TotalScore) => number): number {
  return scores.reduce((total, score) => total + of(score), 0)
}
