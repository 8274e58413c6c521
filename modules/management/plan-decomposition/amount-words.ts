import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'

/** The comparators in the plan's words: a bare number and 达 mean at least. */
const words: Readonly<Record<PlanTarget['comparator'], string>> = {
  gte: '≥',
  gt: '＞',
  eq: '=',
  lte: '≤',
  lt: '＜',
  range: '',
}

/** An amount as the pages print it: `≥ 3.5 万件`, `1—2 个`. */
export function amountInWords(target: Pick<PlanTarget, 'comparator' | 'value' | 'valueHigh' | 'unit'>): string {
  if (target.valueHigh !== null) return `${target.value}—${target.valueHigh} ${target.unit}`.trim()
  return `${words[target.comparator]} ${target.value} ${target.unit}`.trim()
}
