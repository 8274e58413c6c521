import { describe, expect, it } from 'vitest'
import { axisTicks, linearScale, spread } from './scale.ts'

describe('scales of charts', () => {
  it('begins the axis at zero unless all values lie far above it', () => {
    expect(axisTicks([12.6, 17.4, 20])).toEqual([12, 14, 16, 18, 20, 22])
    expect(axisTicks([0, 6, 10])[0]).toBe(0)
    expect(axisTicks([5, 30])[0]).toBe(0)
  })

  it('takes in every value, also where there is only one, only zero or less than zero', () => {
    for (const values of [[1], [0], [-4, 3], [35000, 34000], [0.1, 0.3], []]) {
      const ticks = axisTicks(values)
      expect(ticks.length).toBeGreaterThanOrEqual(3)
      for (const value of values) {
        expect(ticks[0]).toBeLessThanOrEqual(value)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(value)
      }
    }
  })

  it('puts a value in its place, and the middle where there is no span', () => {
    expect(linearScale([0, 10], [100, 0])(2.5)).toBe(75)
    expect(linearScale([3, 3], [0, 10])(3)).toBe(5)
  })

  it('moves labels apart and keeps their order', () => {
    expect(spread([10, 12, 40], 14)).toEqual([10, 24, 40])
    expect(spread([12, 10], 14)).toEqual([24, 10])
  })
})
