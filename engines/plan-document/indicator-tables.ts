/** Reads the rows of a table of indicators (主要指标表): one target for each name and target year. */

import { SCALES, scaled } from './numerals.ts'
import { lastDay } from './plan-dates.ts'
import type { Comparator, IndicatorKind, Quantity, SourceCell, Span } from './plan-document.types.ts'
import { fold } from './reading.ts'
import type { IndicatorTable } from './tables.ts'
import { kindOf } from './target-words.ts'

export interface TableTarget extends Quantity {
  readonly name: string
  readonly normalized: Quantity
  readonly op: Comparator
  readonly kind: IndicatorKind | null
  readonly deadline: string | null
  readonly span: Span
  readonly confidence: number
}

export interface TableTargets {
  readonly targets: readonly TableTarget[]
  /** cells with a number that is a baseline */
  readonly baselines: readonly SourceCell[]
}

const VALUE =
  /^(≥|≤|>=|<=|>|<|=|大于等于|小于等于|不低于|不少于|不高于|不超过|超过|大于|小于|低于|达到|约)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:[-—~至](\d+(?:\.\d+)?))?(万亿|千万|百万|亿|万)?([^\d，。；]{0,8}?)(以上|以下|以内|左右)?$/

export function readIndicatorTable(table: IndicatorTable): TableTargets {
  const targets: TableTarget[] = []
  const baselines: SourceCell[] = []
  for (const row of table.rows) {
    const nameCell = row[table.name]
    if (nameCell === undefined || nameCell.text.trim() === '') continue
    const { name, unit: unitInName } = splitName(nameCell.text.trim())
    const printedUnit = table.unit === null ? unitInName : row[table.unit]?.text.trim() || unitInName
    const base = table.years.filter(({ baseline }) => baseline).map(({ index }) => row[index])
    for (const cell of base) if (cell !== undefined && /\d/.test(cell.text)) baselines.push(cell)
    const baseValue = base
      .map((cell) => readValue(cell?.text ?? '', printedUnit)?.value)
      .find((value) => typeof value === 'number')
    for (const { index, year, baseline } of table.years) {
      if (baseline) continue
      const cell = row[index]
      const value = cell === undefined ? null : readValue(cell.text, printedUnit)
      if (cell === undefined || value === null) continue
      const falling = typeof baseValue === 'number' && typeof value.value === 'number' && value.value < baseValue
      const op: Comparator = typeof value.value !== 'number' ? 'range' : (value.op ?? (falling ? '<=' : '>='))
      targets.push({
        name,
        value: value.value,
        unit: value.unit,
        normalized: value.normalized,
        op,
        kind: kindOf({
          verb: /^新/.test(name) ? '新增' : '',
          name,
          before: `${name}达到`,
          clause: name,
          unit: value.unit,
        }),
        deadline: year === null ? null : lastDay(year),
        span:
          cell.span.start === nameCell.span.start
            ? cell.span
            : {
                start: Math.min(nameCell.span.start, cell.span.start),
                end: Math.max(nameCell.span.end, cell.span.end),
              },
        confidence: 0.95,
      })
    }
  }
  return { targets, baselines }
}

/** 人均预期寿命（岁） → 人均预期寿命, 岁 */
function splitName(printed: string): { readonly name: string; readonly unit: string } {
  const found = /^(.+?)[（(]([^（）()]{1,10})[）)]$/.exec(printed)
  const unit = found?.[2] ?? ''
  if (
    found === null ||
    !/^(?:[%‰％/]|[十百千万亿]*(?:元|人|件|家|个|项|分|岁|吨|亩|公里|平方|立方|千瓦|天|小时|工作日|户|名|张|座|所|处|次|场|倍|台|辆|篇|条|种|套|万|亿))/.test(
      unit,
    )
  )
    return { name: printed, unit: '' }
  return { name: found[1] ?? printed, unit: fold(unit) }
}

interface ValueRead extends Quantity {
  readonly normalized: Quantity
  readonly op: Comparator | null
}

function readValue(printed: string, unit: string): ValueRead | null {
  const found = VALUE.exec(fold(printed).replace(/\s/g, ''))
  if (found === null) return null
  const [, sign = '', whole = '', decimals = '', high, scale = '', own = '', after = ''] = found
  const low = Number(`${whole.replaceAll(',', '')}${decimals}`)
  const fullUnit = own !== '' && own !== unit ? `${scale}${own}` : unit !== '' ? `${scale}${fold(unit)}` : scale
  const unitScale = /^(万亿|千万|百万|亿|万)(?=.)/.exec(fullUnit)?.[0] ?? ''
  const factor = SCALES[unitScale] ?? 1
  const baseUnit = fullUnit.slice(unitScale.length)
  const value = high === undefined ? low : ([low, Number(high)] as const)
  const normalized: Quantity = {
    value: typeof value === 'number' ? scaled(value, factor) : [scaled(low, factor), scaled(Number(high), factor)],
    unit: baseUnit,
  }
  return { value, unit: fullUnit, normalized, op: comparatorOf(sign, after) }
}

function comparatorOf(sign: string, after: string): Comparator | null {
  if (/≤|<=|不高于|不超过|小于等于/.test(sign) || /以下|以内/.test(after)) return '<='
  if (/</.test(sign) || sign === '小于' || sign === '低于') return '<'
  if (/≥|>=|不低于|不少于|大于等于|达到/.test(sign) || after === '以上') return '>='
  if (/>/.test(sign) || /超过|大于/.test(sign)) return '>'
  return /约/.test(sign) || after === '左右' ? '=' : null
}
