import { newId } from '@qiangxian/kernel/ids/new-id'
import type { SeedPlan } from '@qiangxian/kernel/jurisdiction/county-seed'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { listOrganisations } from '@qiangxian/kernel/parties/party.operations'
import { findCurrentPlan } from '@qiangxian/kernel/plan/load-version'
import type { PlanSnapshot, PlanVersionHead } from '@qiangxian/kernel/plan/plan-snapshot'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import Type from 'typebox'
import { countsOf, insertPlan, lockProgramme, putInForce } from './adopt-plan.command.ts'
import { planErrors, planImportErrors } from './plan-errors.ts'

/** 载入本县方案: the plan that the county wrote as data becomes version 1, in force from the start of its period. */
export const adoptCountyPlan = defineCommand({
  id: 'plan.adoptCounty',
  label: { zh: '载入本县方案', en: "Adopt the county's plan" },
  about: {
    zh: '把本县文件夹里写成数据的方案采纳为第 1 版；仅在尚无方案时可用。',
    en: 'Adopts the plan that the county folder holds as data, as version 1; only while nothing is adopted.',
  },
  permission: 'plan.adopt',
  route: { method: 'POST', path: '/plan-imports/county' },
  cli: 'plan adopt-county',
  input: Type.Object({}),
  output: Type.Object({ planId: Id, version: Type.Integer() }),
  run: async (context) => {
    const seed = context.county.plan
    if (seed === undefined) throw planImportErrors.noCountyPlan({})
    await lockProgramme(context)
    if ((await findCurrentPlan(context.tx, context.jurisdiction)) !== undefined) {
      throw planImportErrors.planExists({ title: seed.head.title })
    }
    const planId = await insertPlan(context)
    const unitOf = await unitsByKey(context)
    const snapshot = snapshotFromSeed(seed, unitOf, () => newId(), {
      planId,
      version: 1,
      effectiveFrom: seed.head.periodStart,
      reason: null,
      adoptedAt: context.now.toISOString(),
      adoptedBy: context.actor.accountId ?? null,
      adoptedByLabel: context.actor.label,
      importId: null,
      evidenceId: null,
    })
    await putInForce(context, snapshot, null)
    await context.record({ subject: { kind: 'plan', id: planId }, before: null, after: countsOf(snapshot) })
    return { planId, version: 1 }
  },
})

type Unit = { readonly id: string; readonly name: string }

async function unitsByKey(context: CommandContext): Promise<(key: string) => Unit> {
  const organisations = await listOrganisations(context.tx, context.jurisdiction)
  const byName = new Map(organisations.flatMap((unit) => [unit.name, ...unit.aliases].map((name) => [name, unit])))
  const names = new Map(context.county.organisations.map((unit) => [unit.key, unit.name]))
  return (key) => {
    const unit = byName.get(names.get(key) ?? '')
    if (unit === undefined) throw planErrors.seedUnitMissing({ unit: names.get(key) ?? key })
    return unit
  }
}

/** A seed with ids in place of keys. */
export function snapshotFromSeed(
  seed: SeedPlan,
  unitOf: (key: string) => Unit,
  makeId: () => string,
  head: Omit<PlanVersionHead, keyof SeedPlan['head']>,
): PlanSnapshot {
  const tasks = seed.tasks.map(({ responsibilities, ...task }) => ({
    ...task,
    itemId: makeId(),
    responsibilities: responsibilities.map(({ unit, share }) => {
      const { id, name } = unitOf(unit)
      return { partyId: id, share, printed: name }
    }),
  }))
  const taskIds = new Map(tasks.map((task) => [task.number, task.itemId]))
  const linked = <Item extends { owners: readonly string[]; tasks: readonly number[] }>(item: Item) => {
    const { owners, tasks: numbers, ...rest } = item
    return {
      ...rest,
      itemId: makeId(),
      ownerIds: owners.map((key) => unitOf(key).id),
      taskItemIds: numbers.flatMap((number) => taskIds.get(number) ?? []),
    }
  }
  const withId = <Item>(item: Item) => ({ ...item, itemId: makeId() })
  return {
    head: { ...head, ...seed.head },
    groups: seed.groups.map(withId),
    tasks,
    targets: seed.targets.map(linked),
    milestones: seed.milestones.map(linked),
    safeguards: seed.safeguards.map(withId),
    phases: seed.phases.map(withId),
    questions: seed.questions.map(withId),
  }
}
