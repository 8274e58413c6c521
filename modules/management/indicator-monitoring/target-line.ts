import { figure } from '@qiangxian/engines/indicator/figures'
import { versionInForce } from '@qiangxian/kernel/plan/load-version'
import type { PlanSnapshot, PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import { inPrinted } from '@qiangxian/kernel/progress/printed-unit'
import type { TargetMonitor } from '@qiangxian/kernel/progress/progress.schemas'
import type { Static } from 'typebox'

type Line = Static<typeof TargetMonitor>['line']

/**
 * The line that a target is held against, day by day, in its printed unit: the levels of its years where it is broken
 * down, else the plan's figure by the version that was in force. An amendment does not rewrite the months before it.
 *
 * @param levels where the target is to stand at the end of each year, base unit; empty where nobody broke it down
 * @param versions every version of the plan, oldest first
 */
export function targetLine(
  target: PlanTarget,
  levels: ReadonlyMap<number, number | null>,
  versions: readonly PlanSnapshot[],
): Line {
  const current = versions.at(-1)
  if (current === undefined) return []
  const { periodStart, periodEnd } = current.head
  const settled = [...levels].flatMap(([year, value]) => (value === null ? [] : [{ year, value }]))
  return settled.length > 0
    ? settled.map(({ year, value }) => {
        const printed = inPrinted(target, value)
        return {
          from: laterOf(`${year}-01-01`, periodStart),
          to: earlierOf(`${year}-12-31`, periodEnd),
          value: printed,
          label: {
            zh: `${year} 年末应达 ${figure(printed)} ${target.unit}`,
            en: `${figure(printed)} ${target.unit} by the end of ${year}`,
          },
        }
      })
    : lineByVersion(target, versions, periodStart, periodEnd)
}

function lineByVersion(target: PlanTarget, versions: readonly PlanSnapshot[], start: string, end: string): Line {
  const heads = versions.map(({ head }) => head)
  const begins = [...new Set(heads.map(({ effectiveFrom }) => laterOf(effectiveFrom, start)))].sort()
  return begins
    .filter((from) => from <= end)
    .flatMap((from, at) => {
      const head = versionInForce(heads, from)
      const version = versions.find((each) => each.head === head)
      const then = version?.targets.find(({ itemId }) => itemId === target.itemId)
      // A figure in another base unit stands on no common line with today's.
      if (head === undefined || then === undefined || then.baseUnit !== target.baseUnit) return []
      const next = begins[at + 1]
      const value = inPrinted(target, then.baseValue)
      return [
        {
          from,
          to: next === undefined || next > end ? end : dayBefore(next),
          value,
          label: {
            zh: `第 ${head.version} 版：${figure(value)} ${target.unit}`,
            en: `Version ${head.version}: ${figure(value)} ${target.unit}`,
          },
        },
      ]
    })
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other
}

function earlierOf(one: string, other: string): string {
  return one < other ? one : other
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
