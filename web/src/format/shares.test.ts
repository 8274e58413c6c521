import { describe, expect, it } from 'vitest'
import { estimatedFigure, exactSum, percent, readFigure } from './shares.ts'

describe('shares and sums', () => {
  it('prints a share as percent with one decimal', () => {
    expect(percent(0.648)).toBe('64.8%')
    expect(percent(1)).toBe('100.0%')
    expect(percent(0)).toBe('0.0%')
  })

  it('adds printed figures exactly', () => {
    expect(exactSum([0.1, 0.2])).toBe(0.3)
    expect(exactSum([20, -17.4])).toBe(2.6)
    expect(exactSum([])).toBe(0)
  })

  it('reads a computed figure with two decimals at most', () => {
    expect(readFigure(17.2571872571873)).toBe('17.26')
    expect(readFigure(34000)).toBe('34,000')
    expect(readFigure(0)).toBe('0')
  })

  it('says no more of an estimate than is known', () => {
    expect(estimatedFigure(35973.76)).toBe('35,974')
    expect(estimatedFigure(907.91)).toBe('907.9')
    expect(estimatedFigure(17.6934)).toBe('17.69')
  })
})
