import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { listOrganisations, type OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import { partiesOf, presentMilestone, presentTarget, presentTask, unitRefs } from '@qiangxian/kernel/plan/present-plan'
import { Id, OrganisationNode, UnitDetail } from '@qiangxian/kernel/plan/programme.schemas'
import { type PlanReading, readPlanIfAny } from '@qiangxian/kernel/plan/read-plan'
import { supportsTask } from '@qiangxian/kernel/plan/takes-part'
import Type, { type Static } from 'typebox'

export const listUnits = defineQuery({
  id: 'unit.list',
  label: { zh: '组织机构', en: 'Organisations' },
  about: {
    zh: '组织机构树，及各单位牵头、配合的任务数。',
    en: 'The organisation tree, and what each unit leads and supports.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/organisations' },
  cli: 'unit list',
  input: Type.Object({}),
  output: Type.Object({ organisations: Type.Array(OrganisationNode) }),
  run: async (context) => {
    const reading = await readPlanIfAny(context)
    const organisations = reading?.organisations ?? (await listOrganisations(context.tx, context.jurisdiction))
    return { organisations: organisations.map((unit) => presentNode(unit, organisations, reading)) }
  },
})

export const showUnit = defineQuery({
  id: 'unit.show',
  label: { zh: '查看单位', en: 'Show a unit' },
  about: { zh: '单位牵头和配合的任务、负责的目标和里程碑。', en: 'What a unit leads, supports and answers for.' },
  permission: 'programme.read',
  route: { method: 'GET', path: '/organisations/:partyId' },
  cli: 'unit show',
  input: Type.Object({ partyId: Id }),
  output: UnitDetail,
  run: async (context, { partyId }) => {
    const reading = await readPlanIfAny(context)
    const organisations = reading?.organisations ?? (await listOrganisations(context.tx, context.jurisdiction))
    const unit = organisations.find((each) => each.id === partyId || each.name === partyId)
    if (unit === undefined) throw operationErrors.notFound({ what: { zh: '单位', en: 'unit' }, id: partyId })
    const refs = (ids: readonly string[]) =>
      organisations
        .filter((each) => ids.includes(each.id))
        .map(({ id, name, shortName, dissolvedOn }) => ({ id, name, shortName, dissolvedOn }))
    const base = {
      ...presentNode(unit, organisations, reading),
      parent: unit.parentId === null ? null : (refs([unit.parentId])[0] ?? null),
      children: refs(organisations.filter((each) => each.parentId === unit.id).map((each) => each.id)),
    }
    if (reading === undefined) {
      return { ...base, leadTasks: [], supportTasks: [], ownTargets: [], ownMilestones: [] }
    }
    const { plan, reader } = reading
    const owns = (item: { ownerIds: readonly string[] }) => item.ownerIds.includes(unit.id)
    return {
      ...base,
      leadTasks: plan.tasks
        .filter((task) => partiesOf(task, 'lead').includes(unit.id))
        .map((task) => presentTask(reader, task)),
      supportTasks: plan.tasks
        .filter((task) => supportsTask(unit.id, task, organisations))
        .map((task) => ({ ...presentTask(reader, task), through: throughOf(task, unit, reading) })),
      ownTargets: plan.targets.filter(owns).map((target) => presentTarget(reader, target)),
      ownMilestones: plan.milestones.filter(owns).map((milestone) => presentMilestone(reader, milestone)),
    }
  },
})

/** The named set by which a unit supports a task; null where the unit itself is named. */
function throughOf(task: PlanReading['plan']['tasks'][number], unit: OrganisationRow, reading: PlanReading) {
  const supporting = partiesOf(task, 'support')
  if (supporting.includes(unit.id)) return null
  const set = reading.organisations.find((each) => supporting.includes(each.id) && each.members.includes(unit.id))
  return set === undefined ? null : (unitRefs(reading.reader, [set.id])[0] ?? null)
}

function presentNode(
  unit: OrganisationRow,
  organisations: readonly OrganisationRow[],
  reading: PlanReading | undefined,
): Static<typeof OrganisationNode> {
  const tasks = reading?.plan.tasks ?? []
  return {
    ...unit,
    leads: tasks.filter((task) => partiesOf(task, 'lead').includes(unit.id)).length,
    supports: tasks.filter((task) => supportsTask(unit.id, task, organisations)).length,
  }
}
