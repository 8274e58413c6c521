import { describe, expect, it } from 'vitest'
import { figureWith, partFigure, signedFigure } from './indicator-figures.ts'

describe('figures of indicators', () => {
  it('stand with the decimals of their indicator, and zero has no sign', () => {
    expect(figureWith(17.4, 2)).toBe('17.40')
    expect(figureWith(34012, 0)).toBe('34,012')
    expect(figureWith(-0.001, 2)).toBe('0.00')
  })

  it('say which way they moved', () => {
    expect(signedFigure(64, 0)).toBe('+64')
    expect(signedFigure(-0.25, 2)).toBe('−0.25')
    expect(signedFigure(0.001, 2)).toBe('±0.00')
  })

  it('print people and money as the statistics do', () => {
    expect(partFigure(1_285_785, '人')).toEqual({ figure: '128.58', unit: '万人' })
    expect(partFigure(2_650_000_000, '元')).toEqual({ figure: '26.50', unit: '亿元' })
    expect(partFigure(312, '人')).toEqual({ figure: '312', unit: '人' })
    expect(partFigure(2237, '件')).toEqual({ figure: '2,237', unit: '件' })
  })
})
