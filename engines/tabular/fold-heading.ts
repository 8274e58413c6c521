/** What may stand in brackets, or behind a stroke, to say in what a column is counted. */
const units =
  '元|千元|万元|百万元|千万元|亿元|人民币元|人民币万元|美元|万美元|欧元|分|%|‰|％|件|项|个|家|人|万人|人次|户|株|亩|公顷|平方米|吨|公斤|小时|学时|天|月|年|次|份|册|所|条|分值'
const bracketed = /[（(［[【〔{]([^（(［[【〔{）)］\]】〕}]*)[）)］\]】〕}]/g
const trailingUnit = new RegExp(`[/／:：,，、\\-—]\\s*(?:单位\\s*[:：]?\\s*)?(${units})\\s*$`)
const unitAlone = new RegExp(`^(?:单位\\s*[:：]?\\s*|以)?(${units})(?:计)?$`)

/**
 * A heading as it is compared: without width, case, spaces, marks of required columns, and what stands in brackets.
 *
 * @example foldHeading('*质押金额 （万元）') // '质押金额'
 */
export function foldHeading(heading: string): string {
  const even = evenText(heading)
  const bare = foldMarks(even.replaceAll(bracketed, '').replace(trailingUnit, ''))
  // （备注）: what is in brackets is all there is.
  return bare === '' ? foldMarks(even) : bare
}

/**
 * The unit that a heading names: 万元 of 质押金额（万元）; null where it names none.
 */
export function unitOfHeading(heading: string): string | null {
  const even = evenText(heading)
  for (const [, inside = ''] of even.matchAll(bracketed)) {
    for (const part of inside.split(/[,，;；、\s]/)) {
      const unit = unitAlone.exec(part.trim())?.[1]
      if (unit !== undefined) return unit
    }
  }
  return trailingUnit.exec(even.trim())?.[1] ?? null
}

function evenText(heading: string): string {
  return heading.normalize('NFKC').replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
}

function foldMarks(text: string): string {
  return text.toLowerCase().replaceAll(/[\s*★☆:：;；,，。"'“”‘’_\-—#?？!！()]/g, '')
}
