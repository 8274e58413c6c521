/**
 * A *reading* is the source text without the noise of conversion, for the rules to work on.
 *
 * `text` keeps the characters as printed; `folded` has the same length and writes full-width digits, letters and
 * signs in one way, so that a rule need not know that 1 and １ or ( and （ are the same. A position in a reading is
 * brought back to the source with `spanOf`.
 */
import type { SourceTable, Span } from './plan-document.types.ts'

export interface Range {
  readonly start: number
  readonly end: number
}

export interface Reading {
  readonly text: string
  readonly folded: string
  /** the words in the source, including any noise that stands inside them */
  spanOf(start: number, end: number): Span
  /** the printed words, with a blank where blanks were dropped */
  spaced(start: number, end: number): string
  /** whether blanks were dropped in front of this character; some offices part a heading from its text by a blank */
  gapBefore(at: number): boolean
}

const BOOKMARK = /\[(?:bookmark|footnoteRef|endnoteRef|commentRef|image|图片)[:：]?[^\]\n]*\]/y
const FOOTNOTE = /\[\d{1,3}[:：]/y
const TOC_MARK = /\{?#?_(?:Toc|GoBack|Hlk|Ref)[0-9A-Za-z]{0,20}\}?/y
const HEADING_MARK = /#{1,6}/y
const PAGE_NUMBER = /[-—–－]\s*\d{1,4}\s*[-—–－](?=\s*(?:\n|$))/y

const UNSEEN = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff]/

/** Control characters and marks that no printer shows; line ends and blanks are met before. */
const isNeverPrinted = (char: string): boolean => char < ' ' || UNSEEN.test(char)

/**
 * Reads `source` between two offsets. Tabs inside laid-out tables part lines, elsewhere they are spaces; line ends that
 * only break a line are noise.
 */
export function readText(
  source: string,
  from = 0,
  to: number = source.length,
  skipped: readonly Span[] = [],
  laidOut: readonly SourceTable[] = [],
  hardLineEnds: ReadonlySet<number> = new Set(),
): Reading {
  const origin = new Uint32Array(to - from)
  const kept: string[] = []
  let count = 0
  let at = from
  let atLineStart = true
  let pendingSpace = -1
  let nextSkip = 0
  let nextTable = 0
  let closing = from - 1

  const keep = (char: string, position: number) => {
    kept.push(char)
    origin[count] = position
    count += 1
  }

  const noiseLength = (): number => {
    const char = source[at]
    if (char === '[') {
      // One search per closing bracket, so that a million open brackets stay cheap.
      if (closing !== -2 && closing <= at) closing = source.indexOf(']', at)
      if (closing === -1) closing = -2
      if (closing === -2 || closing >= to || closing - at > 4000) return 0
      const body = source.slice(at, closing + 1)
      BOOKMARK.lastIndex = 0
      if (BOOKMARK.test(body)) return body.length
      FOOTNOTE.lastIndex = 0
      if (FOOTNOTE.test(body) && !body.includes('\n')) return body.length
      return 0
    }
    if (char === '*' && source.charAt(at + 1) === '*') return 2
    if (atLineStart && char === '#') return matchLength(HEADING_MARK, source, at)
    if (char === '_' || char === '{') return matchLength(TOC_MARK, source, at)
    if (atLineStart && char !== undefined && '-—–－'.includes(char)) return matchLength(PAGE_NUMBER, source, at)
    return 0
  }

  while (at < to) {
    const skip = skipped[nextSkip]
    if (skip !== undefined && at >= skip.start) {
      if (at < skip.end) {
        if (!atLineStart) keep('\n', at)
        atLineStart = true
        pendingSpace = -1
        at = skip.end
      }
      nextSkip += 1
      continue
    }
    while (nextTable < laidOut.length && at >= (laidOut[nextTable]?.span.end ?? 0)) nextTable += 1
    const inTable = at >= (laidOut[nextTable]?.span.start ?? Number.POSITIVE_INFINITY)
    const char = source.charAt(at)
    if (char === '\n' && hardLineEnds.has(at)) {
      at += 1
      continue
    }
    if (char === '\n' || char === '\r' || (char === '\t' && inTable)) {
      keep('\n', at)
      atLineStart = true
      pendingSpace = -1
      at += 1
      continue
    }
    const noise = noiseLength()
    if (noise > 0) {
      at += noise
      continue
    }
    if (isSpace(char)) {
      if (!atLineStart && pendingSpace < 0) pendingSpace = at
      at += 1
      continue
    }
    if (isNeverPrinted(char)) {
      at += 1
      continue
    }
    // Between Chinese characters a space means nothing; between Latin words it parts them.
    if (pendingSpace >= 0 && isLatin(char) && isLatin(kept[count - 1])) keep(' ', pendingSpace)
    pendingSpace = -1
    atLineStart = false
    keep(char, at)
    at += 1
  }

  const text = kept.join('')
  const gapBefore = (at: number): boolean => {
    const here = origin[at] ?? 0
    return at > 0 && here - (origin[at - 1] ?? 0) > 1 && isSpace(source.charAt(here - 1))
  }
  return {
    text,
    folded: fold(text),
    gapBefore,
    spaced(start, end) {
      let words = ''
      for (let at = start; at < end; at += 1)
        words += at > start && gapBefore(at) ? ` ${text.charAt(at)}` : text.charAt(at)
      return words
    },
    spanOf(start, end) {
      const first = origin[Math.min(start, Math.max(0, count - 1))] ?? from
      if (end <= start) return { start: first, end: first }
      return { start: first, end: (origin[end - 1] ?? first) + 1 }
    },
  }
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

const isSpace = (char: string): boolean =>
  char === ' ' || char === '\t' || /[\u00a0\u1680\u2000-\u200a\u202f\u3000]/.test(char)

const isLatin = (char: string | undefined): boolean => char !== undefined && char > ' ' && char <= '~'

const SAME_SIGN: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '﹙': '（',
  '﹚': '）',
  '﹪': '%',
  '–': '-',
  '−': '-',
  '﹣': '-',
  '‑': '-',
  '∼': '~',
  '﹝': '〔',
  '﹞': '〕',
  '［': '[',
  '］': ']',
  '、': '、',
  '﹑': '、',
  '·': '·',
}

/** Full-width digits, letters and signs in half width; brackets, colon and semicolon in their Chinese form. */
export function fold(text: string): string {
  const folded = text.replace(/[!-;?\uff01-\uff5e‑–−∼﹑﹙﹚﹝﹞﹣﹪]/g, (char) => {
    const same = SAME_SIGN[char]
    if (same !== undefined) return same
    const code = char.charCodeAt(0)
    if (code < 0xff01) return char
    if ('，；：！？（）'.includes(char)) return char
    return String.fromCharCode(code - 0xfee0)
  })
  return (
    folded
      // A comma between digits groups thousands, any other comma is a pause.
      .replace(/(?<![0-9]),|,(?![0-9])/g, '，')
      // 二〇二七年 is 2027年.
      .replace(/[一二][〇零○O0-9一二三四五六七八九]{3}(?=年)/g, (year) =>
        [...year]
          .map((char) => (/\d/.test(char) ? char : String(Math.max(0, '零一二三四五六七八九'.indexOf(char)))))
          .join(''),
      )
  )
}
