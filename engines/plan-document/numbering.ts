/**
 * The number in front of a heading (结构层次序数): 第一章 · 一、 · （一） · 1、 · （1） · ①, and the bullets ——.
 * Widths may be mixed, `（三)` is `（三）`.
 */
import { parseHanNumeral } from './numerals.ts'

export type LabelKind =
  | 'part'
  | 'section'
  | 'article'
  | 'han'
  | 'action'
  | 'hanParen'
  | 'arabic'
  | 'decimal'
  | 'arabicParen'
  | 'circled'
  | 'bullet'

export interface Label {
  readonly kind: LabelKind
  readonly number: number | null
  /** characters of the line that the label takes, marks before it included */
  readonly length: number
  /** where the printed label starts in the line, after marks such as `##` */
  readonly start: number
}

/** Lower rank stands higher in the document. */
export const RANK: Readonly<Record<LabelKind, number>> = {
  part: 0,
  section: 1,
  han: 2,
  article: 2,
  action: 2.5,
  hanParen: 3,
  arabic: 4,
  decimal: 5,
  arabicParen: 6,
  circled: 7,
  bullet: 8,
}

const MARKDOWN = /^(?:#{1,6}|>|\*\*|__|[*+-] (?=\*\*))*/
const H = '[一二三四五六七八九十百〇零]{1,5}'
const FORMS: readonly (readonly [LabelKind, RegExp])[] = [
  ['part', new RegExp(`^第(${H}|\\d{1,2})(?:章|部分|篇)[、：.，]?`)],
  ['section', new RegExp(`^第(${H}|\\d{1,2})节[、：.，]?`)],
  ['article', new RegExp(`^第(${H}|\\d{1,2})条[、：.，]?(?!(?:规定|款|第|和|的|之))`)],
  ['hanParen', new RegExp(`^[（〔【[](${H})[）〕】\\]][、.]?`)],
  ['arabicParen', /^[（〔【[](\d{1,3})[）〕】\]][、.]?/],
  ['arabicParen', /^(\d{1,3})）[、.]?/],
  ['han', new RegExp(`^(${H})[、.，：]`)],
  ['action', new RegExp(`^(?:任务|专项行动|行动|工程|专项|举措)(${H}|\\d{1,2})[、：.]`)],
  [
    'decimal',
    /^\d{1,2}\.(\d{1,2})(?:\.\d{1,2})?[、.]?(?=[\u4e00-\u9fff])(?![万亿千百余多个家件项人名次场倍元分户亩年月天])/,
  ],
  ['arabic', /^(\d{1,3})[、，](?!\d)/],
  // 11.121人才工程, 3.5G网络建设: a title that begins with a number of its own; 2.125万元 is an amount.
  ['arabic', /^(\d{1,3})\.(?=\d{3,5}(?![万亿元吨倍亩])[\u4e00-\u9fff])/],
  ['arabic', /^(\d{1,3})\.(?=\d{1,2}[A-Z][\u4e00-\u9fff])/],
  ['arabic', /^(\d{1,3})\.(?!\d)/],
]
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const BULLET = /^(?:—{1,2}|-{2}|[-+*](?=[\u4e00-\u9fff“])|──|[●•▪■◆★○▶➤·])/

/** The label that a line begins with, or null. `line` is folded text. */
export function readLabel(line: string): Label | null {
  const head = line.slice(0, 24)
  const start = MARKDOWN.exec(head)?.[0].length ?? 0
  const rest = head.slice(start)
  for (const [kind, form] of FORMS) {
    const found = form.exec(rest)
    if (found === null) continue
    const printed = found[1] ?? ''
    const number = /^\d/.test(printed) ? Number(printed) : parseHanNumeral(printed)
    return { kind, number, start, length: start + found[0].length }
  }
  const circle = CIRCLED.indexOf(rest.charAt(0))
  if (rest !== '' && circle >= 0) return { kind: 'circled', number: circle + 1, start, length: start + 1 }
  const bullet = BULLET.exec(rest)
  if (bullet !== null) return { kind: 'bullet', number: null, start, length: start + bullet[0].length }
  return null
}
