import { describe, expect, it } from 'vitest'
import { evaluateSet } from './evaluate.ts'
import { type Noise, noises } from './noise.ts'
import { f1, rate, totalScores } from './total-scores.ts'

describe.each(['dev', 'held-out'] as const)('the plan compiler (方案编译) over the plans of %s', (set) => {
  const scored = evaluateSet(set)
  const total = totalScores(scored.map(({ score }) => score))

  it('has plans to be judged by', () => {
    expect(scored.length).toBeGreaterThanOrEqual(12)
  })

  it('finds the targets (指标) and reads nothing else as a target', () => {
    expect(f1(total.targets)).toBeGreaterThanOrEqual(0.95)
  })

  it('names exactly the leading units (牵头单位) that the document names', () => {
    expect(rate(total.leads)).toBeGreaterThanOrEqual(0.97)
  })

  it('lists every responsible unit (责任单位) as printed', () => {
    expect(f1(total.units)).toBeGreaterThanOrEqual(0.97)
  })
})

describe('the plan compiler (方案编译) over noisy plans', () => {
  it.each(Object.keys(noises) as Noise[])('reads the plans of dev alike with %s', (noise) => {
    const total = totalScores(evaluateSet('dev', noise).map(({ score }) => score))
    expect(f1(total.targets)).toBeGreaterThanOrEqual(0.95)
    expect(rate(total.leads)).toBeGreaterThanOrEqual(0.97)
    expect(f1(total.units)).toBeGreaterThanOrEqual(0.97)
    expect(f1(total.tasks)).toBeGreaterThanOrEqual(0.97)
  })
})
