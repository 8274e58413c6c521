import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import type { DayReason, WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import type { Localized } from '@qiangxian/kernel/errors/define-errors'
import { effectiveDue } from '@qiangxian/kernel/progress/duty-clock'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import type { DutyDetail } from '@qiangxian/kernel/progress/progress.schemas'
import type { ProgressSettings } from '@qiangxian/kernel/progress/settings'
import { dueOfPeriod } from './owed-duties.ts'

/** How the due day that counts now was found, day by day where it was counted in working days. */
export function countingOf(
  duty: DutyRecord,
  settings: ProgressSettings,
  calendar: WorkCalendar,
): DutyDetail['counting'] {
  const due = effectiveDue(duty)
  if (due === duty.returnDueOn) {
    const from = addWorkingDays(due, -settings.returnWorkingDays, calendar).due
    return {
      rule: {
        zh: `退回后 ${settings.returnWorkingDays} 个工作日内重报，至 ${due}`,
        en: `Again within ${settings.returnWorkingDays} working days after it was returned, by ${due}`,
      },
      source: '县域参数“退回后重报期限”；国务院办公厅节假日安排通知',
      from,
      days: daysBetween(from, due, calendar),
    }
  }
  if (due === duty.extendedTo) {
    return {
      rule: { zh: `经批准延期至 ${due}（原定 ${duty.dueOn}）`, en: `Put off to ${due} (first ${duty.dueOn})` },
      source: '延期申请的决定',
      from: duty.dueOn,
      days: [],
    }
  }
  if (duty.periodEnd === null) return { ...setByPlan(duty), from: duty.openedOn, days: [] }
  const counted = dueOfPeriod(duty.periodEnd, duty.openedOn, settings, calendar)
  return {
    rule: reportRule(duty, counted.from, settings, counted.dueOn === due),
    source: '县域参数“报送期限（期末后）”；国务院办公厅节假日安排通知',
    from: counted.from,
    // A county that changed its days since has duties that were counted by the old ones.
    days: counted.dueOn === due ? daysBetween(counted.from, due, calendar) : [],
  }
}

function reportRule(
  duty: DutyRecord,
  from: string,
  { reportDueWorkingDays: days }: ProgressSettings,
  asNow: boolean,
): Localized {
  const provisional = duty.provisional ? '；当年节假日安排尚未发布，暂定' : ''
  const provisionalEn = duty.provisional ? '; provisional until the holidays of that year are published' : ''
  if (!asNow) {
    return {
      zh: `开启时定为 ${duty.dueOn}（当时的报送期限）${provisional}`,
      en: `Set to ${duty.dueOn} when it was opened${provisionalEn}`,
    }
  }
  if (from === duty.periodEnd) {
    return {
      zh: `期末（${from}）后 ${days} 个工作日内报送，周末和放假不计${provisional}`,
      en: `Within ${days} working days after the period ended on ${from}; rest days do not count${provisionalEn}`,
    }
  }
  return {
    zh: `期末后的报送期限在开启前已过，自开启日 ${duty.openedOn} 起 ${days} 个工作日内报送${provisional}`,
    en: `Opened on ${duty.openedOn}, after the regular day: within ${days} working days from then${provisionalEn}`,
  }
}

function setByPlan(duty: DutyRecord): { rule: Localized; source: string } {
  if (duty.kind === 'milestone') {
    return { rule: { zh: `方案确定于 ${duty.dueOn} 前完成`, en: `The plan sets ${duty.dueOn}` }, source: '现行方案' }
  }
  return { rule: { zh: `分工确定于 ${duty.dueOn} 前办结`, en: `The part is due on ${duty.dueOn}` }, source: '任务分工' }
}

/** the longest span that is written out day by day */
const MOST_DAYS = 100

function daysBetween(from: string, to: string, calendar: WorkCalendar): DutyDetail['counting']['days'] {
  const days: DutyDetail['counting']['days'] = []
  for (let day = addCalendarDays(from, 1); day <= to && days.length < MOST_DAYS; day = addCalendarDays(day, 1)) {
    const reason = calendar.reasonOf(day)
    days.push({ day, working: reason.working, why: whyInWords(reason) })
  }
  return days
}

function whyInWords({ why, holiday }: DayReason): Localized {
  switch (why) {
    case 'weekday':
      return { zh: '工作日', en: 'working day' }
    case 'weekend':
      return { zh: '周末，不计', en: 'weekend, not counted' }
    case 'holiday':
      return { zh: `${holiday ?? ''}放假，不计`, en: `holiday (${holiday ?? ''}), not counted` }
    case 'makeUp':
      return { zh: `${holiday ?? ''}调休上班，计入`, en: `make-up day (${holiday ?? ''}), counted` }
  }
}
