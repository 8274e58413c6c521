import { sealsApplicant } from '@qiangxian/kernel/matters/applying/applicant-of-draft'
import { describe, expect, it } from 'vitest'
import {
  bothConsent,
  forDailyLife,
  groundInForce,
  identityKnown,
  isAnonymous,
  isBoth,
  isComplaint,
  isNamed,
  underNewRules,
} from './violation-report.guards.ts'
import { violationReport } from './violation-report.matter.ts'
import { sealedFields } from './violation-report-form.ts'

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
const known = { reporterName: '甲某', reporterPhone: '13800000000', reporterAddress: '演示路 1 号' }

describe('complaints and reports (投诉举报) by the day of receipt', () => {
  it.each([
    { on: '2026-04-14', ground: 'other-mediation-body', may: true },
    { on: '2026-04-15', ground: 'other-mediation-body', may: false },
    { on: '2026-04-14', ground: 'false-material', may: false },
    { on: '2026-04-15', ground: 'false-material', may: true },
    { on: '2026-04-14', ground: 'identity', may: false },
    { on: '2026-04-14', ground: 'handled', may: true },
    { on: '2026-04-15', ground: 'handled', may: true },
  ])('received on $on, refused on the ground of $ground: $may', ({ on, ground, may }) => {
    const refusal = groundInForce.refuses({ ...facts, submittedOn: on, input: { ground } })
    expect(refusal === undefined).toBe(may)
    if (refusal !== undefined) expect(refusal.zh).toMatch(/令第(20|121)号/)
  })

  it('ends mediation for abuse only where the new text applies', () => {
    expect(groundInForce.refuses({ ...facts, submittedOn: '2026-04-14', input: { endGround: 'abuse' } })?.zh).toMatch(
      /令第20号/,
    )
    expect(
      groundInForce.refuses({ ...facts, submittedOn: '2026-04-15', input: { endGround: 'abuse' } }),
    ).toBeUndefined()
  })

  it('asks a complainant for an identity document from 2026-04-15 on, and not before', () => {
    expect(identityKnown.refuses({ ...facts, submittedOn: '2026-04-14', values: known })).toBeUndefined()
    expect(identityKnown.refuses({ ...facts, submittedOn: '2026-04-15', values: known })?.zh).toMatch(/还缺：身份证件/)
    expect(identityKnown.refuses({ ...facts, submittedOn: '2026-04-14', values: {} })?.zh).toMatch(
      /姓名、电话、通讯地址/,
    )
  })

  it('knows no notice to prove identity under the old text', () => {
    expect(underNewRules.refuses({ ...facts, submittedOn: '2026-04-14' })?.zh).toMatch(/要求补正/)
    expect(underNewRules.refuses({ ...facts, submittedOn: '2026-04-15' })).toBeUndefined()
  })
})

describe('what is accepted as what', () => {
  it('takes each kind on its own road only, and says so', () => {
    expect(isComplaint.refuses({ ...facts, values: { kind: 'complaint' } })).toBeUndefined()
    expect(isComplaint.refuses({ ...facts, values: { kind: 'report' } })?.zh).toMatch(/“举报”，不能按“投诉”受理/)
    expect(isBoth.refuses({ ...facts, values: { kind: 'both' } })).toBeUndefined()
  })

  it.each([
    { boughtFor: 'living', knownOn: '2023-05-20', may: true },
    { boughtFor: 'living', knownOn: '2023-05-19', may: false },
    { boughtFor: 'business', knownOn: '2026-05-19', may: false },
  ])('a complaint of what was bought for $boughtFor, known on $knownOn: $may', ({ boughtFor, knownOn, may }) => {
    expect(forDailyLife.refuses({ ...facts, values: { boughtFor, knownOn } }) === undefined).toBe(may)
  })

  it('counts three years from 29 February to 28 February', () => {
    const on = (knownOn: string) =>
      forDailyLife.refuses({ ...facts, submittedOn: '2028-02-29', values: { boughtFor: 'living', knownOn } })
    expect(on('2025-02-28')).toBeUndefined()
    expect(on('2025-02-27')).toBeDefined()
  })

  it('mediates only what both sides agree to', () => {
    const of = (own: boolean, trader: boolean) =>
      bothConsent.refuses({ ...facts, values: { consentsToMediation: own }, input: { traderConsents: trader } })
    expect(of(true, true)).toBeUndefined()
    expect(of(false, true)?.zh).toMatch(/投诉人没有同意/)
    expect(of(true, false)?.zh).toMatch(/被投诉人没有同意/)
  })

  it('tells a reporter who gave a name, and closes without telling only where there is none', () => {
    const named = { ...facts, values: { kind: 'report', reportedBy: 'named' } }
    const anonymous = { ...facts, values: { kind: 'report', reportedBy: 'anonymous' } }
    expect(isNamed.refuses(named)).toBeUndefined()
    expect(isNamed.refuses(anonymous)).toBeDefined()
    expect(isAnonymous.refuses(named)?.zh).toMatch(/五个工作日/)
    expect(isAnonymous.refuses(anonymous)).toBeUndefined()
  })
})

describe('the identity of whoever reports', () => {
  it('is sealed, and stands in no paper, notice or register', () => {
    expect(violationReport.sealed).toEqual(sealedFields)
    const printed = JSON.stringify([violationReport.documents, violationReport.notices, violationReport.writes])
    for (const field of sealedFields) expect(printed).not.toContain(field)
    expect(printed).not.toContain('fact.applicant')
  })

  it('is in no list, not even masked', () => {
    expect(sealsApplicant(violationReport)).toBe(true)
    expect(sealsApplicant({ ...violationReport, sealed: ['reporterPhone'] })).toBe(false)
  })

  it('is sealed in the files that show it, too (身份证件)', () => {
    const sealed = violationReport.materials.filter((material) => material.sealed === true).map(({ id }) => id)
    expect(sealed).toEqual(['identity', 'power'])
  })
})
