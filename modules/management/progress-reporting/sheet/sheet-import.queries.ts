import { unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { CommandContext, QueryContext } from '@qiangxian/kernel/operations/context'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { findUnits } from '@qiangxian/kernel/parties/unit-ref'
import type { SheetImport, SheetIssue } from '@qiangxian/kernel/progress/progress.schemas'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { GoodRow } from './good-rows.ts'

export interface StoredSheet {
  readonly id: string
  readonly partyId: string
  readonly period: string
  readonly fileName: string
  readonly rows: readonly GoodRow[]
  readonly issues: readonly Static<typeof SheetIssue>[]
  readonly state: 'waiting' | 'taken' | 'discarded'
  readonly createdAt: Date
  readonly createdBy: string
}

/**
 * A sheet of a unit that the actor fills in for.
 *
 * @throws operation.notFound also for a sheet of another unit
 */
export async function getSheet(context: QueryContext, id: string, forUpdate = false): Promise<StoredSheet> {
  const { tx, jurisdiction, actor } = context
  const { rows } = await sql<StoredSheet>`
    select id, party_id as "partyId", period, file_name as "fileName", rows, issues, state, created_at as "createdAt",
      created_by_label as "createdBy"
    from sheet_import where jurisdiction = ${jurisdiction} and id = ${id} ${forUpdate ? sql`for update` : sql``}`.execute(
    tx,
  )
  const [sheet] = rows
  if (sheet !== undefined && unitsActedFor(actor, 'report.draft').includes(sheet.partyId)) return sheet
  throw operationErrors.notFound({ what: { zh: '上传的表格', en: 'uploaded sheet' }, id })
}

export async function insertSheet(
  { tx, jurisdiction, actor, now, county }: CommandContext,
  sheet: Pick<StoredSheet, 'id' | 'partyId' | 'period' | 'fileName' | 'rows' | 'issues'>,
): Promise<void> {
  await tx
    .insertInto('sheet_import')
    .values({
      jurisdiction,
      id: sheet.id,
      party_id: sheet.partyId,
      period: sheet.period,
      file_name: sheet.fileName,
      rows: JSON.stringify(sheet.rows),
      issues: JSON.stringify(sheet.issues),
      state: 'waiting',
      created_at: now,
      created_by: actor.accountId ?? null,
      created_by_label: actor.label,
      demonstration: county.demonstration,
    })
    .execute()
}

export async function presentSheet({ tx, jurisdiction }: QueryContext, sheet: StoredSheet): Promise<SheetImport> {
  const units = await findUnits(tx, jurisdiction, [sheet.partyId])
  const unit = units.get(sheet.partyId)
  return {
    id: sheet.id,
    unit: unit ?? { id: sheet.partyId, name: sheet.partyId, shortName: sheet.partyId, dissolvedOn: null },
    period: sheet.period,
    fileName: sheet.fileName,
    state: sheet.state,
    rows: sheet.rows.map(({ revision: _, ...row }) => row),
    issues: [...sheet.issues],
    createdAt: sheet.createdAt.toISOString(),
    createdBy: sheet.createdBy,
  }
}
