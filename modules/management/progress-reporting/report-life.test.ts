import { describe, expect, it } from 'vitest'
import {
  type LifeFacts,
  refuseApproval,
  refuseCheck,
  refuseCorrection,
  refuseDraft,
  refuseReturn,
  refuseSubmission,
  refuseWithdrawal,
} from './report-life.ts'

const open = { kind: 'report', title: '演示报送', openedOn: '2026-11-01', closedOn: null, outcome: null } as const
const met = { ...open, closedOn: '2026-11-20', outcome: 'met' } as const
const facts = (changes: Partial<LifeFacts>): LifeFacts => ({
  duty: open,
  state: 'draft',
  submittedBy: null,
  checkedBy: null,
  unit: { name: '云亭镇', dissolvedOn: null, successor: null },
  inPlan: true,
  today: '2026-11-25',
  ...changes,
})

describe('who may do what with a report (报送办理规则)', () => {
  const states = [undefined, 'draft', 'submitted', 'checked', 'approved', 'returned'] as const
  const rules = {
    draft: refuseDraft,
    submit: refuseSubmission,
    withdraw: refuseWithdrawal,
    check: (each: LifeFacts) => refuseCheck(each, 'office'),
    approve: (each: LifeFacts) => refuseApproval(each, 'office', false),
    return: refuseReturn,
    correct: refuseCorrection,
  }
  const allowed: Readonly<Record<string, readonly string[]>> = {
    none: ['draft'],
    draft: ['draft', 'submit'],
    submitted: ['withdraw', 'check', 'return'],
    checked: ['approve', 'return'],
    approved: ['correct'],
    returned: ['draft', 'submit'],
  }

  it.each(states.map((state) => ({ state })))('$state', ({ state }) => {
    const duty = state === 'approved' ? met : open
    const may = Object.entries(rules).filter(([, refuse]) => refuse(facts({ state, duty })) === undefined)
    expect(may.map(([act]) => act)).toEqual(allowed[state ?? 'none'])
  })

  it.each([
    [
      'a duty that is withdrawn',
      { duty: { ...open, closedOn: '2026-11-20', outcome: 'withdrawn' } as const },
      'report.withdrawn',
    ],
    ['a duty that opens later', { duty: { ...open, openedOn: '2026-12-01' } }, 'report.notOpen'],
    [
      'a part, which is completed and not reported',
      { duty: { ...open, kind: 'part' } as const },
      'report.noReportAsked',
    ],
    ['an item that the plan has no more', { inPlan: false }, 'report.notInPlan'],
    [
      'a unit that is dissolved',
      { unit: { name: '甲局', dissolvedOn: '2026-11-01', successor: '乙局' } },
      'report.unitDissolved',
    ],
    ['a closed period', { duty: met, state: 'approved' as const }, 'report.periodClosed'],
  ])('refuses a draft of %s', (_, changes, code) => {
    expect(refuseDraft(facts(changes))?.code).toBe(code)
  })

  it('names the successor of a unit that is dissolved, and whom to ask where there is none', () => {
    const gone = (successor: string | null) =>
      refuseDraft(facts({ unit: { name: '甲局', dissolvedOn: '2026-11-01', successor } }))?.localized.zh
    expect(gone('乙局')).toContain('请由承接单位乙局报送')
    expect(gone(null)).toContain('请联系领导小组办公室')
    expect(refuseDraft(facts({ unit: { name: '甲局', dissolvedOn: '2026-12-31', successor: null } }))).toBeUndefined()
  })

  it('lets a milestone go on after an approval, and a correction that came back be mended', () => {
    expect(refuseDraft(facts({ state: 'approved' }))).toBeUndefined()
    expect(refuseDraft(facts({ duty: met, state: 'returned' }))).toBeUndefined()
  })

  it.each([
    ['somebody else', 'c', false, undefined],
    ['who submitted', 'a', false, 'report.ownSubmission'],
    ['who checked, where one may do both', 'b', false, undefined],
    ['who checked, where two must', 'b', true, 'report.checkedByOneself'],
    ['a third, where two must', 'c', true, undefined],
  ])('approval by %s', (_, account, byTwo, code) => {
    expect(refuseApproval(facts({ state: 'checked', submittedBy: 'a', checkedBy: 'b' }), account, byTwo)?.code).toBe(
      code,
    )
  })
})
