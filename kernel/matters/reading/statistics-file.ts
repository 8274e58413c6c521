import { readAllBytes } from '@qiangxian/engines/tabular/all-bytes'
import { writeCsv } from '@qiangxian/engines/tabular/write-csv'
import { writeWorkbook } from '@qiangxian/engines/tabular/write-workbook'
import type { QueryContext } from '../../operations/context.ts'
import type { FileAnswer } from '../../operations/file-answer.ts'
import type { Figures } from './matter-figures.ts'
import type { MatterStatistics } from './reading.schemas.ts'

export const spreadsheetMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Row = Figures & { readonly label: string; readonly open: number | null }
type Cell = string | number | null

/** What a column shows; null where nothing was measured, which is an empty cell. */
const columns: readonly { readonly head: string; readonly cell: (row: Row) => Cell }[] = [
  { head: '收件', cell: ({ received }) => received },
  { head: '办结', cell: ({ ended }) => ended },
  { head: '准予或办成', cell: ({ granted }) => granted },
  { head: '不予', cell: ({ refused }) => refused },
  { head: '撤回', cell: ({ withdrawn }) => withdrawn },
  { head: '失效或终止', cell: ({ lapsed }) => lapsed },
  { head: '现在在办', cell: ({ open }) => open },
  { head: '有承诺时限的', cell: ({ promised }) => promised.measured },
  { head: '其中按时', cell: ({ promised }) => ofMeasured(promised, promised.inTime) },
  { head: '其中超期', cell: ({ promised }) => ofMeasured(promised, promised.late) },
  { head: '有法定时限的', cell: ({ legal }) => legal.measured },
  { head: '其中按时（法定）', cell: ({ legal }) => ofMeasured(legal, legal.inTime) },
  { head: '其中超期（法定）', cell: ({ legal }) => ofMeasured(legal, legal.late) },
  { head: '计时的办结件', cell: ({ timed }) => timed },
  { head: '轮到单位办的平均工作日', cell: ({ meanWorkingDays }) => meanWorkingDays },
]

const named = { type: '事项', unit: '承办单位', month: '月份' } as const

/** The figures of the page in a file: the table, and in a workbook what they are of and how they are counted. */
export async function statisticsFile(
  context: QueryContext,
  { by, from, to, rows, total }: MatterStatistics,
  format: 'xlsx' | 'csv',
): Promise<FileAnswer> {
  const head = [named[by], ...columns.map((column) => column.head)]
  const sum: Row = { ...total, label: '合计', open: by === 'month' ? null : sumOfOpen(rows) }
  const body = [...rows, sum].map((row) => [row.label, ...columns.map(({ cell }) => cell(row))])
  const fileName = `办件统计-按${named[by]}-${from}至${to}.${format}`
  if (format === 'csv') {
    return { fileName, content: await readAllBytes(writeCsv([head, ...body])), mediaType: 'text/csv; charset=utf-8' }
  }
  const notes: readonly Cell[][] = [
    ['统计期', `${from} 至 ${to}`],
    ['范围', `${context.county.label}，导出人可以看的办件`],
    ['收件', '在统计期内提交的'],
    ['办结', '在统计期内结束的；一段时间办结的可以多于收件的'],
    ['按时', '办结前单位的期限一次也没有超过；没有这种期限的不计入'],
    ['平均工作日', '单位自己的期限在走的工作日；等申请人补正、鉴定、公示、开课的日子不算'],
    ['空格', '没有可以计的，不是零'],
    ['导出时间', context.now.toISOString()],
    ['导出人', context.actor.label],
  ]
  const sheets = [
    {
      name: '统计',
      columns: [{ width: 30 }, ...columns.map(() => ({ width: 14 }))],
      rows: [head, ...body],
      frozenRows: 1,
    },
    { name: '说明', columns: [{ width: 14 }, { width: 70 }], rows: notes },
  ]
  return { fileName, content: await readAllBytes(writeWorkbook(sheets)) }
}

/** Of nothing that was measured none was in time, and none late: that is not known. */
function ofMeasured({ measured }: { readonly measured: number }, count: number): number | null {
  return measured === 0 ? null : count
}

function sumOfOpen(rows: MatterStatistics['rows']): number {
  return rows.reduce((sum, { open }) => sum + (open ?? 0), 0)
}
