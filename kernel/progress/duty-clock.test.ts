import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import { notices } from '@qiangxian/engines/work-calendar/state-council-notices.fixture'
import { workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testCounty } from '../testing/test-county.ts'
import { type ClockedDuty, dueStep, effectiveDue, ladderOf, nextAct } from './duty-clock.ts'
import { rankOf, stepLabel, stepsOf } from './ladder.ts'
import { progressSettings } from './settings.ts'

const calendar = workCalendar(notices)
const settings = progressSettings(testCounty())

function duty(changes: Partial<ClockedDuty> = {}): ClockedDuty {
  const none = { extendedTo: null, returnDueOn: null, answeredOn: null, closedOn: null, lastStep: null }
  return { openedOn: '2026-09-01', dueOn: '2026-10-09', ...none, ...changes }
}

describe('the due day that counts', () => {
  it.each([
    { changes: {}, due: '2026-10-09' },
    { changes: { extendedTo: '2026-10-20' }, due: '2026-10-20' },
    { changes: { extendedTo: '2026-10-20', returnDueOn: '2026-10-15' }, due: '2026-10-20' },
    { changes: { returnDueOn: '2026-11-02' }, due: '2026-11-02' },
  ])('with $changes it is $due', ({ changes, due }) => {
    expect(effectiveDue(duty(changes))).toBe(due)
  })
})

describe('the ladder (催办、提醒函、督办单、通报、约谈)', () => {
  it('counts reminders in working days, holidays and make-up days included, and what is overdue in days', () => {
    // Off: Friday 09-25 (中秋), and 10-01 to 10-07 (国庆).
    expect(ladderOf(duty(), settings, calendar).map(({ step, on }) => `${step} ${on}`)).toEqual([
      'reminder:-5 2026-09-24',
      'reminder:-1 2026-10-08',
      'reminderLetter 2026-10-10',
      'supervisionNotice 2026-10-16',
      'circular 2026-10-24',
      'talk 2026-11-08',
    ])
  })

  it('admonishes nobody for days before the duty was opened', () => {
    const late = duty({ openedOn: '2026-11-20' })
    expect(ladderOf(late, settings, calendar).find(({ step }) => step === 'reminderLetter')?.on).toBe('2026-11-21')
    expect(nextAct(late, settings, calendar, '2026-11-20')).toBe('2026-11-21')
  })

  it('names every step', () => {
    expect(stepsOf(settings).map((step) => stepLabel(step).zh)).toEqual([
      '催办（到期前 5 个工作日）',
      '催办（到期前 1 个工作日）',
      '提醒函',
      '督办单',
      '通报',
      '约谈',
    ])
    expect(stepLabel('manual')).toEqual({ zh: '人工催办', en: 'Urging by the office' })
  })

  it('of steps that a county set crosswise the furthest is sent, and none goes back', () => {
    const crossed = { ...settings, overdueDays: { ...settings.overdueDays, circular: 3, supervisionNotice: 7 } }
    const open = { ...duty(), nextActOn: '2026-10-10' }
    const found = dueStep(open, crossed, calendar, '2026-10-16')
    expect(found?.step.step).toBe('circular')
    expect(found?.skipped.map(({ step }) => step).sort()).toEqual(['reminderLetter', 'supervisionNotice'])
    expect(nextAct({ ...open, lastStep: 'circular' }, crossed, calendar, '2026-10-16')).toBe('2026-11-08')
  })
})

const day = fc.integer({ min: 0, max: 500 }).map((days) => addCalendarDays('2026-01-01', days))
const seldom = fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day })
const anyDuty = fc
  .record({
    openedOn: day,
    dueOn: day,
    extendedTo: fc.option(day),
    returnDueOn: fc.option(day),
    answeredOn: seldom,
    closedOn: seldom,
    lastStep: fc.option(fc.constantFrom(...stepsOf(settings))),
  })
  .map((made) => duty(made))

describe('what always holds', () => {
  it('the clock comes back later, on the day of a further step, and never to what is answered or closed', () => {
    fc.assert(
      fc.property(anyDuty, day, (any, today) => {
        const next = nextAct(any, settings, calendar, today)
        if (next === null) return
        expect(any.answeredOn ?? any.closedOn).toBeNull()
        expect(next > today).toBe(true)
        const steps = ladderOf(any, settings, calendar).filter(({ on }) => on === next)
        expect(steps.some(({ step }) => rankOf(step) > rankOf(any.lastStep))).toBe(true)
      }),
    )
  })

  it('nothing is sent before its day, before the clock was to come, twice, or after the answer', () => {
    fc.assert(
      fc.property(anyDuty, fc.option(day), day, (any, nextActOn, today) => {
        const found = dueStep({ ...any, nextActOn }, settings, calendar, today)
        if (found === undefined) return
        expect(any.answeredOn ?? any.closedOn).toBeNull()
        expect(found.step.on <= today && found.step.on >= (nextActOn ?? '9999')).toBe(true)
        for (const { step } of [found.step, ...found.skipped]) {
          expect(rankOf(step) > rankOf(any.lastStep)).toBe(true)
          expect(rankOf(step) <= rankOf(found.step.step)).toBe(true)
        }
        // Once it is sent, the same day has nothing more.
        const lastStep = found.step.step
        const then = { ...any, lastStep, nextActOn: nextAct({ ...any, lastStep }, settings, calendar, today) }
        expect(dueStep(then, settings, calendar, today)).toBeUndefined()
      }),
    )
  })
})
