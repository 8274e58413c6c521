import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import type { StoryEvent } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import type { Seeded } from './seeded.ts'
import { laterOf, workingDayAfter } from './telling.ts'

/** What happens to one report, day by day; nothing is told beyond the last day of the story. */
export interface CourseAct {
  readonly act: 'submit' | 'check' | 'approve' | 'return' | 'correct'
  readonly on: string
  readonly reason: string | null
}

export interface CourseOccasion {
  /** the last day of the period: working days are counted from it */
  readonly from: string
  readonly dueOn: string
  readonly dueWorkingDays: number
  readonly asOf: string
  readonly habit: { readonly late: number; readonly returned: number }
  readonly event: StoryEvent | undefined
  readonly returnReasons: readonly string[]
}

/** The acts up to the last day of the story, in their order. */
export function courseOf(occasion: CourseOccasion, calendar: WorkCalendar, random: Seeded): readonly CourseAct[] {
  return planned(occasion, calendar, random).filter(({ on }) => on <= occasion.asOf)
}

function planned(occasion: CourseOccasion, calendar: WorkCalendar, random: Seeded): CourseAct[] {
  const { event, asOf } = occasion
  const after = (day: string, least: number, most: number) =>
    workingDayAfter(day, random.between(least, most), calendar)
  const submitted = submissionDay(occasion, calendar, random)
  const submit: CourseAct = { act: 'submit', on: submitted, reason: null }
  switch (event?.what) {
    case 'missing':
    case 'drafted':
      return []
    case 'submitted':
      return [submit]
    case 'checked':
      return [submit, { act: 'check', on: after(submitted, 1, 2), reason: null }]
    case 'returned': {
      // Looked at two working days ago, so that the unit still has time.
      const soonest = workingDayAfter(submitted, 1, calendar)
      const lately = workingDayAfter(asOf, -2, calendar)
      return [submit, { act: 'return', on: laterOf(lately, soonest), reason: event.reason }]
    }
    case 'corrected': {
      const first = approved(submit, after)
      const found = after(first.at(-1)?.on ?? submitted, 9, 22)
      return [...first, ...approved({ act: 'correct', on: found, reason: event.reason }, after)]
    }
    default: {
      if (!random.percent(occasion.habit.returned)) return approved(submit, after)
      const back = after(submitted, 1, 2)
      const reason = random.pick(occasion.returnReasons)
      return [submit, { act: 'return', on: back, reason }, ...approved({ ...submit, on: after(back, 1, 3) }, after)]
    }
  }
}

function approved(begin: CourseAct, after: (day: string, least: number, most: number) => string): CourseAct[] {
  const checked = after(begin.on, 1, 2)
  return [
    begin,
    { act: 'check', on: checked, reason: null },
    { act: 'approve', on: after(checked, 1, 2), reason: null },
  ]
}

function submissionDay(
  { from, dueOn, dueWorkingDays, habit, event }: CourseOccasion,
  calendar: WorkCalendar,
  random: Seeded,
): string {
  if (event?.what === 'late') return workingDayAfter(dueOn, event.days ?? 1, calendar)
  // What waits at the office or came back was in time: the office is slow, not the unit.
  if (event === undefined && random.percent(habit.late)) return workingDayAfter(dueOn, random.between(1, 6), calendar)
  const first = Math.min(2, dueWorkingDays)
  return workingDayAfter(from, random.between(first, dueWorkingDays), calendar)
}
