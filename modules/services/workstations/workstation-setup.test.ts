import { describe, expect, it } from 'vitest'
import { dutiesCovered, enoughStaff, twoCheckers } from './workstation-setup.guards.ts'

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

describe('setting up a workstation (工作站设立)', () => {
  it.each([
    { staff: undefined, may: false },
    { staff: 1, may: false },
    { staff: 2, may: true },
  ])('with $staff people: $may', ({ staff, may }) => {
    expect(enoughStaff.refuses({ ...facts, values: { staff } }) === undefined).toBe(may)
  })

  it('takes publicity, advice and leads, and names what is missing', () => {
    expect(dutiesCovered.refuses({ ...facts, values: { duties: ['publicity'] } })?.zh).toMatch(/咨询、维权线索/)
    expect(
      dutiesCovered.refuses({ ...facts, values: { duties: ['advice', 'leads', 'publicity', 'works'] } }),
    ).toBeUndefined()
  })

  it.each([
    { checkers: '甲某', may: false },
    { checkers: '甲某、甲某', may: false },
    { checkers: '甲某、乙某', may: true },
    { checkers: '甲某，乙某 丙某', may: true },
  ])('is looked at by “$checkers”: $may', ({ checkers, may }) => {
    expect(twoCheckers.refuses({ ...facts, input: { checkers } }) === undefined).toBe(may)
  })
})
