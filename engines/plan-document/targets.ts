/**
 * Reads targets (指标) out of sentences.
 *
 * A sentence is split into clauses, a clause into *items*: the stretches that carry one number each. An item either
 * names the thing first (贯标企业120家以上) or the number first (1个国家知识产权试点园区); verbs, dates and comparators
 * around the name are taken off it and say what kind of target it is.
 */
import { clausesOf, HIDDEN, partsOf, sentencesOf } from './clauses.ts'
import { type Item, itemsOf } from './items.ts'
import { LISTED, type Reason, whyNotATarget } from './not-a-target.ts'
import { type Period, readDeadline } from './plan-dates.ts'
import type { Comparator, IndicatorKind } from './plan-document.types.ts'
import { findNumbers, type PrintedQuantity } from './quantities.ts'
import type { Range, Reading } from './reading.ts'
import { distributeNames, namesWithEach, type OneName, underLevel, yearsIn } from './shared-names.ts'
import { cleanName, nameOf } from './target-names.ts'
import { comparatorAfter, comparatorBefore, kindOf, MEASURED } from './target-words.ts'
import { actsAtStart, verbAtEnd, verbAtStart } from './verbs.ts'

export type Zone = 'goals' | 'tasks' | 'safeguards' | 'phases' | 'background' | 'preface' | 'other'

export interface Statement extends Range {
  readonly quantity: PrintedQuantity
  readonly name: string
  readonly op: Comparator
  readonly kind: IndicatorKind | null
  readonly deadline: string | null
  readonly category: string | null
  readonly confidence: number
}

export interface UnreadSentence extends Range {
  readonly reasons: readonly Reason[]
}

export interface TargetsRead {
  readonly statements: Statement[]
  readonly unread: UnreadSentence[]
  readonly frequencies: Range[]
}

export interface Surface {
  readonly reading: Reading
  /** folded text with the insides of brackets hidden */
  readonly hidden: string
  readonly closeOf: Int32Array
  readonly period: Period
  /** what happened before this year is past */
  readonly firstYear: number | null
  /** the year that 全年 and 年底前 mean, where the plan is not for several years */
  readonly onlyYear: number | null
}

export interface ParagraphPlace {
  readonly zone: Zone
  readonly category: string | null
  /** the date that the goal chapter sets in its opening paragraph */
  readonly deadline: string | null
}

/** 年均增长10%以上: goes on about what the clause before named. */
const GOES_ON =
  /^(?:年均|同比|占|增速|增长|较|比|年增|累计增长|平均每年|增幅|总量较|总量翻|总数|总量$|数量$|规模$|发行规模)/
/** No sentence has so many numbers; it is a table or a list that lost its layout. */
const MOST_IN_CLAUSE = 60
const CONTEXT = 240
const SETS_A_LEVEL = /^其中|(?:达到|达|突破|超过|超)[^，]{0,2}$/
const FUTURE =
  /到“?(?:20\d{2}年|十[四五六]五)|力争|确保|目标|争取|20\d{2}年(?:底|末)?(?:前|之前)|年内|规划期|期末|今后|未来|实现以下|至20\d{2}年/
const PAST =
  /截至|截止|目前|现已|近年来|过去|历年|上年度?未|去年|十三五.{0,2}(?:期间|时期|以来)|以来|^已|已(?:建成|有|达|累计|完成|培育|突破|超|获|拥有|实现|形成|连续|建有|入驻|集聚)|成立于/
const HARD_FUTURE = /到“?(?:20\d{2}年|十[四五六]五)|力争|确保|今后|下一步/

/**
 * Reads one paragraph; `range` holds no responsibility list.
 *
 * @returns the date that holds for the paragraphs after it: 到2027年 in the opening of a goal chapter
 */
export function readParagraph(surface: Surface, range: Range, place: ParagraphPlace, into: TargetsRead): string | null {
  let deadline = place.deadline
  let carriedPast = false
  for (const sentence of sentencesOf(surface.hidden, range)) {
    const words = surface.hidden.slice(sentence.start, sentence.end)
    const own = readDeadline(words, surface.period)
    const persists = place.zone === 'goals' || place.zone === 'preface'
    const inherited = persists ? deadline : place.deadline
    const scan = new SentenceScan(surface, place, sentence, inherited, carriedPast && place.zone === 'background')
    scan.read(into)
    if (own !== null && persists && own.index < 24 && scan.pastThroughout === false) deadline = own.iso
    carriedPast = scan.pastThroughout
  }
  return deadline
}

class SentenceScan {
  readonly #surface: Surface
  readonly #place: ParagraphPlace
  readonly #sentence: Range
  readonly #future: boolean
  readonly #reasons: Reason[] = []
  #deadline: string | null
  #past: boolean
  #subject = ''
  #verb = ''
  #modifier = ''
  #sharedReach = false
  #sharedOp: Comparator | null = null
  #firstNumber: number | null = null
  /** 2024年、2025年 in a clause of its own, for the numbers that follow */
  #yearRow: readonly number[] = []
  #lastReason: Reason | null = null
  #accepted = false
  #lastReached = false
  pastThroughout = false

  constructor(surface: Surface, place: ParagraphPlace, sentence: Range, deadline: string | null, past: boolean) {
    this.#surface = surface
    this.#place = place
    this.#sentence = sentence
    this.#deadline = deadline
    this.#past = past
    // A date set by the sentence before holds on in 总体要求.
    const year = surface.onlyYear === null ? '全年' : `${surface.onlyYear}年`
    this.#future =
      (place.zone === 'preface' &&
        (deadline !== null || (surface.onlyYear !== null && sentenceHas(surface, sentence, year)))) ||
      FUTURE.test(surface.hidden.slice(sentence.start, sentence.end))
  }

  read(into: TargetsRead): void {
    const { hidden } = this.#surface
    for (const part of partsOf(hidden, this.#sentence)) {
      this.#lastReached = false
      const clauses = clausesOf(hidden, part)
      clauses.forEach((clause, index) => {
        const next = clauses[index + 1]
        this.#readClause(clause, part, next === undefined ? '' : hidden.slice(next.start, next.end), into)
      })
    }
    this.pastThroughout = this.#past
    if (this.#reasons.length > 0) into.unread.push({ ...this.#sentence, reasons: [...new Set(this.#reasons)] })
  }

  /** （其中发明专利500件） states a target of its own; any other number in brackets is an explanation. */
  #readBrackets(within: Range, into: TargetsRead): void {
    const { closeOf, reading } = this.#surface
    for (let at = within.start; at < within.end; at += 1) {
      const close = closeOf[at] ?? 0
      if (close <= at || close > this.#sentence.end) continue
      const mark = reading.folded.charAt(at)
      if ('（〔【['.includes(mark)) {
        const inside = { start: at + 1, end: close }
        const words = reading.folded.slice(inside.start, inside.end)
        if (/^其中/.test(words)) {
          for (const clause of clausesOf(reading.folded, inside))
            this.#readClause(clause, inside, '', into, reading.folded)
        } else if (findNumbers(words, 0, words.length).quantities.some(({ unit }) => unit !== ''))
          this.#reasons.push('bracket')
      }
      at = close
    }
  }

  #updateTime(words: string): void {
    const { onlyYear, period } = this.#surface
    const deadline =
      readDeadline(words, period) ??
      (onlyYear !== null && /全年|年底前|年内|今年/.test(words) ? { iso: `${onlyYear}-12-31` } : null)
    if (HARD_FUTURE.test(words)) this.#past = this.#isOver(words)
    else if (/近[一二两三五]年(?!内)/.test(words) && this.#place.zone !== 'goals') this.#past = true
    else if (PAST.test(words)) this.#past = true
    else if (this.#namesPastYear(words)) this.#past = true
    if (deadline !== null && !this.#past) this.#deadline = deadline.iso
    if (
      /规划期|20\d{2}年(?:底|末)?前/.test(words) &&
      deadline !== null &&
      Number(deadline.iso.slice(0, 4)) >= (this.#surface.firstYear ?? 0)
    )
      this.#past = false
  }

  /** 到2024年底，已建成… in a plan that begins in 2025. */
  #isOver(words: string): boolean {
    const { firstYear } = this.#surface
    const years = [...words.matchAll(/(?<!达)到(20\d{2})年(?!的|同期)/g)].map(([, year]) => Number(year))
    return (
      firstYear !== null && years.length > 0 && years.every((year) => year < firstYear) && !/力争|确保|今后/.test(words)
    )
  }

  #namesPastYear(words: string): boolean {
    const { firstYear } = this.#surface
    if (firstYear === null) return false
    const found = /(较|比|相比|以|到|至|对|完成)?(20\d{2}|19\d{2})年/.exec(words)
    return (
      found !== null && found[1] === undefined && Number(found[2]) < firstYear && !/20\d{2}年(?:为基|基数)/.test(words)
    )
  }

  #readClause(
    clause: Range,
    part: Range,
    nextClause: string,
    into: TargetsRead,
    text: string = this.#surface.hidden,
  ): void {
    const words = text.slice(clause.start, clause.end)
    this.#updateTime(words)
    const { quantities, names } = findNumbers(text, clause.start, clause.end)
    if (names.length > 0) this.#reasons.push('name')
    if (quantities.length === 0) {
      if (
        /每年|每季度|每半年|每月|年度/.test(words) &&
        /举办|组织|开展|召开|承办|发布/.test(words) &&
        !/年度(?:考核|绩效)/.test(words) &&
        this.#place.zone !== 'phases'
      ) {
        if (/^[^，]{0,12}(?:每年|每季度|每半年|每月).{0,6}(?:举办|组织|开展|召开|承办|发布)/.test(words))
          into.frequencies.push(clause)
      }
      const row = yearsIn(words)
      if (row !== null && row.list.length > 1) this.#yearRow = row.list
      else this.#rememberSubject(clause, text)
      this.#readBrackets(clause, into)
      return
    }
    if (quantities.length > MOST_IN_CLAUSE) {
      this.#reasons.push('table')
      return
    }
    const read = itemsOf(text, clause, quantities)
    // 甲、乙、丙各10家: each of the three.
    const each = read.map((item) => namesWithEach(this.#surface.reading, text, item))
    const items = read.flatMap((item, index) => (each[index] ?? [null]).map(() => item))
    this.#firstNumber = items[0]?.quantity.start ?? null
    this.#sharedReach = false
    this.#sharedOp = null
    const shared = each.some((names) => names !== null)
      ? each.flatMap((names) => names ?? [null])
      : distributeNames(this.#surface.reading, text, clause, items, this.#yearRow)
    items.forEach((item, index) => {
      this.#readItem(item, index, clause, part, nextClause, into, text, shared?.[index] ?? null)
      const before = { subject: this.#subject, verb: this.#verb, modifier: this.#modifier, first: this.#firstNumber }
      this.#readBrackets(item, into)
      this.#subject = before.subject
      this.#verb = before.verb
      this.#modifier = before.modifier
      this.#firstNumber = before.first
    })
  }

  #rememberSubject(clause: Range, text: string): void {
    const cleaned = cleanName(text, clause.start, clause.end)
    const verb = verbAtStart(text.slice(cleaned.start, cleaned.end))
    if (verb === null && cleaned.end > cleaned.start && cleaned.end - cleaned.start <= 30) {
      this.#subject = nameOf(this.#surface.reading, cleaned)
    }
  }

  /** 新增甲10家，乙不少于5项: 新增 holds for 乙 too, unless 乙 sets a level, a growth or has a verb of its own. */
  #carriesOver(before: string, name: string): boolean {
    return !SETS_A_LEVEL.test(before) && !MEASURED.test(name) && !actsAtStart(name) && !/增长|下降|提高/.test(before)
  }

  #readItem(
    item: Item,
    index: number,
    clause: Range,
    part: Range,
    nextClause: string,
    into: TargetsRead,
    text: string,
    sharedName: OneName | null,
  ): void {
    const { quantity } = item
    const before = text.slice(item.start, quantity.start)
    const after = text.slice(quantity.end, item.end)
    const clauseWords = near(text, clause, item)
    const prior = comparatorBefore(before)
    const later = comparatorAfter(after)
    const stem = before.slice(0, before.length - prior.length)
    const cleaned = cleanName(text, item.start, quantity.start)
    const lead = text.slice(item.start, cleaned.start)
    const endVerb = verbAtEnd(stem) ?? ''
    const ownVerb = cleaned.verb !== '' ? cleaned.verb : item.nameFirst ? '' : endVerb
    if (index === 0) this.#modifier = /每年|每季度|每半年|每月|年均/.test(lead) ? lead : ''
    const printedName = text.slice(cleaned.start, cleaned.end)
    // 到2025年达到5家、2030年达到8家: each number has its own date.
    if (index > 0 && !this.#past) this.#deadline = readDeadline(before, this.#surface.period)?.iso ?? this.#deadline
    if (ownVerb !== '') this.#verb = ownVerb
    else if (index === 0 && !this.#carriesOver(before, printedName)) this.#verb = ''
    const acts = actsAtStart(printedName)
    const carried = acts ? '' : this.#verb
    const verb = ownVerb !== '' ? ownVerb : carried !== '' ? carried : endVerb

    const why = whyNotATarget({
      quantity,
      before,
      after,
      clause: clauseWords,
      part: near(text, part, item),
      nextClause,
      past: this.#past,
      zone: this.#place.zone,
      future: this.#future,
    })
    const again =
      why === null && index > 0 && this.#lastReason === 'award' && quantity.family === 'money' && printedName.length < 4
        ? 'award'
        : why
    this.#lastReason = again
    if (again !== null) {
      // 产业规模三年倍增，达到N亿元: the number is no target, the name still holds.
      if (again === 'limit' && item.nameFirst && printedName !== '')
        this.#subject = nameOf(this.#surface.reading, cleaned)
      this.#reasons.push(again)
      return
    }
    const shared = sharedName === null ? null : sharedName.name === '' ? this.#subject : sharedName.name
    const name = shared ?? this.#nameOfItem(item, cleaned, later.length, text, before)
    const reached = prior.op !== null || (sharedName !== null && this.#sharedReach)
    this.#sharedReach = reached && (sharedName !== null || item.nameFirst)
    // A达到5个，B 3名: B is reached as well.
    const goesOn = item.nameFirst && verb === '' && !acts && prior.op === null && this.#lastReached
    this.#lastReached = goesOn || SETS_A_LEVEL.test(before)
    const asked = this.#isAsked(quantity, {
      reached,
      later: later.op !== null,
      verb,
      inList: index > 0,
      acts: acts || this.#modifier !== '' || /每年|每季度|每半年|每月|全年|年(?:培训|服务)/.test(before),
      name,
      stem,
      following: text.slice(quantity.end + later.length, item.end),
    })
    if (asked !== null) {
      this.#reasons.push(asked)
      return
    }
    // 亿元以上30家、10亿元以上3家: the thing stays the one named before.
    if (name !== '' && !(item.nameFirst && /以[上下]$/.test(printedName))) this.#subject = stripGrowth(name)
    const range = trimRange(this.#surface.reading.folded, item.start, item.end)
    const asPrinted = prior.op ?? (sharedName === null ? null : this.#sharedOp)
    this.#sharedOp = asPrinted
    const op = decideComparator(quantity, asPrinted, later.op, before, clauseWords)
    this.#accepted = true
    into.statements.push({
      ...range,
      quantity,
      name,
      op,
      kind: kindOf({
        verb,
        name,
        before: goesOn
          ? `${before}达到`
          : sharedName === null
            ? before
            : clauseWords.slice(0, Math.max(0, (this.#firstNumber ?? item.start) - clause.start)),
        clause: `${this.#modifier}${clauseWords}`,
        unit: quantity.unit,
      }),
      deadline: sharedName?.deadline ?? this.#deadline,
      category: this.#place.category,
      confidence: confidenceOf(quantity, this.#place.zone, reached || later.op !== null, verb !== '', name),
    })
  }

  #nameOfItem(item: Item, cleaned: Range, suffix: number, text: string, before: string): string {
    const { reading } = this.#surface
    const { quantity } = item
    let name = ''
    if (item.nameFirst) name = nameOf(reading, cleaned)
    else {
      const start = quantity.end + suffix + (text.charAt(quantity.end + suffix) === '的' ? 1 : 0)
      name = nameOf(reading, trimRange(reading.folded, start, item.end))
    }
    if (!item.nameFirst && /^(?:投入运行|投入使用|建成|完成|竣工|开工|运行|投产|启用|挂牌|到位|落地)/.test(name))
      name = ''
    const lower = underLevel(name, this.#subject)
    if (lower !== null) name = lower
    else if (name === '' || /^首批$/.test(name)) name = this.#subject
    else if (GOES_ON.test(name) && this.#subject !== '') name = `${this.#subject}${name}`
    else if (/的$/.test(name)) name = `${name}${this.#subject}`
    else if (/前$/.test(name) && /^[位名强]?$/.test(quantity.unit)) {
      const ranked = name.replace(
        /(?:综合)?(?:排名)?(?:稳居|进入|位居|跻身|保持在?|位列)?(?:全国|全省|全市)?(?:同类[^，]{0,6}|县级市?)?前$/,
        '',
      )
      return ranked === '' ? `${this.#subject}排名` : ranked
    } else if (/以[上下]$/.test(name)) return `${name}${this.#subject}`
    else if (name.length < 2 || /^(?:竣工|投产|开工|投用|建成投产|竣工投产)$/.test(name))
      name = `${name}${this.#subject}`
    return name === '' ? before.replaceAll(HIDDEN, '') || '（未写明名称）' : name
  }

  #isAsked(
    quantity: PrintedQuantity,
    about: {
      readonly reached: boolean
      readonly later: boolean
      readonly verb: string
      readonly acts: boolean
      readonly inList: boolean
      readonly name: string
      readonly stem: string
      readonly following: string
    },
  ): Reason | null {
    const { zone } = this.#place
    if (
      quantity.unit === '' &&
      !(about.reached && MEASURED.test(about.name)) &&
      !(about.reached && /值|指数|评分|得分|[数比]$|系数|PUE/.test(about.name))
    )
      return 'name'
    if (quantity.worded) return null
    if (quantity.numeral === 'han') {
      const noun = about.following.replace(/^的/, '')
      if (LISTED.test(noun)) return 'list'
      const large = typeof quantity.value === 'number' && quantity.value > 12
      if (quantity.unit === '%' || quantity.family === 'money' || large)
        return about.reached || about.later || about.verb !== '' || about.acts || zone === 'goals' ? null : 'unclear'
      const direct = about.verb !== '' && (about.stem.endsWith(about.verb) || noun === '' || about.reached)
      if (!about.reached && !about.later && !direct) return 'list'
      if (quantity.value === 1 && !/^(?:家|个|名|件|所|座|处|场)$/.test(quantity.unit)) return 'list'
      if (quantity.value === 1 && !/新|建成|培育|打造|创|设立|引进|成立/.test(about.verb) && !about.reached)
        return 'list'
      if (/实施|围绕|聚焦|推进|落实|坚持|统筹|提供|开展/.test(about.verb) && !about.reached && !about.later)
        return 'list'
      return null
    }
    if (
      LISTED.test(about.following.replace(/^的/, '')) &&
      !about.reached &&
      !about.later &&
      !/新增|建成/.test(about.verb)
    )
      return 'list'
    if (zone === 'goals') return null
    if (zone === 'preface' && !this.#future) return 'background'
    if (zone === 'background') return this.#future ? null : 'background'
    if (about.reached || about.later || about.verb !== '' || about.acts) return null
    if (MEASURED.test(about.name) || quantity.family === 'share') return null
    const endsHere = about.following.replace(/^[，、]/, '') === ''
    if (
      endsHere &&
      about.stem.length >= 4 &&
      !/^(?:现有|现|拥有|共有|涉及|围绕|针对|在|对|按|以|将|从|由|含|包括|其中)/.test(about.stem)
    )
      return null
    if ((/^其中/.test(about.stem) || about.inList) && this.#accepted) return null
    return this.#future ? null : 'unclear'
  }
}

const sentenceHas = ({ hidden }: Surface, { start, end }: Range, year: string): boolean => {
  const words = hidden.slice(start, end)
  return words.includes('全年') || words.includes(year)
}

/** The words around an item, so that a rule never walks through a whole book. */
function near(text: string, within: Range, item: Range): string {
  return text.slice(Math.max(within.start, item.start - CONTEXT), Math.min(within.end, item.end + CONTEXT))
}

/** What a growth or a change was said of: 有效注册商标年增长率 → 有效注册商标. */
function stripGrowth(name: string): string {
  return name.replace(/(?:年均|同比|较[^，]{2,8}|年)?(?:增长率?|增速|增幅|下降|递增|提高|提升|降低|减少|缩短)$/, '')
}

function trimRange(folded: string, start: number, end: number): Range {
  let from = start
  let to = end
  while (from < to && '、，：；。和及与并且 '.includes(folded.charAt(from))) from += 1
  while (to > from && '、，：；。 '.includes(folded.charAt(to - 1))) to -= 1
  return { start: from, end: to }
}

function decideComparator(
  quantity: PrintedQuantity,
  before: Comparator | null,
  after: Comparator | null,
  words: string,
  clause: string,
): Comparator {
  if (typeof quantity.value !== 'number') return 'range'
  if (before === '<=' || before === '<' || before === '>') return before
  if (after === '<=' || after === '=') return after
  if (/前$/.test(words) && /^(?:位|名|强)?$/.test(quantity.unit)) return '<='
  if (/(?:压缩|缩短|压减|降低|减少)(?:至|到|为)/.test(clause) && before === '>=') return '<='
  return '>='
}

function confidenceOf(
  quantity: PrintedQuantity,
  zone: Zone,
  compared: boolean,
  hasVerb: boolean,
  name: string,
): number {
  let confidence = zone === 'goals' || zone === 'tasks' ? 0.9 : 0.7
  if (compared) confidence += 0.05
  if (!compared && !hasVerb) confidence -= 0.15
  if (quantity.numeral === 'han' && !quantity.worded) confidence -= 0.1
  if (quantity.unit === '') confidence -= 0.15
  if (name.length < 2 || name.length > 40) confidence -= 0.25
  return Math.round(confidence * 100) / 100
}
