import { describe, expect, it } from 'vitest'
import type { IndicatorRow } from '../../api/indicator.types.ts'
import type { TargetRow } from '../../api/types.gen.ts'
import { listIndicators } from './list-indicators.ts'

const indicator = (id: string, itemId: string | null, rest: Partial<IndicatorRow> = {}): IndicatorRow => ({
  id,
  code: null,
  label: id,
  labelEn: id,
  unit: '件',
  decimals: 0,
  better: 'higher',
  value: null,
  missing: null,
  state: 'missing',
  target: itemId === null ? null : { itemId, comparator: 'gte', value: 1 },
  light: null,
  version: 1,
  asOf: '2026-11-25',
  official: null,
  area: null,
  trend: [],
  ...rest,
})

describe('the list of indicators', () => {
  it('stands in the order of the plan, with the area of the target, and what has none last', () => {
    const targets = [
      { itemId: 'a', area: 'creation', kind: 'stock' },
      { itemId: 'b', area: 'utilization', kind: 'annual' },
    ] as unknown as readonly TargetRow[]
    const rows = listIndicators([indicator('free', null), indicator('two', 'b'), indicator('one', 'a')], targets)
    expect(rows.map(({ indicator: { id }, area, annual }) => [id, area, annual])).toEqual([
      ['one', 'creation', false],
      ['two', 'utilization', true],
      ['free', 'other', false],
    ])
  })

  it('believes the indicator first where both know', () => {
    const targets = [{ itemId: 'a', area: 'creation', kind: 'stock' }] as unknown as readonly TargetRow[]
    const [row] = listIndicators([indicator('one', 'a', { area: 'talent' })], targets)
    expect(row).toMatchObject({ area: 'talent' })
  })
})
