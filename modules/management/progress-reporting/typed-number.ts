import { parseQuantity } from '@qiangxian/engines/quantity/parse-quantity'
import type { Localized } from '@qiangxian/kernel/errors/define-errors'

/** A number as somebody typed it, or what is wrong with it and how it should be written. */
export type TypedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly message: Localized }

/**
 * Reads a number from a form, a cell or a program.
 *
 * A text is read as people type figures (3.5万, full-width digits). A number comes from a program, or from our own page
 * that shows what is stored, and is taken as it is: the quotient of a ratio has more decimals than anybody types.
 *
 * @param label what the number is, for the message: 数值, 分子
 * @param unit of the column head; undefined for plain counts
 * @param allowNegative a rate of growth falls below nothing, a count does not
 */
export function readTypedNumber(
  typed: number | string,
  label: Localized,
  { unit, allowNegative = false }: { readonly unit?: string | undefined; readonly allowNegative?: boolean } = {},
): TypedNumber {
  const isKept =
    typeof typed === 'number' && Math.abs(typed) <= Number.MAX_SAFE_INTEGER && (allowNegative || typed >= 0)
  if (isKept) return { ok: true, value: typed }
  const read = parseQuantity(String(typed), { allowNegative, ...(unit === undefined ? {} : { unit }) })
  if (read.kind === 'value') return { ok: true, value: read.value }
  const { zh, en } = read.message
  return { ok: false, message: { zh: `${label.zh}：${zh}`, en: `${label.en}: ${en}` } }
}
