import { addDays } from '@qiangxian/engines/indicator/days'
import { type Cycle, type Period, periodsBetween } from '@qiangxian/engines/indicator/period'
import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import type { StoryEvent } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import type { StoryUnit, Telling } from './telling.ts'

/** A period that has ended, with the days on which its report opens and falls due. */
export interface OwedPeriod extends Period {
  readonly openedOn: string
  readonly dueOn: string
  readonly provisional: boolean
}

/** The periods of the programme whose reports are owed by the last day of the story. */
export function owedPeriods({ plan, asOf, settings, calendar }: Telling, cycle: Cycle): readonly OwedPeriod[] {
  return periodsBetween(plan.head.periodStart, asOf, cycle).flatMap((period) => {
    const openedOn = addDays(period.end, 1)
    if (openedOn > asOf) return []
    const { due, provisional } = addWorkingDays(period.end, settings.reportDueWorkingDays, calendar)
    return [{ ...period, openedOn, dueOn: due, provisional }]
  })
}

/** What the story says of one report in particular. */
export function eventOf(
  { story }: Telling,
  item: string,
  unit: StoryUnit,
  scope: 'county' | 'unit',
  period: string,
): StoryEvent | undefined {
  return story.events.find(
    (event) =>
      event.item === item && event.organisation === unit.key && event.scope === scope && event.period === period,
  )
}

export function habitOf({ story }: Telling, unit: StoryUnit) {
  const usual = story.habits.find(({ organisation }) => organisation === null) ?? { late: 0, returned: 0 }
  return story.habits.find(({ organisation }) => organisation === unit.key) ?? usual
}
