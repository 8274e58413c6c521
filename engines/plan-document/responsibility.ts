/**
 * Who does a task: 〔责任单位：甲牵头，乙、丙按职责分工负责〕, （牵头单位：…；配合单位：…）, a paragraph 责任单位：… of its
 * own, or only （市科技局牵头，市财政局配合）.
 *
 * A lead is named by 牵头 or by a rule that the document states once (列第一位的为牵头单位，下同). Where neither stands
 * there, there is no lead: the order of a list alone says nothing.
 */
import type { LeadRule } from './lead-rule.ts'
import { fold, type Range, type Reading } from './reading.ts'
import { endLikeUnits, endsLikeAUnit, looksLikeUnits, splitAtPauses, splitUnits } from './unit-names.ts'

export interface Responsibility {
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly units: readonly string[]
  /** words of a field 完成时限 in the same list */
  readonly due: string | null
}

export interface ResponsibilityList extends Responsibility {
  readonly range: Range
  readonly words: string
  /** in a paragraph of its own */
  readonly ownLine: boolean
}

const NOTE_AT_END = /[，；][^，；]{0,4}(?:列|排)[^，；]{2,24}牵头[^，；]{0,12}(?:，(?:以)?下同)?$/

/** No list of units is longer; what follows is text that lost its end. */
const LONGEST_LIST = 3000

type Role = 'lead' | 'support' | 'plain' | 'due' | 'other'

const LABEL =
  /(?:市级|区级|县级|主要|第一|各)?(牵头|主责|主办|主管|责任|负责|实施|承办|落实|配合|协办|协同|协作|参与|参加|支持|联合|协助)(?:责任)?(?:和|及)?(?:配合)?(?:单位|部门|主体|处室|科室|机构)(?:和责任单位|及配合单位|及责任人|和部门)?[：]|(?<=^|[；，。\n])(牵头|主办|主责|责任|配合|协办|参与)[：]|(任务|责任|职责)分工[：]|(完成时限|完成时间|时限要求|时间节点|完成期限|办结时限|时限|时间安排|进度安排)[：]|(责任人|联系人|责任领导|分管领导|牵头领导|备注)[：]/g

function roleOf(found: RegExpExecArray): Role {
  const [, labelled, short, division, due, other] = found
  const kind = labelled ?? short
  if (other !== undefined) return 'other'
  if (due !== undefined) return 'due'
  if (division !== undefined || kind === undefined) return 'plain'
  if (/第一责任/.test(found[0]) || '牵头主责主办主管'.includes(kind)) return 'lead'
  return '责任负责实施承办落实'.includes(kind) ? 'plain' : 'support'
}

const STARTS_WITH_LABEL =
  /^(?:责任|分管|牵头)(?:领导|人)[：]|^(?:牵头|主办|主责|配合|协办)[：]|^(?:注|说明)?[：]?(?:市级|区级|县级|主要|第一|各)?(?:牵头|主责|主办|主管|责任|负责|实施|承办|落实|配合|协办|参与|参加|协同|协作)(?:责任)?(?:和|及)?(?:配合)?(?:单位|部门|主体|处室|科室|机构|分工)|^(?:任务|职责)分工[：]|^(?:完成时限|完成时间|时限要求|时间节点|完成期限)[：]/

/** All lists that stand in the given lines. */
export function findResponsibilityLists(
  reading: Reading,
  closeOf: Int32Array,
  lines: readonly Range[],
  rule: LeadRule,
): ResponsibilityList[] {
  const lists: ResponsibilityList[] = []
  for (const line of lines) readLine(reading, closeOf, line, rule, lists)
  return lists
}

function readLine(
  reading: Reading,
  closeOf: Int32Array,
  line: Range,
  rule: LeadRule,
  lists: ResponsibilityList[],
): void {
  const { folded } = reading
  // - 责任单位：… in a text with marks.
  const marks = /^[-+*●•·]+(?=[\u4e00-\u9fff])/.exec(folded.slice(line.start, line.start + 8))?.[0].length ?? 0
  let sentenceStart = line.start + marks
  for (let at = line.start; at < line.end; at += 1) {
    const close = closeOf[at] ?? 0
    if (close > at && close < line.end && '（〔【['.includes(folded.charAt(at))) {
      const inside = { start: at + 1, end: close }
      if (isList(folded, inside, close, line.end)) {
        const range = { start: at, end: close + 1 }
        lists.push(readList(reading, inside, range, rule, at === line.start && close + 1 === line.end))
        sentenceStart = close + 1
      }
      at = close
      continue
    }
    if (close > at && close < line.end) {
      at = close
      continue
    }
    if (
      at === sentenceStart &&
      STARTS_WITH_LABEL.test(folded.slice(at, at + 24)) &&
      /^[^。]{0,12}[：]/.test(folded.slice(at, at + 16))
    ) {
      lists.push(
        readList(
          reading,
          { start: at, end: line.end },
          { start: at - (at === line.start + marks ? marks : 0), end: line.end },
          rule,
          at === line.start + marks,
        ),
      )
      return
    }
    if ('。；！'.includes(folded.charAt(at))) sentenceStart = at + 1
  }
}

function isList(folded: string, inside: Range, close: number, lineEnd: number): boolean {
  const words = folded.slice(inside.start, Math.min(inside.end, inside.start + 400))
  if (STARTS_WITH_LABEL.test(words)) return true
  const firstPiece = /^(?:由)?([^。；]{2,240}?)(?:牵头|负责|按职责|按照职责|配合)/.exec(words)
  // At the end of a sentence; in the middle of one such brackets explain.
  const closing =
    lineEnd - close <= 2 ||
    /[。！；]/.test(folded.charAt(close + 1)) ||
    /[。！；\n]/.test(folded.charAt(inside.start - 2))
  if (firstPiece !== null && closing && looksLikeUnits(firstPiece[1] ?? '', true)) return true
  // 〔甲局、乙局，列首位的为牵头单位，下同〕: the note about the lists is no unit.
  const names = words.replace(NOTE_AT_END, '')
  // …。（甲科、乙中心）: nothing but names behind the last full stop.
  const apart = inside.start < 2 || /[。！\n]/.test(folded.charAt(inside.start - 2))
  const atEnd = lineEnd - close <= 2
  if (apart && atEnd && inside.end - inside.start <= 400 && endLikeUnits(names)) return true
  return atEnd && inside.end - inside.start <= 400 && looksLikeUnits(names)
}

interface Named {
  readonly unit: string
  /** starred: marked by a sign that leads where the document says so */
  readonly role: 'lead' | 'support' | 'plain' | 'starred'
}

function readList(reading: Reading, inside: Range, range: Range, rule: LeadRule, ownLine: boolean): ResponsibilityList {
  const { text } = reading
  return {
    ...readResponsibility(reading.spaced(inside.start, Math.min(inside.end, inside.start + LONGEST_LIST)), rule),
    range,
    words: text.slice(range.start, range.end),
    ownLine,
  }
}

/**
 * The units of a list without its bracket: 责任单位：甲牵头，乙配合.
 *
 * @param standing what a list without a label is, for the cells of a column 牵头单位
 */
export function readResponsibility(
  words: string,
  rule: LeadRule,
  standing: 'lead' | 'support' | 'plain' = 'plain',
): Responsibility {
  const named: Named[] = []
  let due: string | null = null
  let firstGroup = -1
  for (const field of fieldsOf(words, standing)) {
    if (field.role === 'other') continue
    if (field.role === 'due') {
      due = field.words
      continue
    }
    const before = named.length
    due = readField(field.words, field.role, named) ?? due
    if (firstGroup < 0 && named.length > before) firstGroup = firstCommaGroup(field.words)
  }
  const unique = uniteRoles(named)
  const units = unique.map(({ unit }) => unit)
  const explicit = unique
    .filter(({ role }) => role === 'lead' || (role === 'starred' && rule === 'starLeads'))
    .map(({ unit }) => unit)
  const byRule = rule === 'firstLeads' ? units.slice(0, 1) : units.slice(0, Math.max(1, firstGroup))
  const lead =
    explicit.length > 0 ? explicit : rule === 'named' || rule === 'starLeads' || standing === 'support' ? [] : byRule
  const supporting = unique.filter(({ role }) => role === 'support').map(({ unit }) => unit)
  const support = lead.length > 0 ? units.filter((unit) => !lead.includes(unit)) : supporting
  return { lead, support, units, due }
}

/** A unit named twice keeps its first place and its strongest role. */
function uniteRoles(named: readonly Named[]): Named[] {
  const united = new Map<string, Named>()
  for (const entry of named) {
    const before = united.get(entry.unit)
    if (before === undefined || (entry.role === 'lead' && before.role !== 'lead')) united.set(entry.unit, entry)
  }
  return [...united.values()]
}

interface Field {
  readonly role: Role
  readonly words: string
}

function fieldsOf(printed: string, standing: 'lead' | 'support' | 'plain'): Field[] {
  const words = fold(printed.slice(0, LONGEST_LIST))
  const labels: { readonly start: number; readonly end: number; readonly role: Role }[] = []
  LABEL.lastIndex = 0
  for (let found = LABEL.exec(words); found !== null; found = LABEL.exec(words)) {
    labels.push({ start: found.index, end: found.index + found[0].length, role: roleOf(found) })
  }
  if (labels.length === 0) {
    const bare = STARTS_WITH_LABEL.exec(words)?.[0].length ?? 0
    labels.push({ start: 0, end: bare, role: bare > 0 && /^牵头/.test(words) ? 'lead' : standing })
  }
  return labels.map((label, index) => {
    const end = labels[index + 1]?.start ?? words.length
    // What follows a full stop is a note (下同。以下均需…落实，不再列出), never a unit.
    const stop = words.indexOf('。', label.end)
    return { role: label.role, words: printed.slice(label.end, stop >= 0 && stop < end ? stop : end) }
  })
}

const STAR = /^[*★▲△☆※●◆]+|[*★▲△☆※●◆]+$/g

const NOTE = /下同|以下|不再列出|为牵头|为主责|列第一|排第一|排名第一|均需|依此类推/
/** （含高新区，下同） belongs to the name but for its last words; （列第一位的为牵头单位，下同） says how lists are read. */
const SAME_BELOW = /[，,](?:以)?下同(?=[）)〕])/g
const NOTE_IN_BRACKETS = /[（(〔][^（）()〔〕]*(?:下同|列第一|排第一|排名第一)[^（）()〔〕]*[）)〕]/g
const LEADING =
  /^(.*?)(?:（牵头）|〔牵头〕|(?:共同|联合)?(?:牵头|主办|总牵头)(?:负责|落实|组织|实施|推进|抓总)?|为(?:第一)?牵头(?:单位|部门))(.*)$/

const DUE = /^(?:(?:到|于)?20\d{2}年|\d{1,2}月|“?十[四五]五”?末?|年底|持续|长期|每年|全年|常态化|近期|立即).{0,14}$/

/** Adds the units of a field; the words of a time limit that stands among them are returned. */
function readField(words: string, role: 'lead' | 'support' | 'plain', named: Named[]): string | null {
  let due: string | null = null
  for (const printed of splitAtPauses(words, '，,；;\n')) {
    const segment = withPauses(printed).replace(SAME_BELOW, '').replace(NOTE_IN_BRACKETS, '')
    if (NOTE.test(segment)) continue
    if (DUE.test(fold(segment))) {
      due = segment
      continue
    }
    if (role === 'plain' && /牵头/.test(segment)) {
      readLeading(segment, named)
      continue
    }
    const helping = role === 'plain' ? /^(.*?)(会同|配合)(.+)$/.exec(segment) : null
    if (helping !== null && named.length > 0 && helping[1] === '') {
      push(helping[3] ?? '', 'support', named)
      continue
    }
    if (helping !== null) {
      // 甲局会同乙局负责: 会同 names who helps, not who leads.
      push(helping[1] ?? '', 'plain', named)
      push(helping[3] ?? '', 'support', named)
      continue
    }
    const supports = role === 'plain' && /(?:配合|协助|参与|参加|协同)$/.test(segment) ? 'support' : role
    push(segment, supports, named)
  }
  return due
}

/** 甲、乙牵头会同丙: the units up to 牵头 lead; 甲（牵头）、乙 marks a single one. */
function readLeading(segment: string, named: Named[]): void {
  if (/[（〔(]牵头(?:单位|部门)?[）〕)]/.test(segment)) {
    for (const piece of splitAtPauses(segment, '、')) {
      const marked = /[（〔(]牵头(?:单位|部门)?[）〕)]/.test(piece)
      push(piece.replace(/[（〔(]牵头(?:单位|部门)?[）〕)]/, ''), marked ? 'lead' : 'plain', named)
    }
    return
  }
  const found = LEADING.exec(segment)
  push(found?.[1] ?? segment, 'lead', named)
  push(found?.[2] ?? '', 'support', named)
}

function push(words: string, role: Named['role'], named: Named[]): void {
  for (const printed of splitUnits(words)) {
    const unit = printed.replace(STAR, '')
    if (unit !== '') named.push({ unit, role: unit === printed ? role : 'starred' })
  }
}

/** 甲局 乙局 丙局: blanks part units where every piece is one, otherwise they are noise inside a name. */
function withPauses(segment: string): string {
  if (!segment.includes(' ')) return segment
  const pieces = segment.split(' ')
  const parted = pieces.every((piece) => /(?:^|、)[*★▲△☆※●◆]/.test(piece) || endsLikeAUnit(piece.replace(STAR, '')))
  return pieces.join(parted ? '、' : '').replace(/、{2,}/g, '、')
}

/** How many units stand before the first comma. */
function firstCommaGroup(words: string): number {
  return splitUnits(splitAtPauses(words, '，,；;')[0] ?? '').length
}
