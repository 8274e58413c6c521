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

/** Digits in groups of three, as the pages print them; up to six decimals. */
const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })

/** An amount as the pages print it: `≥ 35,000 件`, `1—2 个`. */
export function amountInWords(target: Pick<PlanTarget, 'comparator' | 'value' | 'valueHigh' | 'unit'>): string {
  const value = digits.format(target.value)
  if (target.valueHigh !== null) return `${value}—${digits.format(target.valueHigh)} ${target.unit}`.trim()
  return `${words[target.comparator]} ${value} ${target.unit}`.trim()
}
