import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { listOrganisations, type OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import { findVersion } from '@qiangxian/kernel/plan/load-version'
import type { Static } from 'typebox'
import { type Draft, standing } from './draft.ts'
import { draftFromSnapshot } from './draft-from-snapshot.ts'
import { matchUnit } from './match-units.ts'
import { listItems, type StoredImport, type StoredItem } from './plan-import.queries.ts'
import type { DraftItem, ImportDetail, ImportRow } from './plan-import.schemas.ts'
import { blockersOf, unitsInUse } from './snapshot-from-draft.ts'

/** How long after a change a person still counts as reviewing. */
const reviewerMinutes = 10

export function presentRow(stored: StoredImport, items: readonly Draft[]): Static<typeof ImportRow> {
  const [head] = standing(items, 'head')
  const used = unitsInUse(items)
  const pending = (kind: Draft['kind']) => items.filter((item) => item.kind === kind && item.decision === 'pending')
  return {
    id: stored.id,
    kind: stored.planId === null || stored.baseVersion === null ? 'first' : 'amendment',
    status: stored.status,
    title: head?.content.title ?? stored.fileName ?? '',
    fileName: stored.fileName,
    createdAt: stored.createdAt.toISOString(),
    createdBy: stored.createdBy,
    planId: stored.planId,
    baseVersion: stored.baseVersion,
    adoptedVersion: stored.adoptedVersion,
    open: {
      units: standing(items, 'unit').filter(
        ({ content }) => used.has(content.printed) && content.partyId === null && content.create === null,
      ).length,
      questions: pending('question').length,
      unread: pending('unread').length,
      pending: items.filter((item) => item.decision === 'pending').length,
    },
    counts: {
      targets: standing(items, 'target').filter((target) => target.content.sameAs === null).length,
      milestones: standing(items, 'milestone').filter((milestone) => milestone.content.sameAs === null).length,
      tasks: standing(items, 'task').length,
      phases: standing(items, 'phase').length,
      safeguards: standing(items, 'safeguard').length,
    },
  }
}

export async function presentImport(context: QueryContext, stored: StoredImport): Promise<Static<typeof ImportDetail>> {
  const items = await listItems(context, stored.id)
  const organisations = await listOrganisations(context.tx, context.jurisdiction)
  const base = await baseContents(context, stored, organisations)
  const since = context.now.getTime() - reviewerMinutes * 60_000
  return {
    ...presentRow(stored, items),
    evidenceId: stored.evidenceId,
    format: stored.format,
    sourceText: stored.sourceText,
    notes: [...stored.notes],
    items: items.map((item) => presentItem(item, organisations, base)),
    blockers: stored.status === 'review' ? [...blockersOf(items)] : [],
    reviewers: [...new Set(items.flatMap((item) => (Number(item.decidedAt) > since ? (item.decidedBy ?? []) : [])))],
  }
}

/** What the amended version says, by the ids of its items; empty for a first plan. */
export async function baseContents(
  context: QueryContext,
  { planId, baseVersion }: StoredImport,
  organisations: readonly OrganisationRow[],
): Promise<ReadonlyMap<string, Draft['content']>> {
  if (planId === null || baseVersion === null) return new Map()
  const plan = await findVersion(context.tx, context.jurisdiction, planId, baseVersion)
  if (plan === undefined) return new Map()
  const names = new Map(organisations.map((unit) => [unit.id, unit.name]))
  const draft = draftFromSnapshot(
    plan,
    (id) => names.get(id) ?? id,
    () => '',
  )
  return new Map(draft.flatMap((item) => (item.baseItemId === null ? [] : [[item.baseItemId, item.content] as const])))
}

export function presentItem(
  item: StoredItem,
  organisations: readonly OrganisationRow[],
  base: ReadonlyMap<string, Draft['content']>,
): Static<typeof DraftItem> {
  return {
    id: item.id,
    kind: item.kind,
    ordinal: item.ordinal,
    content: item.content,
    original: item.original,
    base: item.baseItemId === null ? null : (base.get(item.baseItemId) ?? null),
    span: item.span,
    confidence: item.confidence,
    decision: item.decision,
    decidedBy: item.decidedBy,
    decidedAt: item.decidedAt?.toISOString() ?? null,
    revision: item.revision,
    against: item.against,
    candidates: item.kind === 'unit' ? candidatesFor(item.content.printed, organisations) : [],
  }
}

function candidatesFor(printed: string, organisations: readonly OrganisationRow[]) {
  return matchUnit(printed, organisations).flatMap((match) => {
    const unit = organisations.find((each) => each.id === match.unitId)
    if (unit === undefined) return []
    const { id, name, shortName, dissolvedOn } = unit
    return [{ unit: { id, name, shortName, dissolvedOn }, score: match.score, why: match.why }]
  })
}
