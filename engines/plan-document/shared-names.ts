/**
 * Numbers that share a list of names: 省级、国家级示范企业分别达5家、3家; 2025年、2026年融资额分别达到60亿元、75亿元.
 * With 分别 the n-th name goes with the n-th number.
 */
import { splitRange } from './clauses.ts'
import { lastDay } from './plan-dates.ts'
import type { PrintedQuantity } from './quantities.ts'
import type { Range, Reading } from './reading.ts'
import { cleanName, nameOf } from './target-names.ts'
import { MEASURED } from './target-words.ts'

export interface OneName {
  readonly name: string
  readonly deadline: string | null
}

type SharedNames = OneName[] | null

interface Part extends Range {
  readonly quantity: PrintedQuantity
}

const LEVEL = /^(?:国家级|全国|省部级|省级|市级|县级|区级|部级|园区级|校级|国家|省|市|县|区|[A-Z]级)/

/**
 * One name per item, or null where the clause shares none.
 *
 * @param subject what the clause before named: 甲企业和乙企业成倍增长，分别超过90家和80家
 * @param targets the names of its targets: 收入达9亿元、游客达8万人次，年均分别增长10%、8%
 */
export function distributeNames(
  reading: Reading,
  text: string,
  clause: Range,
  items: readonly Part[],
  yearRow: readonly number[],
  subject: string,
  targets: readonly string[],
): SharedNames {
  const first = items[0]
  if (first === undefined || items.length < 2) return null
  const words = text.slice(clause.start, first.quantity.start)
  const at = words.indexOf('分别')
  if (at < 0) return null
  const here = yearsIn(words)
  const years = here ?? (yearRow.length === items.length ? { list: yearRow, end: 0 } : null)
  const list = listOfNames(text, clause, first.quantity.start, at)
  if (years !== null && years.list.length === items.length) {
    const cleaned = cleanName(text, clause.start + years.end, list.before ? clause.start + at : first.quantity.start)
    const name = nameOf(reading, cleaned)
    return items.map((_, index) => ({ name, deadline: lastDay(years.list[index] ?? 0) }))
  }
  if (list.range.start >= list.range.end) {
    if (targets.length === items.length) return targets.map((name) => ({ name, deadline: null }))
    const before = subject.split(/、|以及|和(?!谐|美)|(?<!普)及(?!时|格)|与/)
    return before.length === items.length ? completeNames(before).map((name) => ({ name, deadline: null })) : null
  }
  const paused = splitRange(text, list.range, '、')
  // 国家级和省级企业、网点分别达5家、3家: the pauses part already, 和 stands inside the first name.
  const names =
    paused.length === items.length ? paused : paused.flatMap((range) => splitAtAnd(text, range, items.length))
  const chosen = names.slice(-items.length)
  if (chosen.length !== items.length) return null
  const printed = chosen.map((range) => nameOf(reading, range))
  return completeNames(printed).map((name) => ({ name, deadline: null }))
}

interface Years {
  readonly list: readonly number[]
  readonly end: number
}

export function yearsIn(words: string): Years | null {
  const list = /(?:20\d{2}年?[、和])+20\d{2}年|(20\d{2})年?[-—~至](20\d{2})年/.exec(words)
  if (list === null) return null
  const from = list[1]
  const until = list[2]
  if (from !== undefined && until !== undefined) {
    const years: number[] = []
    for (let year = Number(from); year <= Number(until) && years.length < 12; year += 1) years.push(year)
    return { list: years, end: list.index + list[0].length }
  }
  const years = [...list[0].matchAll(/20\d{2}/g)].map((year) => Number(year[0]))
  return { list: years, end: list.index + list[0].length }
}

/** The list stands before 分别 (甲、乙分别达) or behind it (分别新增甲、乙). */
function listOfNames(
  text: string,
  clause: Range,
  firstNumber: number,
  at: number,
): { readonly range: Range; readonly before: boolean } {
  const before = cleanName(text, clause.start, clause.start + at)
  const behind = cleanName(text, clause.start + at + 2, firstNumber)
  if (behind.end - behind.start >= 3 && text.slice(behind.start, behind.end).includes('、'))
    return { range: behind, before: false }
  return { range: before, before: true }
}

function splitAtAnd(text: string, range: Range, wanted: number): Range[] {
  const words = text.slice(range.start, range.end)
  const joint = /(?:以及|和(?!谐|美)|(?<!普)及(?!时|格)|与)/.exec(words)
  if (joint === null || joint.index < 2 || wanted < 2) return [range]
  return [
    { start: range.start, end: range.start + joint.index },
    { start: range.start + joint.index + joint[0].length, end: range.end },
  ]
}

/** 甲产业和乙产业规模: what is measured stands once, behind the last. */
const MEASURED_TOGETHER =
  /(?:规模|产值|总量|数量|总数|总额|占比|比重|比例|增加值|营业收入|营收|拥有量|覆盖率|合格率|满意度|普及率|完成率)$/

/** 省级 + 国家级示范企业 → 省级示范企业; 专利、商标、版权融资额 → 专利融资额. */
export function completeNames(names: readonly string[]): string[] {
  const last = names.at(-1) ?? ''
  const others = names.slice(0, -1)
  if (others.length === 0) return [...names]
  const level = LEVEL.exec(last)?.[0] ?? ''
  const bareLevels = others.every((name) => {
    const found = LEVEL.exec(name)?.[0] ?? ''
    return found !== '' && found === name
  })
  if (bareLevels && level !== '' && level.length < last.length)
    return [...others.map((name) => `${name}${last.slice(level.length)}`), last]
  const length = others[0]?.length ?? 0
  const measured = MEASURED_TOGETHER.exec(last)?.[0] ?? ''
  if (measured !== '' && others.every((name) => name.length > 4 && !MEASURED.test(name)))
    return [...others.map((name) => `${name}${measured}`), last]
  const short = others.every((name) => name.length === length) && length <= 4 && last.length >= length + 2
  if (short && !/[量率额数值]$/.test(others[0] ?? ''))
    return [...others.map((name) => `${name}${last.slice(length)}`), last]
  return [...names]
}

/** 省级25家 after 全国示范社5家: the level alone is printed, the thing is the one before. */
export function underLevel(name: string, subject: string): string | null {
  const level = LEVEL.exec(name)?.[0] ?? ''
  if (level === '' || level !== name || subject === '') return null
  const thing = subject
    .slice(LEVEL.exec(subject)?.[0].length ?? 0)
    .replace(/^及?以上|(?:国家级|省级|市级|县级|区级)$/g, '')
  return `${level}${thing}`
}

/** The names of 国家级、省级示范园区各1个, each with the same number; null where no 各 stands before the number. */
export function namesWithEach(reading: Reading, text: string, item: Part): SharedNames {
  const before = text.slice(item.start, item.quantity.start)
  if (!/各(?:达到?|不少于|建成|新增)?$/.test(before)) return null
  const cleaned = cleanName(text, item.start, item.start + before.lastIndexOf('各'))
  const parts = splitRange(text, cleaned, '、').flatMap((range) => splitAtAnd(text, range, 2))
  if (parts.length < 2) return null
  return completeNames(parts.map((range) => nameOf(reading, range))).map((name) => ({ name, deadline: null }))
}
