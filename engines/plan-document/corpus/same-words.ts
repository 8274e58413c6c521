/**
 * When two readers mean the same thing: how names, units and quantities are compared.
 *
 * The rules forgive what is a matter of taste (the verb in front of a name, full or half width) and nothing else.
 */

import type { GoldQuantity, GoldValue } from './gold.types.ts'

const leadingVerbs =
  /^(?:新增|新建|新认证|新引进|新培育|新|累计|年度|每年|建成|建设|培育|打造|引进|引育|实现|完成|培训|举办|开展|组织|推动|争创|创建|获评|获得|认定|发展|集聚|惠及|力争|其中|全市|全县|全区|各类|各级)+/u
const trailingVerbs =
  /(?:数量|总数|总量|总额|拥有量|数|达到|达|突破|超过|超|稳定在|保持在|提高到|提升至|不低于|不少于|分别)+$/u

/** A name without what readers drop or keep as they like. */
export function bareName(name: string): string {
  const plain = name.normalize('NFKC').replace(/[\s的“”"'《》()〔〕,、]/gu, '')
  const bare = plain.replace(leadingVerbs, '').replace(trailingVerbs, '')
  return bare.length >= 2 ? bare : plain
}

/** Dice coefficient of the bigrams of two words, 0 to 1. */
export function bigramSimilarity(a: string, b: string): number {
  if (a === b) return 1
  const left = bigramsOf(a)
  const right = bigramsOf(b)
  if (left.length === 0 || right.length === 0) return 0
  const pool = new Map<string, number>()
  for (const pair of left) pool.set(pair, (pool.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of right) {
    const rest = pool.get(pair) ?? 0
    if (rest > 0) {
      shared += 1
      pool.set(pair, rest - 1)
    }
  }
  return (2 * shared) / (left.length + right.length)
}

/**
 * How well two names agree, 0 to 1; from 0.5 they count as the same.
 * A name inside the other one (贯标企业 in 知识产权贯标企业) agrees, unless the longer one swallowed a whole clause.
 */
export function nameAgreement(a: string, b: string): number {
  const left = bareName(a)
  const right = bareName(b)
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  const contained = short.length >= 2 && long.includes(short) ? Math.min(1, 0.3 + short.length / long.length) : 0
  return Math.max(bigramSimilarity(left, right), contained)
}

/** A unit's name: full and half width, and 等有关部门 after it, make no difference. */
export function bareUnit(unit: string): string {
  return unit
    .normalize('NFKC')
    .replace(/〔/gu, '(')
    .replace(/〕/gu, ')')
    .replace(/\s/gu, '')
    .replace(/等(?:各)?(?:有关|相关)?(?:部门|单位)?(?:和单位)?$/u, '')
}

export function bareTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s《》“”"]/gu, '')
    .replace(/[-—–－~～至]+/gu, '-')
}

/** The same quantity in the base unit. 翻番 may be said as 2倍, 1番 or 增长 100%. */
export function isSameQuantity(gold: GoldQuantity, got: GoldQuantity): boolean {
  const goldUnit = bareUnit(gold.unit)
  const gotUnit = bareUnit(got.unit)
  if (goldUnit === gotUnit && isSameValue(gold.value, got.value)) return true
  if (goldUnit !== '倍' || gold.value !== 2) return false
  return (gotUnit === '番' && got.value === 1) || (gotUnit === '%' && got.value === 100)
}

function isSameValue(a: GoldValue, b: GoldValue): boolean {
  const left = typeof a === 'number' ? [a] : a
  const right = typeof b === 'number' ? [b] : b
  return (
    left.length === right.length &&
    left.every((value, i) => Math.abs(value - (right[i] ?? Number.NaN)) <= 1e-9 * Math.abs(value) + 1e-12)
  )
}

function bigramsOf(word: string): string[] {
  const letters = [...word]
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}
