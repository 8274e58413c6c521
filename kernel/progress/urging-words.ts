import { daysBetween } from '../clock/civil-date.ts'
import { effectiveDue } from './duty-clock.ts'
import { verbOf } from './duty-light.ts'
import type { DutyRecord } from './duty-record.ts'
import { isOverdueStep, type OverdueStep, stepLabel } from './ladder.ts'

/** What the words have to know of a duty. */
type UrgedDuty = Pick<DutyRecord, 'kind' | 'title' | 'dueOn' | 'extendedTo' | 'returnDueOn'>

interface Skipped {
  readonly step: string
}

/** What the clock writes to a unit: which thing, by when, how late, what to do, and what was not sent and why. */
export function urgingWords(duty: UrgedDuty, step: string, skipped: readonly Skipped[], today: string): string {
  const due = effectiveDue(duty)
  const verb = verbOf(duty.kind).zh
  const missed =
    skipped.length === 0
      ? ''
      : `（此前应发而未发的${skipped.map((each) => stepLabel(each.step).zh).join('、')}不再补发，并入本次。）`
  const overdue = daysBetween(due, today)
  if (!isOverdueStep(step)) {
    const when = overdue < 0 ? `应于 ${due} ${verb}，还剩 ${-overdue} 日` : `应于今日（${due}）${verb}`
    return `“${duty.title}”${when}。请按时${verb}；确有困难的，请单位负责人在到期前申请延期。${missed}`
  }
  return `“${duty.title}”应于 ${due} ${verb}，已逾期 ${overdue} 日。${asks[step](verb)}${missed}`
}

const asks: Readonly<Record<OverdueStep, (verb: string) => string>> = {
  reminderLetter: (verb) => `请尽快${verb}，并回复预计完成时间。`,
  supervisionNotice: (verb) => `请单位负责人督促${verb}，并书面说明原因和整改措施。`,
  circular: (verb) => `现予通报。请立即${verb}，并由单位负责人说明原因。`,
  talk: (verb) => `将约谈单位负责人。请立即${verb}，并准备情况说明。`,
}

/** 提醒函〔2026〕12号 */
export function documentNumber(step: OverdueStep, year: string, number: number): string {
  return `${stepLabel(step).zh}〔${year}〕${number}号`
}
