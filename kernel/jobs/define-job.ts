import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { Localized } from '../errors/define-errors.ts'
import type { Platform, Request } from '../operations/execute.ts'
import { isSchedule, type Schedule } from './schedule.ts'

/**
 * A job is something that the platform does by itself, declared once as data: what it is for, how often, and what it
 * does. It changes rows as everybody does, by commands through `execute`, and so stands in the journal.
 */
export interface JobDeclaration {
  /** stable, `subject.verb`: it names the queue, and stands in the list of runs */
  readonly id: string
  readonly label: Localized
  /** what it is for, for the page of jobs and `qx help` */
  readonly about: Localized
  readonly every: Schedule
  /**
   * One run. Never two at a time, and again after a failure or when the program died, so a run takes up what it finds:
   * it asks the rows what is left to do, and does it in steps.
   *
   * @returns what it did, for the list of runs; undefined when there was nothing to do
   */
  readonly run: (platform: Platform, occasion: JobOccasion) => Promise<Json | undefined>
}

export interface JobOccasion {
  /** for `execute`: the system itself (系统任务) in the roles of office and administrator */
  readonly request: Request
  /** names the run in the log, in the journal and in the list of runs */
  readonly requestId: string
  /** aborted when the program stops or the run was given to another: finish the step in hand, then return */
  readonly signal: AbortSignal
}

/**
 * Declares a job.
 *
 * @example
 * export const remindDuties = defineJob({
 *   id: 'duty.remind',
 *   label: { zh: '到期提醒', en: 'Remind of duties' },
 *   about: { zh: '每天早上提醒快到期的事项。', en: 'Reminds every morning of what is due soon.' },
 *   every: '0 7 * * *',
 *   run: (platform, { request }) => execute(platform, remindOfDuties, request, {}),
 * })
 */
export function defineJob(declaration: JobDeclaration): JobDeclaration {
  const { id, every } = declaration
  if (!/^[a-z][\w-]*(\.[a-z][\w-]*)+$/i.test(id) || id.length > 64) throw new Error(`"${id}" is no id of a job`)
  if (!isSchedule(every)) throw new Error(`job ${id}: "${every}" says no times`)
  return declaration
}
