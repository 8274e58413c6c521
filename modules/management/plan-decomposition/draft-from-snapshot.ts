import type { PlanSnapshot, PlanWords } from '@qiangxian/kernel/plan/plan-snapshot'
import { type Area, areas } from '@qiangxian/kernel/plan/programme.schemas'
import type { Draft, DraftContent } from './draft.ts'
import type { DraftKind } from './plan-import.schemas.ts'

/**
 * The version in force as a draft: where an amendment begins. Every item continues the one it was made from, and is
 * confirmed already, since it was adopted once.
 */
export function draftFromSnapshot(
  plan: PlanSnapshot,
  unitName: (id: string) => string,
  newId: () => string,
): readonly Draft[] {
  const taskNumber = new Map(plan.tasks.map((task) => [task.itemId, task.number]))
  const numbersOf = (ids: readonly string[]) => ids.flatMap((id) => taskNumber.get(id) ?? []).sort((a, b) => a - b)
  const item = <Kind extends DraftKind>(
    kind: Kind,
    content: DraftContent[Kind],
    baseItemId: string | null,
    words: PlanWords | null = null,
  ): Draft =>
    ({
      id: newId(),
      kind,
      content,
      span: words?.start == null || words.end === null ? null : { start: words.start, end: words.end },
      words: words?.text ?? null,
      confidence: null,
      decision: 'confirmed',
      baseItemId,
      against: 'same',
    }) as Draft
  const { head } = plan
  return [
    item(
      'head',
      {
        title: head.title,
        issuer: head.issuer,
        documentNo: head.documentNo,
        issuedOn: head.issuedOn,
        periodStart: head.periodStart,
        periodEnd: head.periodEnd,
      },
      null,
    ),
    ...plan.groups.map((group) =>
      item('group', { number: group.number, title: group.title, area: areaOf(group.area) }, group.itemId),
    ),
    ...plan.tasks.map((task) =>
      item(
        'task',
        {
          number: task.number,
          title: task.title,
          group: task.group,
          area: areaOf(task.area),
          summary: task.summary,
          responsibilityText: task.responsibilityText,
          lead: task.responsibilities.filter((unit) => unit.share === 'lead').map((unit) => unit.printed),
          support: task.responsibilities.filter((unit) => unit.share === 'support').map((unit) => unit.printed),
        },
        task.itemId,
        task.words,
      ),
    ),
    ...plan.targets.map((target) =>
      item(
        'target',
        {
          code: target.code,
          name: target.name,
          comparator: target.comparator,
          value: target.value,
          valueHigh: target.valueHigh,
          unit: target.unit,
          kind: target.kind as DraftContent['target']['kind'],
          area: areaOf(target.area),
          category: null,
          deadline: target.deadline,
          tasks: numbersOf(target.taskItemIds),
          owners: target.ownerIds.map(unitName),
          years: [...target.years],
          sameAs: null,
        },
        target.itemId,
        target.words,
      ),
    ),
    ...plan.milestones.map((milestone) =>
      item(
        'milestone',
        {
          code: milestone.code,
          name: milestone.name,
          level: milestone.level,
          area: areaOf(milestone.area),
          dueOn: milestone.dueOn,
          tasks: numbersOf(milestone.taskItemIds),
          owners: milestone.ownerIds.map(unitName),
          sameAs: null,
        },
        milestone.itemId,
        milestone.words,
      ),
    ),
    ...plan.safeguards.map((safeguard) =>
      item(
        'safeguard',
        { number: safeguard.number, title: safeguard.title, summary: safeguard.summary },
        safeguard.itemId,
        safeguard.words,
      ),
    ),
    ...plan.phases.map((phase) =>
      item(
        'phase',
        { name: phase.name, start: phase.start, end: phase.end, summary: phase.summary },
        phase.itemId,
        phase.words,
      ),
    ),
    ...plan.questions.map((question) =>
      item('question', { message: question.message, answer: question.answer }, question.itemId),
    ),
    ...unitsOf(plan, unitName).map(({ printed, partyId }) => item('unit', { printed, partyId, create: null }, null)),
  ]
}

function unitsOf(plan: PlanSnapshot, unitName: (id: string) => string) {
  const printed = plan.tasks.flatMap((task) =>
    task.responsibilities.map((unit) => [unit.printed, unit.partyId] as const),
  )
  const owners = [...plan.targets, ...plan.milestones].flatMap((owned) =>
    owned.ownerIds.map((id) => [unitName(id), id] as const),
  )
  return [...new Map([...owners, ...printed])].map(([name, partyId]) => ({ printed: name, partyId }))
}

function areaOf(text: string): Area {
  return areas.find((area) => area === text) ?? 'management'
}
