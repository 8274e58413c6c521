import { describe, expect, it } from 'vitest'
import { waterfallBars, waterfallFloor } from './waterfall-bars.ts'

const step = (change: number) => ({
  label: { zh: '新计入', en: 'joined' },
  change,
  records: 1,
  kind: 'joined' as const,
  path: null,
})

describe('bars of a waterfall', () => {
  it('begin each where the one before ended', () => {
    const bars = waterfallBars(100, 103, [step(5), step(-2)])
    expect(bars?.map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [100, 105],
      [105, 103],
      [0, 103],
    ])
  })

  it('there are none where a level is missing', () => {
    expect(waterfallBars(null, 3, [step(3)])).toBeNull()
  })

  it('begin above zero only where the steps could not be seen otherwise', () => {
    expect(waterfallFloor(waterfallBars(100, 103, [step(5), step(-2)]) ?? [])).toBeGreaterThan(80)
    expect(waterfallFloor(waterfallBars(2, 10, [step(8)]) ?? [])).toBe(0)
    expect(waterfallFloor(waterfallBars(2, -3, [step(-5)]) ?? [])).toBe(-3)
    expect(waterfallFloor(waterfallBars(0, 0, []) ?? [])).toBe(0)
  })
})
