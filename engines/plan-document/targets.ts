/**
 * Reads targets (指标) out of sentences.
 *
 * A sentence is split into clauses, a clause into *items*: the stretches that carry one number each. An item either
 * names the thing first (贯标企业120家以上) or the number first (1个国家知识产权试点园区); verbs, dates and comparators
 * around the name are taken off it and say what kind of target it is.
 */
import { whyNotAsked } from './asked-for.ts'
import { clausesOf, partsOf, sentencesOf } from './clauses.ts'
import { nameOfItem, trimRange, withoutGrowth } from './item-names.ts'
import { type Item, itemsOf } from './items.ts'
import { type Reason, whyNotATarget, type Zone } from './not-a-target.ts'
import { readDeadline } from './plan-dates.ts'
import type { Comparator, IndicatorKind } from './plan-document.types.ts'
import { findNumbers, type PrintedQuantity } from './quantities.ts'
import type { Range, Reading } from './reading.ts'
import { type PlanYears, SentenceTime } from './sentence-time.ts'
import { distributeNames, namesWithEach, type OneName, yearsIn } from './shared-names.ts'
import { cleanName, nameOf } from './target-names.ts'
import { comparatorAfter, comparatorBefore, kindOf, MEASURED } from './target-words.ts'
import { actsAtStart, verbAtEnd, verbAtStart } from './verbs.ts'

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

export interface Surface extends PlanYears {
  readonly reading: Reading
  /** folded text with the insides of brackets hidden */
  readonly hidden: string
  readonly closeOf: Int32Array
}

export interface ParagraphPlace {
  readonly zone: Zone
  readonly category: string | null
  /** the date that the goal chapter sets in its opening paragraph */
  readonly deadline: string | null
}

/** No sentence has so many numbers; it is a table or a list that lost its layout. */
const MOST_IN_CLAUSE = 60
const CONTEXT = 240
const LONGEST_SUBJECT = 40
/** A date so near the beginning of a sentence rules what follows it, too. */
const DATE_OPENS = 24
/** 企业在2024年基础上成倍增长: the year to compare with is no part of what is named. */
const COMPARED_WITH =
  /(?<=[\u4e00-\u9fff]{2})(?:在20\d{2}年的?基础上|(?:较|比)20\d{2}年|(?:实现)?(?:成倍增长|倍增|翻番)$)/
const SETS_A_LEVEL = /^其中|(?:达到|达|突破|超过|超)[^，]{0,2}$/
/**
 * Reads one paragraph; `range` holds no responsibility list.
 *
 * @returns the date that holds for the paragraphs after it: 到2027年 in the opening of a goal chapter
 */
export function readParagraph(surface: Surface, range: Range, place: ParagraphPlace, into: TargetsRead): string | null {
  let deadline = place.deadline
  let past = false
  let stage: string | null = null
  for (const sentence of sentencesOf(surface.hidden, range)) {
    const own = readDeadline(surface.hidden.slice(sentence.start, sentence.end), surface.period)
    const persists = place.zone === 'goals' || place.zone === 'preface'
    stage = stageOf(surface, sentence) ?? stage
    const scan = new SentenceScan(surface, place, sentence, stage ?? (persists ? deadline : place.deadline))
    // 存在不足 after 已有成绩 still speaks of what is.
    scan.time.past = past && place.zone === 'background'
    scan.read(into)
    if (own !== null && persists && own.index < DATE_OPENS && !scan.time.past) deadline = own.iso
    past = scan.time.past
  }
  return deadline
}

/** 第一年（2025年3月—2026年2月）：…, 起步阶段（2025年）：… is due when its stage ends; the date holds for its paragraph. */
const STAGE =
  /^[^，。；：（]{0,4}(?:第[一二三四五]年|20\d{2}年度?|[\u4e00-\u9fff]{2,6}(?:阶段|期))度?（([^（）]{4,30})）/

function stageOf({ reading, period }: Surface, sentence: Range): string | null {
  const dates = STAGE.exec(reading.folded.slice(sentence.start, Math.min(sentence.end, sentence.start + 60)))?.[1]
  return dates === undefined ? null : (readDeadline(dates, period)?.iso ?? null)
}

class SentenceScan {
  readonly #surface: Surface
  readonly #place: ParagraphPlace
  readonly #sentence: Range
  readonly time: SentenceTime
  readonly #reasons: Reason[] = []
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
  /** the names of the targets in the clause before */
  #targetsBefore: readonly string[] = []

  constructor(surface: Surface, place: ParagraphPlace, sentence: Range, deadline: string | null) {
    this.#surface = surface
    this.#place = place
    this.#sentence = sentence
    const words = surface.hidden.slice(sentence.start, sentence.end)
    // In 总体要求 a date set by the sentence before holds on, and a plan for one year means that year.
    const { onlyYear } = surface
    const thisYear = onlyYear !== null && (words.includes('全年') || words.includes(`${onlyYear}年`))
    const standing = place.zone === 'preface' && (deadline !== null || thisYear)
    this.time = new SentenceTime(surface, words, deadline, place.zone === 'goals', standing)
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
    if (this.#reasons.length > 0) into.unread.push({ ...this.#sentence, reasons: [...new Set(this.#reasons)] })
  }

  /** （其中发明专利500件） states a target of its own; any other number in brackets explains, in quotation marks it names. */
  #readBrackets(within: Range, into: TargetsRead): void {
    const { closeOf, reading } = this.#surface
    for (let at = within.start; at < within.end; at += 1) {
      const close = closeOf[at] ?? 0
      if (close <= at || close > this.#sentence.end) continue
      const mark = reading.folded.charAt(at)
      if (mark !== '《') this.#readInside({ start: at + 1, end: close }, '（〔【['.includes(mark), into)
      at = close
    }
  }

  #readClause(
    clause: Range,
    part: Range,
    nextClause: string,
    into: TargetsRead,
    text: string = this.#surface.hidden,
  ): void {
    const words = text.slice(clause.start, clause.end)
    this.time.enter(words)
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
      : distributeNames(this.#surface.reading, text, clause, items, this.#yearRow, this.#subject, this.#targetsBefore)
    const first = into.statements.length
    items.forEach((item, index) => {
      this.#readItem(item, index, clause, part, nextClause, into, text, shared?.[index] ?? null)
      const before = { subject: this.#subject, verb: this.#verb, modifier: this.#modifier, first: this.#firstNumber }
      this.#readBrackets(item, into)
      this.#subject = before.subject
      this.#verb = before.verb
      this.#modifier = before.modifier
      this.#firstNumber = before.first
    })
    this.#targetsBefore = into.statements.slice(first).map(({ name }) => name)
  }

  #rememberSubject(clause: Range, text: string): void {
    const compared = COMPARED_WITH.exec(text.slice(clause.start, clause.end))?.index
    const cleaned = cleanName(text, clause.start, compared === undefined ? clause.end : clause.start + compared)
    const verb = verbAtStart(text.slice(cleaned.start, cleaned.end))
    if (verb === null && cleaned.end > cleaned.start && cleaned.end - cleaned.start <= 30) {
      this.#subject = nameOf(this.#surface.reading, cleaned)
    }
  }

  #readInside(inside: Range, isBracket: boolean, into: TargetsRead): void {
    const { folded } = this.#surface.reading
    const words = folded.slice(inside.start, inside.end)
    if (isBracket && /^其中/.test(words)) {
      for (const clause of clausesOf(folded, inside)) this.#readClause(clause, inside, '', into, folded)
      return
    }
    const { quantities, names } = findNumbers(words, 0, words.length)
    if (isBracket && quantities.some(({ unit }) => unit !== '')) this.#reasons.push('bracket')
    // “3+3+N”, “五个一”: numbers that belong to a name.
    else if (!isBracket && (names.length > 0 || quantities.some(({ unit }) => unit !== ''))) this.#reasons.push('name')
  }

  /** A bare number (12345热线) is no quantity unless a comparator makes it one. */
  #setAside({ unit }: PrintedQuantity, compared: boolean, reason: Reason): void {
    if (unit !== '' || compared) this.#reasons.push(reason)
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
    if (index > 0) this.time.enterItem(before)
    if (ownVerb !== '') this.#verb = ownVerb
    else if (index === 0 && !this.#carriesOver(before, printedName)) this.#verb = ''
    // 甲、乙分别新增5个、3个: the verb behind 分别 holds for both.
    if (sharedName !== null && index === 0 && ownVerb === '' && endVerb !== '') this.#verb = endVerb
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
      past: this.time.past,
      zone: this.#place.zone,
      future: this.time.future,
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
      this.#setAside(quantity, prior.op !== null, again)
      return
    }
    const shared = sharedName === null ? null : sharedName.name === '' ? this.#subject : sharedName.name
    const name = shared ?? nameOfItem(this.#surface.reading, text, item, cleaned, later.length, this.#subject)
    const reached = prior.op !== null || (sharedName !== null && this.#sharedReach)
    this.#sharedReach = reached && (sharedName !== null || item.nameFirst)
    // A达到5个，B 3名: B is reached as well.
    const goesOn =
      item.nameFirst && verb === '' && !acts && prior.op === null && this.#lastReached && sharedName === null
    this.#lastReached = goesOn || SETS_A_LEVEL.test(before)
    const asked = whyNotAsked(quantity, {
      afterTarget: this.#accepted,
      zone: this.#place.zone,
      future: this.time.future,
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
      this.#setAside(quantity, prior.op !== null, asked)
      return
    }
    // 亿元以上30家、10亿元以上3家: the thing stays the one named before.
    const goesForOthers = item.nameFirst && /以[上下]$/.test(printedName)
    // A name longer than this is a sentence, and would grow with every clause that leans on it.
    if (name !== '' && name.length <= LONGEST_SUBJECT && !goesForOthers) this.#subject = withoutGrowth(name)
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
      deadline: sharedName?.deadline ?? this.time.deadline,
      category: this.#place.category,
      confidence: confidenceOf(quantity, this.#place.zone, reached || later.op !== null, verb !== '', name),
    })
  }
}

/** The words around an item, so that a rule never walks through a whole book. */
function near(text: string, within: Range, item: Range): string {
  return text.slice(Math.max(within.start, item.start - CONTEXT), Math.min(within.end, item.end + CONTEXT))
}

function decideComparator(
  quantity: PrintedQuantity,
  before: Comparator | null,
  after: Comparator | null,
  words: string,
  clause: string,
): Comparator {
  if (typeof quantity.value !== 'number') return 'range'
  if (after === '=') return after
  if (after === null && /(?:约|大约)$/.test(words)) return '='
  if (before === '<=' || before === '<' || before === '>') return before
  if (after === '<=') return after
  if (before === null && quantity.family === 'time' && /周期|时间|时限|时长/.test(words)) return '<='
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
