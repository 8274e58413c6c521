import type { Localized } from '../errors/define-errors.ts'
import type { ProgressSettings } from './settings.ts'

/**
 * The steps by which supervision goes on: reminders (催办) before the due day, then 提醒函, 督办单, 通报, 约谈.
 * `reminder:-5` is the reminder five working days before; `manual` is an urging by a person, outside of the ladder.
 */
export const overdueSteps = ['reminderLetter', 'supervisionNotice', 'circular', 'talk'] as const
export type OverdueStep = (typeof overdueSteps)[number]

const overdueLabels: Readonly<Record<OverdueStep, Localized>> = {
  reminderLetter: { zh: '提醒函', en: 'Reminder letter' },
  supervisionNotice: { zh: '督办单', en: 'Supervision notice' },
  circular: { zh: '通报', en: 'Circular' },
  talk: { zh: '约谈', en: 'Talk with the person in charge' },
}

export function isOverdueStep(step: string): step is OverdueStep {
  return overdueSteps.some((each) => each === step)
}

export function stepLabel(step: string): Localized {
  if (isOverdueStep(step)) return overdueLabels[step]
  const days = reminderDays(step)
  if (days === undefined) return { zh: '人工催办', en: 'Urging by the office' }
  const before = -days
  return {
    zh: before === 0 ? '催办（到期当日）' : `催办（到期前 ${before} 个工作日）`,
    en: before === 0 ? 'Reminder (due today)' : `Reminder (${before} working day${before === 1 ? '' : 's'} before)`,
  }
}

/** The working days of a reminder, −5; undefined for another step. */
export function reminderDays(step: string): number | undefined {
  const days = /^reminder:(-?\d+)$/.exec(step)?.[1]
  return days === undefined ? undefined : Number(days)
}

/**
 * How far a step stands on the ladder, for comparing two; −1 for none and for an urging by a person. Reminders come
 * before everything that is overdue, the nearest to the due day last.
 */
export function rankOf(step: string | null): number {
  if (step === null) return -1
  if (isOverdueStep(step)) return 10_000 + overdueSteps.indexOf(step)
  const days = reminderDays(step)
  return days === undefined ? -1 : 5_000 + days
}

/** The steps as the county has set them, lowest first. */
export function stepsOf(settings: ProgressSettings): readonly string[] {
  return [...settings.reminderWorkingDays.map((days) => `reminder:${days}`), ...overdueSteps]
}
