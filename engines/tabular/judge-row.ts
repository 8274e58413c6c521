import { foldHeading } from './fold-heading.ts'
import { exampleMark } from './head/reserved-headings.ts'
import type { TableRow } from './table.types.ts'

export type RowKind = 'data' | 'blank' | 'head' | 'numbering' | 'total' | 'note'

export interface JudgedHead {
  readonly headRow: number
  readonly headRows: number
  readonly columns: readonly { readonly index: number; readonly heading: string; readonly field: string | null }[]
}

const total = /^.{0,12}?(?:合计|小计|总计|共计|累计|总数|汇总)(?:[:：]?\s*[\d,.]*\s*[件项个家人万元亿次户]*)?$/
const note =
  /^(?:注|备注|说明|附注|填表说明|填报说明)\s*\d*\s*[:：.、]|^[※★▲]|^(?:填表人|制表人|填报人|经办人|审核人|复核人|单位负责人|负责人|分管领导|联系人|联系电话|填表日期|填报日期|制表日期|制表时间|填报单位|制表单位|数据来源|统计时间|统计截止|截止日期|导出时间|打印时间)\s*(?:（[^）]*）|\([^)]*\))?\s*[:：]/

/**
 * Tells rows of data from what else stands in and below a table: repeated heads, the row that numbers the columns,
 * totals, notes and signatures, and the example of a form. Anything but data is left out of an import.
 *
 * A total is known by its first words (合计, 丁蜀镇小计), behind which there are only numbers.
 */
export function rowJudge({ headRow, headRows, columns }: JudgedHead): (row: TableRow) => RowKind {
  const lastHeadRow = headRow + headRows - 1
  const headings = columns.map(({ index, heading }) => ({
    index,
    folded: foldHeading(heading),
    own: foldHeading(heading.split(' ').at(-1) ?? ''),
  }))
  const named = headings.filter(({ folded }) => folded !== '')
  const taken = columns.filter(({ field }) => field !== null).map(({ index }) => index)
  const others = columns.filter(({ field }) => field === null).map(({ index }) => index)
  return (row) => {
    if (row.row <= lastHeadRow) return 'head'
    const { cells } = row
    let filled = 0
    let firstAt = -1
    for (const { index } of headings) {
      if (cells[index] === undefined) continue
      filled += 1
      if (firstAt === -1) firstAt = index
    }
    const first = cells[firstAt]
    if (first === undefined) return 'blank'
    // Nearly every row is data, and known as such by its first cell.
    if (first.kind === 'text') {
      const text = first.text.trim()
      if (total.test(text.replaceAll(/\s/g, '')) && onlySumsBehind(row, firstAt)) return 'total'
      if (filled * 2 <= named.length + 1 && note.test(text)) return 'note'
      if (first.merged || isWide(cells[firstAt + 1])) if (isOneText(row)) return total.test(text) ? 'total' : 'note'
      if (filled > 1 && isRepeatedHead(row, headings, filled)) return 'head'
    }
    if (row.row <= lastHeadRow + 2 && isNumbering(row, filled, firstAt)) return 'numbering'
    if (others.some((index) => cells[index]?.text === exampleMark)) return 'note'
    return taken.some((index) => cells[index] !== undefined) ? 'data' : otherThanData(row, others)
  }
}

/** Of a record called 合计 there is more than numbers. */
function onlySumsBehind({ cells }: TableRow, firstAt: number): boolean {
  return cells.every((cell, index) => index <= firstAt || cell === undefined || cell.merged || isSum.test(cell.text))
}

const isSum = /^[\d\s.,，%+\-—/￥¥万亿元件项个家人户次]*$/

function isWide(cell: TableRow['cells'][number]): boolean {
  return cell?.merged === true
}

/** One text over the whole row. */
function isOneText({ cells }: TableRow): boolean {
  const texts = new Set(cells.flatMap((cell) => (cell === undefined ? [] : [cell.text])))
  return texts.size === 1 && cells.some((cell) => cell?.merged === true)
}

function isRepeatedHead(
  { cells }: TableRow,
  headings: readonly { readonly index: number; readonly folded: string; readonly own: string }[],
  filled: number,
): boolean {
  let same = 0
  for (const { index, folded, own } of headings) {
    const cell = cells[index]
    if (cell === undefined || cell.kind !== 'text' || cell.text.length > 60) continue
    const text = foldHeading(cell.text)
    if (text !== '' && (text === folded || text === own)) same += 1
    // The first cells decide: a row of data is left after one look.
    else if (same === 0) return false
  }
  return same * 10 >= filled * 6
}

/** 1 2 3 4 …, or A B C …, or 甲 乙 丙 below the head. */
function isNumbering({ cells }: TableRow, filled: number, firstAt: number): boolean {
  if (filled < 3) return false
  const texts = cells
    .slice(firstAt)
    .flatMap((cell) => (cell === undefined ? [] : [cell.text.replaceAll(/[()（）\s]/g, '')]))
  return series.some((numbers) => {
    const start = numbers.indexOf(texts[0] ?? '')
    return (
      start !== -1 &&
      start <= 1 &&
      texts.every((text, index) => text === (numbers[start + index] ?? String(start + index + 1)))
    )
  })
}

const series: readonly (readonly string[])[] = [
  Array.from({ length: 300 }, (_, index) => String(index + 1)),
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [...'甲乙丙丁戊己庚辛壬癸'],
]

/** Only columns that are not taken are filled: a running number that was copied down, or words beside the table. */
function otherThanData({ cells }: TableRow, others: readonly number[]): RowKind {
  const words = others.some((index) => cells[index]?.kind === 'text')
  return words ? 'note' : 'blank'
}
