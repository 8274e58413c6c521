import { county } from '@qiangxian/counties/yixing/county'
import { parametersIn } from '@qiangxian/engines/formula/parameters'
import { indicators, registers } from '@qiangxian/modules/declarations.gen'
import { describe, expect, it } from 'vitest'
import { countyFacts } from './county-facts.ts'

const facts = countyFacts(county, false)
const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))

describe('targets of the plan and the indicators they are held against', () => {
  it('every numbered target has its indicator, and each is its own', () => {
    expect(facts.measures).toHaveLength(37)
    expect(facts.measures.map(({ target }) => target).sort()).toEqual(
      county.plan.targets.map(({ code }) => code).sort(),
    )
    expect(new Set(facts.measures.map(({ indicator }) => indicator)).size).toBe(37)
  })

  it.each(county.plan.targets.map((target) => [target.code, target] as const))(
    '%s is computed in its unit',
    (code, target) => {
      const indicator = byId.get(county.measures[code] ?? '')
      expect(indicator?.unit).toBe(target.unit.replace(/\/年$/, ''))
    },
  )

  it('every parameter of counting is read by a formula', () => {
    const used = new Set(
      parametersIn([indicators.map(({ formula }) => formula), registers.map(({ conditions }) => conditions ?? {})]),
    )
    const decided = facts.parameters.filter(({ key }) => /^indicator\.(?!light\.)|^population\./.test(key))
    expect(decided.map(({ key }) => key).filter((key) => !used.has(key))).toEqual([])
    expect([...used].filter((key) => !facts.parameters.some((parameter) => parameter.key === key))).toEqual([])
  })
})
