import Type from 'typebox'
import { Finding } from '../indicators/indicators.schemas.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { Id, Instant, Nullable } from '../plan/programme.schemas.ts'
import { Parameters, runSql } from '../registers/run-sql.ts'
import { type FindingRow, listFindings, presentFindings, sightOfFindings } from './list-findings.ts'
import { qualityErrors } from './quality-errors.ts'
import type { QualityRules } from './quality-rules.ts'
import { MOST_FINDINGS, runRule, settleForgottenRules } from './run-rule.ts'

export const RuleRunRow = Type.Object({
  rule: Type.String(),
  found: Type.Integer(),
  opened: Type.Integer(),
  resolved: Type.Integer(),
  moved: Type.Integer(),
})

/** The operations of data quality 数据质量 over the rules of the program. */
export function qualityOperations(rules: QualityRules): readonly Operation[] {
  return [listQualityRules(rules), listQualityFindings(rules), explainFinding(rules), runQuality(rules)]
}

export function listQualityRules(rules: QualityRules) {
  return defineQuery({
    id: 'quality.rules',
    label: { zh: '数据质量规则', en: 'Rules of data quality' },
    about: {
      zh: '列出数据质量规则：找什么、为何要紧、怎样改、几个工作日内改，以及现在有几条待处理。',
      en: 'What is looked for, why it matters, what to do and within how many working days, and how many findings are open.',
    },
    permission: 'register.read',
    route: { method: 'GET', path: '/quality/rules' },
    cli: 'quality rules',
    input: Type.Object({}),
    output: Type.Object({
      rules: Type.Array(
        Type.Object({
          id: Type.String(),
          label: Type.String(),
          labelEn: Type.String(),
          severity: Type.Enum(['error', 'warning', 'note']),
          remedy: Type.String(),
          remedyEn: Type.String(),
          source: Type.String(),
          withinWorkingDays: Nullable(Type.Integer()),
          open: Type.Integer(),
          /** more is found than is listed: the rule matches too much, or the data were never clean */
          isCut: Type.Boolean(),
        }),
      ),
      /** when all rules were last looked by; null: never */
      ranAt: Nullable(Instant),
    }),
    run: async (context) => {
      const { tx, jurisdiction } = context
      const parameters = new Parameters()
      const counts = await runSql<{ rule: string; open: number; living: number }>(
        tx,
        `select q.rule, count(*) filter (where q.status = 'open')::int as open, count(*)::int as living
         from quality_finding q where q.jurisdiction = ${parameters.add(jurisdiction)} and q.status <> 'resolved'
           and ${sightOfFindings(context, parameters)} group by q.rule`,
        parameters.values,
      )
      const ran = await runSql<{ at: Date | null }>(
        tx,
        `select max(ended_at) as at from job_run where jurisdiction = $1 and job_id = $2 and outcome in ('done', 'idle')`,
        [jurisdiction, qualityJobId],
      )
      const byRule = new Map(counts.map((row) => [row.rule, row]))
      return {
        rules: rules.all.map(({ id, label, labelEn, severity, remedy, remedyEn, source, withinWorkingDays }) => ({
          id,
          label,
          labelEn,
          severity,
          remedy,
          remedyEn,
          source,
          withinWorkingDays,
          open: byRule.get(id)?.open ?? 0,
          isCut: (byRule.get(id)?.living ?? 0) >= MOST_FINDINGS,
        })),
        ranAt: ran[0]?.at?.toISOString() ?? null,
      }
    },
  })
}

export const qualityJobId = 'quality.run'

export function listQualityFindings(rules: QualityRules) {
  return defineQuery({
    id: 'quality.findings',
    label: { zh: '数据质量问题', en: 'Findings of data quality' },
    about: {
      zh: '列出数据质量问题，最急的在前：哪条记录、哪里可疑、怎样改、由谁改、几时到期；单位只看归自己改的。',
      en: 'Findings with the most urgent first: which record, what is doubtful, what to do, by whom and until when. A unit sees those it is to mend.',
    },
    permission: 'register.read',
    route: { method: 'GET', path: '/quality/findings' },
    cli: 'quality findings',
    input: Type.Object({
      status: Type.Optional(Type.Enum(['open', 'explained', 'resolved', 'all'])),
      severity: Type.Optional(Type.Enum(['error', 'warning', 'note'])),
      rule: Type.Optional(Type.String({ maxLength: 100 })),
      unit: Type.Optional(Id),
      overdue: Type.Optional(Type.Boolean()),
      subjectKind: Type.Optional(Type.String({ maxLength: 64 })),
      subjectId: Type.Optional(Type.String({ maxLength: 100 })),
      /** `next` of the page before */
      after: Type.Optional(Type.String({ maxLength: 100 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    }),
    output: Type.Object({
      findings: Type.Array(Finding),
      next: Nullable(Type.String()),
      /** all that the filters let through; with the first page only */
      count: Nullable(Type.Integer()),
    }),
    run: async (context, { after, limit = 50, ...filter }) => {
      const { rows, next, count } = await listFindings(context, filter, {
        limit,
        ...(after === undefined ? {} : { after }),
      })
      return { findings: await presentFindings(context, rules, rows), next, count }
    },
  })
}

export function explainFinding(rules: QualityRules) {
  return defineCommand({
    id: 'quality.explain',
    label: { zh: '说明数据质量问题', en: 'Explain a finding' },
    about: {
      zh: '说明一条数据质量问题为何没有错；说明记入日志，不再催办。数据改好后它会自行了结。',
      en: 'Says why a finding is right as it is; it goes into the journal, and nobody is urged any more.',
    },
    permission: 'quality.manage',
    route: { method: 'POST', path: '/quality/findings/:findingId/explanation' },
    cli: 'quality explain',
    input: Type.Object({
      findingId: Id,
      explanation: Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' }),
    }),
    output: Finding,
    run: async (context, { findingId, explanation }) => {
      const { tx, jurisdiction, now, actor } = context
      const parameters = new Parameters()
      const [found] = await runSql<FindingRow>(
        tx,
        `select q.* from quality_finding q where q.jurisdiction = ${parameters.add(jurisdiction)}
           and q.id = ${parameters.add(findingId)} and ${sightOfFindings(context, parameters)} for update`,
        parameters.values,
      )
      if (found === undefined) {
        throw operationErrors.notFound({ what: { zh: '数据质量问题', en: 'finding' }, id: findingId })
      }
      if (found.status !== 'open') throw qualityErrors.settled({ label: found.subject_label })
      const words = explanation.trim()
      const [row] = await runSql<FindingRow>(
        tx,
        `update quality_finding set status = 'explained', explanation = $3, settled_at = $4, settled_by_label = $5
         where jurisdiction = $1 and id = $2
         returning *, found_on::text as found_on, due_on::text as due_on`,
        [jurisdiction, findingId, words, now, actor.label],
      )
      await context.record({
        subject: { kind: 'quality-finding', id: findingId },
        before: { status: 'open' },
        after: { status: 'explained', rule: found.rule, subject: `${found.subject_kind}/${found.subject_id}` },
        reason: words,
      })
      const [presented] = await presentFindings(context, rules, row === undefined ? [] : [row])
      if (presented === undefined) throw new Error(`finding ${findingId} went away`)
      return presented
    },
  })
}

export function runQuality(rules: QualityRules) {
  return defineCommand({
    id: 'quality.run',
    label: { zh: '检查数据质量', en: 'Look at the data' },
    about: {
      zh: '马上按规则检查一遍：新问题开出，改好的自行了结。每天夜里也会自动检查。',
      en: 'Looks by all rules now, or by one: opens what is new and settles what is mended. It also happens every night.',
    },
    permission: 'quality.manage',
    route: { method: 'POST', path: '/quality/runs' },
    cli: 'quality run',
    input: Type.Object({
      /** one rule only */
      rule: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    output: Type.Object({ rules: Type.Array(RuleRunRow), opened: Type.Integer(), resolved: Type.Integer() }),
    run: async (context, { rule }) => {
      const runs = []
      for (const one of rule === undefined ? rules.all : [rules.get(rule)])
        runs.push(await runRule(context, rules, one))
      const forgotten = rule === undefined ? await settleForgottenRules(context, rules) : 0
      const opened = runs.reduce((sum, run) => sum + run.opened, 0)
      const resolved = runs.reduce((sum, run) => sum + run.resolved, forgotten)
      const changed = runs.filter((run) => run.opened + run.resolved + run.moved > 0)
      if (changed.length + forgotten === 0) context.unchanged()
      else {
        await context.record({
          subject: { kind: 'quality-run', id: rule ?? 'all' },
          before: null,
          after: {
            opened,
            resolved,
            rules: changed.map((run) => ({ ...run })),
          },
        })
      }
      return { rules: runs, opened, resolved }
    },
  })
}
