import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import { newId } from '../ids/new-id.ts'
import { codeListsOfCondition, readCodeLists } from '../indicators/code-lists.ts'
import type { QualityRuleDeclaration } from '../indicators/indicator.types.ts'
import { Statement } from '../indicators/sql/statement.ts'
import type { CommandContext } from '../operations/context.ts'
import { runSql } from '../registers/run-sql.ts'
import { calendarOf } from '../rules/calendar-of.ts'
import { jumpSql, outlierSql, silentSql } from './figure-check-sql.ts'
import { type FindingDetail, findingWords } from './finding-words.ts'
import { circularLinkSql, duplicatesSql, unknownLinkSql } from './link-check-sql.ts'
import type { QualityRules } from './quality-rules.ts'
import {
  dateOrderSql,
  dateRangeSql,
  formatSql,
  namesOrganisationSql,
  numberOrderSql,
  recordsSql,
  totalSql,
} from './record-check-sql.ts'
import { ruleWorld } from './rule-world.ts'

/** Of one rule so many findings stand at a time: nobody works off more, and a rule that matches everything fills no disk. */
export const MOST_FINDINGS = 2_000

export interface RuleRun {
  readonly rule: string
  /** how many things the rule finds now */
  readonly found: number
  readonly opened: number
  /** mended since the last run */
  readonly resolved: number
  /** gone to another owner, or called otherwise now */
  readonly moved: number
}

/**
 * Looks by one rule, in one statement over its records: what is new is opened with owner and deadline, what is mended is
 * settled by itself, what was explained stays explained as long as it is found.
 */
export async function runRule(
  context: CommandContext,
  rules: QualityRules,
  rule: QualityRuleDeclaration,
): Promise<RuleRun> {
  const { tx, jurisdiction, now } = context
  const { text, parameters } = await compileRun(context, rules, rule)
  const [row] = await runSql<RunRow>(tx, text, parameters)
  if (row === undefined) throw new Error(`${rule.id} answered nothing`)
  const opened = await open(context, rules, rule, row.news)
  return { rule: rule.id, found: row.found, opened, resolved: row.resolved, moved: row.moved }

  async function open(
    { today }: CommandContext,
    { registers }: QualityRules,
    { id, severity, remedy, remedyEn, withinWorkingDays }: QualityRuleDeclaration,
    news: readonly NewsRow[],
  ): Promise<number> {
    if (news.length === 0) return 0
    const dueOn =
      withinWorkingDays === null ? null : addWorkingDays(today, withinWorkingDays, await calendarOf(context)).due
    const rows = news.map((one) => ({
      id: newId(now),
      subject_id: one.id,
      subject_label: one.label,
      message: findingWords(rule, one.detail, registers),
      unit_id: one.owner,
      demonstration: one.demonstration,
    }))
    const inserted = await runSql<{ id: string }>(
      tx,
      `insert into quality_finding (jurisdiction, id, rule, subject_kind, subject_id, subject_label, field, severity,
         message, remedy, unit_id, found_on, due_on, status, demonstration)
       select $1, id, $2, $3, subject_id, subject_label, $4, $5, message, $6::jsonb, unit_id, $7::date, $8::date, 'open',
         demonstration
       from jsonb_to_recordset($9::jsonb)
         as given (id text, subject_id text, subject_label text, message jsonb, unit_id text, demonstration boolean)
       on conflict (jurisdiction, rule, subject_kind, subject_id, field) where status <> 'resolved' do nothing
       returning id`,
      [
        jurisdiction,
        id,
        subjectKind(rule),
        fieldOf(rule),
        severity,
        JSON.stringify({ zh: remedy, en: remedyEn }),
        today,
        dueOn,
        JSON.stringify(rows),
      ],
    )
    return inserted.length
  }
}

interface NewsRow {
  readonly id: string
  readonly label: string
  readonly owner: string | null
  readonly demonstration: boolean
  readonly detail: FindingDetail
}

interface RunRow {
  readonly found: number
  readonly resolved: number
  readonly moved: number
  readonly news: readonly NewsRow[]
}

/** Rules that the program no longer has leave nothing open behind them. */
export async function settleForgottenRules(
  { tx, jurisdiction, now }: CommandContext,
  { all }: QualityRules,
): Promise<number> {
  const settled = await runSql<{ id: string }>(
    tx,
    `update quality_finding set status = 'resolved', settled_at = $2, settled_by_label = '规则已停用'
     where jurisdiction = $1 and status <> 'resolved' and not rule = any($3::text[]) returning id`,
    [jurisdiction, now, all.map(({ id }) => id)],
  )
  return settled.length
}

export function subjectKind({ finds }: QualityRuleDeclaration): string {
  if (finds.check === 'jump') return 'indicator'
  return finds.check === 'silent' ? 'register' : finds.register
}

/** The field that is to be mended; '' where the finding is about the whole. */
export function fieldOf({ finds }: QualityRuleDeclaration): string {
  switch (finds.check) {
    case 'dateOrder':
      return finds.later
    case 'numberOrder':
      return finds.smaller
    case 'duplicates':
      return finds.by[0] ?? ''
    case 'jump':
    case 'silent':
      return ''
    default:
      return finds.field ?? ''
  }
}

async function compileRun(context: CommandContext, rules: QualityRules, rule: QualityRuleDeclaration) {
  const { now } = context
  const statement = await statementFor(context, rules, rule)
  const { tenant } = statement
  const text = (value: unknown) => statement.value(value, 'text')
  const found = foundSql(context, rules, rule, statement)
  const subject = `q.subject_kind = ${text(subjectKind(rule))} and q.field = ${text(fieldOf(rule))}`
  const living = `q.jurisdiction = ${tenant} and q.rule = ${text(rule.id)} and q.status <> 'resolved'`
  const most = statement.value(MOST_FINDINGS, 'integer')
  const inner = statement.text(found)
  const body = `with found as materialized (${inner}),
    owned as materialized (
      select found.*, coalesce(p.id, (
          select o.id from party o where o.jurisdiction = ${tenant} and o.kind = 'office' and o.dissolved_on is null
          order by o.ordinal limit 1
        )) as owner
      from found left join party p on p.jurisdiction = ${tenant} and p.id = found.unit_id and p.dissolved_on is null
    ),
    resolved as (
      update quality_finding q set status = 'resolved', settled_at = ${statement.value(now, 'timestamptz')},
        settled_by_label = ${text('系统：数据已改好')}
      where ${living} and not (${subject} and exists (select from found where found.id = q.subject_id))
      returning q.id
    ),
    moved as (
      update quality_finding q set unit_id = owned.owner, subject_label = owned.label
      from owned where ${living} and ${subject} and owned.id = q.subject_id
        and (q.unit_id is distinct from owned.owner or q.subject_label <> owned.label)
      returning q.id
    ),
    news as (
      select owned.id, owned.label, owned.owner, owned.demonstration, owned.detail from owned
      where not exists (select from quality_finding q where ${living} and ${subject} and q.subject_id = owned.id)
      order by owned.id limit greatest(0, ${most} - (select count(*) from quality_finding q where ${living}))
    )
    select (select count(*) from found)::int as found, (select count(*) from resolved)::int as resolved,
      (select count(*) from moved)::int as moved,
      coalesce((select jsonb_agg(to_jsonb(news)) from news), '[]'::jsonb) as news`
  return { text: body, parameters: statement.parameters.values }
}

async function statementFor(context: CommandContext, rules: QualityRules, { finds }: QualityRuleDeclaration) {
  const { tx, jurisdiction } = context
  const { registers } = rules
  const world = await ruleWorld(context, registers)
  const lists =
    'where' in finds && finds.where !== undefined ? codeListsOfCondition(finds.where, finds.register, world) : []
  const codes = await readCodeLists(tx, { jurisdiction, registers, world }, new Set(lists))
  return new Statement({ jurisdiction, registers, world, codes })
}

function foundSql(
  { today, now }: CommandContext,
  { registers, indicators }: QualityRules,
  { finds }: QualityRuleDeclaration,
  statement: Statement,
): string {
  switch (finds.check) {
    case 'records':
      return recordsSql(finds, statement, today)
    case 'dateOrder':
      return dateOrderSql(finds, statement)
    case 'dateRange':
      return dateRangeSql(finds, statement, today)
    case 'format':
      return formatSql(finds, statement)
    case 'duplicates':
      return duplicatesSql(finds, statement)
    case 'numberOrder':
      return numberOrderSql(finds, statement)
    case 'total':
      return totalSql(finds, statement)
    case 'namesOrganisation':
      return namesOrganisationSql(finds, statement)
    case 'unknownLink':
      return unknownLinkSql(finds, statement)
    case 'circularLink':
      return circularLinkSql(finds, statement)
    case 'outlier':
      return outlierSql(finds, statement, today)
    case 'jump': {
      const label = indicators.find(({ id }) => id === finds.indicator)?.label ?? finds.indicator
      return jumpSql(finds, statement, { today, label })
    }
    case 'silent':
      return silentSql(finds, statement, { now, label: registers.get(finds.register).declaration.label })
  }
}
