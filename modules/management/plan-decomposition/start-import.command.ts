import { compilePlan } from '@qiangxian/engines/plan-document/compile-plan'
import type { PlanDocument, SourceDocument } from '@qiangxian/engines/plan-document/plan-document.types'
import { readDocument } from '@qiangxian/engines/plan-document/read/read-document'
import { insertEvidence } from '@qiangxian/kernel/evidence/evidence.operations'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { listOrganisations, type OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import { findCurrentPlan, findVersion } from '@qiangxian/kernel/plan/load-version'
import { planReadingErrors } from '@qiangxian/kernel/plan/plan-errors'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import Type from 'typebox'
import { missingUnits } from './complete-units.ts'
import type { Draft } from './draft.ts'
import { draftFromDocument } from './draft-from-document.ts'
import { draftFromSnapshot } from './draft-from-snapshot.ts'
import { matchDraft } from './match-draft.ts'
import { certainUnit } from './match-units.ts'
import { planImportErrors } from './plan-errors.ts'
import { getImport, insertItems } from './plan-import.queries.ts'
import { ImportDetail } from './plan-import.schemas.ts'
import { presentImport } from './present-import.ts'

export const planDocumentMaximumBytes = 50 * 1024 * 1024

/**
 * 上传方案: the document is read and compiled before the transaction begins; then the file, the draft and the journal
 * entry are written together. While a plan is in force, a further document is an amendment of it.
 */
export const startImport = defineCommand({
  id: 'planImport.start',
  label: { zh: '上传方案', en: 'Upload a plan' },
  about: {
    zh: '读出方案文件（.docx、.pdf、.txt、.md）里的目标、任务、单位和期限，形成待核对的草稿。',
    en: 'Reads targets, tasks, units and dates from a plan (.docx, .pdf, .txt, .md) into a draft for review.',
  },
  permission: 'plan.review',
  route: { method: 'POST', path: '/plan-imports' },
  cli: 'plan import',
  upload: { maximumBytes: planDocumentMaximumBytes },
  input: Type.Object({
    planId: Type.Optional(Type.Union([Id, Type.Null()])),
  }),
  output: ImportDetail,
  prepare: async ({ upload, files }): Promise<{ source: SourceDocument; read: PlanDocument }> => {
    if (upload === undefined) throw operationErrors.fileMissing({})
    const result = await readDocument(await files.readAll(upload.sha256), { fileName: upload.fileName })
    if (!result.ok) throw planImportErrors.unreadable({ fileName: upload.fileName, why: result.refusal.message })
    return { source: result.source, read: compilePlan(result.source) }
  },
  run: async (context, input, { source, read }) => {
    if (context.upload === undefined) throw operationErrors.fileMissing({})
    const base = await baseOf(context, input.planId ?? null)
    const organisations = await listOrganisations(context.tx, context.jurisdiction)
    const fresh = draftFromDocument(read, source.text, () => newId())
    const matched = matchUnits(base === undefined ? fresh : matchDraft(fresh, base.draft), organisations)
    // Owners taken over from the version may be printed nowhere in the new document.
    const items = [...matched, ...missingUnits(matched, organisations, () => newId())]
    const evidenceId = await insertEvidence(context, context.upload, 'plan', 'office')
    return insertImport(context, {
      planId: base?.planId ?? null,
      baseVersion: base?.version ?? null,
      evidenceId,
      fileName: context.upload.fileName,
      format: source.format,
      sourceText: source.text,
      notes: source.notes,
      items,
    })
  },
})

/** 修订: a draft made from the version in force. */
export const startAmendment = defineCommand({
  id: 'planImport.amend',
  label: { zh: '修订方案', en: 'Amend the plan' },
  about: {
    zh: '以现行版本为底稿发起修订，改动后采纳为新版本。',
    en: 'Begins an amendment from the version in force; adopting it makes a new version.',
  },
  permission: 'plan.review',
  route: { method: 'POST', path: '/plan-amendments' },
  cli: 'plan amend',
  input: Type.Object({}),
  output: ImportDetail,
  run: async (context) => {
    const current = await findCurrentPlan(context.tx, context.jurisdiction)
    if (current === undefined) throw planReadingErrors.none({})
    const base = await baseOf(context, current.id)
    if (base === undefined) throw planReadingErrors.none({})
    return insertImport(context, {
      planId: base.planId,
      baseVersion: base.version,
      evidenceId: base.evidenceId,
      fileName: null,
      format: null,
      sourceText: base.sourceText,
      notes: [],
      items: base.draft,
    })
  },
})

interface NewImport {
  readonly planId: string | null
  readonly baseVersion: number | null
  readonly evidenceId: string | null
  readonly fileName: string | null
  readonly format: string | null
  readonly sourceText: string
  readonly notes: readonly string[]
  readonly items: readonly Draft[]
}

async function insertImport(context: CommandContext, fresh: NewImport) {
  const { tx, jurisdiction, actor, now } = context
  const id = newId(now)
  await tx
    .insertInto('plan_import')
    .values({
      jurisdiction,
      id,
      plan_id: fresh.planId,
      base_version: fresh.baseVersion,
      status: 'review',
      evidence_id: fresh.evidenceId,
      file_name: fresh.fileName,
      source_format: fresh.format,
      source_text: fresh.sourceText,
      notes: JSON.stringify(fresh.notes),
      created_by: actor.accountId ?? null,
      created_by_label: actor.label,
      created_at: now,
    })
    .execute()
  await insertItems(context, id, fresh.items, 0)
  const detail = await presentImport(context, await getImport(context, id))
  await context.record({
    subject: { kind: 'planImport', id },
    before: null,
    after: { title: detail.title, fileName: fresh.fileName, counts: detail.counts, evidenceId: fresh.evidenceId },
  })
  return detail
}

/** The version in force as a draft, when there is one to amend. */
async function baseOf(context: CommandContext, planId: string | null) {
  const { tx, jurisdiction } = context
  const current = await findCurrentPlan(tx, jurisdiction)
  if (current === undefined) return undefined
  if (planId !== null && planId !== current.id) {
    throw operationErrors.notFound({ what: { zh: '方案', en: 'plan' }, id: planId })
  }
  const snapshot = await findVersion(tx, jurisdiction, current.id, current.version)
  if (snapshot === undefined) return undefined
  if (planId === null) throw planImportErrors.planExists({ title: snapshot.head.title })
  const organisations = await listOrganisations(tx, jurisdiction)
  const names = new Map(organisations.map((unit) => [unit.id, unit.name]))
  const { source_text: sourceText } = await tx
    .selectFrom('plan_version')
    .select('source_text')
    .where('jurisdiction', '=', jurisdiction)
    .where('plan_id', '=', current.id)
    .where('version', '=', current.version)
    .executeTakeFirstOrThrow()
  return {
    planId: current.id,
    version: current.version,
    evidenceId: snapshot.head.evidenceId,
    sourceText: sourceText ?? '',
    draft: draftFromSnapshot(
      snapshot,
      (id) => names.get(id) ?? id,
      () => newId(),
    ),
  }
}

/** Names that certainly mean one living organisation are matched at once; the rest wait for a person. */
function matchUnits(items: readonly Draft[], organisations: readonly OrganisationRow[]): readonly Draft[] {
  return items.map((item) => {
    if (item.kind !== 'unit' || item.content.partyId !== null) return item
    const partyId = certainUnit(item.content.printed, organisations)
    return partyId === undefined ? item : { ...item, content: { ...item.content, partyId } }
  })
}
