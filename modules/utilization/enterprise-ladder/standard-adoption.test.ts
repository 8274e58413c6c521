import { describe, expect, it } from 'vitest'
import { certificateCounts, isCertified, isStarting } from './standard-adoption.guards.ts'

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
const certified = { kind: 'certified', standard: 'gbt29490-2023', validUntil: '2028-01-01' }

describe('filing of standards adoption (贯标备案)', () => {
  it.each([
    { today: '2025-12-31', standard: 'gbt29490-2013', may: true },
    { today: '2026-01-01', standard: 'gbt29490-2013', may: false },
    { today: '2026-01-01', standard: 'gbt29490-2023', may: true },
    { today: '2028-01-02', standard: 'gbt29490-2023', may: false },
  ])('on $today with a certificate of $standard: $may', ({ today, standard, may }) => {
    const refusal = certificateCounts.refuses({ ...facts, today, values: { ...certified, standard } })
    expect(refusal === undefined).toBe(may)
  })

  it('enters a certificate only where there is one, and the start only where it starts', () => {
    expect(isCertified.refuses({ ...facts, values: certified })).toBeUndefined()
    expect(isStarting.refuses({ ...facts, values: certified })).toBeDefined()
    expect(isCertified.refuses({ ...facts, values: { kind: 'starting' } })?.zh).toMatch(/启动备案/)
    expect(isStarting.refuses({ ...facts, values: { kind: 'starting' } })).toBeUndefined()
    expect(
      certificateCounts.refuses({ ...facts, values: { kind: 'starting', standard: 'gbt29490-2013' } }),
    ).toBeUndefined()
  })
})
