import { percents } from '@qiangxian/engines/indicator/figures'
import { scheduleShare } from '@qiangxian/engines/indicator/progress'
import { supervisedLight } from '@qiangxian/engines/indicator/supervised-light'
import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { workingDaysBetween } from '@qiangxian/engines/work-calendar/working-days'
import type { Localized } from '@qiangxian/kernel/errors/define-errors'
import { verbOf } from '@qiangxian/kernel/progress/duty-light'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import type { Light } from '@qiangxian/kernel/progress/progress.schemas'
import type { ProgressSettings } from '@qiangxian/kernel/progress/settings'
import type { PartRecord } from './task-parts.ts'

/** An open duty of a part whose day has passed without an answer. */
export interface OverdueDuty {
  readonly kind: DutyRecord['kind']
  readonly title: string
  readonly dueOn: string
  readonly daysOverdue: number
}

export interface LitPart {
  readonly light: Light
  readonly why: Localized
}

/**
 * The light of a part of a task. A part with a day of its own is judged by the day that counts, after an extension or a
 * return, any other by the programme's last; whatever of its duties is overdue makes it red too, and says which.
 *
 * @param overdue what of the part is overdue for the longest
 */
export function lightOfPart(
  part: PartRecord,
  overdue: OverdueDuty | undefined,
  programme: { readonly periodStart: string; readonly periodEnd: string },
  settings: ProgressSettings,
  calendar: WorkCalendar,
  today: string,
): LitPart {
  if (part.status === 'done' || part.status === 'closed')
    return { light: 'blue', why: { zh: '蓝灯：已办结', en: 'Blue: complete' } }
  if (part.status === 'withdrawn') return { light: 'grey', why: { zh: '灰灯：分工已撤回', en: 'Grey: taken away' } }
  if (overdue !== undefined) {
    return {
      light: 'red',
      why: {
        zh: `红灯：“${overdue.title}”应于 ${overdue.dueOn} ${verbOf(overdue.kind).zh}，已逾期 ${overdue.daysOverdue} 日`,
        en: `Red: “${overdue.title}” was due on ${overdue.dueOn}, ${overdue.daysOverdue} days ago`,
      },
    }
  }
  const dueOn = part.countsOn ?? part.dueOn ?? programme.periodEnd
  const start = part.startsOn ?? programme.periodStart
  const window = start < dueOn ? { start, end: dueOn } : { start: dueOn, end: dueOn }
  const share = scheduleShare(window, today)
  if (part.status === 'reported')
    return { light: 'green', why: { zh: '绿灯：已申报办结，待审核', en: 'Green: reported complete' } }
  const { light, reason } = supervisedLight({
    dueOn,
    today,
    workingDaysLeft: dueOn <= today ? 0 : workingDaysBetween(today, dueOn, calendar),
    progress: part.progress === null ? null : part.progress / 100,
    share,
    dueSoonWorkingDays: settings.dueSoonWorkingDays,
    lagPoints: settings.lagPoints,
    closed: false,
  })
  const [schedule, progress] = percents(share, (part.progress ?? 0) / 100)
  const saidZh = part.progress === null ? '尚未报送进度' : `进度 ${progress}，时序进度 ${schedule}`
  const saidEn = part.progress === null ? 'no progress reported yet' : `${progress} done, schedule ${schedule}`
  switch (reason.code) {
    case 'overdue':
      return {
        light,
        why: {
          zh: `红灯：应于 ${dueOn} 办结，已逾期 ${reason.days} 日；${saidZh}`,
          en: `Red: to be completed by ${dueOn}, ${reason.days} days overdue; ${saidEn}`,
        },
      }
    case 'dueSoon':
      return {
        light,
        why: {
          zh: `黄灯：应于 ${dueOn} 办结，还剩 ${reason.workingDaysLeft} 个工作日；${saidZh}`,
          en: `Amber: to be completed by ${dueOn}, ${reason.workingDaysLeft} working days left; ${saidEn}`,
        },
      }
    case 'lagging':
      return {
        light,
        why: {
          zh: `黄灯：${saidZh}，落后超过 ${settings.lagPoints} 个百分点`,
          en: `Amber: ${saidEn}, more than ${settings.lagPoints} points behind`,
        },
      }
    default:
      return { light, why: { zh: `绿灯：${saidZh}；应于 ${dueOn} 办结`, en: `Green: ${saidEn}; due ${dueOn}` } }
  }
}

/**
 * The light of a task: the worst of its leading parts, since the light belongs to the lead. Blue when all are complete,
 * grey while nobody leads.
 */
export function lightOfTask(leading: readonly (LitPart & { readonly unit: string })[]): LitPart {
  const worst = (['red', 'amber', 'green', 'blue'] as const).flatMap(
    (light) => leading.find((part) => part.light === light) ?? [],
  )[0]
  if (worst === undefined) {
    return { light: 'grey', why: { zh: '灰灯：牵头单位还没有分工', en: 'Grey: no leading unit has a part yet' } }
  }
  if (leading.length === 1) return { light: worst.light, why: worst.why }
  return { light: worst.light, why: { zh: `${worst.why.zh}（${worst.unit}）`, en: `${worst.why.en} (${worst.unit})` } }
}

/**
 * How far a task is, percent, weighted over the parts that have reported; null while none has. Parts without a weight
 * share equally what the others leave; complete ones count as 100.
 */
export function progressOfTask(parts: readonly Pick<PartRecord, 'weight' | 'progress' | 'status'>[]): number | null {
  const living = parts.filter((part) => part.status !== 'withdrawn')
  const set = living.reduce((sum, part) => sum + (part.weight ?? 0), 0)
  const unset = living.filter((part) => part.weight === null).length
  const each = unset === 0 ? 0 : Math.max(0, 100 - set) / unset
  let weights = 0
  let reached = 0
  for (const part of living) {
    const progress = part.status === 'done' || part.status === 'closed' ? 100 : part.progress
    if (progress === null) continue
    const weight = part.weight ?? each
    weights += weight
    reached += weight * progress
  }
  if (weights === 0) return null
  return Math.round((reached / weights) * 100) / 100
}
