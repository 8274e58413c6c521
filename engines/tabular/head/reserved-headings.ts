/**
 * Headings that hold nothing of a record: running numbers, and the columns that we ourselves add to a workbook that goes
 * back (`faultColumns`) or out as a form (`exampleColumn`).
 */
export const faultColumns = ['哪里有问题', '怎么改', '原行号'] as const
export const exampleColumn = '填写提示'
/** stands in the column of that name, in a row that only shows how to fill in */
export const exampleMark = '示例，不会导入'

export const reservedHeadings: ReadonlySet<string> = new Set([
  ...faultColumns,
  exampleColumn,
  '序号',
  '顺序号',
  '行号',
  'no',
  'number',
  'index',
])

/** stands in the heading of a column whose values are masked: they are shown, and never taken back */
export const maskedMark = '已脱敏'

/** Sheets of our own workbooks that explain, and hold no records. */
export const notesSheets = { template: '填写说明', export: '导出说明' } as const
export const notesSheetNames: ReadonlySet<string> = new Set(Object.values(notesSheets))
