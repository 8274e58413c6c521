import type {
  PlanMilestone,
  PlanSnapshot,
  PlanTarget,
  PlanTask,
  PlanVersionHead,
  PlanWords,
  Responsibility,
} from '@qiangxian/kernel/plan/plan-snapshot'
import { inBaseUnit } from './base-unit.ts'
import { type Draft, type DraftOf, standing } from './draft.ts'

/**
 * From a reviewed draft to a version of the plan: pure, so that the page can say what is still in the way and the
 * command can decide by the same rule.
 */

export interface Blocker {
  readonly itemId: string | null
  readonly message: string
}

/** Below this a person has to look at what was read before it can be adopted. */
export const sureConfidence = 0.6

/**
 * What stands in the way of adopting the draft, each with the item and what to do about it. Empty when nothing does.
 */
export function blockersOf(items: readonly Draft[]): readonly Blocker[] {
  return [...headBlockers(items), ...openBlockers(items), ...duplicateBlockers(items), ...contentBlockers(items)]
}

function headBlockers(items: readonly Draft[]): readonly Blocker[] {
  const [head] = standing(items, 'head')
  if (head === undefined) return [{ itemId: null, message: '缺少文件头（标题、期限）。请重新上传方案。' }]
  const { periodStart, periodEnd } = head.content
  if (periodStart === null || periodEnd === null) {
    return [{ itemId: head.id, message: '方案的起止日期没有读到。请在“文件头”里填写建设期的开始和结束日期。' }]
  }
  if (periodStart > periodEnd) {
    return [{ itemId: head.id, message: `建设期开始（${periodStart}）晚于结束（${periodEnd}）。请在“文件头”里改正。` }]
  }
  return []
}

function openBlockers(items: readonly Draft[]): readonly Blocker[] {
  const used = unitsInUse(items)
  const units = standing(items, 'unit')
    .filter(({ content }) => used.has(content.printed) && content.partyId === null && content.create === null)
    .map((unit) => ({
      itemId: unit.id,
      message: `单位“${unit.content.printed}”还没有对应到组织机构。请选择一个单位，或选择新建。`,
    }))
  const known = new Set(standing(items, 'unit').map((unit) => unit.content.printed))
  const unknown = [...used]
    .filter((printed) => !known.has(printed))
    .map((printed) => ({ itemId: null, message: `单位“${printed}”不在单位列表里。请在“单位”里补上它的对应关系。` }))
  const questions = standing(items, 'question')
    .filter(({ content, decision }) => content.answer === null && decision === 'pending')
    .map((question) => ({ itemId: question.id, message: `待定问题还没有处理：${question.content.message}` }))
  const unread = standing(items, 'unread')
    .filter(({ decision }) => decision === 'pending')
    .map((sentence) => ({ itemId: sentence.id, message: `有数量的句子还没有处理：${sentence.content.text}` }))
  const unsure = items
    .filter(({ decision, confidence }) => decision === 'pending' && confidence !== null && confidence < sureConfidence)
    .map((item) => ({ itemId: item.id, message: `“${labelOf(item)}”识别把握不大，请确认、改正或删去。` }))
  return [...units, ...unknown, ...questions, ...unread, ...unsure]
}

function duplicateBlockers(items: readonly Draft[]): readonly Blocker[] {
  const coded = [...principalTargets(items), ...principalMilestones(items)]
  const codes = repeated(coded, (item) => item.content.code).map((item) => ({
    itemId: item.id,
    message: `编号“${item.content.code}”重复。请给“${item.content.name}”换一个编号。`,
  }))
  const numbers = repeated(standing(items, 'task'), (task) => String(task.content.number)).map((task) => ({
    itemId: task.id,
    message: `任务序号 ${task.content.number} 重复。请给“${task.content.title}”换一个序号。`,
  }))
  return [...codes, ...numbers]
}

function contentBlockers(items: readonly Draft[]): readonly Blocker[] {
  const tasks = new Set(standing(items, 'task').map((task) => task.content.number))
  const targets = principalTargets(items).flatMap(({ id, content }) => {
    const lost = content.tasks.find((number) => !tasks.has(number))
    if (lost !== undefined)
      return [{ itemId: id, message: `“${content.name}”对应的任务 ${lost} 不存在。请改正或去掉。` }]
    const { comparator, value, valueHigh } = content
    if ((comparator === 'range') !== (valueHigh !== null) || (valueHigh !== null && valueHigh <= value)) {
      return [{ itemId: id, message: `“${content.name}”的区间不完整：下限应小于上限。请改正数值。` }]
    }
    if (value === 0 && (comparator === 'gte' || comparator === 'gt')) {
      return [{ itemId: id, message: `“${content.name}”的目标值是 0，无须努力即可达到。请改正数值或删去。` }]
    }
    return []
  })
  const phases = standing(items, 'phase').flatMap(({ id, content }) =>
    content.start !== null && content.end !== null && content.start > content.end
      ? [{ itemId: id, message: `阶段“${content.name}”的开始晚于结束。请改正日期。` }]
      : [],
  )
  return [...targets, ...phases]
}

/** Every printed unit name that a standing task, target or milestone uses. */
export function unitsInUse(items: readonly Draft[]): ReadonlySet<string> {
  return new Set([
    ...standing(items, 'task').flatMap(({ content }) => [...content.lead, ...content.support]),
    ...principalTargets(items).flatMap(({ content }) => content.owners),
    ...principalMilestones(items).flatMap(({ content }) => content.owners),
  ])
}

/** Targets that stand for themselves; a further statement of another target is kept with that one. */
function principalTargets(items: readonly Draft[]): readonly DraftOf<'target'>[] {
  return principals(standing(items, 'target'))
}

function principalMilestones(items: readonly Draft[]): readonly DraftOf<'milestone'>[] {
  return principals(standing(items, 'milestone'))
}

function principals<Item extends { id: string; content: { sameAs: string | null } }>(all: readonly Item[]): Item[] {
  const ids = new Set(all.map((item) => item.id))
  // Where the first statement was struck out, a repetition stands for itself.
  return all.filter((item) => item.content.sameAs === null || !ids.has(item.content.sameAs))
}

export interface Adoption {
  readonly head: Omit<
    PlanVersionHead,
    'title' | 'issuer' | 'documentNo' | 'issuedOn' | 'periodStart' | 'periodEnd' | 'goal'
  >
  /** organisation of a printed name; every name in use has one */
  readonly partyOf: (printed: string) => string
  /** the version that is amended: what a draft does not carry is taken over from it */
  readonly base: PlanSnapshot | undefined
  readonly newId: () => string
}

/** The version that the draft makes. Call it only when `blockersOf` finds nothing. */
export function snapshotFromDraft(items: readonly Draft[], adoption: Adoption): PlanSnapshot {
  const [head] = standing(items, 'head')
  if (head === undefined) throw new Error('a draft without a head cannot be adopted')
  const { title, issuer, documentNo, issuedOn, periodStart, periodEnd } = head.content
  if (periodStart === null || periodEnd === null) throw new Error('a draft without a period cannot be adopted')
  const tasks = standing(items, 'task').map((task) => taskFrom(task, adoption))
  const taskIds = new Map(tasks.map((task) => [task.number, task.itemId]))
  const link = (numbers: readonly number[]) => numbers.flatMap((number) => taskIds.get(number) ?? [])
  return {
    head: {
      ...adoption.head,
      title,
      issuer,
      documentNo,
      issuedOn,
      periodStart,
      periodEnd,
      goal: adoption.base?.head.goal ?? null,
    },
    groups: standing(items, 'group').map((group) => ({ itemId: itemIdOf(group, adoption), ...group.content })),
    tasks,
    targets: targetsFrom(items, adoption, link),
    milestones: milestonesFrom(items, adoption, link),
    safeguards: standing(items, 'safeguard').map((safeguard) => ({
      itemId: itemIdOf(safeguard, adoption),
      ...safeguard.content,
      words: wordsOf(safeguard),
    })),
    phases: standing(items, 'phase').map((phase) => ({
      itemId: itemIdOf(phase, adoption),
      ...phase.content,
      words: wordsOf(phase),
    })),
    questions: standing(items, 'question').map((question) => ({
      itemId: itemIdOf(question, adoption),
      ...question.content,
    })),
  }
}

function taskFrom(task: DraftOf<'task'>, adoption: Adoption): PlanTask {
  const { lead, support, ...content } = task.content
  const responsibilities: readonly Responsibility[] = [
    ...lead.map((printed) => ({ partyId: adoption.partyOf(printed), share: 'lead' as const, printed })),
    ...support.map((printed) => ({ partyId: adoption.partyOf(printed), share: 'support' as const, printed })),
  ]
  return {
    itemId: itemIdOf(task, adoption),
    ...content,
    words: wordsOf(task),
    responsibilities: firstOfEach(responsibilities, (unit) => `${unit.share} ${unit.partyId}`),
  }
}

function targetsFrom(
  items: readonly Draft[],
  adoption: Adoption,
  link: (numbers: readonly number[]) => string[],
): readonly PlanTarget[] {
  const all = standing(items, 'target')
  return principalTargets(items).map((target) => {
    const { tasks, owners, sameAs: _, category: __, years, ...content } = target.content
    const repetitions = all.filter((other) => other.content.sameAs === target.id)
    const base = adoption.base?.targets.find((known) => known.itemId === target.baseItemId)
    const low = inBaseUnit(content.value, content.unit)
    const numbers = [...new Set([...tasks, ...repetitions.flatMap((other) => other.content.tasks)])]
    return {
      itemId: itemIdOf(target, adoption),
      ...content,
      shortName: base !== undefined && base.name === content.name ? base.shortName : content.name,
      baseValue: low.value,
      baseValueHigh: content.valueHigh === null ? null : inBaseUnit(content.valueHigh, content.unit).value,
      baseUnit: low.unit,
      definition: base?.definition ?? null,
      words: wordsOf(target),
      years,
      statements: [
        ...(base?.statements ?? []),
        ...repetitions.flatMap((other) => {
          const words = wordsOf(other)
          return words === null ? [] : [{ place: placeOf(other), words }]
        }),
      ],
      ownerIds: [...new Set(ownersOf(target, repetitions).map(adoption.partyOf))],
      taskItemIds: link(numbers),
    }
  })

  /** A goal names no unit; the task that says the same again does. */
  function ownersOf(target: DraftOf<'target'>, repetitions: readonly DraftOf<'target'>[]): readonly string[] {
    return target.content.owners.length > 0
      ? target.content.owners
      : repetitions.flatMap((repetition) => repetition.content.owners)
  }
}

function milestonesFrom(
  items: readonly Draft[],
  adoption: Adoption,
  link: (numbers: readonly number[]) => string[],
): readonly PlanMilestone[] {
  const all = standing(items, 'milestone')
  return principalMilestones(items).map((milestone) => {
    const { tasks, owners, sameAs: _, ...content } = milestone.content
    const repetitions = all.filter((other) => other.content.sameAs === milestone.id)
    const base = adoption.base?.milestones.find((known) => known.itemId === milestone.baseItemId)
    const answering = owners.length > 0 ? owners : repetitions.flatMap((other) => other.content.owners)
    return {
      itemId: itemIdOf(milestone, adoption),
      ...content,
      parts: base?.parts ?? [],
      words: wordsOf(milestone),
      ownerIds: [...new Set(answering.map(adoption.partyOf))],
      taskItemIds: link([...new Set([...tasks, ...repetitions.flatMap((other) => other.content.tasks)])]),
    }
  })
}

function itemIdOf(item: { baseItemId: string | null }, adoption: Adoption): string {
  return item.baseItemId ?? adoption.newId()
}

function wordsOf(item: { words: string | null; span: { start: number; end: number } | null }): PlanWords | null {
  if (item.words === null) return null
  return { text: item.words, start: item.span?.start ?? null, end: item.span?.end ?? null }
}

function placeOf(target: DraftOf<'target'>): string {
  const [task] = target.content.tasks
  return task === undefined ? (target.content.category ?? '工作目标') : `任务 ${task}`
}

function labelOf(item: Draft): string {
  const { content } = item
  if ('name' in content) return content.name
  if ('title' in content) return content.title
  return item.words ?? item.kind
}

function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = keyOf(item)
    const again = seen.has(key)
    seen.add(key)
    return again
  })
}

function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const again = new Set(repeated(items, keyOf))
  return items.filter((item) => !again.has(item))
}
