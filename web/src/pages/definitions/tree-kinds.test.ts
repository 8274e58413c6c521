import { describe, expect, it } from 'vitest'
import type { Condition, Formula } from '../../api/formula.types.ts'
import {
  asCondition,
  asFormula,
  asWindow,
  below,
  conditionKind,
  conditionKinds,
  formulaKind,
  formulaKinds,
  replaced,
  windowKind,
  windowKinds,
} from './tree-kinds.ts'

const begin = { register: 'patent', dateField: 'grantedOn', field: 'title', countUnit: '件' }
const count: Formula = {
  measure: 'count',
  register: 'patent',
  where: { named: 'high-value' },
  window: { kind: 'stock' },
  unit: '件',
}

describe('steps of a formula as a person changes them', () => {
  it('become every other kind, and say so', () => {
    for (const kind of formulaKinds) expect(formulaKind(asFormula(count, kind, begin))).toBe(kind)
    for (const kind of conditionKinds) expect(conditionKind(asCondition({ named: 'a' }, kind, begin))).toBe(kind)
    for (const kind of windowKinds) expect(windowKind(asWindow({ kind: 'stock' }, kind, begin))).toBe(kind)
  })

  it('keep what both kinds have', () => {
    expect(asFormula(count, 'sum', begin)).toMatchObject({ register: 'patent', where: { named: 'high-value' } })
    const ratio = asFormula(count, 'ratio', begin)
    expect(ratio).toMatchObject({ of: count })
    expect(asFormula(ratio, 'share', begin)).toEqual({ ...ratio, measure: 'share' })
    expect(asFormula(ratio, 'per', begin)).toMatchObject({ of: count, per: 10_000 })
    const window = asWindow({ kind: 'year', on: 'filedOn' }, 'ever', begin)
    expect(window).toEqual({ kind: 'ever', on: 'filedOn' })
  })

  it('turn one condition into the first of several, and all into any without losing one', () => {
    const both: Condition = { all: [{ named: 'a' }, { named: 'b' }] }
    expect(asCondition({ named: 'a' }, 'all', begin)).toEqual({ all: [{ named: 'a' }] })
    expect(asCondition(both, 'any', begin)).toEqual({ any: both.all })
  })

  it('are replaced and taken out by their place', () => {
    expect(replaced(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c'])
    expect(replaced(['a', 'b', 'c'], 1, null)).toEqual(['a', 'c'])
    expect(below('', 'of')).toBe('of')
    expect(below('of.where', 1)).toBe('of.where.1')
  })
})
