import Type from 'typebox'
import { defineCommand } from '../operations/operation.ts'
import { announceAll } from '../outbox/announce.ts'
import type { Announcement } from '../outbox/announcement.ts'
import { runSql } from '../registers/run-sql.ts'
import type { QualityRules } from './quality-rules.ts'
import { settleForgottenRules } from './run-rule.ts'

/**
 * Tells each owner what waits for it, once a day at most, and only where something is new today or overdue: what was told
 * yesterday and is in time is no news. Part of no interface: the job runs it when all rules have been looked by.
 */
export function announceFindings(rules: QualityRules) {
  return defineCommand({
    id: 'quality.announce',
    label: { zh: '通知数据质量问题', en: 'Announce findings' },
    about: {
      zh: '系统任务：把待处理的数据质量问题告诉责任单位。',
      en: 'The job tells owners of the findings that wait.',
    },
    permission: 'clock.run',
    route: { method: 'POST', path: '/quality/announcements' },
    input: Type.Object({}),
    output: Type.Object({ owners: Type.Integer(), forgotten: Type.Integer() }),
    run: async (context) => {
      const { tx, jurisdiction, today } = context
      const forgotten = await settleForgottenRules(context, rules)
      const owners = await runSql<OwnerRow>(
        tx,
        `select q.unit_id as unit, p.kind, count(*)::int as open, (count(*) filter (where q.found_on = $2::date))::int as fresh,
           (count(*) filter (where q.due_on < $2::date))::int as overdue, bool_and(q.demonstration) as demonstration
         from quality_finding q left join party p on p.jurisdiction = $1 and p.id = q.unit_id
         where q.jurisdiction = $1 and q.status = 'open' group by q.unit_id, p.kind
         having count(*) filter (where q.found_on = $2::date or q.due_on < $2::date) > 0`,
        [jurisdiction, today],
      )
      await announceAll(
        context,
        owners.map((owner) => wordsTo(owner, today)),
      )
      if (owners.length + forgotten === 0) context.unchanged()
      else {
        await context.record({
          subject: { kind: 'quality-run', id: today },
          before: null,
          after: { told: owners.map(({ unit, open, overdue }) => ({ unit, open, overdue })), forgotten },
        })
      }
      return { owners: owners.length, forgotten }
    },
  })
}

interface OwnerRow {
  /** null where the county has no office */
  readonly unit: string | null
  readonly kind: string | null
  readonly open: number
  readonly fresh: number
  readonly overdue: number
  readonly demonstration: boolean
}

function wordsTo({ unit, kind, open, fresh, overdue, demonstration }: OwnerRow, today: string): Announcement {
  const parts = [
    `名录中有 ${open} 条数据问题待处理`,
    ...(fresh > 0 ? [`今天新增 ${fresh} 条`] : []),
    ...(overdue > 0 ? [`${overdue} 条已逾期`] : []),
  ]
  return {
    // People of the office hold the role for no unit.
    to: unit === null || kind === 'office' ? { roles: ['office'] } : { partyIds: [unit] },
    kind: 'quality.findings',
    key: `${today} ${unit ?? ''}`,
    title: overdue > 0 ? `数据问题 ${open} 条，${overdue} 条逾期` : `数据问题 ${open} 条待处理`,
    body: `${parts.join('，')}。请改正记录，或说明为何没有错。`,
    path: '/findings',
    subject: { kind: 'quality-finding', id: unit ?? 'office' },
    demonstration,
  }
}
