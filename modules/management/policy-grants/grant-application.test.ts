import { describe, expect, it } from 'vitest'
import { askedWithinMost, blind, inCallTime } from './grant-application.guards.ts'
import { grantApplication } from './grant-application.matter.ts'
import { blindFields } from './grant-application-form.ts'

const facts = {
  values: {},
  input: {},
  given: [],
  missing: [],
  acts: [],
  byAccount: null,
  today: '2026-06-01',
  submittedOn: '2026-05-20',
}

describe('an application for a grant (政策兑现)', () => {
  it.each([
    { opensOn: '2026-05-20', closesOn: '2026-05-20', may: true },
    { opensOn: '2026-04-01', closesOn: '2026-05-19', may: false },
    { opensOn: '2026-05-21', closesOn: '2026-06-30', may: false },
  ])('is taken from $opensOn until $closesOn only', ({ opensOn, closesOn, may }) => {
    const refusal = inCallTime.refuses({ ...facts, values: { callOpensOn: opensOn, callClosesOn: closesOn } })
    expect(refusal === undefined).toBe(may)
  })

  it('asks for no more than one project gets', () => {
    expect(askedWithinMost.refuses({ ...facts, values: { asked: 50, callMost: 50 } })).toBeUndefined()
    expect(askedWithinMost.refuses({ ...facts, values: { asked: 10_001, callMost: 10_000 } })?.zh).toMatch(/100\.01 元/)
  })

  it.each(blindFields.filter((name) => !['projectField', 'totalCost', 'asked'].includes(name)))(
    'is sent back when %s says who applied',
    (name) => {
      const who = { organisationName: '甲演示陶艺有限公司', uscc: '91320282000000000X', contactName: '甲某' }
      expect(blind.refuses({ ...facts, values: { ...who, [name]: '本公司甲演示陶艺有限公司自主研发' } })?.zh).toMatch(
        /1 处/,
      )
      expect(blind.refuses({ ...facts, values: { ...who, [name]: '自主研发' } })).toBeUndefined()
    },
  )

  it('shows experts nothing that tells who applied', () => {
    const shown: readonly string[] = grantApplication.review.shows
    for (const secret of ['organisationName', 'uscc', 'address', 'contactName', 'phone', 'email', 'bankAccount']) {
      expect(shown).not.toContain(secret)
    }
    expect(grantApplication.review.criteria.reduce((sum, { most }) => sum + most, 0)).toBe(100)
  })
})
