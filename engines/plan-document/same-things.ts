/**
 * When two printed statements speak of the same thing.
 *
 * The same number under a similar name is one target said twice. A similar name with another number, for the same level
 * and the same date, is a contradiction that a person has to settle.
 */
import { familyOf } from './measure-words.ts'
import type { DocumentIndicator, Quantity } from './plan-document.types.ts'

const NOISE =
  /新增|累计|建成|建设|培育|打造|引进|各级|各类|以上|数量|总量|总数|全市|全县|全区|年度|成员|人才|其中|的|、|“|”|（[^（）]*）|\([^()]*\)/g
const LEVELS = /国家级|国家|省级|市级|县级|区级|全国|江苏省|省|园区级|镇级|国际/g
const MOST_COMPARED = 60
/** 质押金额 and 质押融资 are the same, 示范园区 and 试点园区 are not. */
const SAME_NAME = 0.58

export function coreOfName(name: string): string {
  const core = name.replace(NOISE, '').replace(LEVELS, '')
  return core.length >= 2 ? core : name
}

/** The administrative levels that a name speaks of; 省级 and 市级 centres are different things. */
export function levelsOf(name: string): string {
  const found = new Set<string>()
  for (const [word] of name.matchAll(LEVELS))
    found.add(word.replace(/级$/, '').replace('江苏', '').replace('全国', '国家'))
  return [...found].sort().join('')
}

export function similarity(a: string, b: string): number {
  if (a === b) return 1
  const left = bigrams(a)
  const right = bigrams(b)
  if (left.length === 0 || right.length === 0) return 0
  const pool = new Map<string, number>()
  for (const pair of left) pool.set(pair, (pool.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of right) {
    const rest = pool.get(pair) ?? 0
    if (rest > 0) {
      pool.set(pair, rest - 1)
      shared += 1
    }
  }
  const dice = (2 * shared) / (left.length + right.length)
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= 3 && long.includes(short) ? Math.max(dice, 0.7) : dice
}

const bigrams = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2))

export interface Comparable extends Quantity {
  readonly text: string
  readonly id: string
  readonly name: string
  readonly task: number | null
  readonly taskId: string | null
  readonly deadline: string | null
  readonly kind: DocumentIndicator['kind']
  readonly normalized: Quantity
}

/** For each statement the id of the earlier statement of the same target, or null. */
export function linkSame(statements: readonly Comparable[]): (string | null)[] {
  const buckets = new Map<string, Comparable[]>()
  return statements.map((statement) => {
    const key = `${JSON.stringify(statement.normalized.value)}${familyOf(statement.unit)}`
    const earlier = buckets.get(key) ?? []
    buckets.set(key, earlier)
    const scored = earlier.slice(-MOST_COMPARED).map((other) => ({ id: other.id, score: sameness(other, statement) }))
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { id: '', score: 0 })
    if (best.score >= SAME_NAME) return best.id
    earlier.push(statement)
    return null
  })
}

function sameness(a: Comparable, b: Comparable): number {
  if ((a.taskId ?? a.task) === (b.taskId ?? b.task)) return 0
  if (a.deadline !== null && b.deadline !== null && a.deadline !== b.deadline && a.task === null && b.task === null)
    return 0
  if ((a.kind === 'growth') !== (b.kind === 'growth')) return 0
  const left = levelsOf(a.name)
  const right = levelsOf(b.name)
  if (left !== '' && right !== '' && left !== right) return 0
  return similarity(coreOfName(a.name), coreOfName(b.name))
}

export interface Contradiction {
  readonly first: Comparable
  readonly second: Comparable
}

/** Pairs of statements that cannot both be meant, each statement at most once as the second. */
export function findContradictions(
  statements: readonly Comparable[],
  sameAs: readonly (string | null)[],
): Contradiction[] {
  const byBigram = new Map<string, Comparable[]>()
  const contradictions: Contradiction[] = []
  statements.forEach((statement, index) => {
    const core = coreOfName(statement.name)
    const pairs = bigrams(core)
    const candidates = new Set<Comparable>()
    for (const pair of pairs.slice(0, 24))
      for (const other of (byBigram.get(pair) ?? []).slice(-12)) candidates.add(other)
    let found: Comparable | null = null
    if (sameAs[index] === null) {
      for (const other of [...candidates].slice(0, MOST_COMPARED)) {
        if (found === null && contradicts(other, statement)) found = other
      }
    }
    if (found !== null) contradictions.push({ first: found, second: statement })
    for (const pair of new Set(pairs)) {
      const list = byBigram.get(pair) ?? []
      list.push(statement)
      if (list.length > 64) list.shift()
      byBigram.set(pair, list)
    }
  })
  return contradictions
}

/** 2026年建成40个 is one year's part of 到2027年建成100个. */
const isOneYearsPart = ({ text }: Comparable): boolean => /^20\d{2}年(?!底|末|前|，)/.test(text)

function contradicts(a: Comparable, b: Comparable): boolean {
  if (isOneYearsPart(a) || isOneYearsPart(b)) return false
  if (JSON.stringify(a.normalized.value) === JSON.stringify(b.normalized.value)) return false
  const family = familyOf(a.unit)
  if (family !== familyOf(b.unit) || family === 'time') return false
  if ((a.kind === 'growth') !== (b.kind === 'growth')) return false
  if (a.kind === 'annual' || b.kind === 'annual') {
    if (a.kind !== b.kind) return false
  }
  if (a.deadline !== null && b.deadline !== null && a.deadline.slice(0, 4) !== b.deadline.slice(0, 4)) return false
  if (levelsOf(a.name) !== levelsOf(b.name)) return false
  // Within one task a part and the whole often stand side by side (300家，其中规上100家).
  if ((a.taskId ?? a.task) === (b.taskId ?? b.task) && a.name !== b.name) return false
  return similarity(coreOfName(a.name), coreOfName(b.name)) >= 0.8
}
