import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { addDays } from '@qiangxian/engines/indicator/days'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { isOverdueStep, stepLabel } from '@qiangxian/kernel/progress/ladder'
import type { ToldUrging } from './tell-urgings.ts'
import { instantOn, type Telling } from './telling.ts'

/** How far back the notices of the demonstration's people go, and how many of the last days they have not read. */
const shownDays = 45
const unreadDays = 5

interface NoticeTale {
  readonly to: readonly string[]
  readonly kind: string
  readonly title: string
  readonly body: string
  readonly path: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly at: Date
}

/** What the people who have an account were told in the last weeks, as the dispatcher would have left it. */
export function tellNotices(telling: Telling, urgings: readonly ToldUrging[]): void {
  const since = instantOn(addDays(telling.asOf, -shownDays), 0)
  const tales = [...urgingTales(telling, urgings), ...reportTales(telling)].filter(({ at }) => at >= since)
  for (const tale of tales) tellNotice(telling, tale)
}

function urgingTales({ office }: Telling, urgings: readonly ToldUrging[]): readonly NoticeTale[] {
  return urgings.flatMap(({ id, sent, number, words }) => {
    const to = isOverdueStep(sent.step) ? [...sent.unit.accountIds, ...office.accountIds] : sent.unit.accountIds
    if (to.length === 0) return []
    return [
      {
        to: [...new Set(to)],
        kind: `urging.${isOverdueStep(sent.step) ? sent.step : 'reminder'}`,
        title: `${number ?? stepLabel(sent.step).zh}：${sent.title}`,
        body: words,
        path: `/duties/${sent.dutyId}`,
        subject: { kind: 'urging', id },
        at: instantOn(sent.on, 1),
      },
    ]
  })
}

/** Returned reports go back to their unit; submitted ones wait at the office. */
function reportTales({ rows, office, unitById }: Telling): readonly NoticeTale[] {
  const reports = new Map(rows.report.map((report) => [report.id, report]))
  const titles = new Map(rows.duty.map(({ id, title }) => [id, title]))
  return rows.report_act.flatMap(({ report_id, act, at, reason }) => {
    const report = reports.get(report_id)
    if (report === undefined || (act !== 'return' && act !== 'submit')) return []
    const title = titles.get(report.duty_id) ?? ''
    const unit = unitById(report.party_id)
    const to = act === 'return' ? unit.accountIds : office.accountIds
    // The desk shows what waits; a notice is only for what an account's own unit or the last days brought.
    if (to.length === 0 || (act === 'submit' && report.state !== 'submitted')) return []
    return [
      {
        to,
        kind: act === 'return' ? 'report.returned' : 'report.submitted',
        title: act === 'return' ? `退回：${title}` : `${unit.shortName}上报：${title}`,
        body: reason ?? '',
        path: `/reports/${report.duty_id}`,
        subject: { kind: 'report', id: report_id },
        at,
      },
    ]
  })
}

function tellNotice({ rows, asOf }: Telling, { to, kind, title, body, path, subject, at }: NoticeTale): void {
  const outboxId = newId(at)
  rows.outbox.push({
    id: outboxId,
    topic: kind,
    payload: { to: { accountIds: [...to] }, title, body, path, subject: { ...subject } } as unknown as Json,
    key: null,
    created_at: at,
    dispatched_at: at,
  })
  const unreadSince = instantOn(addDays(asOf, -unreadDays), 0)
  for (const account of to) {
    rows.notice.push({
      id: newId(at),
      outbox_id: outboxId,
      account_id: account,
      kind,
      title,
      body,
      path,
      subject_kind: subject.kind,
      subject_id: subject.id,
      created_at: at,
      read_at: at >= unreadSince ? null : new Date(at.getTime() + 3 * 3_600_000),
    })
  }
}
