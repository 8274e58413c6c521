import type { Insertable } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Tables } from '../database/tables.gen.ts'
import type { PlanSnapshot, PlanWords } from './plan-snapshot.ts'

/** Writes one version of a plan, all of it, and makes it the current one. The plan row exists already. */
export async function writeVersion(
  tx: Transaction,
  jurisdiction: string,
  snapshot: PlanSnapshot,
  sourceText: string | null,
): Promise<void> {
  const { head } = snapshot
  const key = { jurisdiction, plan_id: head.planId, version: head.version }
  await tx
    .insertInto('plan_version')
    .values({
      ...key,
      title: head.title,
      issuer: head.issuer,
      document_no: head.documentNo,
      issued_on: head.issuedOn,
      period_start: head.periodStart,
      period_end: head.periodEnd,
      goal: head.goal,
      effective_from: head.effectiveFrom,
      reason: head.reason,
      adopted_at: head.adoptedAt,
      adopted_by: head.adoptedBy,
      adopted_by_label: head.adoptedByLabel,
      import_id: head.importId,
      evidence_id: head.evidenceId,
      source_text: sourceText,
    })
    .execute()
  await insert(
    tx,
    'plan_group',
    snapshot.groups.map((group) => ({
      ...key,
      item_id: group.itemId,
      number: group.number,
      title: group.title,
      area: group.area,
    })),
  )
  await insert(
    tx,
    'plan_task',
    snapshot.tasks.map((task, ordinal) => ({
      ...key,
      ...wordColumns(task.words),
      item_id: task.itemId,
      ordinal,
      number: task.number,
      title: task.title,
      group_title: task.group,
      area: task.area,
      summary: task.summary,
      responsibility_text: task.responsibilityText,
    })),
  )
  await insert(
    tx,
    'plan_responsibility',
    snapshot.tasks.flatMap((task) =>
      task.responsibilities.map((unit, ordinal) => ({
        ...key,
        task_item_id: task.itemId,
        party_id: unit.partyId,
        share: unit.share,
        ordinal,
        printed: unit.printed,
      })),
    ),
  )
  await writeTargets(tx, key, snapshot)
  await insert(
    tx,
    'plan_milestone',
    snapshot.milestones.map((milestone, ordinal) => ({
      ...key,
      ...wordColumns(milestone.words),
      item_id: milestone.itemId,
      ordinal,
      code: milestone.code,
      name: milestone.name,
      level: milestone.level,
      area: milestone.area,
      due_on: milestone.dueOn,
      parts: JSON.stringify(milestone.parts),
    })),
  )
  const owned = [...snapshot.targets, ...snapshot.milestones]
  await insert(
    tx,
    'plan_item_owner',
    owned.flatMap((item) =>
      item.ownerIds.map((partyId, ordinal) => ({ ...key, item_id: item.itemId, party_id: partyId, ordinal })),
    ),
  )
  await insert(
    tx,
    'plan_item_task',
    owned.flatMap((item) =>
      item.taskItemIds.map((taskItemId) => ({ ...key, item_id: item.itemId, task_item_id: taskItemId })),
    ),
  )
  await insert(
    tx,
    'plan_safeguard',
    snapshot.safeguards.map((safeguard) => ({
      ...key,
      ...wordColumns(safeguard.words),
      item_id: safeguard.itemId,
      number: safeguard.number,
      title: safeguard.title,
      summary: safeguard.summary,
    })),
  )
  await insert(
    tx,
    'plan_phase',
    snapshot.phases.map((phase, ordinal) => ({
      ...key,
      ...wordColumns(phase.words),
      item_id: phase.itemId,
      ordinal,
      name: phase.name,
      starts_on: phase.start,
      ends_on: phase.end,
      summary: phase.summary,
    })),
  )
  await insert(
    tx,
    'plan_question',
    snapshot.questions.map((question, ordinal) => ({
      ...key,
      item_id: question.itemId,
      ordinal,
      message: question.message,
      answer: question.answer,
    })),
  )
  await tx
    .updateTable('plan')
    .set({ current_version: head.version })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', head.planId)
    .execute()
}

type VersionKey = { jurisdiction: string; plan_id: string; version: number }

async function writeTargets(tx: Transaction, key: VersionKey, snapshot: PlanSnapshot): Promise<void> {
  await insert(
    tx,
    'plan_target',
    snapshot.targets.map((target, ordinal) => ({
      ...key,
      ...wordColumns(target.words),
      item_id: target.itemId,
      ordinal,
      code: target.code,
      name: target.name,
      short_name: target.shortName,
      area: target.area,
      kind: target.kind,
      comparator: target.comparator,
      value: target.value,
      value_high: target.valueHigh,
      unit: target.unit,
      base_value: target.baseValue,
      base_value_high: target.baseValueHigh,
      base_unit: target.baseUnit,
      deadline: target.deadline,
      definition: target.definition === null ? null : JSON.stringify(target.definition),
    })),
  )
  await insert(
    tx,
    'plan_target_year',
    snapshot.targets.flatMap((target) =>
      target.years.map(({ year, value }) => ({ ...key, item_id: target.itemId, year, value })),
    ),
  )
  await insert(
    tx,
    'plan_statement',
    snapshot.targets.flatMap((target) =>
      target.statements.map(({ place, words }, ordinal) => ({
        ...key,
        item_id: target.itemId,
        ordinal,
        place,
        words: words.text,
        span_start: words.start,
        span_end: words.end,
      })),
    ),
  )
}

function wordColumns(words: PlanWords | null) {
  return { words: words?.text ?? null, span_start: words?.start ?? null, span_end: words?.end ?? null }
}

/** Rows go in by the thousand: one statement has room for 65,535 values. */
async function insert<Table extends keyof Tables>(
  tx: Transaction,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 1_000) {
    await tx
      .insertInto(table)
      .values(rows.slice(start, start + 1_000))
      .execute()
  }
}
