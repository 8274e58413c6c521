import { describe, expect, it } from 'vitest'
import { type MilestoneStanding, milestoneInWords, milestoneLight } from './milestone-light.ts'
import { type SupervisedStanding, supervisedInWords, supervisedLight } from './supervised-light.ts'

describe('the light of a milestone (里程碑)', () => {
  const at = (part: Partial<MilestoneStanding>) =>
    milestoneLight({
      level: 'achieve',
      dueOn: '2026-12-31',
      doneOn: null,
      progressOn: null,
      today: '2026-11-25',
      warningDays: 60,
      ...part,
    })

  it.each([
    ['far from its date', { today: '2026-11-01', warningDays: 59 }, 'green', 'notDueYet'],
    ['on the first of the last 60 days', { today: '2026-11-01' }, 'amber', 'noEvidence'],
    ['on its date, without evidence', { today: '2026-12-31' }, 'amber', 'noEvidence'],
    ['with evidence in the last stretch', { progressOn: '2026-11-01' }, 'green', 'evidence'],
    ['with evidence from before it', { progressOn: '2026-10-31' }, 'amber', 'noEvidence'],
    ['with evidence dated tomorrow', { progressOn: '2026-11-26' }, 'amber', 'noEvidence'],
    ['past its date', { today: '2027-01-01', progressOn: '2026-12-30' }, 'red', 'overdue'],
    ['done', { doneOn: '2026-11-25' }, 'green', 'done'],
    ['done late', { today: '2027-02-01', doneOn: '2027-01-15' }, 'green', 'done'],
    ['said to be done tomorrow', { doneOn: '2026-11-26' }, 'amber', 'noEvidence'],
    ['without a date', { dueOn: null }, 'grey', 'noDate'],
    ['striven for (争创), near its date', { level: 'strive' }, 'green', 'notDueYet'],
    ['striven for, past its date', { level: 'strive', today: '2027-01-05' }, 'grey', 'strivenForPastDate'],
    ['striven for, won', { level: 'strive', today: '2027-01-05', doneOn: '2027-01-05' }, 'green', 'done'],
  ] as const)('%s', (_, part, light, code) => {
    const result = at(part)
    expect(result).toMatchObject({ light, done: code === 'done', reason: { code } })
    expect(milestoneInWords(result.reason, 'zh')).not.toMatch(/undefined|null/)
    expect(milestoneInWords(result.reason, 'en')).not.toMatch(/undefined|null/)
  })

  it('says why', () => {
    expect(milestoneInWords(at({ today: '2027-01-01' }).reason, 'zh')).toBe('滞后：应于 2026-12-31 完成，已超期 1 天')
    expect(milestoneInWords(at({ doneOn: '2026-11-20' }).reason, 'zh')).toBe('已完成：2026-11-20')
    expect(milestoneInWords(at({ today: '2027-02-01', doneOn: '2027-01-15' }).reason, 'zh')).toBe(
      '已完成：2027-01-15，晚于计划日期',
    )
    expect(milestoneInWords(at({}).reason, 'en')).toBe(
      'Watch: 36 days before 2026-12-31, without evidence of progress in the last stretch',
    )
  })
})

describe('the light of a supervised item (督办件)', () => {
  const at = (part: Partial<SupervisedStanding>) =>
    supervisedLight({
      dueOn: '2026-12-31',
      today: '2026-11-25',
      workingDaysLeft: 26,
      progress: 0.5,
      share: 0.5,
      dueSoonWorkingDays: 5,
      lagPoints: 10,
      closed: false,
      ...part,
    })

  it.each([
    ['on schedule', {}, 'green', 'onSchedule'],
    ['ten points behind exactly', { progress: 0.4 }, 'green', 'onSchedule'],
    ['ten points behind, where binary fractions differ', { progress: 0.7, share: 0.8 }, 'green', 'onSchedule'],
    ['more than ten points behind', { progress: 0.399 }, 'amber', 'lagging'],
    ['without a report, which is not zero', { progress: null }, 'green', 'onSchedule'],
    ['due in six working days', { workingDaysLeft: 6 }, 'green', 'onSchedule'],
    ['due in five working days', { workingDaysLeft: 5, progress: 1 }, 'amber', 'dueSoon'],
    ['on the due date', { today: '2026-12-31', workingDaysLeft: 0 }, 'amber', 'dueSoon'],
    ['a day late', { today: '2027-01-01', workingDaysLeft: 0, progress: 1 }, 'red', 'overdue'],
    ['closed, though late', { today: '2027-03-01', workingDaysLeft: -40, closed: true }, 'blue', 'closed'],
  ] as const)('%s', (_, part, light, code) => {
    const result = at(part)
    expect(result).toMatchObject({ light, reason: { code } })
    expect(supervisedInWords(result.reason, 'zh')).not.toMatch(/undefined|null/)
    expect(supervisedInWords(result.reason, 'en')).not.toMatch(/undefined|null/)
  })

  it('says why', () => {
    expect(supervisedInWords(at({ workingDaysLeft: 3 }).reason, 'zh')).toBe('关注：还剩 3 个工作日（2026-12-31 止）')
    expect(supervisedInWords(at({ progress: 0.3 }).reason, 'zh')).toBe(
      '关注：进度 30.0%，落后时序进度 50.0% 超过 10 个百分点',
    )
    expect(supervisedInWords(at({ progress: null }).reason, 'zh')).toBe(
      '正常：尚未报送进度，还剩 26 个工作日（2026-12-31 止）',
    )
    expect(supervisedInWords(at({ today: '2027-01-03' }).reason, 'en')).toBe('Behind: due on 2026-12-31, 3 days ago')
  })
})
