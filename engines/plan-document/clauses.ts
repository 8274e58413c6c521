/** Sentences and clauses. What stands in brackets, quotation marks and book titles never parts a sentence. */
import { isSecondMeasure } from './measure-words.ts'
import type { Range } from './reading.ts'

/** Fills what brackets and quotation marks hold, so that rules see only the words of the sentence itself. */
export const HIDDEN = '\ue000'

export function hideInside(folded: string, closeOf: Int32Array): string {
  const chars = folded.split('')
  for (let at = 0; at < chars.length; at += 1) {
    const close = closeOf[at] ?? 0
    if (close <= at) continue
    if (close - at <= 3 && isSecondMeasure(folded.slice(at + 1, close))) {
      at = close
      continue
    }
    if (states(folded, at, close)) {
      chars[at] = '，'
      chars[close] = '，'
      at = close
      continue
    }
    for (let inside = at + 1; inside < close; inside += 1) chars[inside] = HIDDEN
    at = close
  }
  return chars.join('')
}

const LONGEST_STATEMENT = 400
/** 实现“甲达到20家，乙达到40%”的目标: quotation marks around whole statements name nothing. */
const STATES = /(?:达到|突破|超过|不少于|不低于|新增|累计)[^，。“”]{0,8}\d[^，。“”]*，[^“”]*\d/

function states(folded: string, open: number, close: number): boolean {
  return folded.charAt(open) === '“' && close - open < LONGEST_STATEMENT && STATES.test(folded.slice(open + 1, close))
}

/** Splits a range at any of the marks; `text` has hidden brackets already. Empty pieces are dropped. */
export function splitRange(text: string, range: Range, marks: string): Range[] {
  const pieces: Range[] = []
  let from = range.start
  for (let at = range.start; at < range.end; at += 1) {
    if (!marks.includes(text.charAt(at))) continue
    if (at > from) pieces.push({ start: from, end: at })
    from = at + 1
  }
  if (range.end > from) pieces.push({ start: from, end: range.end })
  return pieces
}

export const sentencesOf = (text: string, range: Range): Range[] => splitRange(text, range, '。！？\n')
export const partsOf = (text: string, range: Range): Range[] => splitRange(text, range, '；')
export const clausesOf = (text: string, range: Range): Range[] => splitRange(text, range, '，：')
