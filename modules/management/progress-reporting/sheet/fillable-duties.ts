import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { type DutyRecord, listDuties } from '@qiangxian/kernel/progress/duties'
import { itemNames } from '@qiangxian/kernel/progress/duty-rows'
import { contentOf, type ReportRecord, reportColumns } from '@qiangxian/kernel/progress/report-record'
import { subjectOf } from '@qiangxian/kernel/progress/report-subject'
import { sql } from 'kysely'
import { refuseDraft } from '../report-life.ts'
import type { FillableDuty } from './good-rows.ts'

/** The reports of a unit for a period, with its open milestones; each with what it says and whether it may be written. */
export async function fillableDuties(
  context: QueryContext,
  partyId: string,
  period: string,
): Promise<readonly FillableDuty[]> {
  const { tx, jurisdiction, today } = context
  const { plan, organisations } = await readPlan(context, undefined)
  const duties = [
    ...(await listDuties(context, { partyIds: [partyId], kind: 'report', period })),
    ...(await listDuties(context, { partyIds: [partyId], kind: 'milestone', open: true })),
  ]
  const { rows } = await sql<ReportRecord>`
    select ${reportColumns} from report r
    where r.jurisdiction = ${jurisdiction} and r.duty_id = any(${duties.map(({ id }) => id)})`.execute(tx)
  const reports = new Map(rows.map((report) => [report.dutyId, report]))
  const named = itemNames(plan)
  const unit = organisations.find(({ id }) => id === partyId)
  const successor = organisations.find(({ id }) => id === unit?.successorId)?.name ?? null
  return duties.flatMap((duty) => {
    const subject = subjectOf(plan, duty)
    if (subject === undefined) return []
    const report = reports.get(duty.id)
    const refusal = refuseDraft({
      duty,
      state: report?.state,
      submittedBy: null,
      checkedBy: null,
      unit: { name: unit?.name ?? partyId, dissolvedOn: unit?.dissolvedOn ?? null, successor },
      inPlan: true,
      today,
    })
    return [
      {
        duty,
        code: named(duty).code,
        subject,
        content: report === undefined ? null : contentOf(report, subject),
        revision: report?.revision ?? 0,
        refusal: refusal === undefined ? null : { ...refusal.localized },
      },
    ]
  })
}

/** The last period for which the unit has something to say, or else to wait for; undefined where there is none. */
export async function lastOpenPeriod({ tx, jurisdiction }: QueryContext, partyId: string): Promise<string | undefined> {
  const { rows } = await sql<Pick<DutyRecord, 'period'>>`
    select d.period from duty d
    where d.jurisdiction = ${jurisdiction} and d.party_id = ${partyId} and d.kind = 'report' and d.closed_on is null
    order by (d.answered_on is not null), d.period_end desc, d.period desc limit 1`.execute(tx)
  return rows[0]?.period
}
