import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import type { PlanTarget } from '../county.types.ts'
import { rangeProblems, yearOf, yearsBetween } from './dates.ts'
import { type Entry, problem } from './entries.ts'
import { type PlanNames, placeProblems } from './plan-problems.ts'
import type { Units } from './units.ts'

export function targetProblems(
  entries: readonly Entry<PlanTarget>[],
  names: PlanNames,
  units: Units,
  period: { readonly start: string; readonly end: string } | undefined,
): FieldProblem[] {
  return entries.flatMap(({ path, value: target }) => [
    ...units.problemsOf(target.owner, `${path}/owner`),
    ...placeProblems(
      target,
      [
        ...target.where.map((place, index) => ({ place, path: `${path}/where/${index}` })),
        ...(target.sameStatementIn ?? []).map((place, index) => ({ place, path: `${path}/sameStatementIn/${index}` })),
      ],
      path,
      names,
    ),
    ...rangeProblems(target.window, `${path}/window`),
    ...ratioProblems(target, path),
    ...unitProblems(target, path),
    ...yearlyProblems(target, path, period),
  ])
}

function ratioProblems(target: PlanTarget, path: string): FieldProblem[] {
  if ((target.kind === 'ratio') === (target.ratioBasis !== undefined)) return []
  return [
    problem(
      `${path}/ratioBasis`,
      target.kind === 'ratio'
        ? `${target.code} 是比率，请用 ratioBasis 写明按时点（date）、建设期（window）还是当年（year）计算。`
        : `${target.code} 不是比率，请删去 ratioBasis。`,
      target.kind === 'ratio'
        ? `${target.code} is a ratio: say with ratioBasis whether it is taken at a date, over the window or per year.`
        : `${target.code} is no ratio: remove ratioBasis.`,
    ),
  ]
}

const multiples: Record<string, number> = { 万: 10_000, 亿: 100_000_000 }

/** 30 亿元 in 元 has to be 3 000 000 000: a slip by a factor of ten thousand is the likeliest mistake. */
function unitProblems(target: PlanTarget, path: string): FieldProblem[] {
  const { unit, baseUnit, value, normalized } = target
  const multiple = unit.slice(1) === baseUnit ? multiples[unit.slice(0, 1)] : undefined
  const expected = value * (multiple ?? 1)
  // Only products with a decimal fraction differ in the last binary digit; targets are far coarser than that.
  if (Math.abs(normalized - expected) <= Math.abs(expected) * 1e-12) return []
  return [
    problem(
      `${path}/normalized`,
      `${target.code} 的 ${value} ${unit} 折合 ${expected} ${baseUnit}，写的是 ${normalized}。请改正。`,
      `${target.code}: ${value} ${unit} is ${expected} ${baseUnit}, not ${normalized}. Correct one of them.`,
    ),
  ]
}

function yearlyProblems(
  target: PlanTarget,
  path: string,
  period: { readonly start: string; readonly end: string } | undefined,
): FieldProblem[] {
  const { code, yearly } = target
  const twice = yearly.flatMap(({ year }, index) =>
    yearly.findIndex((other) => other.year === year) < index
      ? [
          problem(
            `${path}/yearly/${index}/year`,
            `${code} 的 ${year} 年目标写了两次。请删去一个。`,
            `${code} has two targets for ${year}. Remove one.`,
          ),
        ]
      : [],
  )
  if (period === undefined) return twice
  const years = yearsBetween(period.start, period.end)
  const missing = years
    .filter((year) => !yearly.some((one) => one.year === year))
    .map((year) =>
      problem(
        `${path}/yearly`,
        `${code} 缺 ${year} 年的年度目标。没有分解的写 value: null。`,
        `${code} has no entry for ${year}. Where the target is not broken down, write value: null.`,
      ),
    )
  const outside = yearly.flatMap(({ year }, index) =>
    years.includes(year)
      ? []
      : [
          problem(
            `${path}/yearly/${index}/year`,
            `${code} 的 ${year} 年不在方案期限内。请删去。`,
            `${code}: ${year} is outside of the plan's period. Remove it.`,
          ),
        ],
  )
  return [...twice, ...missing, ...outside, ...lastYearProblems(target, path)]
}

/** In the year in which its window ends, the plan's own yearly figure is the target. */
function lastYearProblems(target: PlanTarget, path: string): FieldProblem[] {
  return target.yearly.flatMap(({ year, value, source }, index) => {
    if (year !== yearOf(target.window.end) || source !== 'plan' || value === target.value) return []
    return [
      problem(
        `${path}/yearly/${index}/value`,
        `${target.code} 的目标是 ${target.value}，${year} 年（目标年）却写 ${value ?? 'null'}。请改成一致。`,
        `${target.code} is to reach ${target.value}, but its last year ${year} says ${value ?? 'null'}. Make them agree.`,
      ),
    ]
  })
}
