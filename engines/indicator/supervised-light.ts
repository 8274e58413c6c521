import { type CivilDate, daysBetween } from './days.ts'
import { compare, dividedBy, exact, minus } from './exact.ts'
import { figure, type Language, percents } from './figures.ts'

export interface SupervisedStanding {
  readonly dueOn: CivilDate
  readonly today: CivilDate
  /** working days from today to the due date, 0 on it */
  readonly workingDaysLeft: number
  /** 0 to 1; null where nobody has reported, which is not zero */
  readonly progress: number | null
  /** the part of the time that has passed, 0 to 1 */
  readonly share: number
  /** parameter supervision.due-soon-working-days, 5 */
  readonly dueSoonWorkingDays: number
  /** percentage points behind the schedule that are still in order; parameter supervision.lag-points, 10 */
  readonly lagPoints: number
  /** 销号 */
  readonly closed: boolean
}

export type SupervisedReason =
  | { readonly code: 'closed' }
  | { readonly code: 'overdue'; readonly dueOn: CivilDate; readonly days: number }
  | { readonly code: 'dueSoon'; readonly dueOn: CivilDate; readonly workingDaysLeft: number }
  | { readonly code: 'lagging'; readonly progress: number; readonly share: number; readonly lagPoints: number }
  | {
      readonly code: 'onSchedule'
      readonly dueOn: CivilDate
      readonly workingDaysLeft: number
      readonly progress: number | null
      readonly share: number
    }

export interface SupervisedLight {
  readonly light: 'green' | 'amber' | 'red' | 'blue'
  readonly reason: SupervisedReason
}

/**
 * The light of a supervised item (督办件), which belongs to the leading unit only.
 *
 * Blue when closed; red after the due date; amber when due in `dueSoonWorkingDays` or fewer, or when progress is less
 * than the schedule share minus `lagPoints`; else green. Without a report the lag is unknown, and only the date speaks.
 */
export function supervisedLight(standing: SupervisedStanding): SupervisedLight {
  const { dueOn, today, workingDaysLeft, progress, share, dueSoonWorkingDays, lagPoints, closed } = standing
  if (closed) return { light: 'blue', reason: { code: 'closed' } }
  const days = daysBetween(dueOn, today)
  if (days > 0) return { light: 'red', reason: { code: 'overdue', dueOn, days } }
  if (workingDaysLeft <= dueSoonWorkingDays) {
    return { light: 'amber', reason: { code: 'dueSoon', dueOn, workingDaysLeft } }
  }
  const least = minus(exact(share), dividedBy(exact(lagPoints), exact(100)))
  if (progress !== null && compare(exact(progress), least) < 0) {
    return { light: 'amber', reason: { code: 'lagging', progress, share, lagPoints } }
  }
  return { light: 'green', reason: { code: 'onSchedule', dueOn, workingDaysLeft, progress, share } }
}

export function supervisedInWords(reason: SupervisedReason, language: Language): string {
  const zh = language === 'zh'
  switch (reason.code) {
    case 'closed':
      return zh ? '办结：已销号' : 'Done: closed'
    case 'overdue':
      if (zh) return `滞后：应于 ${reason.dueOn} 办结，已超期 ${reason.days} 天`
      return `Behind: due on ${reason.dueOn}, ${reason.days} days ago`
    case 'dueSoon':
      if (zh) return `关注：还剩 ${reason.workingDaysLeft} 个工作日（${reason.dueOn} 止）`
      return `Watch: ${reason.workingDaysLeft} working days left (until ${reason.dueOn})`
    case 'lagging': {
      const [progress, share] = percents(reason.progress, reason.share)
      if (zh) return `关注：进度 ${progress}，落后时序进度 ${share} 超过 ${figure(reason.lagPoints)} 个百分点`
      return `Watch: ${progress} done, more than ${figure(reason.lagPoints)} points behind the schedule of ${share}`
    }
    case 'onSchedule': {
      const [share, progress] = percents(reason.share, reason.progress ?? 0)
      if (zh) {
        const said = reason.progress === null ? '尚未报送进度' : `进度 ${progress}，时序进度 ${share}`
        return `正常：${said}，还剩 ${reason.workingDaysLeft} 个工作日（${reason.dueOn} 止）`
      }
      const said = reason.progress === null ? 'no progress reported yet' : `${progress} done, schedule ${share}`
      return `On track: ${said}, ${reason.workingDaysLeft} working days left (until ${reason.dueOn})`
    }
  }
}
