import { expect, it } from 'vitest'
import { unitInSummary } from './unit-in-summary.ts'

it.each([
  ['2,095件', '件'],
  ['1.77亿元', '亿元'],
  ['92.74944%（31,494 ÷ 33,956）', '%'],
  ['17.4件/万人', '件/万人'],
  ['缺数：统计局未公布', ''],
  ['进度 94%', ''],
])('the unit in %s is %s', (summary, unit) => expect(unitInSummary(summary)).toBe(unit))
