import { isCivilDate } from '@qiangxian/kernel/clock/civil-date'
import { lockJurisdiction } from '@qiangxian/kernel/database/lock-jurisdiction'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { insertOrganisation, learnAlias, listOrganisations } from '@qiangxian/kernel/parties/party.operations'
import { findCurrentPlan, findVersion } from '@qiangxian/kernel/plan/load-version'
import type { PlanSnapshot } from '@qiangxian/kernel/plan/plan-snapshot'
import { Id, IsoDate } from '@qiangxian/kernel/plan/programme.schemas'
import { writeVersion } from '@qiangxian/kernel/plan/write-version'
import Type from 'typebox'
import { type Draft, standing } from './draft.ts'
import { indexPlan } from './index-plan.ts'
import { planErrors, planImportErrors } from './plan-errors.ts'
import { listItems, lockImport, type StoredImport } from './plan-import.queries.ts'
import { blockersOf, snapshotFromDraft, unitsInUse } from './snapshot-from-draft.ts'

/**
 * 采纳: the reviewed draft becomes a version of the plan. New units, learned names, every item, the search index and
 * the journal entry are one transaction: a plan is adopted whole or not at all.
 */
export const adoptPlan = defineCommand({
  id: 'plan.adopt',
  label: { zh: '采纳方案', en: 'Adopt a plan' },
  about: {
    zh: '把核对完的草稿采纳为方案的新版本，自生效日起有效；修订须写明理由。',
    en: 'Makes the reviewed draft a version of the plan, in force from its effective date; an amendment gives its reason.',
  },
  permission: 'plan.adopt',
  route: { method: 'POST', path: '/plan-imports/:importId/adoption' },
  cli: 'plan adopt',
  input: Type.Object({
    importId: Id,
    effectiveFrom: IsoDate,
    reason: Type.Optional(Type.Union([Type.String({ maxLength: 2_000 }), Type.Null()])),
  }),
  output: Type.Object({ planId: Id, version: Type.Integer() }),
  run: async (context, input) => {
    if (!isCivilDate(input.effectiveFrom)) throw planErrors.noDateLikeThat({ date: input.effectiveFrom })
    const stored = await lockImport(context, input.importId)
    if (stored.status !== 'review') throw planImportErrors.notInReview({ status: stored.status })
    const base = await lockBase(context, stored)
    const reason = input.reason?.trim() ?? ''
    if (base !== undefined && reason === '') throw planImportErrors.reasonNeeded({})
    const items = await listItems(context, stored.id)
    refuseBlocked(items)
    const parties = await settleUnits(context, items)
    const planId = stored.planId ?? (await insertPlan(context))
    const snapshot = snapshotFromDraft(items, {
      head: {
        planId,
        version: (base?.head.version ?? 0) + 1,
        effectiveFrom: input.effectiveFrom,
        reason: reason === '' ? null : reason,
        adoptedAt: context.now.toISOString(),
        adoptedBy: context.actor.accountId ?? null,
        adoptedByLabel: context.actor.label,
        importId: stored.id,
        evidenceId: stored.evidenceId,
      },
      partyOf: (printed) => {
        const partyId = parties.get(printed)
        if (partyId === undefined) throw new Error(`no organisation for ${printed}`)
        return partyId
      },
      base,
      newId: () => newId(),
    })
    await putInForce(context, snapshot, stored.sourceText === '' ? null : stored.sourceText)
    await context.tx
      .updateTable('plan_import')
      .set({ status: 'adopted', adopted_version: snapshot.head.version, plan_id: planId })
      .where('jurisdiction', '=', context.jurisdiction)
      .where('id', '=', stored.id)
      .execute()
    await context.record({
      subject: { kind: 'plan', id: planId },
      before: base === undefined ? null : countsOf(base),
      after: countsOf(snapshot),
      reason: snapshot.head.reason,
    })
    return { planId, version: snapshot.head.version }
  },
})

/** Writes the version, makes it current, and renews the search index. */
export async function putInForce(
  context: CommandContext,
  snapshot: PlanSnapshot,
  sourceText: string | null,
): Promise<void> {
  await writeVersion(context.tx, context.jurisdiction, snapshot, sourceText)
  await indexPlan(context.tx, context.jurisdiction, snapshot)
}

export async function insertPlan({ tx, jurisdiction, now }: CommandContext): Promise<string> {
  const id = newId(now)
  await tx.insertInto('plan').values({ jurisdiction, id, current_version: 0, created_at: now }).execute()
  return id
}

/** What the journal keeps of a version; the version itself can never change. */
export function countsOf(snapshot: PlanSnapshot) {
  const { head, targets, milestones, tasks, phases, safeguards } = snapshot
  return {
    title: head.title,
    version: head.version,
    effectiveFrom: head.effectiveFrom,
    targets: targets.length,
    milestones: milestones.length,
    tasks: tasks.length,
    phases: phases.length,
    safeguards: safeguards.length,
  }
}

/**
 * One adoption at a time in a jurisdiction. The plan's own row cannot be the lock: before the first plan there is none,
 * and two first plans would both be adopted.
 */
export function lockProgramme(context: CommandContext): Promise<void> {
  return lockJurisdiction(context)
}

/** The version that the draft amends, locked; refuses when another amendment was adopted meanwhile. */
async function lockBase(context: CommandContext, stored: StoredImport): Promise<PlanSnapshot | undefined> {
  const { tx, jurisdiction } = context
  await lockProgramme(context)
  const current = await findCurrentPlan(tx, jurisdiction)
  if (stored.planId === null || stored.baseVersion === null) {
    if (current === undefined) return undefined
    const version = await findVersion(tx, jurisdiction, current.id, current.version)
    throw planImportErrors.planExists({ title: version?.head.title ?? '' })
  }
  if (current === undefined || current.version !== stored.baseVersion) {
    throw planImportErrors.baseMoved({ base: stored.baseVersion, current: current?.version ?? 0 })
  }
  return findVersion(tx, jurisdiction, stored.planId, stored.baseVersion)
}

function refuseBlocked(items: readonly Draft[]): void {
  const blockers = blockersOf(items)
  if (blockers.length === 0) return
  const problems = blockers.map(({ itemId, message }) => ({
    path: itemId === null ? '' : `/items/${itemId}`,
    message: { zh: message, en: message },
  }))
  throw planImportErrors.notReady({ count: blockers.length }, { problems })
}

/** Creates the units that were to be created, learns how the document prints the others: printed name → organisation. */
async function settleUnits(context: CommandContext, items: readonly Draft[]): Promise<ReadonlyMap<string, string>> {
  const used = unitsInUse(items)
  const organisations = await listOrganisations(context.tx, context.jurisdiction)
  const settled = new Map<string, string>()
  for (const { content } of standing(items, 'unit')) {
    if (!used.has(content.printed)) continue
    if (content.partyId === null && content.create !== null) {
      settled.set(content.printed, await insertOrganisation(context, content.create))
      continue
    }
    const unit = organisations.find((each) => each.id === content.partyId)
    if (unit === undefined) continue
    if (unit.dissolvedOn !== null && unit.dissolvedOn <= context.today) {
      throw planImportErrors.unitGone({ printed: content.printed, unit: unit.name })
    }
    settled.set(content.printed, unit.id)
    if (content.printed !== unit.name && !unit.aliases.includes(content.printed)) {
      await learnAlias(context, content.printed, unit.id, '方案核对')
    }
  }
  return settled
}
