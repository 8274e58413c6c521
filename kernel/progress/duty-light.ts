import { percents } from '@qiangxian/engines/indicator/figures'
import { scheduleShare } from '@qiangxian/engines/indicator/progress'
import { supervisedLight } from '@qiangxian/engines/indicator/supervised-light'
import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { addWorkingDays, workingDaysBetween } from '@qiangxian/engines/work-calendar/working-days'
import { type RawBuilder, sql } from 'kysely'
import { type CivilDate, daysBetween } from '../clock/civil-date.ts'
import type { Localized } from '../errors/define-errors.ts'
import type { QueryContext } from '../operations/context.ts'
import { effectiveDue } from './duty-clock.ts'
import type { DutyRecord } from './duty-record.ts'
import { calendarOf, type ProgressSettings, progressSettings } from './settings.ts'

/** 绿 in time, or answered · 黄 due soon or behind · 红 overdue · 蓝 met · 灰 withdrawn */
export type DutyLight = 'green' | 'amber' | 'red' | 'grey' | 'blue'

export interface LitDuty {
  readonly light: DutyLight
  readonly why: Localized
  /** 0 on the last day, and after it */
  readonly workingDaysLeft: number
  /** calendar days after the due day, 0 until then, and 0 once it is answered or closed */
  readonly daysOverdue: number
}

/** How far the part of a task is that a duty asks to complete; null: nobody has reported, which is not zero. */
export interface PartStanding {
  /** percent */
  readonly progress: number | null
  readonly startsOn: CivilDate | null
}

/**
 * The light of a duty and why. Where the unit has answered it is green: the next step is the office's.
 *
 * @source domain rule of 督办件: amber at `supervision.due-soon-working-days` or fewer, or behind by
 * `supervision.lag-points`; red after the due day
 */
export function lightOfDuty(
  duty: DutyRecord,
  part: PartStanding | undefined,
  settings: ProgressSettings,
  calendar: WorkCalendar,
  today: CivilDate,
): LitDuty {
  const due = effectiveDue(duty)
  if (duty.closedOn !== null) return { ...closed(duty, duty.closedOn), workingDaysLeft: 0, daysOverdue: 0 }
  const workingDaysLeft = due <= today ? 0 : workingDaysBetween(today, due, calendar)
  if (duty.answeredOn !== null) {
    return { light: 'green', why: answered(duty.answeredOn, due), workingDaysLeft, daysOverdue: 0 }
  }
  const { light, reason } = supervisedLight({
    dueOn: due,
    today,
    workingDaysLeft,
    progress: part === undefined || part.progress === null ? null : part.progress / 100,
    share: scheduleShare(windowOf(duty, part), today),
    dueSoonWorkingDays: settings.dueSoonWorkingDays,
    lagPoints: settings.lagPoints,
    closed: false,
  })
  const daysOverdue = Math.max(0, daysBetween(due, today))
  const verb = verbs[duty.kind]
  const why = ((): Localized => {
    switch (reason.code) {
      case 'overdue':
        return {
          zh: `红灯：应于 ${due} ${verb.zh}，已逾期 ${daysOverdue} 日`,
          en: `Red: ${verb.en} ${due}, ${daysInWords(daysOverdue)} overdue`,
        }
      case 'lagging': {
        const [progress, share] = percents(reason.progress, reason.share)
        return {
          zh: `黄灯：进度 ${progress}，落后时序进度 ${share} 超过 ${reason.lagPoints} 个百分点`,
          en: `Amber: ${progress} done, more than ${reason.lagPoints} points behind the schedule of ${share}`,
        }
      }
      case 'dueSoon':
        if (due === today) return { zh: `黄灯：今日（${due}）到期`, en: `Amber: ${verb.en} today, ${due}` }
        return {
          zh: `黄灯：应于 ${due} ${verb.zh}，还剩 ${workingDaysLeft} 个工作日`,
          en: `Amber: ${verb.en} ${due}, ${workingDaysInWords(workingDaysLeft)} left`,
        }
      default:
        return {
          zh: `绿灯：应于 ${due} ${verb.zh}，还剩 ${workingDaysLeft} 个工作日`,
          en: `Green: ${verb.en} ${due}, ${workingDaysInWords(workingDaysLeft)} left`,
        }
    }
  })()
  return { light, why, workingDaysLeft, daysOverdue }
}

/** The same light in SQL, of `duty d` with its `task_part p`, for lists and counts. A test holds the two together. */
export function dutyLightColumn({ county, today }: Pick<QueryContext, 'county' | 'today'>): RawBuilder<DutyLight> {
  const { dueSoonWorkingDays, lagPoints } = progressSettings(county)
  const notSoonFrom = addWorkingDays(today, dueSoonWorkingDays + 1, calendarOf(county)).due
  const due = sql.raw('greatest(d.due_on, d.extended_to, d.return_due_on)')
  const start = sql`least(coalesce(p.starts_on, d.opened_on), ${due})`
  const days = sql`(${due} - ${start} + 1)`
  const elapsed = sql`greatest(least(${today}::date, ${due}) - ${start} + 1, 0)`
  return sql<DutyLight>`case
    when d.closed_on is not null then case d.outcome when 'met' then 'blue' else 'grey' end
    when d.answered_on is not null then 'green'
    when ${due} < ${today}::date then 'red'
    when ${due} < ${notSoonFrom}::date then 'amber'
    when d.kind = 'part' and p.progress * ${days} < 100 * ${elapsed} - ${lagPoints}::numeric * ${days} then 'amber'
    else 'green' end`
}

const verbs: Readonly<Record<DutyRecord['kind'], Localized>> = {
  report: { zh: '报送', en: 'to be reported by' },
  part: { zh: '办结', en: 'to be completed by' },
  milestone: { zh: '完成', en: 'to be reached by' },
}

/** What the unit has to do, for a sentence: 报送, 办结, 完成. */
export function verbOf(kind: DutyRecord['kind']): Localized {
  return verbs[kind]
}

function windowOf(duty: DutyRecord, part: PartStanding | undefined) {
  const end = effectiveDue(duty)
  const start = part?.startsOn ?? duty.openedOn
  return start < end ? { start, end } : { start: end, end }
}

function closed(duty: DutyRecord, on: CivilDate): Pick<LitDuty, 'light' | 'why'> {
  if (duty.outcome === 'met') return { light: 'blue', why: { zh: `蓝灯：已于 ${on} 办结`, en: `Blue: met on ${on}` } }
  return { light: 'grey', why: { zh: `灰灯：已于 ${on} 撤回，不再办理`, en: `Grey: withdrawn on ${on}` } }
}

function answered(on: CivilDate, due: CivilDate): Localized {
  const late = daysBetween(due, on)
  if (late <= 0) return { zh: `绿灯：已于 ${on} 上报，待审核`, en: `Green: answered on ${on}, waiting for the office` }
  return {
    zh: `绿灯：已于 ${on} 上报（晚 ${late} 日），待审核`,
    en: `Green: answered on ${on}, ${daysInWords(late)} late, waiting for the office`,
  }
}

function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

function workingDaysInWords(days: number): string {
  return days === 1 ? '1 working day' : `${days} working days`
}
