import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import type { CivilDate } from '../clock/civil-date.ts'
import { isOverdueStep, rankOf, reminderDays, stepsOf } from './ladder.ts'
import type { ProgressSettings } from './settings.ts'

/** What the clock has to know of a duty. */
export interface ClockedDuty {
  readonly openedOn: CivilDate
  readonly dueOn: CivilDate
  readonly extendedTo: CivilDate | null
  readonly returnDueOn: CivilDate | null
  /** 已上报: the clock stands still */
  readonly answeredOn: CivilDate | null
  readonly closedOn: CivilDate | null
  /** the furthest step that was sent for the due day that counts now */
  readonly lastStep: string | null
}

/** The day that counts: as it was first set, put off, or after a return, whichever is latest. */
export function effectiveDue(duty: Pick<ClockedDuty, 'dueOn' | 'extendedTo' | 'returnDueOn'>): CivilDate {
  return latestOf([duty.dueOn, duty.extendedTo ?? '', duty.returnDueOn ?? ''])
}

export interface LadderDay {
  readonly step: string
  readonly on: CivilDate
}

/**
 * Every step of the ladder with its day, soonest first.
 *
 * Days overdue count from the day after the due day. A duty that was opened after its due day (a milestone of a plan
 * that was adopted late) counts from its opening: nobody is admonished for a day on which nothing was asked.
 */
export function ladderOf(
  duty: Pick<ClockedDuty, 'dueOn' | 'extendedTo' | 'returnDueOn' | 'openedOn'>,
  settings: ProgressSettings,
  calendar: WorkCalendar,
): readonly LadderDay[] {
  const due = effectiveDue(duty)
  return ladderFor(due, latestOf([due, duty.openedOn]), settings, calendar)
}

/** Civil dates sort as text; Math.max would turn them into numbers. */
function latestOf(days: readonly CivilDate[]): CivilDate {
  return [...days].sort().at(-1) ?? ''
}

/** Ten thousand duties share a few dozen due days. */
const kept = new WeakMap<WorkCalendar, Map<string, readonly LadderDay[]>>()
const MOST_KEPT = 5_000

function ladderFor(
  due: CivilDate,
  overdueFrom: CivilDate,
  settings: ProgressSettings,
  calendar: WorkCalendar,
): readonly LadderDay[] {
  const known = kept.get(calendar) ?? new Map<string, readonly LadderDay[]>()
  kept.set(calendar, known)
  const key = `${due} ${overdueFrom} ${settings.reminderWorkingDays} ${Object.values(settings.overdueDays)}`
  const found = known.get(key)
  if (found !== undefined) return found
  const days = stepsOf(settings).map((step) => {
    if (isOverdueStep(step)) return { step, on: addCalendarDays(overdueFrom, settings.overdueDays[step]) }
    return { step, on: addWorkingDays(due, reminderDays(step) ?? 0, calendar).due }
  })
  days.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rankOf(a.step) - rankOf(b.step)))
  if (known.size < MOST_KEPT) known.set(key, days)
  return days
}

/**
 * The day on which the clock has to come back to a duty: the first step after `after` that is further than what was
 * sent; null when the unit has answered, when the duty is closed, and when the ladder is at its end.
 */
export function nextAct(
  duty: ClockedDuty,
  settings: ProgressSettings,
  calendar: WorkCalendar,
  after: CivilDate,
): CivilDate | null {
  if (duty.closedOn !== null || duty.answeredOn !== null) return null
  const sent = rankOf(duty.lastStep)
  const next = ladderOf(duty, settings, calendar).find(({ step, on }) => on > after && rankOf(step) > sent)
  return next?.on ?? null
}

export interface DueStep {
  /** what is sent now */
  readonly step: LadderDay
  /** what should have been sent before it while the clock stood still, and is not sent any more */
  readonly skipped: readonly LadderDay[]
}

/**
 * What is due to be sent to a duty by today: of several steps only the furthest. Steps whose day lies before
 * `nextActOn` belong to a due day that counts no more, or to the time before the duty was opened.
 */
export function dueStep(
  duty: ClockedDuty & { readonly nextActOn: CivilDate | null },
  settings: ProgressSettings,
  calendar: WorkCalendar,
  today: CivilDate,
): DueStep | undefined {
  const { nextActOn } = duty
  if (duty.closedOn !== null || duty.answeredOn !== null || nextActOn === null) return undefined
  const sent = rankOf(duty.lastStep)
  const due = ladderOf(duty, settings, calendar).filter(
    ({ step, on }) => on >= nextActOn && on <= today && rankOf(step) > sent,
  )
  // The furthest by its place on the ladder, also where a county has set its days crosswise.
  const step = due.reduce<LadderDay | undefined>(
    (furthest, each) => (furthest === undefined || rankOf(each.step) > rankOf(furthest.step) ? each : furthest),
    undefined,
  )
  if (step === undefined) return undefined
  return { step, skipped: due.filter((each) => each !== step) }
}
