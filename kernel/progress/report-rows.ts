import { sql } from 'kysely'
import { type CivilDate, civilDateInChina, daysBetween } from '../clock/civil-date.ts'
import type { QueryContext } from '../operations/context.ts'
import { type PlanReading, readPlanIfAny } from '../plan/read-plan.ts'
import { effectiveDue } from './duty-clock.ts'
import { type DutyRecord, dutyColumns } from './duty-record.ts'
import { presentDuties } from './duty-rows.ts'
import { inPrinted } from './printed-unit.ts'
import type { ReportContent, ReportRow, ReportState } from './progress.schemas.ts'
import { readableReports } from './readable-reports.ts'
import { contentOf, type ReportRecord, reportColumns } from './report-record.ts'
import { remarksOn } from './report-remarks.ts'
import { type ReportSubject, subjectOf } from './report-subject.ts'
import { summaryOf } from './report-words.ts'
import { signedReports } from './signed-reports.ts'

export interface ReportFilter {
  readonly dutyIds?: readonly string[]
  readonly itemIds?: readonly string[]
  readonly partyIds?: readonly string[]
  readonly states?: readonly ReportState[]
  readonly period?: string
  /** words that stand in the title or in the report */
  readonly words?: string
  /** where the page before ended */
  readonly after?: { readonly at: string; readonly id: string }
  /** 50 by default */
  readonly limit?: number
}

/**
 * Reports that the actor may read, the last changed first, each beside what was said the period before and with what
 * deserves a second look. Drafts are their unit's own, and so is what is mended: nobody else reads what was not signed.
 *
 * A fixed number of reads for any number of reports.
 */
export async function presentReports(context: QueryContext, filter: ReportFilter): Promise<ReportRow[]> {
  const found = await findReports(context, filter)
  const beside = await besides(context, found)
  const duties = await presentDuties(
    context,
    found.map(({ duty }) => duty),
  )
  const reports = await signedReports(
    context,
    found.map(({ duty, report }) => ({ report, partyId: duty.partyId, subject: beside.subjectOf(duty) })),
  )
  return found.flatMap(({ duty }, index) => {
    const [row, report] = [duties[index], reports[index]]
    if (row === undefined || report === undefined) return []
    const subject = beside.subjectOf(duty)
    const content = contentOf(report, subject)
    return [
      {
        duty: row,
        state: report.state,
        revision: report.revision,
        summary: summaryOf(content, subject),
        content,
        previous: beside.earlierOf(duty)[0]?.content ?? null,
        remarks: beside.remarksOf(duty, report),
        evidence: beside.evidenceOf(report),
        updatedAt: report.updatedAt.toISOString(),
        updatedBy: report.updatedByLabel,
        submittedAt: report.submittedAt?.toISOString() ?? null,
      },
    ]
  })
}

export interface FoundReport {
  readonly duty: DutyRecord
  readonly report: ReportRecord
}

export async function findReports(context: QueryContext, filter: ReportFilter): Promise<readonly FoundReport[]> {
  const { tx, jurisdiction } = context
  const { after, words } = filter
  const { rows } = await sql<ReportRecord & { duty: DutyRecord }>`
    select r.*, to_jsonb(owed) as duty
    from (
      select ${reportColumns} from report r
      where r.jurisdiction = ${jurisdiction} and ${await readableReports(context)}
        and ${among('r.duty_id', filter.dutyIds)} and ${among('r.item_id', filter.itemIds)}
        and ${among('r.party_id', filter.partyIds)} and ${among('r.state', filter.states)}
        and ${filter.period === undefined ? sql`true` : sql`r.period = ${filter.period}`}
        and ${words === undefined || words.trim() === '' ? sql`true` : saying(jurisdiction, words)}
        and ${after === undefined ? sql`true` : sql`(r.updated_at, r.duty_id) < (${after.at}::timestamptz, ${after.id})`}
      order by r.updated_at desc, r.duty_id desc
      limit ${filter.limit ?? 50}
    ) r
    cross join lateral (
      select ${dutyColumns} from duty d where d.jurisdiction = ${jurisdiction} and d.id = r."dutyId"
    ) owed
    order by r."updatedAt" desc, r."dutyId" desc`.execute(tx)
  return rows.map(({ duty, ...report }) => ({ duty, report }))
}

/** What is looked at beside reports, for many in a few reads. */
export interface Besides {
  subjectOf(duty: DutyRecord): ReportSubject | undefined
  /** the three periods before, latest first */
  earlierOf(duty: DutyRecord): readonly EarlierReport[]
  evidenceOf(report: Pick<ReportRecord, 'id'>): number
  unitTotalOf(duty: DutyRecord): { sum: number; reported: number; of: number } | null
  remarksOf(duty: DutyRecord, report: ReportRecord): ReportRow['remarks']
}

export interface EarlierReport {
  readonly period: string
  readonly state: ReportState
  readonly content: ReportContent
}

export async function besides(
  context: QueryContext,
  found: readonly { readonly duty: DutyRecord; readonly report: ReportRecord | undefined }[],
  known?: Pick<PlanReading, 'plan'>,
): Promise<Besides> {
  const reading = known ?? (await readPlanIfAny(context))
  const subjects = (duty: DutyRecord) => (reading === undefined ? undefined : subjectOf(reading.plan, duty))
  const duties = found.map(({ duty }) => duty)
  const earlier = await earlierReports(context, duties)
  const files = await countEvidence(
    context,
    found.flatMap(({ report }) => report?.id ?? []),
  )
  const totals = await unitTotals(context, duties)
  const besidesOf: Besides = {
    subjectOf: subjects,
    earlierOf: (duty) => (earlier.get(duty.id) ?? []).map((each) => presentEarlier(each, subjects(duty))),
    evidenceOf: ({ id }) => files.get(id) ?? 0,
    unitTotalOf: (duty) => {
      const total = duty.scope === 'county' ? totals.get(keyOf(duty)) : undefined
      const subject = subjects(duty)
      if (total === undefined || subject?.kind !== 'target' || !subject.value.additive) return null
      return { ...total, sum: inPrinted(subject.target, total.sum) }
    },
    remarksOf: (duty, report) => {
      const subject = subjects(duty)
      if (subject === undefined) return []
      return remarksOn({
        subject,
        period: duty.period,
        scope: duty.scope,
        content: contentOf(report, subject),
        earlier: besidesOf.earlierOf(duty),
        unitTotal: besidesOf.unitTotalOf(duty),
        evidence: besidesOf.evidenceOf(report),
        daysLate: daysLate(duty, report, context.today),
      })
    },
  }
  return besidesOf
}

/** Calendar days after the due day on which the unit answered, or today while it has not; 0 in time. */
function daysLate(duty: DutyRecord, report: ReportRecord, today: CivilDate): number {
  const submittedOn = report.submittedAt === null ? null : civilDateInChina(report.submittedAt)
  const answeredOn = duty.answeredOn ?? (report.state === 'draft' || report.state === 'returned' ? null : submittedOn)
  return Math.max(0, daysBetween(effectiveDue(duty), answeredOn ?? today))
}

/** What was said of one duty's thing in the three periods before, latest first. */
export async function earlierOf(
  context: QueryContext,
  duty: DutyRecord,
  subject: ReportSubject | undefined,
): Promise<readonly EarlierReport[]> {
  const found = (await earlierReports(context, [duty])).get(duty.id) ?? []
  return found.map((each) => presentEarlier(each, subject))
}

function presentEarlier({ period, record }: Earlier, subject: ReportSubject | undefined): EarlierReport {
  return { period, state: record.state, content: contentOf(record, subject) }
}

interface Earlier {
  readonly period: string
  readonly record: ReportRecord
}

/** What was submitted of the same thing by the same unit in the three periods before; drafts are nobody's word. */
async function earlierReports(
  { tx, jurisdiction }: QueryContext,
  duties: readonly DutyRecord[],
): Promise<ReadonlyMap<string, readonly Earlier[]>> {
  const asked = duties.filter(({ kind, periodEnd }) => kind === 'report' && periodEnd !== null)
  if (asked.length === 0) return new Map()
  const { rows } = await sql<ReportRecord & { asked: string; period: string }>`
    select asked.id as asked, earlier.* from unnest(
      ${asked.map(({ id }) => id)}::text[], ${asked.map(({ itemId }) => itemId)}::text[],
      ${asked.map(({ partyId }) => partyId)}::text[], ${asked.map(({ scope }) => scope)}::text[],
      ${asked.map(({ periodEnd }) => periodEnd)}::date[]) as asked (id, item_id, party_id, scope, period_end)
    cross join lateral (
      select r.period, ${reportColumns} from report r
      where r.jurisdiction = ${jurisdiction} and r.item_id = asked.item_id and r.party_id = asked.party_id
        and r.scope = asked.scope and r.period_end < asked.period_end
        and r.state in ('submitted', 'checked', 'approved')
      order by r.period_end desc limit 3
    ) earlier`.execute(tx)
  const byDuty = new Map<string, Earlier[]>()
  for (const { asked: id, period, ...record } of rows) {
    const list = byDuty.get(id)
    if (list === undefined) byDuty.set(id, [{ period, record }])
    else list.push({ period, record })
  }
  return byDuty
}

async function countEvidence({ tx, jurisdiction }: QueryContext, reportIds: readonly string[]) {
  if (reportIds.length === 0) return new Map<string, number>()
  const { rows } = await sql<{ id: string; files: number }>`
    select report_id as id, count(*)::int as files from report_evidence
    where jurisdiction = ${jurisdiction} and report_id = any(${[...reportIds]}) group by report_id`.execute(tx)
  return new Map(rows.map(({ id, files }) => [id, files]))
}

/** What units reported of the same target and period, in the base unit, and how many of them owe it. */
/** A value that came back does not count; what was approved before it does. */
const counting = sql.raw("case when v.status = 'returned' then v.approved_value else v.value end")

async function unitTotals({ tx, jurisdiction }: QueryContext, duties: readonly DutyRecord[]) {
  const asked = duties.filter(({ itemKind, scope, period }) => itemKind === 'target' && scope === 'county' && period)
  if (asked.length === 0) return new Map<string, { sum: number; reported: number; of: number }>()
  const { rows } = await sql<{ itemId: string; period: string; sum: number; reported: number; of: number }>`
    select d.item_id as "itemId", d.period, count(*)::int as of, count(${counting})::int as reported,
      coalesce(sum(${counting}), 0) as sum
    from unnest(${asked.map(({ itemId }) => itemId)}::text[], ${asked.map(({ period }) => period)}::text[],
      ${asked.map(({ periodEnd }) => periodEnd)}::date[]) as asked (item_id, period, period_end)
    join duty d on d.jurisdiction = ${jurisdiction} and d.item_id = asked.item_id and d.period = asked.period
      and d.period_end = asked.period_end and d.kind = 'report' and d.scope = 'unit'
      and d.outcome is distinct from 'withdrawn'
    left join indicator_value v on v.jurisdiction = ${jurisdiction} and v.item_id = d.item_id
      and v.scope_key = d.party_id and v.period = d.period
    group by d.item_id, d.period`.execute(tx)
  return new Map(rows.map(({ itemId, period, ...total }) => [keyOf({ itemId, period }), total]))
}

function keyOf({ itemId, period }: { readonly itemId: string; readonly period: string }): string {
  return `${itemId} ${period}`
}

function saying(jurisdiction: string, words: string) {
  const like = `%${words.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql`(r.narrative ilike ${like} or exists (select from duty named
    where named.jurisdiction = ${jurisdiction} and named.id = r.duty_id and named.title ilike ${like}))`
}

function among(column: string, values: readonly string[] | undefined) {
  // A single value lets an index give the rows in their order.
  if (values?.length === 1) return sql`${sql.raw(column)} = ${values[0]}`
  return values === undefined ? sql`true` : sql`${sql.raw(column)} = any(${[...values]})`
}
