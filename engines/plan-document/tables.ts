/** Tables (任务分解表, 主要指标表): what the columns mean, told from the heading row. */
import type { SourceCell, SourceTable } from './plan-document.types.ts'
import { fold } from './reading.ts'

export type TaskColumn = 'number' | 'group' | 'task' | 'content' | 'lead' | 'units' | 'support' | 'due'

export interface TaskTable {
  readonly kind: 'tasks'
  readonly columns: ReadonlyMap<TaskColumn, number>
  /** columns that tell what is to be done */
  readonly textColumns: readonly number[]
  readonly rows: readonly (readonly SourceCell[])[]
  readonly table: SourceTable
}

export interface YearColumn {
  readonly index: number
  /** null for a column that says only 目标值 */
  readonly year: number | null
  readonly baseline: boolean
}

export interface IndicatorTable {
  readonly kind: 'indicators'
  readonly name: number
  readonly unit: number | null
  readonly years: readonly YearColumn[]
  readonly rows: readonly (readonly SourceCell[])[]
  readonly table: SourceTable
}

const HEADING_ROWS = 3

/** The meaning of a table, or null for one that only lays out text. */
export function readTable(table: SourceTable, firstYear: number | null): TaskTable | IndicatorTable | null {
  for (let row = 0; row < Math.min(HEADING_ROWS, table.rows.length); row += 1) {
    const heading = (table.rows[row] ?? []).map((cell) => fold(cell.text).replace(/[\s*]/g, ''))
    const rows = table.rows.slice(row + 1)
    const tasks = taskColumns(heading)
    if (tasks !== null) return { kind: 'tasks', columns: tasks, textColumns: textColumns(heading, tasks), rows, table }
    const indicators = indicatorColumns(heading, firstYear)
    if (indicators !== null) return { kind: 'indicators', ...indicators, rows, table }
  }
  return null
}

/** A table of short cells. One with long cells or a single row only lays out text, which is read as text. */
export function isGrid(table: SourceTable): boolean {
  const cells = table.rows.flat()
  const wide = Math.max(0, ...table.rows.slice(0, 50).map((row) => row.length))
  return table.rows.length > 1 && wide > 1 && cells.every(({ text }) => text.length <= 60)
}

function taskColumns(heading: readonly string[]): Map<TaskColumn, number> | null {
  const columns = new Map<TaskColumn, number>()
  const set = (column: TaskColumn, index: number) => {
    if (!columns.has(column)) columns.set(column, index)
  }
  heading.forEach((name, index) => {
    if (name === '' || name.length > 16) return
    if (/^(?:序号|编号|项次|No\.?)$/i.test(name)) set('number', index)
    else if (/牵头|主责|主办/.test(name)) set('lead', index)
    else if (/配合|协办|协同|协作|参与|参加/.test(name)) set('support', index)
    else if (/责任(?:单位|部门|主体)|(?:实施|承办|落实|负责|完成|主管)(?:单位|部门)|^责任$/.test(name))
      set('units', index)
    else if (/时限|期限|完成时间|时间节点|完成日期|进度要求|时间要求|时间安排/.test(name)) set('due', index)
    else if (/类别|任务类型|领域|板块|方面|分类|一级|^重点方向$|^工作类型$/.test(name)) set('group', index)
    else if (
      /目标要求|工作目标|内容|具体要求|工作要求|目标$|具体措施|工作措施|主要措施|推进措施|主要举措|任务要求|具体举措/.test(
        name,
      ) &&
      columns.has('task')
    )
      set('content', index)
    else if (/量化|指标|成果|成效/.test(name)) return
    else if (/任务|事项|举措|措施|工作|项目名称|内容|行动/.test(name)) {
      // 重点任务 beside 具体任务: the first only groups.
      if (columns.has('task') && !columns.has('content')) set('content', index)
      else set('task', index)
    }
  })
  const whoIsNamed = columns.has('lead') || columns.has('units')
  return whoIsNamed && columns.has('task') ? columns : null
}

/** Everything but numbers, groups, units, time limits and remarks. */
function textColumns(heading: readonly string[], columns: ReadonlyMap<TaskColumn, number>): number[] {
  const others = new Set(
    (['number', 'group', 'lead', 'units', 'support', 'due'] as const).map((column) => columns.get(column)),
  )
  return heading
    .map((_, index) => index)
    .filter((index) => !others.has(index) && !/备注|说明|依据|联系|领导|责任人/.test(heading[index] ?? ''))
}

function indicatorColumns(
  heading: readonly string[],
  firstYear: number | null,
): Omit<IndicatorTable, 'kind' | 'rows' | 'table'> | null {
  const name = heading.findIndex((cell) =>
    /^(?:主要|具体|核心|二级|三级)?指标(?:名称|内容)?$|^指标.{0,6}$|^项目名称$|^目标名称$/.test(cell),
  )
  if (name < 0) return null
  const unit = heading.findIndex((cell) => /^(?:计量)?单位$/.test(cell))
  const dated: YearColumn[] = []
  heading.forEach((cell, index) => {
    if (index === name || index === unit) return
    const year = /(20\d{2})/.exec(cell)?.[1]
    const baseline = /基数|现状|基期|实际|现值|完成值|基准|当前|已/.test(cell)
    if (year !== undefined) dated.push({ index, year: Number(year), baseline })
    else if (/目标|规划值|计划值/.test(cell)) dated.push({ index, year: null, baseline: false })
    else if (baseline) dated.push({ index, year: null, baseline: true })
  })
  const spoken = dated.some(({ index }) => /目标/.test(heading[index] ?? ''))
  const years = dated.map((column, place) => {
    const early = column.year !== null && firstYear !== null && column.year < firstYear
    const first = firstYear === null && !spoken && place === 0 && dated.length > 1
    return { ...column, baseline: column.baseline || early || first }
  })
  if (!years.some(({ baseline }) => !baseline)) return null
  return { name, unit: unit < 0 ? null : unit, years }
}
