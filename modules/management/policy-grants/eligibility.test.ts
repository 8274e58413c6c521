import { describe, expect, it } from 'vitest'
import { grantConditions } from './grant-conditions.ts'
import { type EntityFacts, judgeCondition, type KnownProof, verdictOf } from './judge-condition.ts'

const today = '2026-06-01'
const entity: EntityFacts = {
  id: 'e',
  name: '甲演示陶艺有限公司',
  hasTown: true,
  type: 'enterprise',
  establishedOn: '2023-06-01',
  endedOn: null,
}
const condition = (id: string) => {
  const found = grantConditions.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no condition ${id}`)
  return found
}
const known = (count: number): KnownProof => ({
  isKept: true,
  count,
  records: Array.from({ length: count }, (_, at) => ({ register: 'patent', recordId: String(at), label: `演示${at}` })),
})
const judge = (id: string, proof?: KnownProof, of: EntityFacts | undefined = entity, least = 1) =>
  judgeCondition(condition(id), of, proof, least, today)

describe('what the platform tells of a call before anybody applies (政策预判)', () => {
  it.each([
    { id: 'local', of: entity, verdict: 'fulfilled' },
    { id: 'local', of: { ...entity, hasTown: false }, verdict: 'unknown' },
    { id: 'in-business', of: { ...entity, endedOn: '2026-05-31' }, verdict: 'notFulfilled' },
    { id: 'in-business', of: { ...entity, endedOn: '2026-06-02' }, verdict: 'fulfilled' },
    { id: 'three-years', of: entity, verdict: 'fulfilled' },
    { id: 'three-years', of: { ...entity, establishedOn: '2023-06-02' }, verdict: 'notFulfilled' },
    { id: 'three-years', of: { ...entity, establishedOn: null }, verdict: 'unknown' },
    { id: 'enterprise', of: { ...entity, type: 'individual' }, verdict: 'notFulfilled' },
  ])('judges $id of the entity itself: $verdict', ({ id, of, verdict }) => {
    expect(judge(id, undefined, of).verdict).toBe(verdict)
  })

  it('counts records, shows them, and says how many it takes', () => {
    const enough = judge('inventions', known(3), entity, 3)
    expect(enough).toMatchObject({ verdict: 'fulfilled', words: '平台记有 3 条，需要 3 条。' })
    expect(enough.records).toHaveLength(3)
    expect(judge('inventions', known(2), entity, 3)).toMatchObject({ verdict: 'notFulfilled' })
  })

  it('never takes an empty register for a condition that is not fulfilled', () => {
    expect(judge('certified', { isKept: false, count: 0, records: [] }).verdict).toBe('unknown')
    expect(judge('certified', known(0)).verdict).toBe('notFulfilled')
  })

  it('knows nothing of whoever is no entity, and keeps no data about credit', () => {
    expect(judgeCondition(condition('patent'), undefined, undefined, 1, today).verdict).toBe('unknown')
    expect(judge('credit').verdict).toBe('unknown')
  })

  it('closes a call that the entity got already', () => {
    expect(judge('no-award', known(0)).verdict).toBe('fulfilled')
    expect(judge('no-award', known(1)).verdict).toBe('notFulfilled')
  })

  it('lets one failed condition close a call, and one unknown leave it open', () => {
    const [yes, no, open] = [judge('enterprise'), judge('patent', known(0)), judge('credit')]
    expect(verdictOf([yes, no, open])).toBe('notEligible')
    expect(verdictOf([yes, open])).toBe('unknown')
    expect(verdictOf([yes])).toBe('eligible')
  })
})
