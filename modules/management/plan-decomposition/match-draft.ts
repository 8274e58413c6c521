import type { Draft, DraftContent } from './draft.ts'
import { similarity } from './name-likeness.ts'

/**
 * A new document for a plan that is in force: which of its items continue which items of the version.
 *
 * An item continues another of its kind when code, number or name say so, the closest first and each at most once.
 * What the version has and the new document has not comes along as missing, struck out until a person keeps it.
 */
export function matchDraft(fresh: readonly Draft[], base: readonly Draft[]): readonly Draft[] {
  const free = new Set(base.filter((item) => comparable.has(item.kind)))
  const matched = fresh.map((item): Draft => {
    if (!comparable.has(item.kind)) return item
    // A repetition of another target is a further statement of that one, and continues nothing by itself.
    if ('sameAs' in item.content && item.content.sameAs !== null) return item
    const [closest] = [...free]
      .filter((candidate) => candidate.kind === item.kind)
      .map((candidate) => ({ candidate, likeness: likeness(item, candidate) }))
      .filter(({ likeness: score }) => score >= 0.6)
      .sort((a, b) => b.likeness - a.likeness)
    if (closest === undefined) return { ...item, against: 'added' }
    free.delete(closest.candidate)
    return continuing(item, closest.candidate)
  })
  const missing = [...free].map((item): Draft => ({ ...item, decision: 'struck', against: 'missing' }))
  return [...withFreeCodes(matched, base), ...missing, ...settledBefore(base, fresh)]
}

/** A code that the version uses stays with its item, also when the new document no longer has it. */
function withFreeCodes(items: readonly Draft[], base: readonly Draft[]): readonly Draft[] {
  const taken = new Set(base.flatMap((item) => ('code' in item.content ? [item.content.code] : [])))
  return items.map((item): Draft => {
    if (item.baseItemId !== null || !('code' in item.content)) return item
    const code = firstFree(item.content.code, taken)
    taken.add(code)
    return { ...item, content: { ...item.content, code } } as Draft
  })
}

function firstFree(code: string, taken: ReadonlySet<string>): string {
  const letter = code.replace(/\d+$/, '')
  for (let number = Number(code.slice(letter.length)) || 1; ; number += 1) {
    if (!taken.has(`${letter}${number}`)) return `${letter}${number}`
  }
}

/** Questions that were answered at an earlier adoption keep their answers. */
function settledBefore(base: readonly Draft[], fresh: readonly Draft[]): readonly Draft[] {
  const asked = new Set(fresh.flatMap((item) => (item.kind === 'question' ? [item.content.message] : [])))
  return base.filter((item) => item.kind === 'question' && !asked.has(item.content.message))
}

const comparable: ReadonlySet<Draft['kind']> = new Set(['group', 'task', 'target', 'milestone', 'safeguard', 'phase'])

/** The new reading, with what only the county knows taken over from the version: code, owners, yearly values. */
function continuing(item: Draft, base: Draft): Draft {
  const content = takeOver(item, base)
  const against = JSON.stringify(essence(content)) === JSON.stringify(essence(base.content)) ? 'same' : 'changed'
  return { ...item, content, baseItemId: base.baseItemId, against } as Draft
}

function takeOver(item: Draft, base: Draft): Draft['content'] {
  if (item.kind === 'target' && base.kind === 'target') {
    const { code, owners, years, kind, deadline, area } = base.content
    return {
      ...item.content,
      code,
      area,
      years,
      owners: item.content.owners.length > 0 ? item.content.owners : owners,
      kind: item.content.kind ?? kind,
      deadline: item.content.deadline ?? deadline,
    }
  }
  if (item.kind === 'milestone' && base.kind === 'milestone') {
    const { code, owners, dueOn, area } = base.content
    return {
      ...item.content,
      code,
      area,
      owners: item.content.owners.length > 0 ? item.content.owners : owners,
      dueOn: item.content.dueOn ?? dueOn,
    }
  }
  return item.content
}

/** What makes an item another one when it changes: amounts, dates, units; not the wording around them. */
function essence(content: Draft['content']): unknown {
  if ('comparator' in content) {
    const { name, comparator, value, valueHigh, unit, deadline, owners } = content as DraftContent['target']
    return [name, comparator, value, valueHigh, unit, deadline, owners]
  }
  if ('lead' in content) {
    const { number, title, lead, support } = content as DraftContent['task']
    return [number, title, lead, support]
  }
  if ('level' in content) {
    const { name, level, dueOn } = content as DraftContent['milestone']
    return [name, level, dueOn]
  }
  return content
}

function likeness(a: Draft, b: Draft): number {
  if (a.kind === 'phase' && b.kind === 'phase') return similarity(a.content.name, b.content.name)
  if (a.kind === 'task' && b.kind === 'task') {
    return similarity(a.content.title, b.content.title) + (a.content.number === b.content.number ? 0.2 : 0)
  }
  if (a.kind === 'target' && b.kind === 'target') {
    return similarity(a.content.name, b.content.name) - (a.content.unit === b.content.unit ? 0 : 0.2)
  }
  return similarity(nameOf(a), nameOf(b))
}

function nameOf(item: Draft): string {
  const { content } = item
  if ('name' in content) return content.name
  return 'title' in content ? content.title : ''
}
