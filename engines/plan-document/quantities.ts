/**
 * Finds the numbers in a text and says what each one is: a quantity with a unit, a date, a bare number,
 * or part of a name (`3+3+N`, `ISO56005`, 第三方), which is never a quantity.
 */
import { familyOf, type MeasureFamily, measureWordAt } from './measure-words.ts'
import { parseHanNumeral, SCALES, scaled } from './numerals.ts'
import type { Quantity } from './plan-document.types.ts'
import type { Range } from './reading.ts'

export interface PrintedQuantity extends Quantity, Range {
  readonly normalized: Quantity
  readonly family: MeasureFamily
  readonly numeral: 'arabic' | 'han'
  /** 余, 多: at least so many */
  readonly orMore: boolean
  /** 翻一番, 全覆盖: the words themselves say that something is to be reached */
  readonly worded: boolean
}

export interface NumberInName extends Range {
  readonly words: string
}

export interface NumbersFound {
  readonly quantities: readonly PrintedQuantity[]
  readonly names: readonly NumberInName[]
}

const NUMBER =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[一二两三四五六七八九十]|百分之|翻(?:[一两二三]?番)|全覆盖|(?<=突破|超过?|达到?|逾)(?:万亿|千亿|百亿)元(?=[，。；、]|$)/g
const HAN_RUN = /[〇零一二两三四五六七八九十百千万亿]{1,16}(?:点[〇零一二三四五六七八九]{1,4})?/y
const ARABIC = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y
const SCALE = /万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百/y
const RANGE_SIGN = /(?:[-—~至到]|——)/y
const DATE =
  /(?:\d{4}年?[-—~至到])?(?:19|20)\d{2}年(?:度|(?:\d{1,2}[-—~至])?\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月(?:\d{1,2}[日号])?(?:[-—~至到]\d{1,2}月)?|(?:19|20)\d{2}[-—~至/.](?:19|20)?\d{2}(?:[-/.]\d{1,2})?(?![\d%万亿个家件项])/y
const IDIOM =
  /^(?:一件事|一次办|一次性|一次告知|一人公司|一人一|一户一|一企一|一个窗口|一个平台办|一项一|一条龙|一条链|一类一|一年一|一次分配|三次分配|三次产业|一件一码)/

/** All numbers between two positions of a folded text, in one pass. */
export function findNumbers(folded: string, start: number, end: number): NumbersFound {
  const text = folded.slice(start, end)
  const quantities: PrintedQuantity[] = []
  const names: NumberInName[] = []
  NUMBER.lastIndex = 0
  for (let found = NUMBER.exec(text); found !== null; found = NUMBER.exec(text)) {
    const at = found.index
    const first = found[0].charAt(0)
    const token =
      first === '翻'
        ? doubling(found[0], at)
        : first === '全'
          ? fullCoverage(at)
          : found[0].endsWith('亿元')
            ? roundSum(found[0], at)
            : found[0] === '百分之'
              ? percentInWords(text, at)
              : /\d/.test(first)
                ? arabicAt(text, at)
                : hanAt(text, at)
    NUMBER.lastIndex = Math.max(token.end, at + 1)
    if (token.kind === 'quantity') quantities.push(shift(token, start))
    else if (token.kind === 'name')
      names.push({ start: start + at, end: start + token.end, words: text.slice(at, token.end) })
  }
  return { quantities, names }
}

type Token =
  | ({ readonly kind: 'quantity' } & PrintedQuantity)
  | { readonly kind: 'name' | 'nothing'; readonly end: number }

function shift(token: PrintedQuantity, by: number): PrintedQuantity {
  const { value, unit, normalized, family, numeral, orMore, worded } = token
  return { start: token.start + by, end: token.end + by, value, unit, normalized, family, numeral, orMore, worded }
}

function arabicAt(text: string, at: number): Token {
  const before = text.charAt(at - 1)
  const dateLength = lengthOf(DATE, text, at)
  if (dateLength > 0) return { kind: 'nothing', end: at + dateLength }
  const first = numberAt(text, at, ARABIC)
  if (first === null) return { kind: 'nothing', end: at + 1 }
  const latin = /[A-Za-z]+$/.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? ''
  // 培育OPC100家: a count may stand right behind a Latin word, a code (ISO56005, 5G, A3) carries no measure word.
  const countsLatin =
    latin.length >= 2 && first.unit !== '' && /[\u4e00-\u9fff]/.test(first.unit) && !/^(?:ISO|GB|GA|DB|JR)$/.test(latin)
  if ((latin !== '' && !countsLatin) || /[A-Za-z]-$/.test(text.slice(Math.max(0, at - 2), at))) {
    // ISO56005, GB/T29490, RISC-5
    const rest = /^[\d.\-/]*/.exec(text.slice(at, at + 40))?.[0].length ?? 1
    return { kind: 'nothing', end: at + Math.max(1, rest) }
  }
  if (before === '第' || before === '〔' || before === '〕') return { kind: 'nothing', end: first.end }
  const combination = /^\d+(?:[+＋×xX*](?:\d+|[A-Za-z](?![A-Za-z])))+/.exec(text.slice(at, at + 40))
  if (combination !== null || before === '+' || before === '×') {
    return { kind: 'name', end: at + Math.max(combination?.[0].length ?? 0, first.end - at) }
  }
  // 产值之比达到3∶1 is 3 to one; 1∶50 is how two things are paired, and stays in the ledger.
  const ratio = /^\d+(?:\.\d+)?∶(\d+(?:\.\d+)?)/.exec(text.slice(at, at + 24))
  if (ratio !== null) {
    const end = at + ratio[0].length
    const reached = /(?:达到?|(?:缩小|提高|提升|下降|降)(?:到|至)|控制在)$/.test(text.slice(Math.max(0, at - 6), at))
    return ratio[1] === '1' && reached
      ? quantityToken(at, end, first.value, '∶1', 1, 'arabic', false)
      : { kind: 'name', end }
  }
  return withRange(text, at, first, 'arabic')
}

function hanAt(text: string, at: number): Token {
  const run = lengthOf(HAN_RUN, text, at)
  const before = text.charAt(at - 1)
  const end = at + Math.max(1, run)
  if ('第统唯逐进同专单某每之万近'.includes(before) && before !== '' && before !== '近') return { kind: 'nothing', end }
  if (IDIOM.test(text.slice(at, at + 6))) return { kind: 'nothing', end }
  const numeral = text.slice(at, end)
  const value = parseHanNumeral(numeral)
  if (value === null) return { kind: 'nothing', end }
  // 二〇二六年 is a year.
  if (/^[〇零一二三四五六七八九]{4}$/.test(numeral)) return { kind: 'nothing', end }
  const more = /^[余多]/.test(text.slice(end, end + 1)) ? 1 : 0
  const unit = measureWordAt(text, end + more, true)
  if (unit === null) return { kind: 'nothing', end }
  // 一批, 一套, 一支 say "some", not one.
  if (value === 1 && /^[批套支类种条部期]/.test(unit)) return { kind: 'nothing', end }
  if (/^(?:一体|一流|一定|一切|一致|一系列|一线|一般)/.test(text.slice(at, at + 3))) return { kind: 'nothing', end }
  return quantityToken(at, end + more + unit.length, value, unit, 1, 'han', more > 0)
}

interface NumberRead {
  readonly value: number
  readonly end: number
  readonly scale: string
  readonly unit: string
  readonly unitEnd: number
  readonly more: boolean
}

function numberAt(text: string, at: number, form: RegExp): NumberRead | null {
  form.lastIndex = at
  const printed = form.exec(text)?.[0]
  if (printed === undefined) return null
  const value = Number(printed.replaceAll(',', ''))
  let end = at + printed.length
  let more = false
  const skipMore = () => {
    if (/[余多]/.test(text.charAt(end))) {
      more = true
      end += 1
    }
  }
  skipMore()
  const scaleLength = lengthOf(SCALE, text, end)
  const scale = text.slice(end, end + scaleLength)
  end += scaleLength
  skipMore()
  const word = measureWordAt(text, end)
  let unit = word ?? ''
  let unitEnd = end + unit.length
  // 件/万人, 元/平方米, 家/年
  const per =
    word === null
      ? null
      : /^\/[万百千]?[\u4e00-\u9fff㎡]{1,4}?(?=$|[^\u4e00-\u9fff]|以|左|的)/.exec(text.slice(unitEnd, unitEnd + 8))
  if (per !== null) {
    unit += per[0]
    unitEnd += per[0].length
  }
  return { value, end, scale, unit, unitEnd, more }
}

function withRange(text: string, at: number, first: NumberRead, numeral: 'arabic'): Token {
  const sign = lengthOf(RANGE_SIGN, text, first.unit === '' ? first.end : first.unitEnd)
  if (sign > 0) {
    const next = (first.unit === '' ? first.end : first.unitEnd) + sign
    const second = /\d/.test(text.charAt(next)) ? numberAt(text, next, ARABIC) : null
    if (second !== null && second.unit !== '' && (first.unit === '' || first.unit === second.unit)) {
      const scale = second.scale === '' ? first.scale : second.scale
      const low =
        first.scale === '' || first.scale === scale
          ? first.value
          : scaled(first.value, (SCALES[first.scale] ?? 1) / (SCALES[scale] ?? 1))
      return rangeToken(
        at,
        second.unitEnd,
        [low, second.value],
        `${scale}${second.unit}`,
        second.unit,
        SCALES[scale] ?? 1,
        numeral,
      )
    }
  }
  if (first.unit === '' && first.scale === '') {
    // 5、3家 after 分别: the unit stands once, at the end.
    const shared = sharedUnitAfter(text, first.end)
    if (shared !== null) return quantityToken(at, first.end, first.value, shared, 1, numeral, first.more)
    return bareToken(text, at, first)
  }
  const unitEnd = first.unit === '' ? first.end : first.unitEnd
  if (first.unit === '' && /^[A-Za-z]/.test(text.slice(unitEnd, unitEnd + 1))) return { kind: 'nothing', end: unitEnd }
  return quantityToken(
    at,
    unitEnd,
    first.value,
    `${first.scale}${first.unit}`,
    SCALES[first.scale] ?? 1,
    numeral,
    first.more,
    first.unit,
  )
}

function sharedUnitAfter(text: string, at: number): string | null {
  const list = /^(?:[、和]\d+(?:\.\d+)?)+/.exec(text.slice(at, at + 60))
  if (list === null) return null
  const end = at + list[0].length
  const scale = text.slice(end, end + lengthOf(SCALE, text, end))
  const word = measureWordAt(text, end + scale.length)
  return word === null ? null : `${scale}${word}`
}

/** A number without a unit can still be a target (指数达到85); only the words around it can tell. */
function bareToken(text: string, at: number, read: NumberRead): Token {
  const after = text.charAt(read.end)
  if (/[A-Za-z月日号时届级星代版]/.test(after)) return { kind: 'nothing', end: read.end }
  return quantityToken(at, read.end, read.value, '', 1, 'arabic', read.more)
}

function quantityToken(
  start: number,
  end: number,
  value: number,
  unit: string,
  factor: number,
  numeral: 'arabic' | 'han',
  orMore: boolean,
  baseUnit = unit,
): Token {
  // 六成 is 60 %.
  const normalized: Quantity =
    unit === '成'
      ? { value: scaled(value, 10), unit: '%' }
      : { value: factor === 1 ? value : scaled(value, factor), unit: baseUnit }
  return {
    kind: 'quantity',
    start,
    end,
    value,
    unit,
    normalized,
    family: familyOf(unit),
    numeral,
    orMore,
    worded: false,
  }
}

function rangeToken(
  start: number,
  end: number,
  value: readonly [number, number],
  unit: string,
  baseUnit: string,
  factor: number,
  numeral: 'arabic' | 'han',
): Token {
  const normalized: Quantity = { value: [scaled(value[0], factor), scaled(value[1], factor)], unit: baseUnit }
  return {
    kind: 'quantity',
    start,
    end,
    value,
    unit,
    normalized,
    family: familyOf(unit),
    numeral,
    orMore: false,
    worded: false,
  }
}

/** 翻番, 翻一番 is twice, 翻两番 four times as much. */
function doubling(words: string, at: number): Token {
  const count = parseHanNumeral(words.slice(1, -1)) ?? 1
  const token = quantityToken(at, at + words.length, count, '番', 1, 'han', false)
  return token.kind === 'quantity' ? { ...token, normalized: { value: 2 ** count, unit: '倍' }, worded: true } : token
}

function fullCoverage(at: number): Token {
  const token = quantityToken(at, at + 3, 100, '%', 1, 'han', false)
  return token.kind === 'quantity' ? { ...token, worded: true } : token
}

/** 突破千亿元 at the end of a clause is a sum of 1 千亿元; 超千亿元的企业 only describes. */
function roundSum(words: string, at: number): Token {
  const scale = words.slice(0, -1)
  return quantityToken(at, at + words.length, 1, words, SCALES[scale] ?? 1, 'arabic', false, '元')
}

function percentInWords(text: string, at: number): Token {
  const run = lengthOf(HAN_RUN, text, at + 3)
  const value = run === 0 ? null : parseHanNumeral(text.slice(at + 3, at + 3 + run))
  if (value === null) return { kind: 'nothing', end: at + 3 }
  return quantityToken(at, at + 3 + run, value, '%', 1, 'han', false)
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}
