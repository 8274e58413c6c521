import { searchTokens } from '../search/search-tokens.ts'
import type { EverydayWords } from './service-house.types.ts'

/**
 * Finding in ordinary words: pure scoring, a few dozen documents, no database.
 *
 * What is asked is taken apart into *meanings*: phrases that a document names as its own, groups of words that are alike,
 * and words of the dictionary. A document scores by the meanings that it shares, rare ones more than frequent ones, by
 * where it says them. Words said of nearly everything (`general`) rank, and find nothing by themselves. Where no meaning
 * is known, pairs of characters are compared, so that a slip of the hand still finds something.
 */
export interface SearchDocument {
  readonly id: string
  /** the same words weigh by where they stand */
  readonly label: string
  /** ordinary words that were written down for this */
  readonly words: readonly string[]
  readonly about: string
  readonly rest: string
}

export interface ScoredDocument {
  readonly id: string
  readonly score: number
  /** the words of the question that it answers to */
  readonly because: readonly string[]
}

export interface Scored {
  readonly found: readonly ScoredDocument[]
  /** the words of the question that say what is wanted */
  readonly words: readonly string[]
}

const weightOf = { words: 5, label: 5, about: 2, rest: 1 } as const
/** what stands far behind the best is not shown: it would only distract */
const leastOfBest = 0.3
/** below it a document shares a word by chance */
const leastScore = 1.5
const ofGeneral = 0.25
const ofPairs = 0.35
const ofFurtherPlace = 0.2
const ofFurtherWord = 0.3
/** beside the meaning of its group: it ranks those who answer to the group, and hides none of them */
const ofGroupedPhrase = 0.5

export function scoreDocuments(asked: string, documents: readonly SearchDocument[], words: EverydayWords): Scored {
  const question = folded(asked)
  const meanings = meaningsOf(question, documents, words)
  const prepared = documents.map((document) => preparedOf(document, words))
  const weighed = meanings.map((meaning) => weigh(meaning, prepared))
  const scores = prepared.map((document, at) => scoreOf(document, at, weighed))
  const named = meanings.filter(({ isGeneral }) => !isGeneral)
  const asksGeneralOnly = named.length === 0
  const hits = scores.filter(({ specific, score }) => score >= leastScore && (specific || asksGeneralOnly))
  const found = hits.length > 0 || asksGeneralOnly ? hits : byPairs(question, prepared, words)
  const best = Math.max(0, ...found.map(({ score }) => score))
  return {
    found: found
      .filter(({ score }) => score >= best * leastOfBest)
      .map(({ id, score, because }) => ({ id, score, because: [...new Set(because)] }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
    words: meanings.map(({ said }) => said),
  }
}

/** What a part of the question means: any of these words in a document says it. */
interface Meaning {
  /** as it stands in the question */
  readonly said: string
  readonly any: readonly string[]
  readonly isGeneral: boolean
  /** a phrase that was written down for a document weighs by its length, for it can hardly stand there by chance */
  readonly boost: number
}

function meaningsOf(question: string, documents: readonly SearchDocument[], words: EverydayWords): readonly Meaning[] {
  const general = new Set(words.general.map(folded))
  const empty = new Set(words.empty.map(folded))
  const groups = words.alike.map((group) => group.map(folded))
  const alike = groups.flatMap((group) => {
    const said = longest(group.filter((word) => question.includes(word)))
    return said === undefined ? [] : [{ said, any: group, isGeneral: false, boost: 1 }]
  })
  // What is written down for a document and is a word of a group as well counts once, as the group.
  const grouped = new Set(alike.map(({ said }) => said))
  const phrases = [...new Set(documents.flatMap((document) => [document.label, ...document.words].map(folded)))]
    .filter((phrase) => phrase.length >= 2 && question.includes(phrase))
    .filter((phrase) => !general.has(phrase) && !empty.has(phrase) && !grouped.has(phrase))
    .map((said) => ({ said, any: [said], isGeneral: false, boost: Math.min(2, said.length / 2) }))
  // What says a group's meaning in more words counts once as well, and for less: who wrote it down ranks first.
  const within = (said: string) => alike.find(({ any }) => any.some((word) => said.includes(word)))
  const ranking = alike.flatMap((group) => {
    const said = longest(phrases.filter((phrase) => within(phrase.said) === group).map((phrase) => phrase.said))
    return said === undefined ? [] : [{ said, any: [said], isGeneral: false, boost: ofGroupedPhrase }]
  })
  const ownPhrases = [...phrases.filter(({ said }) => within(said) === undefined), ...ranking]
  const covered = [...alike, ...phrases].map(({ said }) => said)
  const tokens = searchTokens(question)
    .filter((token) => (token.length >= 2 || /[a-z0-9]/.test(token)) && !empty.has(token))
    .filter((token) => general.has(token) || !covered.some((said) => said.includes(token)))
    .map((said) => ({ said, any: [said], isGeneral: general.has(said), boost: 1 }))
  return [...ownPhrases, ...alike, ...tokens]
}

interface Prepared {
  readonly id: string
  readonly fields: Readonly<Record<keyof typeof weightOf, string>>
  /** each of its words, without what is said of nearly everything */
  readonly words: readonly string[]
  /** each as it was written down */
  readonly written: ReadonlySet<string>
}

/** Documents are made once from declarations that do not change; each is folded once. */
const known = new WeakMap<SearchDocument, Prepared>()

function preparedOf(document: SearchDocument, { general }: EverydayWords): Prepared {
  const prepared = known.get(document) ?? prepare(document, general)
  known.set(document, prepared)
  return prepared
}

function prepare({ id, label, words, about, rest }: SearchDocument, general: readonly string[]): Prepared {
  const own = words.map((word) => {
    const bare = general.reduce((text, each) => text.replaceAll(folded(each), ''), folded(word))
    return bare === '' ? folded(word) : bare
  })
  const fields = { label: folded(label), words: folded(words.join(' ')), about: folded(about), rest: folded(rest) }
  return { id, fields, words: own, written: new Set(words.map(folded)) }
}

/**
 * How strongly a document says it: by the best place, a little more for each further place, and for each further word
 * of the same meaning among those written down for it: it is what the document is about.
 */
function weightIn({ fields, words, written }: Prepared, { any }: Meaning): number {
  const isOwn = (word: string) => written.has(word) || isMostOf(word, words)
  const places = (['words', 'label', 'about', 'rest'] as const)
    .filter((field) => any.some((word) => fields[field].includes(word)))
    .map((field) => (field === 'words' && !any.some(isOwn) ? weightOf.about : weightOf[field]))
  const best = Math.max(0, ...places)
  const further = places.reduce((sum, weight) => sum + weight, 0) - best
  const alike = any.filter(isOwn).length
  return best + further * ofFurtherPlace + Math.min(5, Math.max(0, alike - 1)) * ofFurtherWord
}

/** Half of a longer word is another word: 借书 is none of 借书证补办. */
function isMostOf(word: string, words: readonly string[]): boolean {
  return words.some((each) => each.includes(word) && word.length * 2 > each.length)
}

interface Score extends ScoredDocument {
  /** by more than general words, and by its name or the words written down for it: a mention in passing only ranks */
  readonly specific: boolean
}

interface Weighed {
  readonly meaning: Meaning
  /** of each document, in their order */
  readonly weights: readonly number[]
  /** what few documents say tells more than what all of them say */
  readonly rarity: number
}

function weigh(meaning: Meaning, all: readonly Prepared[]): Weighed {
  const weights = all.map((document) => weightIn(document, meaning))
  const having = weights.filter((weight) => weight >= weightOf.about).length
  return { meaning, weights, rarity: Math.log(1 + all.length / Math.max(1, having)) }
}

function scoreOf({ id }: Prepared, at: number, weighed: readonly Weighed[]): Score {
  let [score, specific] = [0, false]
  const because: string[] = []
  for (const { meaning, weights, rarity } of weighed) {
    const weight = weights[at] ?? 0
    if (weight === 0) continue
    score += weight * rarity * meaning.boost * (meaning.isGeneral ? ofGeneral : 1)
    because.push(meaning.said)
    if (!meaning.isGeneral && weight >= weightOf.label) specific = true
  }
  return { id, score, because, specific }
}

/** Pairs of neighbouring characters that the question shares with names and everyday words. */
function byPairs(question: string, all: readonly Prepared[], words: EverydayWords): readonly ScoredDocument[] {
  const said = [...words.empty, ...words.general].reduce((text, word) => text.replaceAll(folded(word), ' '), question)
  const asked = pairsOf(said)
  if (asked.length < 2) return []
  return all.flatMap(({ id, fields }) => {
    const because = asked.filter((pair) => fields.label.includes(pair) || fields.words.includes(pair))
    const share = because.length / asked.length
    return because.length >= 2 && share >= ofPairs ? [{ id, score: share * 10, because }] : []
  })
}

function pairsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).flatMap((run) => {
    const characters = [...run]
    return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
  })
}

function longest(words: readonly string[]): string | undefined {
  return [...words].sort((a, b) => b.length - a.length)[0]
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
