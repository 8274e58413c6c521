/** Why a typed value is not taken, in words that say what to type instead. */
export interface Refusal {
  readonly kind: 'refused'
  readonly code: RefusalCode
  readonly message: { readonly zh: string; readonly en: string }
}

export type RefusalCode =
  | 'empty'
  | 'noFigure'
  | 'notANumber'
  | 'chineseNumerals'
  | 'formula'
  | 'otherWords'
  | 'twoNumbers'
  | 'grouping'
  | 'trailingPoint'
  | 'percentNotAsked'
  | 'scaleTwice'
  | 'negative'
  | 'tooLarge'
  | 'tooManyDecimals'
  | 'tooManyDigits'
  | 'tooLong'

type Words = (what: { readonly typed: string; readonly detail: string }) => readonly [zh: string, en: string]

const WORDS: Readonly<Record<RefusalCode, Words>> = {
  empty: () => [
    '还没有填数值。没有数据时请选“缺数”并写明原因。',
    'Nothing was typed. If there is no figure, choose “missing” and say why.',
  ],
  noFigure: ({ typed }) => [
    `“${typed}”不是数值。数值是零请填 0；没有数据时请选“缺数”并写明原因。`,
    `“${typed}” is no figure. For zero type 0; if there is no figure, choose “missing” and say why.`,
  ],
  notANumber: ({ typed }) => [
    `“${typed}”读不出数值。请填数字，例如 35000 或 3.5万。`,
    `No number can be read from “${typed}”. Type digits, such as 35000 or 3.5万.`,
  ],
  chineseNumerals: ({ typed }) => [
    `“${typed}”是中文数字。请改用阿拉伯数字，例如 35000 或 3.5万。`,
    `“${typed}” is written in Chinese numerals. Type digits, such as 35000 or 3.5万.`,
  ],
  formula: ({ typed }) => [
    `“${typed}”是公式。请填计算结果，不要填公式。`,
    `“${typed}” is a formula. Type its result instead.`,
  ],
  otherWords: ({ typed, detail }) => [
    `“${typed}”里除了数字还有“${detail}”。请只填数字，单位已在表头。`,
    `“${typed}” holds “${detail}” besides the number. Type the number only; the unit stands in the column head.`,
  ],
  twoNumbers: ({ typed }) => [
    `“${typed}”里不止一个数字。请只填一个数值。`,
    `“${typed}” holds more than one number. Type a single one.`,
  ],
  grouping: ({ typed }) => [
    `“${typed}”里的逗号不是千分位，分不清是小数点还是分隔号。请去掉逗号，小数点用“.”。`,
    `The commas in “${typed}” do not group thousands, so they may be decimal points. Leave them out and use “.” for decimals.`,
  ],
  trailingPoint: ({ typed }) => [
    `“${typed}”的小数点后面没有数字。请补全小数，或去掉小数点。`,
    `Nothing follows the decimal point of “${typed}”. Complete the decimals, or leave the point out.`,
  ],
  percentNotAsked: ({ typed, detail }) => [
    `“${typed}”是百分数，本栏单位是“${detail}”。请填以“${detail}”计的数值。`,
    `“${typed}” is a percentage, and this column is in “${detail}”. Type the figure in that unit.`,
  ],
  scaleTwice: ({ typed, detail }) => [
    `本栏单位“${detail}”已含万或亿，“${typed}”会被放大两次。请按表头单位只填数字。`,
    `The unit “${detail}” already counts in 万 or 亿, so “${typed}” would be scaled twice. Type the number in that unit only.`,
  ],
  negative: ({ typed }) => [
    `“${typed}”小于零，本栏不收负数。请核对；确为冲减的，请改用更正。`,
    `“${typed}” is below zero, which this column does not take. Check it; to take back an earlier figure, correct that one.`,
  ],
  tooLarge: ({ typed }) => [
    `“${typed}”太大，无法准确保存。请核对位数和单位。`,
    `“${typed}” is too large to be kept exactly. Check its digits and its unit.`,
  ],
  tooManyDecimals: ({ typed, detail }) => [
    `“${typed}”的小数超过 ${detail} 位，保存时会被舍入。请先按口径取到 ${detail} 位小数再填。`,
    `“${typed}” has more than ${detail} decimals and would be rounded. Round it by the definition first, then type it.`,
  ],
  tooManyDigits: ({ typed, detail }) => [
    `“${typed}”的有效数字超过 ${detail} 位，保存时会被舍入。请核对位数。`,
    `“${typed}” has more than ${detail} significant digits and would be rounded. Check its digits.`,
  ],
  tooLong: ({ typed }) => [
    `“${typed}”太长，不像一个数值。请只填数字。`,
    `“${typed}” is too long for a figure. Type the number only.`,
  ],
}

/** Enough to recognise what was typed. */
const SHOWN = 24

export function refused(code: RefusalCode, typed: string, detail = ''): Refusal {
  const [zh, en] = WORDS[code]({ typed: shown(typed), detail: shown(detail) })
  return { kind: 'refused', code, message: { zh, en } }
}

/** What was typed, short and without characters that would disturb a line of text. */
function shown(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  const characters = [...clean]
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : clean
}
