import { foldHeading } from '../fold-heading.ts'
import type { HeadField } from '../recognise-head.ts'

export type Why = 'label' | 'alias' | 'learned' | 'content' | 'similar' | 'none'

export interface Match {
  readonly confidence: number
  readonly why: Why
}

/** The words of a field, folded once. */
export interface FieldWords {
  readonly field: HeadField
  readonly labels: ReadonlySet<string>
  readonly aliases: ReadonlySet<string>
}

export function wordsOf(field: HeadField): FieldWords {
  const labels = new Set(field.labels.map(foldHeading).filter((word) => word !== ''))
  const aliases = new Set(field.aliases.map(foldHeading).filter((word) => word !== ''))
  return { field, labels, aliases }
}

/** What the last character of a heading says that its column holds: 授权公告日 and 授权公告号 are not alike. */
const sorts: readonly (readonly [string, RegExp])[] = [
  ['day', /(?:日|日期|时间|年月|年份|年度|年|date|on)$/],
  ['number', /(?:号|码|编号|代码|no|number)$/],
  ['party', /(?:人|者|方|单位|企业|机构|公司|owner|applicant)$/],
  ['place', /(?:地址|住所|地|镇|街道|address)$/],
  ['phone', /(?:电话|手机|phone)$/],
  ['money', /(?:金额|额|费|费用|价|价格|amount)$/],
  ['count', /(?:数|数量|件数|人数|个数|count)$/],
  ['kind', /(?:类型|类别|种类|分类|性质|类|type|category)$/],
  ['state', /(?:状态|情况|status)$/],
  ['name', /(?:名称|名|题名|标题|name|title)$/],
]

/**
 * How well a folded heading names a field: by its label, by another word for it, or by being like one of them. A heading
 * that only begins with the word is something else (申请人地址 is no 申请人).
 */
export function matchHeading(folded: string, { labels, aliases }: FieldWords): Match {
  if (folded === '') return none
  if (labels.has(folded)) return { confidence: 0.99, why: 'label' }
  if (aliases.has(folded)) return { confidence: 0.95, why: 'alias' }
  let best = 0
  for (const word of [...labels, ...aliases]) best = Math.max(best, likeness(folded, word))
  return best >= leastLikeness ? { confidence: round(best), why: 'similar' } : none
}

/** Of a path of components (`ApplicationNumber/ApplicationNumberText`) the last ones may be enough. */
export function matchPath(heading: string, words: FieldWords): Match {
  const parts = heading.split(/[/.]/)
  let best = none
  for (let from = 0; from < parts.length; from += 1) {
    const match = matchHeading(foldHeading(parts.slice(from).join('/')), words)
    const confidence = round(match.confidence - from * 0.02)
    if (match.why !== 'similar' && confidence > best.confidence) best = { confidence, why: match.why }
  }
  return best
}

export const none: Match = { confidence: 0, why: 'none' }
const leastLikeness = 0.55
const longestAddition = 8

function likeness(heading: string, word: string): number {
  // A sentence that ends with the word is no heading.
  if (heading.length > word.length + longestAddition) return 0
  const [ofHeading, ofWord] = [sortOf(heading), sortOf(word)]
  if (ofHeading !== undefined && ofWord !== undefined && ofHeading !== ofWord) return 0
  if (word.length >= 2 && heading.endsWith(word)) return 0.62 + (0.25 * word.length) / heading.length
  if (heading.length >= 2 && word.endsWith(heading)) return 0.5 + (0.3 * heading.length) / word.length
  const dice = sharedPairs(heading, word)
  return dice < 0.6 ? 0 : 0.3 + dice * 0.5
}

function sortOf(word: string): string | undefined {
  return sorts.find(([, pattern]) => pattern.test(word))?.[0]
}

/** Dice's coefficient over pairs of neighbouring characters, 0 to 1. */
function sharedPairs(one: string, other: string): number {
  if (one.length < 2 || other.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < one.length; at += 1) {
    const pair = one.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let at = 0; at + 1 < other.length; at += 1) {
    const left = pairs.get(other.slice(at, at + 2)) ?? 0
    if (left === 0) continue
    pairs.set(other.slice(at, at + 2), left - 1)
    shared += 1
  }
  return (2 * shared) / (one.length + other.length - 2)
}

function round(confidence: number): number {
  return Math.round(Math.max(0, confidence) * 100) / 100
}
