/**
 * Which organisation a printed name means.
 *
 * The same name, an alias that was learned, and a difference of width or brackets are certain. Anything else is a
 * proposal with its reason, for a person to decide.
 */

import { similarity } from './name-likeness.ts'

export interface KnownUnit {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly dissolvedOn: string | null
}

export interface UnitMatch {
  readonly unitId: string
  /** 0 to 1; 1 is certain */
  readonly score: number
  readonly why: string
}

/** Candidates, best first, at most five; a dissolved unit is never certain, its successor should answer. */
export function matchUnit(printed: string, known: readonly KnownUnit[]): readonly UnitMatch[] {
  return known
    .map((unit) => bestMatch(printed, unit))
    .filter((match) => match.score >= 0.45)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
}

/** The one unit that the name certainly means; undefined when there is none, or more than one. */
export function certainUnit(printed: string, known: readonly KnownUnit[]): string | undefined {
  const certain = matchUnit(printed, known).filter((match) => match.score === 1)
  return certain.length === 1 ? certain[0]?.unitId : undefined
}

function bestMatch(printed: string, unit: KnownUnit): UnitMatch {
  const grounds = [
    ground(printed, unit.name, '名称'),
    ...unit.aliases.map((alias) => ground(printed, alias, '别名')),
    ground(printed, unit.shortName, '简称'),
  ]
  const best = grounds.reduce((a, b) => (b.score > a.score ? b : a))
  if (unit.dissolvedOn === null) return { unitId: unit.id, score: best.score, why: best.why }
  return { unitId: unit.id, score: Math.min(best.score, 0.6), why: `${best.why}，已于 ${unit.dissolvedOn} 撤销` }
}

function ground(printed: string, name: string, what: string): { score: number; why: string } {
  if (printed === name) return { score: 1, why: `${what}相同` }
  const a = fold(printed)
  const b = fold(name)
  if (a === b) return { score: 1, why: `${what}相同（全半角或括号写法不同）` }
  if (bare(a) === bare(b) && bare(a) !== '') return { score: 0.9, why: `${what}去掉括号内容后相同` }
  if (core(a) === core(b) && core(a).length >= 2) return { score: 0.85, why: `${what}去掉“市”“局”等字后相同` }
  if (a.includes(b) || b.includes(a)) {
    const share = Math.min(a.length, b.length) / Math.max(a.length, b.length)
    return { score: 0.5 + 0.3 * share, why: `${what}互相包含` }
  }
  const score = 0.8 * similarity(a, b)
  return { score, why: `${what}相近（${Math.round(score * 100)}%）` }
}

/** One width, one kind of bracket, no white space: how a name is written, set aside. */
function fold(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[〔［【[]/g, '(')
    .replaceAll(/[〕］】\]]/g, ')')
    .replaceAll(/\s+/g, '')
}

function bare(folded: string): string {
  return folded.replaceAll(/\([^()]*\)/g, '')
}

/** 市发展改革委 and 市发改委 share 发改; 发展和改革委员会 too. */
function core(folded: string): string {
  return bare(folded)
    .replace(/^(市|县|区|州|全市|全县|全区)/, '')
    .replace(/委员会$/, '委')
    .replace('发展和改革', '发改')
    .replace('发展改革', '发改')
    .replace('工业和信息化', '工信')
    .replace('人力资源和社会保障', '人社')
    .replace('人力资源社会保障', '人社')
    .replace('市场监督管理', '市场监管')
    .replace('科学技术', '科技')
    .replace(/(局|委|办公室|办)$/, '')
}
