import { describe, expect, it } from 'vitest'
import type { NextAct } from '../../../api/types.gen.ts'
import { keyOf, shareActs } from './case-acts.ts'

const act = (name: string, given: Partial<NextAct> = {}): NextAct => ({
  act: name,
  label: name,
  labelEn: name,
  kind: 'declared',
  isMain: false,
  key: null,
  fields: [],
  opinion: 'none',
  issues: null,
  asksForSupplement: false,
  isBatch: false,
  refusal: null,
  ...given,
})
const names = (acts: readonly NextAct[]) => acts.map((one) => one.act)

describe('which acts stand as buttons of a case', () => {
  it('puts the main one last and two beside it, the rest into the menu', () => {
    const shared = shareActs([act('accept', { isMain: true }), act('ask'), act('refuse'), act('note')])
    expect(names(shared.buttons)).toEqual(['ask', 'refuse', 'accept'])
    expect(names(shared.others)).toEqual(['note'])
  })

  it('leads with taking (领办) while nobody has the case', () => {
    const shared = shareActs([act('accept', { isMain: true }), act('ask'), act('take', { kind: 'common' })])
    expect(names(shared.buttons)).toEqual(['ask', 'accept', 'take'])
  })

  it('keeps what cannot be done yet out of the buttons, and in the menu with its reason', () => {
    const shared = shareActs([act('accept', { isMain: true, refusal: '材料不齐' }), act('ask')])
    expect(names(shared.buttons)).toEqual(['ask'])
    expect(shared.others.map(({ refusal }) => refusal)).toEqual(['材料不齐'])
  })

  it('offers to answer whoever has nothing else to do here', () => {
    const shared = shareActs([act('answerCall', { kind: 'common' }), act('note', { kind: 'common' })])
    expect(names(shared.buttons)).toEqual(['answerCall'])
    expect(names(shared.common)).toEqual(['note'])
  })
})

describe('the letter of a button', () => {
  it('is the one that the declaration says', () => {
    const accept = act('accept', { key: 'A' })
    expect(keyOf(accept, [accept])).toBe('a')
  })

  it('is another one where the desk needs that letter itself (C 批注)', () => {
    const close = act('close', { key: 'c' })
    expect(keyOf(close, [close])).toBe('a')
  })

  it('never stands on two buttons', () => {
    const buttons = [act('ask', { key: 's' }), act('refuse', { key: 's' }), act('accept'), act('take')]
    const letters = buttons.map((one) => keyOf(one, buttons)).filter((letter) => letter !== null)
    expect(new Set(letters).size).toBe(letters.length)
  })
})
