import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import { problem } from './entries.ts'

/** A range that ends before it starts. Plain dates compare as text. */
export function rangeProblems(range: { readonly start: string; readonly end: string }, path: string): FieldProblem[] {
  if (range.start <= range.end) return []
  return [
    problem(
      path,
      `结束日 ${range.end} 早于开始日 ${range.start}。请对调或改正。`,
      `The end ${range.end} is before the start ${range.start}. Swap or correct them.`,
    ),
  ]
}

export function yearOf(plainDate: string): number {
  return Number(plainDate.slice(0, 4))
}

export function yearsBetween(start: string, end: string): number[] {
  const first = yearOf(start)
  return Array.from({ length: Math.max(0, yearOf(end) - first + 1) }, (_, offset) => first + offset)
}

/** 0 Sunday … 6 Saturday, for a civil date without a zone. */
export function weekday(plainDate: string): number {
  return new Date(`${plainDate}T00:00:00Z`).getUTCDay()
}
