import type { ValueState } from '@qiangxian/kernel/progress/progress.schemas'

/**
 * The workbook that a unit fills in for a period: what stands in which column, for the one that is written and for the
 * one that comes back. Heads are what people see; the first column holds the id of the duty and is hidden.
 */
export interface SheetColumn {
  readonly key: string
  readonly head: string
  readonly width: number
  readonly note?: string
  /** whether the unit writes here */
  readonly fillIn?: true
  readonly hidden?: true
  readonly choices?: readonly string[]
  readonly kind?: 'words' | 'number' | 'date'
  /** characters of words; 4,000 unless it says otherwise */
  readonly longest?: number
}

export interface SheetLayout {
  readonly kind: 'task' | 'target' | 'milestone'
  readonly name: string
  readonly columns: readonly SheetColumn[]
}

export const spreadsheetMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const notesSheetName = '填报说明'
/** the title stands above the heads */
export const headRow = 2

export const stateChoices: readonly (readonly [string, ValueState])[] = [
  ['有值', 'value'],
  ['缺数', 'missing'],
  ['不适用', 'notApplicable'],
  ['不公开', 'suppressed'],
]

export const partChoices = [
  ['未完成', 'open'],
  ['已申报', 'applied'],
  ['已完成', 'done'],
] as const

const id: SheetColumn = { key: 'id', head: '编号（勿改）', width: 4, hidden: true }
const code: SheetColumn = { key: 'code', head: '代码', width: 10 }
const period: SheetColumn = { key: 'period', head: '报送期', width: 10 }
const due: SheetColumn = { key: 'due', head: '应报日', width: 12 }
const words = (key: string, head: string, width: number, note?: string): SheetColumn => {
  return { key, head, width, fillIn: true, kind: 'words', ...(note === undefined ? {} : { note }) }
}

export const layouts: readonly SheetLayout[] = [
  {
    kind: 'task',
    name: '任务进展',
    columns: [
      id,
      code,
      { key: 'title', head: '任务', width: 36 },
      period,
      due,
      {
        key: 'progress',
        head: '进度（%）',
        width: 10,
        fillIn: true,
        kind: 'number',
        note: '填 0 到 100；没有开始的填 0。',
      },
      words('narrative', '进展情况', 48, '本期做了什么；没有进展的写明原因。'),
      words('problems', '存在问题', 32),
      words('nextSteps', '下一步', 32),
    ],
  },
  {
    kind: 'target',
    name: '指标数值',
    columns: [
      id,
      code,
      { key: 'title', head: '指标', width: 36 },
      { key: 'scope', head: '范围', width: 8 },
      period,
      due,
      {
        key: 'valueState',
        head: '数值状态',
        width: 10,
        fillIn: true,
        choices: stateChoices.map(([label]) => label),
        note: '没有数值的选“缺数”“不适用”或“不公开”，并在“说明”里写明原因。0 是数值。',
      },
      {
        key: 'value',
        head: '数值（按计量单位）',
        width: 18,
        fillIn: true,
        kind: 'number',
        note: '按右边的计量单位只填数字。占比类可以留空，由分子、分母算出。',
      },
      { key: 'unit', head: '计量单位', width: 10 },
      { key: 'numerator', head: '分子', width: 14, fillIn: true, kind: 'number', note: '只有占比类填。' },
      { key: 'denominator', head: '分母', width: 14, fillIn: true, kind: 'number', note: '只有占比类填。' },
      { ...words('valueReason', '说明', 32, '没有数值的原因，或累计值减少的原因。'), longest: 500 },
      {
        key: 'cutoffOn',
        head: '数据截止日',
        width: 14,
        fillIn: true,
        kind: 'date',
        note: '数据统计到哪一天，例如 2026-10-31。',
      },
      words('narrative', '进展情况', 40),
    ],
  },
  {
    kind: 'milestone',
    name: '里程碑',
    columns: [
      id,
      code,
      { key: 'title', head: '里程碑', width: 32 },
      { key: 'due', head: '应完成日', width: 12 },
      { key: 'label', head: '事项', width: 32 },
      { key: 'status', head: '状态', width: 10, fillIn: true, choices: partChoices.map(([label]) => label) },
      { ...words('documentNo', '文号', 24, '已完成的要填批准或发文的文号。'), longest: 100 },
      { ...words('documentTitle', '文件名称', 36, '已完成的要填。'), longest: 200 },
      { key: 'on', head: '日期', width: 14, fillIn: true, kind: 'date', note: '申报或完成的日期，例如 2026-10-31。' },
      words('narrative', '进展情况', 40),
    ],
  },
]
