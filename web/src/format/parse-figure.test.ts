import { describe, expect, it } from 'vitest'
import { parseFigure } from './parse-figure.ts'

describe('figures as people type them', () => {
  it.each([
    ['35000', 35000],
    ['35,000', 35000],
    ['３．５万', 35000],
    ['30亿', 3e9],
    ['1.1万', 11000],
    [' 0 ', 0],
    ['-1', -1],
  ])('reads %s', (typed, value) => expect(parseFigure(typed)).toBe(value))

  it('takes an empty field for what nobody has settled, never for zero', () => {
    expect(parseFigure('')).toBeNull()
    expect(parseFigure('  ')).toBeNull()
  })

  it.each(['abc', '1e400', '3.5.1', '十', '1万2'])('refuses %s', (typed) => expect(parseFigure(typed)).toBeUndefined())
})
