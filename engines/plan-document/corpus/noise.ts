/**
 * What typing and converting do to a document without changing what it says.
 *
 * A compiler that reads a plan must read the noisy plan alike. Tables stay tables: no noise touches a tab.
 */

export const noises = {
  /** 3 5 件 for 35件: word processors set a space between digits and Chinese */
  spacedDigits: (text: string): string =>
    text.replace(/(\p{Script=Han})(\d)/gu, '$1 $2').replace(/(\d%?)(\p{Script=Han})/gu, '$1 $2'),
  /** ２０２６年, １００％ */
  fullWidthDigits: (text: string): string =>
    text.replace(/\d/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).replace(/%/gu, '％'),
  /** (责任单位:市科技局,市财政局) */
  halfWidthMarks: (text: string): string =>
    text.replace(/[（），：；]/gu, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0)),
  /** first lines set in by two ideographic spaces, and spaces left behind at the end */
  indents: (text: string): string =>
    byLine(text, (line) => (line === '' || line.includes('\t') ? line : `　　${line}  `)),
  /** an empty paragraph after each */
  blankLines: (text: string): string => byLine(text, (line) => (line.includes('\t') ? line : `${line}\n`)),
  /** marks that a converter leaves at the head of headings */
  bookmarks: (text: string): string =>
    byLine(text, (line, index) =>
      /^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、．])/u.test(line)
        ? `[bookmark: _Toc${69824859 + index}]${line}`
        : line,
    ),
  /** the feet of pages, as text taken from a printed file has them */
  pageNumbers: (text: string): string =>
    byLine(text, (line, index) =>
      index % 12 === 11 && !line.includes('\t') ? `${line}\n— ${Math.floor(index / 12) + 1} —` : line,
    ),
} as const

export type Noise = keyof typeof noises

function byLine(text: string, change: (line: string, index: number) => string): string {
  return text.split('\n').map(change).join('\n')
}
