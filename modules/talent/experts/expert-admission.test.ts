import { describe, expect, it } from 'vitest'
import {
  admissionOrReappointment,
  expertPromised,
  firstAdmission,
  leaving,
  reappointment,
  termLiesAhead,
} from './expert-admission.guards.ts'

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
const guards = { admissionOrReappointment, firstAdmission, reappointment, leaving }

describe('admission of experts (专家入库)', () => {
  it.each([
    { kind: 'new', may: ['admissionOrReappointment', 'firstAdmission'] },
    { kind: 'reappointment', may: ['admissionOrReappointment', 'reappointment'] },
    { kind: 'exit', may: ['leaving'] },
  ])('takes $kind on its own road', ({ kind, may }) => {
    const open = Object.entries(guards).filter(
      ([, guard]) => guard.refuses({ ...facts, values: { kind } }) === undefined,
    )
    expect(open.map(([name]) => name)).toEqual(may)
  })

  it('takes nobody who does not promise to stand aside and to keep secrets, and asks no promise of who leaves', () => {
    expect(expertPromised.refuses({ ...facts, values: { kind: 'new', promises: false } })?.zh).toMatch(/要求补正/)
    expect(expertPromised.refuses({ ...facts, values: { kind: 'new', promises: true } })).toBeUndefined()
    expect(expertPromised.refuses({ ...facts, values: { kind: 'exit' } })).toBeUndefined()
  })

  it.each([
    { until: '2026-06-01', may: false },
    { until: '2029-05-31', may: true },
    { until: '2031-12-31', may: true },
    { until: '2032-01-01', may: false },
  ])('appoints until $until: $may', ({ until, may }) => {
    expect(termLiesAhead.refuses({ ...facts, input: { termEndsOn: until } }) === undefined).toBe(may)
  })
})
