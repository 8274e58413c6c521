import { describe, expect, it } from 'vitest'
import { judgedCall } from './judge-answers.ts'

const condition = (id: string, verdict: 'fulfilled' | 'notFulfilled' | 'unknown') => ({
  ...{ id, label: id, verdict, words: '', records: [] },
})

describe('which support one could get (测一测)', () => {
  it('is open while something is neither known nor answered', () => {
    const call = { id: 'c', conditions: [condition('local', 'fulfilled'), condition('credit', 'unknown')] }
    expect(judgedCall(call, {})).toBe('unknown')
    expect(judgedCall(call, { 'c/credit': true })).toBe('eligible')
    expect(judgedCall(call, { 'c/credit': false })).toBe('notEligible')
  })

  it('does not let an answer overrule what the platform knows', () => {
    const call = { id: 'c', conditions: [condition('local', 'notFulfilled')] }
    expect(judgedCall(call, { 'c/local': true })).toBe('notEligible')
  })

  it('keeps answers of one call apart from another', () => {
    const call = { id: 'c', conditions: [condition('credit', 'unknown')] }
    expect(judgedCall(call, { 'd/credit': true })).toBe('unknown')
  })

  it('lets everybody apply where nothing is asked', () => {
    expect(judgedCall({ id: 'c', conditions: [] }, {})).toBe('eligible')
  })
})
