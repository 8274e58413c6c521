import { describe, expect, it } from 'vitest'
import { conclusionFitsRisk, conditionsNamed } from './ip-review.guards.ts'
import { ipReview } from './ip-review.matter.ts'

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

describe('the conclusion of an IP review (评议结论)', () => {
  it.each([
    { risk: 'high', conclusion: 'proceed', may: false },
    { risk: 'high', conclusion: 'conditional', may: true },
    { risk: 'high', conclusion: 'not', may: true },
    { risk: 'medium', conclusion: 'proceed', may: true },
  ])('of a $risk risk may be $conclusion: $may', ({ risk, conclusion, may }) => {
    expect(conclusionFitsRisk.refuses({ ...facts, input: { risk, conclusion } }) === undefined).toBe(may)
  })

  it('names its conditions', () => {
    expect(conditionsNamed.refuses({ ...facts, input: { conclusion: 'conditional', measures: '注意' } })?.zh).toMatch(
      /哪些条件/,
    )
    expect(
      conditionsNamed.refuses({ ...facts, input: { conclusion: 'conditional', measures: '投产前取得两件专利的许可' } }),
    ).toBeUndefined()
  })

  it('stands in a report with all its parts, printed in their order', () => {
    const { report } = ipReview.documents
    const headings = report?.body.flatMap((block) => ('heading' in block ? [block.heading] : []))
    expect(headings).toEqual([
      '项目概况',
      '评议范围和方法',
      '权属和有效性',
      '技术先进性和竞争态势',
      '侵权风险',
      '布局和价值',
      '合规、合同和人员风险',
      '结论和建议',
      '附件：检索到的主要专利',
    ])
  })
})
