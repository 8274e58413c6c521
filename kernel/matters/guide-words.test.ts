import { describe, expect, it } from 'vitest'
import type { CountyParameter } from '../jurisdiction/county-facts.ts'
import { wordsAnywhere, wordsHere } from './guide-words.ts'

const declared = { 'ip-review.due-from-amount': { otherwise: 10_000_000, unit: '元' } }
const text = '政府资金支持、金额达到{parameter.ip-review.due-from-amount}的应当评议'
const decided = (value: number | null, isDefault: boolean): { parameters: CountyParameter[] } => ({
  parameters: [
    {
      ...{ key: 'ip-review.due-from-amount', label: '起点金额', unit: '元', value, choice: null, isDefault },
      ...{ about: [], source: '演示', note: null },
    },
  ],
})

describe('numbers of the county in a guide (办事指南)', () => {
  it.each([
    ['decided', decided(5_000_000, false), '达到500万元的'],
    ['a default of the county', decided(5_000_000, true), '达到500万元（默认值，待本市确认）的'],
    ['not known to the county', { parameters: [] }, '达到1000万元（默认值，待本市确认）的'],
    ['known, and decided by nobody', decided(null, false), '达到1000万元（默认值，待本市确认）的'],
    ['no round sum', decided(12_345, false), '达到12345元的'],
  ])('stand in its words: %s', (_, county, words) => {
    expect(wordsHere(text, declared, county)).toContain(words)
  })

  it('are left as they stand where nothing declares them, and out of what is searched', () => {
    expect(wordsHere(text, undefined, { parameters: [] })).toBe(text)
    expect(wordsAnywhere(text)).toBe('政府资金支持、金额达到的应当评议')
  })
})
