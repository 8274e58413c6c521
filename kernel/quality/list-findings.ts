import type { Static } from 'typebox'
import { actorMay, unitsActedFor } from '../accounts/actor.ts'
import { mayDo, roles } from '../accounts/roles.ts'
import type { Finding } from '../indicators/indicators.schemas.ts'
import type { QueryContext } from '../operations/context.ts'
import { findUnits } from '../parties/unit-ref.ts'
import { Parameters, runSql } from '../registers/run-sql.ts'
import { qualityErrors } from './quality-errors.ts'
import type { QualityRules } from './quality-rules.ts'

export interface FindingFilter {
  readonly status?: 'open' | 'explained' | 'resolved' | 'all'
  readonly severity?: 'error' | 'warning' | 'note'
  readonly rule?: string
  readonly unit?: string
  readonly overdue?: boolean
  /** register or `indicator`, and one of its records */
  readonly subjectKind?: string
  readonly subjectId?: string
}

export interface FindingRow {
  readonly id: string
  readonly rule: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly subject_label: string
  readonly field: string
  readonly severity: Static<typeof Finding>['severity']
  readonly message: { readonly zh: string; readonly en: string }
  readonly remedy: { readonly zh: string; readonly en: string }
  readonly unit_id: string | null
  readonly found_on: string
  readonly due_on: string | null
  readonly status: Static<typeof Finding>['status']
  readonly explanation: string | null
}

/** The most urgent first: by deadline, then by severity. */
const ORDER = `coalesce(q.due_on, '9999-12-31'::date), array_position(array['error','warning','note'], q.severity), q.id`
const CURSOR = /^(\d{4}-\d{2}-\d{2})~([1-3])~([0-9A-Za-z-]{1,64})$/

/**
 * Findings that the reader may see: all for those who read all registers, for a unit those that it is to mend.
 *
 * @throws quality.badCursor
 */
export async function listFindings(
  context: QueryContext,
  filter: FindingFilter,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<{ readonly rows: readonly FindingRow[]; readonly next: string | null; readonly count: number | null }> {
  const parameters = new Parameters()
  const where = whereOf(context, filter, parameters)
  const [, due, rank, id] = after === undefined ? [] : (CURSOR.exec(after) ?? refused())
  const beyond =
    due === undefined
      ? ''
      : `and (${ORDER}) > (${parameters.add(due)}::date, ${parameters.add(Number(rank))}::int, ${parameters.add(id)}::text)`
  const rows = await runSql<FindingRow & { cursor_due: string; cursor_rank: number }>(
    context.tx,
    `select q.id, q.rule, q.subject_kind, q.subject_id, q.subject_label, q.field, q.severity, q.message, q.remedy,
       q.unit_id, q.found_on::text, q.due_on::text, q.status, q.explanation,
       coalesce(q.due_on, '9999-12-31'::date)::text as cursor_due,
       array_position(array['error','warning','note'], q.severity) as cursor_rank
     from quality_finding q where ${where} ${beyond} order by ${ORDER} limit ${parameters.add(limit + 1)}::int`,
    parameters.values,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > limit && last !== undefined ? `${last.cursor_due}~${last.cursor_rank}~${last.id}` : null,
    count: after === undefined ? await countFindings(context, filter) : null,
  }
}

function refused(): never {
  throw qualityErrors.badCursor({})
}

async function countFindings(context: QueryContext, filter: FindingFilter): Promise<number> {
  const parameters = new Parameters()
  const where = whereOf(context, filter, parameters)
  const [row] = await runSql<{ count: number }>(
    context.tx,
    `select count(*)::int as count from quality_finding q where ${where}`,
    parameters.values,
  )
  return row?.count ?? 0
}

function whereOf(context: QueryContext, filter: FindingFilter, parameters: Parameters): string {
  const { jurisdiction, today } = context
  const { status = 'open', severity, rule, unit, overdue, subjectKind, subjectId } = filter
  const is = (column: string, value: string | undefined) =>
    value === undefined ? [] : [`q.${column} = ${parameters.add(value)}`]
  return [
    `q.jurisdiction = ${parameters.add(jurisdiction)}`,
    sightOfFindings(context, parameters),
    ...is('status', status === 'all' ? undefined : status),
    ...is('severity', severity),
    ...is('rule', rule),
    ...is('unit_id', unit),
    ...is('subject_kind', subjectKind),
    ...is('subject_id', subjectId),
    ...(overdue === true ? [`q.status = 'open' and q.due_on < ${parameters.add(today)}::date`] : []),
  ].join(' and ')
}

/** Which findings the actor sees, as a condition on `q`. */
export function sightOfFindings({ actor }: QueryContext, parameters: Parameters): string {
  const readsAll = actor.roles.some(({ role }) => !roles[role].forUnit && mayDo([role], 'register.read'))
  if (readsAll) return 'true'
  if (!actorMay(actor, 'register.read')) return 'false'
  return `q.unit_id = any(${parameters.add(unitsActedFor(actor, 'register.read'))}::text[])`
}

export async function presentFindings(
  { tx, jurisdiction, today }: QueryContext,
  rules: QualityRules,
  rows: readonly FindingRow[],
): Promise<Static<typeof Finding>[]> {
  const units = await findUnits(
    tx,
    jurisdiction,
    rows.flatMap(({ unit_id }) => unit_id ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule,
    ruleLabel: rules.find(row.rule)?.label ?? row.rule,
    severity: row.severity,
    subject: { kind: row.subject_kind, id: row.subject_id, label: row.subject_label },
    field: row.field === '' ? null : row.field,
    message: { ...row.message },
    remedy: { ...row.remedy },
    unit: units.get(row.unit_id ?? '') ?? null,
    foundOn: row.found_on,
    dueOn: row.due_on,
    overdue: row.status === 'open' && row.due_on !== null && row.due_on < today,
    status: row.status,
    explanation: row.explanation,
  }))
}
