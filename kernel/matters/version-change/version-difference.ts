import { statesOf } from '../chart/states.ts'
import { formFields } from '../form/form-fields.ts'
import type { LimitDeclaration, MatterDeclaration } from '../matter.types.ts'

/** One thing that is different between two versions of a matter. */
export interface VersionDifference {
  readonly kind:
    | 'stateAdded'
    | 'stateGone'
    | 'actAdded'
    | 'actGone'
    | 'actChanged'
    | 'fieldAdded'
    | 'fieldGone'
    | 'fieldNowRequired'
    | 'fieldChanged'
    | 'materialAdded'
    | 'materialGone'
    | 'materialChanged'
    | 'limitAdded'
    | 'limitGone'
    | 'limitChanged'
    | 'documentChanged'
    | 'otherChanged'
  readonly id: string
  readonly label: string
  /** what it was and what it is, where that fits into a line */
  readonly before: string | null
  readonly after: string | null
}

/** What a new version of a matter changes, in the order in which somebody who decides on it looks. */
export function versionDifferences(before: MatterDeclaration, after: MatterDeclaration): readonly VersionDifference[] {
  return [
    ...stateDifferences(before, after),
    ...fieldDifferences(before, after),
    ...listDifferences('material', before.materials, after.materials, ({ necessity }) => necessityWords[necessity]),
    ...listDifferences('limit', before.limits, after.limits, limitWords),
    ...documentDifferences(before, after),
    ...otherDifferences(before, after),
  ]
}

const necessityWords = { required: '必交', optional: '可选', later: '容缺后补' } as const

function stateDifferences(before: MatterDeclaration, after: MatterDeclaration): readonly VersionDifference[] {
  const [old, fresh] = [statesOf(before), statesOf(after)]
  return [
    ...[...fresh.values()].flatMap(({ name, state }) => (old.has(name) ? [] : [one('stateAdded', name, state.label)])),
    ...[...old.values()].flatMap(({ name, state }) => (fresh.has(name) ? [] : [one('stateGone', name, state.label)])),
    ...[...fresh.values()].flatMap(({ name, state }) => {
      const was = old.get(name)?.state
      if (was === undefined) return []
      const [acts, others] = [state.acts ?? {}, was.acts ?? {}]
      return [
        ...Object.entries(acts).flatMap(([act, { label }]) => {
          const other = others[act]
          const id = `${name}.${act}`
          if (other === undefined) return [one('actAdded', id, label)]
          return isSame(other, acts[act])
            ? []
            : [one('actChanged', id, label, leadsTo(other.to), leadsTo(acts[act]?.to))]
        }),
        ...Object.entries(others).flatMap(([act, { label }]) =>
          act in acts ? [] : [one('actGone', `${name}.${act}`, label)],
        ),
      ]
    }),
  ]

  function leadsTo(state: string | undefined): string | null {
    return state === undefined ? null : ((fresh.get(state) ?? old.get(state))?.state.label ?? state)
  }
}

function fieldDifferences(before: MatterDeclaration, after: MatterDeclaration): readonly VersionDifference[] {
  const [old, fresh] = [formFields(before), formFields(after)]
  return [
    ...[...fresh].flatMap(([name, { field }]) => {
      const was = old.get(name)?.field
      if (was === undefined)
        return [one('fieldAdded', name, field.label, null, field.required === true ? '必填' : '选填')]
      if (field.required === true && was.required !== true)
        return [one('fieldNowRequired', name, field.label, '选填', '必填')]
      return isSame(was, field) ? [] : [one('fieldChanged', name, field.label)]
    }),
    ...[...old].flatMap(([name, { field }]) => (fresh.has(name) ? [] : [one('fieldGone', name, field.label)])),
  ]
}

function listDifferences<Each extends { readonly id: string; readonly label: string }>(
  kind: 'material' | 'limit',
  before: readonly Each[],
  after: readonly Each[],
  words: (each: Each) => string,
): readonly VersionDifference[] {
  const old = new Map(before.map((each) => [each.id, each]))
  const fresh = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((each) => {
      const was = old.get(each.id)
      if (was === undefined) return [one(`${kind}Added`, each.id, each.label, null, words(each))]
      return isSame(was, each) ? [] : [one(`${kind}Changed`, each.id, each.label, words(was), words(each))]
    }),
    ...before.flatMap((each) =>
      fresh.has(each.id) ? [] : [one(`${kind}Gone`, each.id, each.label, words(each), null)],
    ),
  ]
}

function limitWords({ rule, promised }: LimitDeclaration): string {
  return promised === undefined ? rule : `${rule}，承诺 ${promised.n} ${unitWords[promised.unit]}`
}

const unitWords = { hour: '小时', calendarDay: '日', workingDay: '个工作日', month: '个月', year: '年' } as const

function documentDifferences(before: MatterDeclaration, after: MatterDeclaration): readonly VersionDifference[] {
  const ids = [...new Set([...Object.keys(before.documents), ...Object.keys(after.documents)])]
  return ids.flatMap((id) => {
    const [was, is] = [before.documents[id], after.documents[id]]
    return isSame(was, is) ? [] : [one('documentChanged', id, (is ?? was)?.label ?? id)]
  })
}

const others: readonly (readonly [keyof MatterDeclaration, string])[] = [
  ['label', '名称'],
  ['guide', '办事指南'],
  ['entrances', '申请途径'],
  ['notices', '通知'],
  ['writes', '写入台账'],
  ['publication', '公示'],
  ['withdrawal', '撤回'],
  ['reopening', '重新办理'],
  ['archive', '归档'],
  ['sources', '依据'],
]

function otherDifferences(before: MatterDeclaration, after: MatterDeclaration): readonly VersionDifference[] {
  return others.flatMap(([key, label]) => (isSame(before[key], after[key]) ? [] : [one('otherChanged', key, label)]))
}

function one(
  kind: VersionDifference['kind'],
  id: string,
  label: string,
  before: string | null = null,
  after: string | null = null,
): VersionDifference {
  return { kind, id, label, before, after }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
