import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import type { CivilDate } from '../clock/civil-date.ts'
import { effectiveDue, ladderOf } from './duty-clock.ts'
import type { DutyRecord } from './duty-record.ts'
import { rankOf, stepLabel } from './ladder.ts'
import type { DutyDetail } from './progress.schemas.ts'
import type { ProgressSettings } from './settings.ts'

/** An urging that was sent, as far as the ladder needs it. */
export interface SentStep {
  readonly step: string
  readonly dueOn: CivilDate
  readonly on: CivilDate
}

/**
 * What the clock did and will do for a duty, each step with its day.
 *
 * - sent: an urging tells of it; for the due day that counts now
 * - skipped: the clock stood still on its day, and a further step was sent in its place
 * - coming: its day is still to come, or the clock has not run yet
 * - notNeeded: the duty was answered or closed before, or was opened or put off after that day
 */
export function ladderDays(
  duty: DutyRecord,
  sent: readonly SentStep[],
  settings: ProgressSettings,
  calendar: WorkCalendar,
  today: CivilDate,
): DutyDetail['ladder'] {
  const due = effectiveDue(duty)
  const sentNow = sent.filter((each) => each.dueOn === due)
  const furthest = Math.max(-1, ...sentNow.map((each) => rankOf(each.step)))
  const running = duty.closedOn === null && duty.answeredOn === null
  const waits = (on: CivilDate) => running && duty.nextActOn !== null && on >= duty.nextActOn
  return ladderOf(duty, settings, calendar).map(({ step, on }) => {
    const found = sentNow.find((each) => each.step === step)
    const base = { step, label: { ...stepLabel(step) }, on, sent: found?.on ?? null }
    if (found !== undefined) return { ...base, state: 'sent' as const }
    if (rankOf(step) < furthest && on > duty.openedOn) return { ...base, state: 'skipped' as const }
    if (waits(on) || (running && on > today)) return { ...base, state: 'coming' as const }
    return { ...base, state: 'notNeeded' as const }
  })
}
