import { county } from '@qiangxian/counties/yixing/county'
import { describe, expect, it } from 'vitest'
import { timeRules } from './declarations.ts'

const unitOf = { workingDay: '工作日', calendarDay: '日', month: '个月', year: '年', hour: '小时' } as const

const lengths = timeRules.all.flatMap((rule) =>
  rule.history.flatMap(({ length, andAtMost, extensions = [] }) =>
    [length, ...(andAtMost === undefined ? [] : [andAtMost]), ...extensions.map((one) => one.length)].map((each) => ({
      rule: rule.id,
      ...each,
    })),
  ),
)

describe('the county’s numbers of the rules of time (时限参数)', () => {
  it('has a parameter for every number that is the county’s to set, with the default and the unit of the rule', () => {
    const wrong = lengths.flatMap(({ rule, n, unit, parameter: key }) => {
      if (key === undefined) return []
      const parameter = county.parameters.find((each) => each.key === key)
      if (parameter === undefined) return [`${rule}: ${key} is not in counties/yixing/parameters`]
      const isSame = !parameter.isDefault || parameter.value === n
      return isSame && parameter.unit === unitOf[unit]
        ? []
        : [`${rule}: ${key} says ${parameter.value} ${parameter.unit}`]
    })
    expect(wrong).toEqual([])
  })

  it('has none that no rule reads', () => {
    const read = new Set(lengths.map(({ parameter }) => parameter))
    const idle = county.parameters.filter(
      ({ key }) => key.startsWith('limit.') && key !== 'limit.clear-days-reading' && !read.has(key),
    )
    expect(idle.map(({ key }) => key)).toEqual([])
  })
})
