import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import { problem } from './entries.ts'
import { valueAt } from './json-pointer.ts'

/** Targets that are held against an indicator must be targets of the plan. */
export function measureProblems(county: unknown, codes: ReadonlySet<string>): FieldProblem[] {
  const measures = valueAt(county, '/measures')
  if (measures === null || typeof measures !== 'object') return []
  return Object.keys(measures)
    .filter((code) => !codes.has(code))
    .map((code) =>
      problem(
        `/measures/${code}`,
        `没有编号为“${code}”的目标，不能用指标测算。请改正编号。`,
        `There is no target “${code}” to hold against an indicator. Correct the code.`,
      ),
    )
}
