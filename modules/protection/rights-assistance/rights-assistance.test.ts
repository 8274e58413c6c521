import { describe, expect, it } from 'vitest'
import { expertsForOpinion, noCourtDecision } from './rights-assistance.guards.ts'
import { rightsAssistance } from './rights-assistance.matter.ts'
import { REFERENCE_ONLY } from './rights-assistance-documents.ts'

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
const experts = (count: number) => Array.from({ length: count }, (_, at) => ({ id: String(at), name: `演示专家${at}` }))

describe('an opinion of rights assistance (维权援助参考意见)', () => {
  it.each([
    { count: 0, may: false },
    { count: 1, may: false },
    { count: 2, may: false },
    { count: 3, may: true },
    { count: 4, may: false },
    { count: 5, may: true },
  ])('by $count experts may be given: $may', ({ count, may }) => {
    const refusal = expertsForOpinion.refuses({ ...facts, input: { experts: experts(count) } })
    expect(refusal === undefined).toBe(may)
    if (refusal !== undefined) expect(refusal.zh).toContain(`现在是 ${count} 名`)
  })

  it('prints that it is for reference only, in its text and in its notes', () => {
    const { opinion } = rightsAssistance.documents
    expect(REFERENCE_ONLY).toBe('本意见仅供参考，不作为行政决定或者司法裁判的依据。')
    expect(opinion?.body).toContainEqual({ paragraph: REFERENCE_ONLY })
    expect(opinion?.notes).toEqual([REFERENCE_ONLY])
  })

  it('is not given on what was decided finally, and the refusal names the other ways', () => {
    expect(noCourtDecision.refuses({ ...facts, values: { otherRoads: 'suit' } })).toBeUndefined()
    expect(noCourtDecision.refuses({ ...facts, values: { otherRoads: 'decided' } })?.zh).toMatch(/申请再审/)
  })
})
