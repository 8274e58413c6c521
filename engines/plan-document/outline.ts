/**
 * The outline (层次) of a document: lines become headings with the text below them.
 *
 * Offices number carelessly: `3、重点任务` where 三、 is meant, a heading printed twice, a heading and its text in one
 * paragraph. The outline repairs what it can and says what it repaired.
 */
import { pairBrackets } from './brackets.ts'
import { classifyTitle } from './chapters.ts'
import { type LabelKind, RANK, readLabel } from './numbering.ts'
import { type NumberingFault, numberingFaults } from './numbering-faults.ts'
import type { Range, Reading } from './reading.ts'

export interface Heading {
  readonly kind: LabelKind | 'plain'
  readonly number: number | null
  readonly label: string
  readonly title: string
  readonly titleRange: Range
  /** 1 for the top */
  readonly level: number
  readonly start: number
  /** end of everything below the heading */
  end: number
  /** text that belongs to the heading itself, line by line */
  readonly body: Range[]
  readonly children: Heading[]
  readonly parent: Heading | null
}

export interface Outline {
  /** lines before the first heading: the covering notice and the opening paragraph */
  readonly preface: readonly Range[]
  readonly top: readonly Heading[]
  /** every heading in the order of the document */
  readonly all: readonly Heading[]
  readonly faults: readonly NumberingFault[]
  readonly closeOf: Int32Array
}

interface LabelledLine extends Range {
  kind: LabelKind | 'plain'
  readonly number: number | null
  readonly label: string
  readonly contentStart: number
  rank: number
}

const LONGEST_TITLE = 46
const ANNEX = -1

export function linesOf(text: string, start = 0, end = text.length): Range[] {
  const lines: Range[] = []
  let from = start
  while (from < end) {
    const found = text.indexOf('\n', from)
    const to = found < 0 || found > end ? end : found
    if (to > from) lines.push({ start: from, end: to })
    from = to + 1
  }
  return lines
}

/** `ignored` are lines that belong to the covering notice or the signature. */
export function buildOutline(reading: Reading, ignored: ReadonlySet<number>): Outline {
  const { folded } = reading
  const closeOf = pairBrackets(folded)
  const lines = linesOf(folded).filter((line) => !ignored.has(line.start))
  const faults: NumberingFault[] = []
  const labelled = lines.map((line) => labelOf(reading, line))
  mendMisprintedLabels(labelled, reading, faults)
  placeActions(labelled)

  const preface: Range[] = []
  const top: Heading[] = []
  const all: Heading[] = []
  const stack: { readonly heading: Heading; readonly rank: number }[] = []
  let previousLine = ''

  lines.forEach((line, index) => {
    const entry = labelled[index] ?? null
    if (entry === null) {
      const words = folded.slice(line.start, line.end)
      const current = stack.at(-1)?.heading
      if (current === undefined) {
        preface.push(line)
        return
      }
      if (current.body.length === 0 && current.title.length > 2 && words === current.title) {
        faults.push({
          kind: 'repeatedHeading',
          message: `标题“${current.title}”连续出现两次，已按一次处理。`,
          range: line,
        })
        return
      }
      current.body.push(line)
      return
    }
    if (entry.rank === ANNEX) {
      // 附件: what follows stands beside what went before; often it is the plan itself behind its notice.
      stack.length = 0
      return
    }
    const words = folded.slice(line.start, line.end)
    const last = all.at(-1)
    if (last !== undefined && words.length > 3 && words === previousLine && last.body.length === 0) {
      faults.push({ kind: 'repeatedHeading', message: `标题“${words}”连续出现两次，已按一次处理。`, range: line })
      return
    }
    previousLine = words
    while (stack.length > 0 && (stack.at(-1)?.rank ?? 0) >= entry.rank) stack.pop()
    const parent = stack.at(-1)?.heading ?? null
    const { title, bodyStart } = splitTitle(reading, closeOf, entry.contentStart, line.end)
    const heading: Heading = {
      kind: entry.kind,
      number: entry.number,
      label: entry.label,
      title: reading.text.slice(title.start, title.end),
      titleRange: title,
      level: stack.length + 1,
      start: line.start,
      end: line.end,
      body: bodyStart < line.end ? [{ start: bodyStart, end: line.end }] : [],
      children: [],
      parent,
    }
    ;(parent?.children ?? top).push(heading)
    all.push(heading)
    stack.push({ heading, rank: entry.rank })
  })
  closeRanges(top)
  faults.push(...numberingFaults(all))
  return { preface, top, all, faults, closeOf }
}

function closeRanges(headings: readonly Heading[]): void {
  for (const heading of headings) {
    closeRanges(heading.children)
    heading.end = Math.max(heading.end, heading.body.at(-1)?.end ?? 0, heading.children.at(-1)?.end ?? 0)
  }
}

function labelOf(reading: Reading, line: Range): LabelledLine | null {
  const words = reading.folded.slice(line.start, Math.min(line.end, line.start + 60))
  const label = readLabel(words)
  if (label !== null && label.kind !== 'bullet') {
    if (line.start + label.length >= line.end) return null
    // 三、四级 is a list of numbers and no heading.
    if (/^[一二三四五六七八九十]、/.test(words.slice(label.length))) return null
    return {
      ...line,
      kind: label.kind,
      number: label.number,
      label: reading.text.slice(line.start + label.start, line.start + label.length),
      contentStart: line.start + label.length,
      rank: RANK[label.kind],
    }
  }
  if (label !== null) return null
  const hashes = /^#{1,6}/.exec(words)?.[0].length ?? 0
  const plain = words.slice(hashes).replace(/[：:*]+$/, '')
  const short = line.end - line.start <= 14
  if (/^附件\d{0,2}[：]?$/.test(plain) && short) {
    return { ...line, kind: 'plain', number: null, label: '', contentStart: line.start + hashes, rank: ANNEX }
  }
  if (short && plain.length >= 4 && !/[，。；、：]/.test(plain) && classifyTitle(plain, true) !== 'unknown') {
    return { ...line, kind: 'plain', number: null, label: '', contentStart: line.start + hashes, rank: RANK.han }
  }
  return null
}

/** `3、重点任务` after 二、 and before （一） is 三、; `（3）` after （二） is （三）. */
function mendMisprintedLabels(
  labelled: readonly (LabelledLine | null)[],
  reading: Reading,
  faults: NumberingFault[],
): void {
  let lastHan = 0
  let lastHanParen = 0
  let lastArabic = 0
  let lastArabicParen = 0
  const nextLabelled: (LabelledLine | null)[] = new Array(labelled.length).fill(null)
  for (let index = labelled.length - 1, next: LabelledLine | null = null; index >= 0; index -= 1) {
    nextLabelled[index] = next
    next = labelled[index] ?? next
  }
  labelled.forEach((line, index) => {
    if (line === null || line.number === null) return
    const next = nextLabelled[index] ?? null
    const short = line.end - line.contentStart <= 24
    const title = reading.folded.slice(line.contentStart, Math.min(line.end, line.contentStart + 24))
    const opensChapter = next?.kind === 'hanParen' && next.number === 1
    const knownChapter = classifyTitle(title, true) !== 'unknown'
    if (
      line.kind === 'arabic' &&
      short &&
      lastHan > 0 &&
      line.number === lastHan + 1 &&
      line.number !== lastArabic + 1 &&
      (opensChapter || knownChapter)
    ) {
      mend(line, 'han', faults)
    } else if (
      line.kind === 'arabicParen' &&
      short &&
      lastHanParen > 0 &&
      line.number === lastHanParen + 1 &&
      line.number !== lastArabicParen + 1
    ) {
      mend(line, 'hanParen', faults)
    }
    if (line.kind === 'han') {
      lastHan = line.number
      lastHanParen = 0
      lastArabicParen = 0
    } else if (line.kind === 'hanParen') {
      lastHanParen = line.number
      lastArabicParen = 0
    } else if (line.kind === 'arabic') {
      lastArabic = line.number
      lastArabicParen = 0
    } else if (line.kind === 'arabicParen') lastArabicParen = line.number
  })
}

/** 行动一 stands above （一） in some plans, 任务1 below it in others: whichever comes first in the chapter is above. */
function placeActions(labelled: readonly (LabelledLine | null)[]): void {
  let insideGroup = false
  for (const line of labelled) {
    if (line === null) continue
    if (line.kind === 'han' || line.kind === 'article' || line.kind === 'part') insideGroup = false
    else if (line.kind === 'hanParen') insideGroup = true
    else if (line.kind === 'action') {
      if (!insideGroup) return
      break
    }
  }
  for (const line of labelled) if (line?.kind === 'action') line.rank = RANK.hanParen + 0.5
}

function mend(line: LabelledLine, kind: LabelKind, faults: NumberingFault[]): void {
  const meant = kind === 'han' ? '一、二、三、' : '（一）（二）（三）'
  faults.push({
    kind: 'numbering',
    message: `序号“${line.label}”与同级的“${meant}”不一致，已按同级标题处理，请核对原文。`,
    range: { start: line.start, end: line.end },
  })
  line.kind = kind
  line.rank = RANK[kind]
}

function splitTitle(
  reading: Reading,
  closeOf: Int32Array,
  start: number,
  end: number,
): { title: Range; bodyStart: number } {
  const { folded } = reading
  const whole = { title: trimTitle(folded, start, end), bodyStart: end }
  let firstComma = -1
  for (let at = start; at < end; at += 1) {
    const close = closeOf[at] ?? 0
    if (close > at) {
      // A list of responsible units ends the title.
      if (/^.{0,8}(?:单位|部门)[：]/.test(folded.slice(at + 1, at + 14)) && at - start <= LONGEST_TITLE && at > start) {
        return { title: trimTitle(folded, start, at), bodyStart: at }
      }
      if (close < end) {
        at = close
        continue
      }
    }
    const char = folded.charAt(at)
    const length = at - start
    if (length > LONGEST_TITLE) break
    if (char === '。' || char === '！') return { title: { start, end: at }, bodyStart: at + 1 }
    if (char === '：' && length <= 30 && at + 1 < end) return { title: { start, end: at }, bodyStart: at + 1 }
    if (char === '；') break
    if (char === '，' && firstComma < 0) firstComma = at
    if (length >= 4 && length <= 30 && firstComma < 0 && reading.gapBefore(at) && end - at > 12) {
      return { title: { start, end: at }, bodyStart: at }
    }
  }
  if (end - start <= LONGEST_TITLE) return whole
  // A numbered sentence without a heading of its own: its first clause names it, the whole of it is the text.
  const cut = firstComma > start && firstComma - start <= LONGEST_TITLE ? firstComma : start + 30
  return { title: { start, end: Math.min(cut, end) }, bodyStart: start }
}

function trimTitle(folded: string, start: number, end: number): Range {
  let last = end
  while (last > start && '。：；，*#'.includes(folded.charAt(last - 1))) last -= 1
  return { start, end: last }
}
