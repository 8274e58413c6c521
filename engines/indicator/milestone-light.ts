import { addDays, type CivilDate, daysBetween } from './days.ts'
import type { Language } from './figures.ts'

export interface MilestoneStanding {
  /** 建成 promised, 争创 striven for: nobody can promise what others award */
  readonly level: 'achieve' | 'strive'
  /** null where the plan gives no date */
  readonly dueOn: CivilDate | null
  readonly doneOn: CivilDate | null
  /** the date of the last evidence of progress */
  readonly progressOn: CivilDate | null
  readonly today: CivilDate
  /** length of the last stretch, in which evidence is asked for; parameter milestone.warning-days, 60 */
  readonly warningDays: number
}

/** `days`: to go before the due date, or past it. */
export type MilestoneReason =
  | { readonly code: 'done'; readonly doneOn: CivilDate; readonly late: boolean }
  | {
      readonly code: 'overdue' | 'noEvidence' | 'evidence' | 'notDueYet'
      readonly dueOn: CivilDate
      readonly days: number
    }
  | { readonly code: 'strivenForPastDate'; readonly dueOn: CivilDate; readonly days: number }
  | { readonly code: 'noDate' }

export interface MilestoneLight {
  readonly light: 'green' | 'amber' | 'red' | 'grey'
  readonly done: boolean
  readonly reason: MilestoneReason
}

/**
 * The light of a milestone (里程碑).
 *
 * Promised: red past the due date without completion, amber in the last `warningDays` up to and including the due date
 * when no evidence of progress is dated in them. Striven for: never red or amber; past its date it has no light. Done
 * is green, and late is said, not coloured. A completion dated after today does not count yet.
 */
export function milestoneLight(standing: MilestoneStanding): MilestoneLight {
  const { level, dueOn, doneOn, progressOn, today, warningDays } = standing
  if (doneOn !== null && doneOn <= today) {
    return { light: 'green', done: true, reason: { code: 'done', doneOn, late: dueOn !== null && doneOn > dueOn } }
  }
  if (dueOn === null) return { light: 'grey', done: false, reason: { code: 'noDate' } }
  const days = daysBetween(today, dueOn)
  const lit = (light: MilestoneLight['light'], code: 'overdue' | 'noEvidence' | 'evidence' | 'notDueYet') => ({
    light,
    done: false,
    reason: { code, dueOn, days: Math.abs(days) },
  })
  if (days < 0) {
    return level === 'achieve'
      ? lit('red', 'overdue')
      : { light: 'grey', done: false, reason: { code: 'strivenForPastDate', dueOn, days: -days } }
  }
  if (level === 'strive' || days > warningDays) return lit('green', 'notDueYet')
  const shown = progressOn !== null && progressOn >= addDays(dueOn, -warningDays) && progressOn <= today
  return shown ? lit('green', 'evidence') : lit('amber', 'noEvidence')
}

export function milestoneInWords(reason: MilestoneReason, language: Language): string {
  const zh = language === 'zh'
  switch (reason.code) {
    case 'done':
      if (zh) return `已完成：${reason.doneOn}${reason.late ? '，晚于计划日期' : ''}`
      return `Done on ${reason.doneOn}${reason.late ? ', later than planned' : ''}`
    case 'overdue':
      if (zh) return `滞后：应于 ${reason.dueOn} 完成，已超期 ${reason.days} 天`
      return `Behind: due on ${reason.dueOn}, ${reason.days} days ago`
    case 'noEvidence':
      if (zh) return `关注：距 ${reason.dueOn} 还有 ${reason.days} 天，期内没有进展佐证`
      return `Watch: ${reason.days} days before ${reason.dueOn}, without evidence of progress in the last stretch`
    case 'evidence':
      if (zh) return `正常：距 ${reason.dueOn} 还有 ${reason.days} 天，已有进展佐证`
      return `On track: ${reason.days} days before ${reason.dueOn}, with evidence of progress`
    case 'notDueYet':
      if (zh) return `正常：距 ${reason.dueOn} 还有 ${reason.days} 天`
      return `On track: ${reason.days} days before ${reason.dueOn}`
    case 'strivenForPastDate':
      if (zh) return `争创项目：计划日期 ${reason.dueOn} 已过 ${reason.days} 天，尚未获批，不评红黄灯`
      return `Striven for: ${reason.days} days past ${reason.dueOn} and not awarded; it gets no light`
    case 'noDate':
      return zh ? '未定日期：请先填写计划完成日期' : 'No date: enter the planned date first'
  }
}
