import type { Language } from '../errors/define-errors.ts'
import { wordsAnywhere } from '../matters/guide-words.ts'
import type { MatterDeclaration } from '../matters/matter.types.ts'
import { type Scored, type SearchDocument, scoreDocuments } from './score-documents.ts'
import type { ServiceHouse } from './service-house.types.ts'

/** What a question in ordinary words finds, of everything at the front of the house, best first in each kind. */
export interface Found {
  readonly services: readonly FoundThing[]
  readonly events: readonly FoundThing[]
  readonly outside: readonly FoundThing[]
  readonly policies: readonly FoundThing[]
  readonly words: readonly string[]
}

export interface FoundThing {
  readonly id: string
  /** 1 to 100, beside the best of all kinds */
  readonly score: number
  readonly because: readonly string[]
}

/** All kinds are scored beside each other: what fits an office elsewhere far better is no service of ours. */
export function searchHouse(asked: string, services: readonly MatterDeclaration[], house: ServiceHouse): Found {
  const documents = [
    ...services.map((service) => document('service', service, () => serviceWords(service))),
    ...house.lifeEvents.map((event) => document('event', event, () => ({ ...event, rest: '' }))),
    ...house.outside.map((office) => document('outside', office, () => ({ ...office, rest: office.office }))),
    ...house.policies.map((policy) =>
      document('policy', policy, () => ({
        ...{ label: policy.title, words: policy.words, about: policy.about },
        rest: `${policy.issuer} ${policy.number ?? ''}`,
      })),
    ),
  ]
  const scored = scoreDocuments(asked, documents, house.words)
  const best = scored.found[0]?.score ?? 1
  const of = (kind: string) => thingsOf(scored, kind, best)
  return {
    ...{ services: of('service'), events: of('event'), outside: of('outside'), policies: of('policy') },
    words: [...new Set(scored.words)],
  }
}

function thingsOf({ found }: Scored, kind: string, best: number): readonly FoundThing[] {
  return found.flatMap(({ id, score, because }) =>
    id.startsWith(`${kind}:`)
      ? [{ id: id.slice(kind.length + 1), score: Math.max(1, Math.round((score / best) * 100)), because }]
      : [],
  )
}

type Words = Omit<SearchDocument, 'id'>

/** by the declaration that it was made from */
const made = new WeakMap<object, SearchDocument>()

function document(kind: string, of: { readonly id: string }, words: () => Words): SearchDocument {
  const known = made.get(of)
  if (known !== undefined) return known
  const { label, words: own, about, rest } = words()
  const fresh = { id: `${kind}:${of.id}`, label, words: own, about, rest }
  made.set(of, fresh)
  return fresh
}

function serviceWords({ label, about, guide }: MatterDeclaration): Words {
  const rest = [
    ...guide.conditions,
    ...guide.questions.flatMap(({ ask, answer }) => [ask, answer]),
    ...guide.steps.map(({ what }) => what),
    guide.result.label,
  ]
  return { label, about, words: guide.words, rest: wordsAnywhere(rest.join(' ')) }
}

/** What is said where no service of ours answers: what was looked for and where, and where to go instead. */
export function saidOfNothing(
  { words, outside, events }: Found,
  looked: { readonly services: number; readonly events: number; readonly outside: number; readonly policies: number },
  language: Language,
): string {
  if (language === 'en') {
    const forWhat = words.length === 0 ? 'No word of it says what is wanted.' : `Looked for: ${words.join(', ')}.`
    const where = `${looked.services} services here, ${looked.events} life events, ${looked.outside} offices elsewhere and ${looked.policies} policies were looked through.`
    return `No service here answers to this. ${forWhat} ${where} ${next(outside, events, language)}`
  }
  const forWhat = words.length === 0 ? '没有认出要办什么' : `按“${words.join('”“')}”`
  const where = `查了本市 ${looked.services} 项服务、${looked.events} 个常见情形、${looked.outside} 个别处的机构和 ${looked.policies} 项政策`
  return `没有找到直接对应的本市服务：${forWhat}，${where}。${next(outside, events, language)}`
}

function next(outside: Found['outside'], events: Found['events'], language: Language): string {
  if (outside.length > 0) {
    return language === 'zh' ? '这件事由下面列出的机构办理。' : 'The offices below are the ones for this.'
  }
  if (events.length > 0) {
    return language === 'zh' ? '可以从下面的情形一步步选。' : 'Go step by step through the occasions below.'
  }
  return language === 'zh' ? '可以换个说法再找，或者拨打 12345。' : 'Try other words, or call 12345.'
}
