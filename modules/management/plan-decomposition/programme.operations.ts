import { actorMay } from '@qiangxian/kernel/accounts/actor'
import { isCivilDate, lastDayOfMonth, monthsOf } from '@qiangxian/kernel/clock/civil-date'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { listOrganisations } from '@qiangxian/kernel/parties/party.operations'
import { findCurrentPlan, listVersionHeads, versionInForce } from '@qiangxian/kernel/plan/load-version'
import { planReadingErrors } from '@qiangxian/kernel/plan/plan-errors'
import type { PlanSnapshot, PlanVersionHead } from '@qiangxian/kernel/plan/plan-snapshot'
import {
  areaOf,
  presentAmount,
  presentHead,
  presentMilestone,
  presentPhase,
  presentTarget,
  presentTask,
} from '@qiangxian/kernel/plan/present-plan'
import {
  Comparison,
  Id,
  IsoDate,
  MilestoneRow,
  PlanTree,
  TargetDetail,
  TargetRow,
  TaskDetail,
  VersionRow,
} from '@qiangxian/kernel/plan/programme.schemas'
import { getVersion, readPlan } from '@qiangxian/kernel/plan/read-plan'
import { progressOfTargets } from '@qiangxian/kernel/progress/programme-progress'
import { TargetProgress } from '@qiangxian/kernel/progress/progress.schemas'
import Type, { type Static } from 'typebox'
import { compareVersions } from './compare-versions.ts'
import { planErrors } from './plan-errors.ts'

const VersionNumber = Type.Integer({ minimum: 1, maximum: 100_000 })

export const showPlan = defineQuery({
  id: 'plan.show',
  label: { zh: '查看方案', en: 'Show the plan' },
  about: {
    zh: '整份方案：目标、任务、里程碑、保障、时序，每项附原文和关联；可看任一版本。',
    en: 'The whole plan, each item with its words and links; any version.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/plan' },
  cli: 'plan show',
  input: Type.Object({ version: Type.Optional(VersionNumber) }),
  output: PlanTree,
  run: async (context, input) => {
    const { reader, heads, plan } = await readPlan(context, input.version)
    return {
      plan: presentHead(plan.head, heads.length),
      goal: plan.head.goal,
      groups: plan.groups.map((group) => ({ ...group, area: areaOf(group.area) })),
      tasks: plan.tasks.map((task) => presentTask(reader, task)),
      targets: plan.targets.map((target) => presentTarget(reader, target)),
      milestones: plan.milestones.map((milestone) => presentMilestone(reader, milestone)),
      safeguards: [...plan.safeguards],
      phases: plan.phases.map((phase) => presentPhase(phase, context.today)),
      questions: plan.questions.map(({ message, answer }) => ({ message, answer })),
      sourceText: await sourceTextOf(context, plan.head),
    }
  },
})

export const listVersions = defineQuery({
  id: 'plan.versions',
  label: { zh: '方案版本', en: 'Versions of the plan' },
  about: { zh: '各版本的生效日期、修订理由和采纳人。', en: 'Effective date, reason and adopter of each version.' },
  permission: 'programme.read',
  route: { method: 'GET', path: '/plan/versions' },
  cli: 'plan versions',
  input: Type.Object({}),
  output: Type.Object({ versions: Type.Array(VersionRow) }),
  run: async (context) => {
    const heads = await listVersionHeads(context.tx, context.jurisdiction)
    if (heads.length === 0) throw planReadingErrors.none({})
    const rows: Static<typeof VersionRow>[] = []
    for (const head of heads) {
      rows.unshift(presentVersion(context, await getVersion(context, head.planId, head.version)))
    }
    return { versions: rows }
  },
})

export const comparePlanVersions = defineQuery({
  id: 'plan.compare',
  label: { zh: '对比版本', en: 'Compare versions' },
  about: { zh: '任意两个版本逐项逐字段对比。', en: 'Any two versions, item by item and field by field.' },
  permission: 'programme.read',
  route: { method: 'GET', path: '/plan/comparison' },
  cli: 'plan compare',
  input: Type.Object({ from: VersionNumber, to: VersionNumber }),
  output: Comparison,
  run: async (context, input) => {
    const current = await findCurrentPlan(context.tx, context.jurisdiction)
    if (current === undefined) throw planReadingErrors.none({})
    const from = await getVersion(context, current.id, input.from)
    const to = await getVersion(context, current.id, input.to)
    const organisations = await listOrganisations(context.tx, context.jurisdiction)
    const names = new Map(organisations.map((unit) => [unit.id, unit.name]))
    const { changes, unchanged } = compareVersions(from, to, (id) => names.get(id) ?? id)
    return {
      from: presentVersion(context, from),
      to: presentVersion(context, to),
      changes: [...changes],
      unchanged,
    }
  },
})

export const listTargets = defineQuery({
  id: 'target.list',
  label: { zh: '目标列表', en: 'List targets' },
  about: {
    zh: '现行目标，或某一天有效的目标，连同当时的数值、亮灯和预测。',
    en: 'The targets in force, now or on a given day, with value, light and forecast as of then.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/targets' },
  cli: 'target list',
  input: Type.Object({ on: Type.Optional(IsoDate) }),
  output: Type.Object({
    version: Type.Integer(),
    targets: Type.Array(TargetRow),
    /** in the order of the targets */
    progress: Type.Array(TargetProgress),
  }),
  run: async (context, input) => {
    if (input.on !== undefined && !isCivilDate(input.on)) throw planErrors.noDateLikeThat({ date: input.on })
    const { heads } = await readPlan(context, undefined)
    const inForce =
      versionInForce(heads, input.on ?? context.today) ?? (input.on === undefined ? heads.at(-1) : undefined)
    if (inForce === undefined) return { version: 0, targets: [], progress: [] }
    const { reader, plan } = await readPlan(context, inForce.version)
    return {
      version: inForce.version,
      targets: plan.targets.map((target) => presentTarget(reader, target)),
      // Of a day to come nothing is known yet: it reads as today does.
      progress: await progressOfTargets(context, plan, {
        until: input.on !== undefined && input.on < context.today ? input.on : undefined,
      }),
    }
  },
})

export const showTarget = defineQuery({
  id: 'target.show',
  label: { zh: '查看目标', en: 'Show a target' },
  about: {
    zh: '目标值、口径、责任单位、原文、分年值，以及随版本变动的目标线。',
    en: 'Amount, definition, owners, words, yearly values, and the line of the target as it moved.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/targets/:itemId' },
  cli: 'target show',
  input: Type.Object({ itemId: Id }),
  output: TargetDetail,
  run: async (context, { itemId }) => {
    const { reader, heads, plan } = await readPlan(context, undefined)
    const at = plan.targets.findIndex((target) => target.itemId === itemId || target.code === itemId)
    const target = plan.targets[at]
    if (target === undefined) throw operationErrors.notFound({ what: { zh: '目标', en: 'target' }, id: itemId })
    const versions: PlanSnapshot[] = []
    for (const head of heads) versions.push(await getVersion(context, head.planId, head.version))
    const refOf = (index: number) => {
      const other = plan.targets[index]
      return other === undefined ? null : { itemId: other.itemId, code: other.code, name: other.name }
    }
    return {
      ...presentTarget(reader, target),
      years: [...target.years],
      definition: target.definition,
      statements: target.statements.map(({ place, words }) => ({ where: place, words })),
      steps: versions.map((version) => {
        const then = version.targets.find((each) => each.itemId === target.itemId)
        return {
          version: version.head.version,
          effectiveFrom: version.head.effectiveFrom,
          reason: version.head.reason,
          amount: then === undefined ? null : presentAmount(then),
          years: [...(then?.years ?? [])],
        }
      }),
      months: monthsOf(plan.head.periodStart, plan.head.periodEnd).map((month) => {
        const head = versionInForce(heads, lastDayOfMonth(month))
        const version = versions.find((each) => each.head.version === head?.version)
        const then = version?.targets.find((each) => each.itemId === target.itemId)
        return { month, value: then?.baseValue ?? null, version: head?.version ?? null }
      }),
      previous: at > 0 ? refOf(at - 1) : null,
      next: refOf(at + 1),
    }
  },
})

export const showTask = defineQuery({
  id: 'task.show',
  label: { zh: '查看任务', en: 'Show a task' },
  about: {
    zh: '任务内容、原文、牵头和配合单位、关联目标和里程碑。',
    en: 'A task with its words, units, targets and milestones.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/tasks/:itemId' },
  cli: 'task show',
  input: Type.Object({ itemId: Id }),
  output: TaskDetail,
  run: async (context, { itemId }) => {
    const { reader, plan } = await readPlan(context, undefined)
    const at = plan.tasks.findIndex((task) => task.itemId === itemId || String(task.number) === itemId)
    const task = plan.tasks[at]
    if (task === undefined) throw operationErrors.notFound({ what: { zh: '任务', en: 'task' }, id: itemId })
    const refOf = (index: number) => {
      const other = plan.tasks[index]
      return other === undefined ? null : { itemId: other.itemId, number: other.number, title: other.title }
    }
    const serves = (item: { taskItemIds: readonly string[] }) => item.taskItemIds.includes(task.itemId)
    return {
      ...presentTask(reader, task),
      summary: task.summary,
      responsibilityText: task.responsibilityText,
      words: task.words,
      targetList: plan.targets.filter(serves).map((target) => presentTarget(reader, target)),
      milestoneList: plan.milestones.filter(serves).map((milestone) => presentMilestone(reader, milestone)),
      previous: at > 0 ? refOf(at - 1) : null,
      next: refOf(at + 1),
    }
  },
})

export const showMilestone = defineQuery({
  id: 'milestone.show',
  label: { zh: '查看里程碑', en: 'Show a milestone' },
  about: {
    zh: '里程碑的承诺程度、期限、组成和责任单位。',
    en: 'Commitment, due date, parts and owners of a milestone.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/milestones/:itemId' },
  cli: 'milestone show',
  input: Type.Object({ itemId: Id }),
  output: MilestoneRow,
  run: async (context, { itemId }) => {
    const { reader, plan } = await readPlan(context, undefined)
    const milestone = plan.milestones.find((each) => each.itemId === itemId || each.code === itemId)
    if (milestone === undefined) throw operationErrors.notFound({ what: { zh: '里程碑', en: 'milestone' }, id: itemId })
    return presentMilestone(reader, milestone)
  },
})

function presentVersion(context: QueryContext, plan: PlanSnapshot): Static<typeof VersionRow> {
  const { head } = plan
  const units = new Set(plan.tasks.flatMap((task) => task.responsibilities.map((unit) => unit.partyId)))
  return {
    number: head.version,
    effectiveFrom: head.effectiveFrom,
    reason: head.reason,
    adoptedAt: new Date(head.adoptedAt).toISOString(),
    adoptedBy: head.adoptedByLabel,
    counts: {
      targets: plan.targets.length,
      milestones: plan.milestones.length,
      tasks: plan.tasks.length,
      units: units.size,
    },
    sourceEvidenceId: actorMay(context.actor, 'plan.review') ? head.evidenceId : null,
  }
}

/** The printed text is shown to those who review plans; the public reads the plan's items and their words. */
async function sourceTextOf({ tx, jurisdiction, actor }: QueryContext, head: PlanVersionHead): Promise<string | null> {
  if (!actorMay(actor, 'plan.review')) return null
  const row = await tx
    .selectFrom('plan_version')
    .select('source_text')
    .where('jurisdiction', '=', jurisdiction)
    .where('plan_id', '=', head.planId)
    .where('version', '=', head.version)
    .executeTakeFirst()
  return row?.source_text ?? null
}
