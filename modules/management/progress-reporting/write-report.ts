import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { JournalNote } from '@qiangxian/kernel/journal/record-entry'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import type { ReportAct, ReportContent, ReportState } from '@qiangxian/kernel/progress/progress.schemas'
import { rowOfContent } from '@qiangxian/kernel/progress/report-record'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { dutyNotFound, type ReportAtHand } from './report-at-hand.ts'
import { reportErrors } from './report-errors.ts'

export interface Written {
  readonly id: string
  readonly revision: number
  readonly state: ReportState
}

/**
 * Writes what stands in a draft. A report that came back stays returned while it is mended; an approved one of a duty
 * that goes on begins anew.
 */
export async function writeDraft(
  context: CommandContext,
  { duty, report, subject }: ReportAtHand,
  content: ReportContent,
): Promise<Written> {
  const { tx, jurisdiction, actor, now } = context
  if (subject === undefined) throw reportErrors.notInPlan({ title: duty.title })
  const said = rowOfContent(content, subject)
  const by = { updated_at: now, updated_by: actor.accountId ?? null, updated_by_label: actor.label }
  if (report === undefined) {
    const id = newId(now)
    await tx
      .insertInto('report')
      .values({
        jurisdiction,
        id,
        duty_id: duty.id,
        item_kind: duty.itemKind,
        item_id: duty.itemId,
        party_id: duty.partyId,
        scope: duty.scope,
        period: duty.period,
        period_end: duty.periodEnd,
        state: 'draft',
        ...said,
        ...by,
        demonstration: duty.demonstration,
      })
      .execute()
    return { id, revision: 1, state: 'draft' }
  }
  const state = report.state === 'returned' ? 'returned' : 'draft'
  const revision = report.revision + 1
  await tx
    .updateTable('report')
    .set({ ...said, ...by, state, revision })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', report.id)
    .execute()
  return { id: report.id, revision, state }
}

export interface ActOnReport {
  readonly act: Static<typeof ReportAct>['act']
  readonly state: ReportState
  readonly content: ReportContent
  readonly reason: string | null
  /** undefined: as it is */
  readonly observationId?: string | null
}

/** Writes an act with the content that it was about, and where the report stands after it. */
export async function writeAct(
  context: CommandContext,
  { duty, report, subject }: ReportAtHand,
  { act, state, content, reason, observationId }: ActOnReport,
): Promise<Written> {
  const { tx, jurisdiction, actor, now, today } = context
  if (report === undefined || subject === undefined) throw dutyNotFound(duty.id)
  const revision = report.revision + 1
  const submits = act === 'submit' || act === 'correct'
  await tx
    .updateTable('report')
    .set({
      ...(submits || act === 'withdraw' ? rowOfContent(content, subject) : {}),
      ...(submits ? { submitted_at: now, submitted_by: actor.accountId ?? null } : {}),
      ...(observationId === undefined ? {} : { observation_id: observationId }),
      state,
      revision,
      updated_at: now,
      updated_by: actor.accountId ?? null,
      updated_by_label: actor.label,
    })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', report.id)
    .execute()
  await tx
    .insertInto('report_act')
    .values({
      jurisdiction,
      id: newId(now),
      report_id: report.id,
      act,
      on_date: today,
      at: now,
      by_account: actor.accountId ?? null,
      by_label: actor.label,
      reason,
      snapshot: JSON.stringify(content),
      demonstration: duty.demonstration,
    })
    .execute()
  return { id: report.id, revision, state }
}

/** What the journal says of an act: the whole report as it was signed, and the files that stood behind it. */
export async function noteOf(
  context: CommandContext,
  { duty, report }: ReportAtHand,
  written: Written,
  content: ReportContent,
  reason: string | null,
): Promise<JournalNote> {
  const { rows } = await sql<{ name: string; sha256: string }>`
    select e.name, e.sha256 from report_evidence re
    join evidence e on e.jurisdiction = ${context.jurisdiction} and e.id = re.evidence_id
    where re.jurisdiction = ${context.jurisdiction} and re.report_id = ${written.id}
    order by re.ordinal`.execute(context.tx)
  return {
    subject: { kind: 'report', id: written.id },
    before: report === undefined ? null : { state: report.state, revision: report.revision },
    after: {
      duty: duty.id,
      title: duty.title,
      state: written.state,
      revision: written.revision,
      content: content as unknown as Json,
      evidence: rows.map(({ name, sha256 }) => ({ name, sha256 })),
    },
    reason,
  }
}
