import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { Transaction } from '@qiangxian/kernel/database/database'
import type { CommandContext, QueryContext } from '@qiangxian/kernel/operations/context'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import type { Draft } from './draft.ts'

/** An import as it is stored, with its items. */
export interface StoredImport {
  readonly id: string
  readonly planId: string | null
  readonly baseVersion: number | null
  readonly status: 'review' | 'adopted' | 'discarded'
  readonly evidenceId: string | null
  readonly fileName: string | null
  readonly format: string | null
  readonly sourceText: string
  readonly notes: readonly string[]
  readonly adoptedVersion: number | null
  readonly createdBy: string
  readonly createdAt: Date
}

/** A draft item as it is stored: what the rules see, and who decided what when. */
export type StoredItem = Draft & {
  readonly ordinal: number
  readonly original: Json
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly revision: number
}

export async function getImport(context: QueryContext, id: string): Promise<StoredImport> {
  const found = (await selectImports(context.tx, context.jurisdiction, id))[0]
  if (found === undefined) throw operationErrors.notFound({ what: { zh: '导入', en: 'import' }, id })
  return found
}

export function listImports({ tx, jurisdiction }: QueryContext): Promise<StoredImport[]> {
  return selectImports(tx, jurisdiction, undefined)
}

async function selectImports(tx: Transaction, jurisdiction: string, id: string | undefined): Promise<StoredImport[]> {
  let query = tx.selectFrom('plan_import').selectAll().where('jurisdiction', '=', jurisdiction)
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.orderBy('created_at', 'desc').execute()
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    baseVersion: row.base_version,
    status: row.status as StoredImport['status'],
    evidenceId: row.evidence_id,
    fileName: row.file_name,
    format: row.source_format,
    sourceText: row.source_text,
    notes: row.notes as string[],
    adoptedVersion: row.adopted_version,
    createdBy: row.created_by_label,
    createdAt: row.created_at,
  }))
}

/** The items of imports, in the order of the document. */
export async function listItems({ tx, jurisdiction }: QueryContext, importId: string): Promise<StoredItem[]> {
  const rows = await tx
    .selectFrom('plan_import_item')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('import_id', '=', importId)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        kind: row.kind,
        ordinal: row.ordinal,
        content: row.content,
        original: row.original as Json,
        span: row.span_start === null || row.span_end === null ? null : { start: row.span_start, end: row.span_end },
        words: row.words,
        confidence: row.confidence,
        decision: row.decision,
        baseItemId: row.base_item_id,
        against: row.against,
        decidedBy: row.decided_by,
        decidedAt: row.decided_at,
        revision: row.revision,
      }) as StoredItem,
  )
}

/** Locks an import for the rest of the transaction, so that nobody adopts what another is changing. */
export async function lockImport(context: CommandContext, id: string): Promise<StoredImport> {
  await context.tx
    .selectFrom('plan_import')
    .select('id')
    .where('jurisdiction', '=', context.jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return getImport(context, id)
}

/** Inserts draft items with the original beside the content, all at once. */
export async function insertItems(
  { tx, jurisdiction, actor, now }: CommandContext,
  importId: string,
  items: readonly Draft[],
  firstOrdinal: number,
): Promise<void> {
  const rows = items.map((item, index) => ({
    jurisdiction,
    import_id: importId,
    id: item.id,
    kind: item.kind,
    ordinal: firstOrdinal + index,
    content: JSON.stringify(item.content),
    original: item.decision === 'added' ? null : JSON.stringify(item.content),
    base_item_id: item.baseItemId,
    against: item.against,
    span_start: item.span?.start ?? null,
    span_end: item.span?.end ?? null,
    words: item.words,
    confidence: item.confidence,
    decision: item.decision,
    decided_by: item.decision === 'added' ? actor.label : null,
    decided_at: item.decision === 'added' ? now : null,
    revision: 1,
  }))
  for (let start = 0; start < rows.length; start += 1_000) {
    await tx
      .insertInto('plan_import_item')
      .values(rows.slice(start, start + 1_000))
      .execute()
  }
}
