import { describe, expect, it } from 'vitest'
import { balanceOf } from './use-shares.ts'

describe('what is left of a target', () => {
  it('adds exactly, and leaves open what nobody settled', () => {
    expect(balanceOf(1, [0.1, 0.2, null])).toEqual({ sum: 0.3, difference: 0.7, open: 1, wrong: 0 })
  })

  it('says when more was handed out than there is', () => {
    expect(balanceOf(10, [6, 6]).difference).toBe(-2)
  })

  it('counts what is no figure, and what is below zero', () => {
    expect(balanceOf(10, [undefined, -1, 4])).toMatchObject({ wrong: 2 })
  })
})
