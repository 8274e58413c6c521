import { describe, expect, it } from 'vitest'
import type { DutyRow, ReportRow } from '../../api/types.gen.ts'
import { groupDuties, isReady, nextOpenings } from './group-duties.ts'
import { lastReports } from './last-reports.ts'

function duty(id: string, changes: Partial<DutyRow> & { readonly itemId?: string } = {}): DutyRow {
  const { itemId = id, ...rest } = changes
  return {
    id,
    kind: 'report',
    item: { kind: 'task', itemId, code: `任务 ${id}`, name: id },
    scope: 'unit',
    period: '2026-10',
    dueOn: '2026-11-06',
    state: 'open',
    light: 'green',
    reportRevision: null,
    ...rest,
  } as DutyRow
}

describe('what a unit owes, in groups', () => {
  it('puts what came back and what is late before all, then period by period', () => {
    const groups = groupDuties([
      duty('11', { period: '2026-11', dueOn: '2026-12-07' }),
      duty('late', { light: 'red' }),
      duty('back', { state: 'returned', dueOn: '2026-11-30' }),
      duty('10'),
      duty('given', { state: 'submitted' }),
      duty('part', { kind: 'part', period: '' }),
    ])
    expect(groups.map(({ key, period }) => [key, period])).toEqual([
      ['back', ''],
      ['period', '2026-10'],
      ['period', '2026-11'],
      ['other', ''],
      ['waiting', ''],
    ])
    expect(groups[0]?.duties.map(({ id }) => id)).toEqual(['back', 'late'])
  })

  it('leaves out groups in which nothing is', () => expect(groupDuties([])).toEqual([]))

  it('orders codes as numbers: 任务 2 before 任务 10', () => {
    const [group] = groupDuties([duty('10'), duty('2')])
    expect(group?.duties.map(({ id }) => id)).toEqual(['2', '10'])
  })

  it('lets the head pick what is filled in or came back, and no part of a task', () => {
    expect(isReady(duty('a', { state: 'drafted', reportRevision: 1 }))).toBe(true)
    expect(isReady(duty('a', { state: 'returned', reportRevision: 4 }))).toBe(true)
    expect(isReady(duty('a'))).toBe(false)
    expect(isReady(duty('a', { kind: 'part', state: 'drafted', reportRevision: 1 }))).toBe(false)
    expect(isReady(duty('a', { state: 'submitted', reportRevision: 2 }))).toBe(false)
  })
})

describe('when the next reports open', () => {
  it.each([
    ['2026-11-26', '2026-12-01', '2027-01-01'],
    ['2026-12-31', '2027-01-01', '2027-01-01'],
    ['2026-01-01', '2026-02-01', '2026-04-01'],
  ])('on %s: monthly ones on %s, quarterly ones on %s', (today, month, quarter) => {
    expect(nextOpenings(today)).toEqual({ month, quarter })
  })
})

describe('what was said last time', () => {
  const report = (period: string, state: ReportRow['state'], itemId = 'x') =>
    ({ duty: duty(`${itemId}${period}`, { itemId, period }), state }) as ReportRow

  it('is the latest period before that was handed in, of the same thing', () => {
    const last = lastReports([
      report('2026-08', 'approved'),
      report('2026-09', 'submitted'),
      report('2026-10', 'draft'),
      report('2026-09', 'approved', 'y'),
    ])
    expect(last(duty('now', { itemId: 'x', period: '2026-11' }))?.duty.period).toBe('2026-09')
  })

  it('is nothing where nothing was handed in, and for what has no period', () => {
    const last = lastReports([report('2026-10', 'draft')])
    expect(last(duty('now', { itemId: 'x', period: '2026-11' }))).toBeNull()
    expect(last(duty('now', { itemId: 'x', kind: 'part', period: '' }))).toBeNull()
  })
})
