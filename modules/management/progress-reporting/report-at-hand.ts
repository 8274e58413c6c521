import type { Permission } from '@qiangxian/kernel/accounts/roles'
import type { CommandContext, QueryContext } from '@qiangxian/kernel/operations/context'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { type PlanReading, readPlan } from '@qiangxian/kernel/plan/read-plan'
import { actsFor, type DutyRecord, lockDuty } from '@qiangxian/kernel/progress/duties'
import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import { contentOf, findReport, type ReportRecord } from '@qiangxian/kernel/progress/report-record'
import { type ReportSubject, subjectOf } from '@qiangxian/kernel/progress/report-subject'
import { sql } from 'kysely'
import { reportErrors } from './report-errors.ts'
import type { LifeFacts } from './report-life.ts'

/** A report with everything that its acts are decided by. */
export interface ReportAtHand {
  readonly duty: DutyRecord
  readonly report: ReportRecord | undefined
  /** undefined where the plan in force has it no more */
  readonly subject: ReportSubject | undefined
  readonly content: ReportContent | undefined
  readonly reading: PlanReading
  readonly facts: LifeFacts
}

/**
 * The report of a duty, held until the end of the transaction, for somebody who acts for its unit.
 *
 * @throws operation.notFound also for a duty that the actor may read and that another unit owes
 */
export async function lockOwnReport(
  context: CommandContext,
  dutyId: string,
  permission: Permission,
): Promise<ReportAtHand> {
  const duty = await lockDuty(context, dutyId)
  if (!actsFor(context.actor, permission, duty)) throw dutyNotFound(dutyId)
  return reportOf(context, duty)
}

/** The same for the office, which acts on the reports of all units. */
export async function lockAnyReport(context: CommandContext, dutyId: string): Promise<ReportAtHand> {
  return reportOf(context, await lockDuty(context, dutyId))
}

export async function reportOf(context: QueryContext, duty: DutyRecord): Promise<ReportAtHand> {
  const reading = await readOnce(context)
  const subject = subjectOf(reading.plan, duty)
  const report = await findReport(context, duty.id)
  const unit = reading.organisations.find(({ id }) => id === duty.partyId)
  const successor = reading.organisations.find(({ id }) => id === unit?.successorId)
  const facts: LifeFacts = {
    duty,
    state: report?.state,
    submittedBy: report?.submittedBy ?? null,
    checkedBy: report?.state === 'checked' ? await checkerOf(context, report.id) : null,
    unit: {
      name: unit?.name ?? duty.partyId,
      dissolvedOn: unit?.dissolvedOn ?? null,
      successor: successor?.name ?? null,
    },
    inPlan: subject !== undefined,
    today: context.today,
  }
  const content = report === undefined ? undefined : contentOf(report, subject)
  return { duty, report, subject, content, reading, facts }
}

const readings = new WeakMap<QueryContext, Promise<PlanReading>>()

/** What is done to reports changes neither plan nor units: for many of them in one command both are read once. */
function readOnce(context: QueryContext): Promise<PlanReading> {
  const reading = readings.get(context) ?? readPlan(context, undefined)
  readings.set(context, reading)
  return reading
}

async function checkerOf({ tx, jurisdiction }: QueryContext, reportId: string): Promise<string | null> {
  const { rows } = await sql<{ by: string | null }>`
    select by_account as by from report_act
    where jurisdiction = ${jurisdiction} and report_id = ${reportId} and act = 'check'
    order by at desc, id desc limit 1`.execute(tx)
  return rows[0]?.by ?? null
}

/** What an act stands on: a report of which the plan still speaks. @throws report.noReport, report.notInPlan */
export function givenReport({ duty, report, subject, content }: ReportAtHand) {
  if (report === undefined || content === undefined) throw reportErrors.noReport({ title: duty.title })
  if (subject === undefined) throw reportErrors.notInPlan({ title: duty.title })
  return { report, subject, content }
}

/** @throws report.changedMeanwhile when the actor saw another revision, 0 for none */
export function refuseStale(context: QueryContext, { duty, report }: ReportAtHand, seen: number): void {
  if (report === undefined ? seen === 0 : report.revision === seen) return
  const at = report === undefined ? context.now : report.updatedAt
  throw reportErrors.changedMeanwhile({
    title: duty.title,
    who: report?.updatedByLabel ?? '他人',
    at: inCounty(at),
  })
}

/** An instant as a clock in the county shows it: 2026-11-25 10:00 */
function inCounty(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

export function dutyNotFound(id: string) {
  return operationErrors.notFound({ what: { zh: '应办事项', en: 'duty' }, id })
}
