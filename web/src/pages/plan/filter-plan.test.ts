import { describe, expect, it } from 'vitest'
import type { PlanTree } from '../../api/types.gen.ts'
import { filterPlan } from './filter-plan.ts'

const task = (number: number, title: string, group: string) => ({
  itemId: `t${number}`,
  number,
  title,
  group,
  area: 'creation' as const,
  lead: [{ id: 'u', name: '市科技局', shortName: '科技局', dissolvedOn: null }],
  support: [],
  targets: 0,
  milestones: 0,
})
const plan: PlanTree = {
  plan: {
    id: 'p',
    title: '工作方案',
    issuer: null,
    documentNo: null,
    issuedOn: null,
    period: { start: '2024-01-01', end: '2026-12-31' },
    version: 1,
    versions: 1,
    effectiveFrom: '2024-06-12',
  },
  goal: null,
  groups: [
    { itemId: 'g1', number: 1, title: '创造', area: 'creation' },
    { itemId: 'g2', number: 2, title: '保护', area: 'protection' },
  ],
  tasks: [task(1, '专利培育', '创造'), task(2, '海外维权', '保护')],
  targets: [],
  milestones: [],
  safeguards: [{ itemId: 's', number: 1, title: '加大投入', summary: '专利专项经费', words: null }],
  phases: [],
  questions: [],
  sourceText: null,
}

describe('finding in a plan', () => {
  it('keeps everything when nothing is asked', () => {
    expect(filterPlan(plan, '')).toEqual({ plan, count: 3 })
  })

  it('keeps what says the words, and the groups that still have a task', () => {
    const { plan: shown, count } = filterPlan(plan, '专利')
    expect(shown.tasks.map((one) => one.number)).toEqual([1])
    expect(shown.groups.map((one) => one.title)).toEqual(['创造'])
    expect(shown.safeguards).toHaveLength(1)
    expect(count).toBe(2)
  })

  it('finds by the unit that leads', () => {
    expect(filterPlan(plan, '科技局').count).toBe(2)
    expect(filterPlan(plan, '公安').count).toBe(0)
  })
})
