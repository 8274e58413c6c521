import type { PlanSnapshot, PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import type { Area, Change } from '@qiangxian/kernel/plan/programme.schemas'
import type { Static } from 'typebox'
import { amountInWords } from './amount-words.ts'
import { areaLabels } from './areas.ts'

type ChangeRow = Static<typeof Change>
type Kind = ChangeRow['kind']

const kindLabels: Readonly<Record<string, string>> = {
  stock: '期末存量',
  cumulativeSinceStart: '建设期内累计',
  cumulativeEver: '历年累计',
  annual: '年度',
  ratio: '占比',
  survey: '调查',
  growth: '增长',
}

/** A field of an item, as a person would compare it. */
interface Facet {
  readonly field: string
  readonly label: string
  readonly text: string | null
}

interface Comparable {
  readonly kind: Kind
  readonly itemId: string
  readonly label: string
  readonly facets: readonly Facet[]
}

/**
 * What differs between two versions of a plan, item by item and field by field, in the words of the pages.
 *
 * Items are the same when they keep their id. Comparing a version with itself finds nothing, and comparing the other
 * way round turns every 新增 into 删除 and swaps before and after.
 */
export function compareVersions(
  from: PlanSnapshot,
  to: PlanSnapshot,
  unitName: (id: string) => string,
): { changes: readonly ChangeRow[]; unchanged: number } {
  const before = new Map(comparables(from, unitName).map((item) => [key(item), item]))
  const after = new Map(comparables(to, unitName).map((item) => [key(item), item]))
  const keys = [...new Set([...after.keys(), ...before.keys()])]
  const rows = keys.map((each) => compareItem(before.get(each), after.get(each)))
  const changes = rows.filter((row) => row !== undefined)
  return { changes, unchanged: rows.length - changes.length }
}

function key(item: Comparable): string {
  return `${item.kind} ${item.itemId}`
}

function compareItem(before: Comparable | undefined, after: Comparable | undefined): ChangeRow | undefined {
  const item = after ?? before
  if (item === undefined) return undefined
  const fields = item.facets.flatMap(({ field, label }) => {
    const old = before?.facets.find((facet) => facet.field === field)?.text ?? null
    const now = after?.facets.find((facet) => facet.field === field)?.text ?? null
    return old === now ? [] : [{ field, label, before: old, after: now }]
  })
  if (fields.length === 0 && before !== undefined && after !== undefined) return undefined
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return { kind: item.kind, itemId: item.itemId, label: item.label, change, fields }
}

function comparables(plan: PlanSnapshot, unitName: (id: string) => string): readonly Comparable[] {
  const taskNumber = new Map(plan.tasks.map((task) => [task.itemId, task.number]))
  const units = (ids: readonly string[]) => facetText(ids.map(unitName).join('、'))
  const tasks = (ids: readonly string[]) =>
    facetText(
      ids
        .map((id) => taskNumber.get(id))
        .sort((a, b) => (a ?? 0) - (b ?? 0))
        .join('、'),
    )
  return [
    ...plan.targets.map(
      (target): Comparable => ({
        kind: 'target',
        itemId: target.itemId,
        label: `${target.code} ${target.name}`,
        facets: [
          facet('code', '编号', target.code),
          facet('name', '名称', target.name),
          facet('amount', '目标值', amountInWords(target)),
          facet('kind', '口径', target.kind === null ? null : (kindLabels[target.kind] ?? target.kind)),
          facet('formula', '算法', target.definition?.formula ?? null),
          facet('area', '领域', areaLabels[target.area as Area]?.zh ?? target.area),
          facet('deadline', '期限', target.deadline),
          facet('years', '分年目标', yearsInWords(target)),
          facet('owners', '责任单位', units(target.ownerIds)),
          facet('tasks', '对应任务', tasks(target.taskItemIds)),
        ],
      }),
    ),
    ...plan.milestones.map(
      (milestone): Comparable => ({
        kind: 'milestone',
        itemId: milestone.itemId,
        label: `${milestone.code} ${milestone.name}`,
        facets: [
          facet('code', '编号', milestone.code),
          facet('name', '名称', milestone.name),
          facet('level', '承诺', milestone.level === 'achieve' ? '建成' : '争创'),
          facet('dueOn', '期限', milestone.dueOn),
          facet('parts', '组成', facetText(milestone.parts.join('；'))),
          facet('owners', '责任单位', units(milestone.ownerIds)),
          facet('tasks', '对应任务', tasks(milestone.taskItemIds)),
        ],
      }),
    ),
    ...plan.tasks.map(
      (task): Comparable => ({
        kind: 'task',
        itemId: task.itemId,
        label: `任务 ${task.number} ${task.title}`,
        facets: [
          facet('number', '序号', String(task.number)),
          facet('title', '标题', task.title),
          facet('group', '任务组', task.group),
          facet('summary', '内容', facetText(task.summary)),
          facet('lead', '牵头单位', units(partiesWith(task.responsibilities, 'lead'))),
          facet('support', '配合单位', units(partiesWith(task.responsibilities, 'support'))),
        ],
      }),
    ),
    ...plan.groups.map(
      (group): Comparable => ({
        kind: 'group',
        itemId: group.itemId,
        label: group.title,
        facets: [facet('number', '序号', String(group.number)), facet('title', '标题', group.title)],
      }),
    ),
    ...plan.safeguards.map(
      (safeguard): Comparable => ({
        kind: 'safeguard',
        itemId: safeguard.itemId,
        label: safeguard.title,
        facets: [
          facet('number', '序号', String(safeguard.number)),
          facet('title', '标题', safeguard.title),
          facet('summary', '内容', facetText(safeguard.summary)),
        ],
      }),
    ),
    ...plan.phases.map(
      (phase): Comparable => ({
        kind: 'phase',
        itemId: phase.itemId,
        label: phase.name,
        facets: [
          facet('name', '名称', phase.name),
          facet('start', '开始', phase.start),
          facet('end', '结束', phase.end),
          facet('summary', '内容', facetText(phase.summary)),
        ],
      }),
    ),
  ]
}

function facet(field: string, label: string, text: string | null): Facet {
  return { field, label, text }
}

function facetText(text: string): string | null {
  return text === '' ? null : text
}

function yearsInWords(target: PlanTarget): string | null {
  return facetText(target.years.map(({ year, value }) => `${year}年 ${value === null ? '未分解' : value}`).join('，'))
}

function partiesWith(
  responsibilities: readonly { partyId: string; share: 'lead' | 'support' }[],
  share: 'lead' | 'support',
): readonly string[] {
  return responsibilities.filter((unit) => unit.share === share).map((unit) => unit.partyId)
}
