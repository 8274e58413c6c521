import type { Language } from '@qiangxian/kernel/errors/define-errors'
import { fieldLabel, valueLabel } from './field-labels.ts'
import { oneLine } from './table.ts'

export type Shown = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Shown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const comparators: Readonly<Record<string, string>> = { gte: '≥', gt: '>', eq: '=', lte: '≤', lt: '<', range: '' }

/**
 * A value on one line; '' for what is too big for one.
 *
 * Missing is said (缺), never shown as 0 or as nothing; an empty list is none (无), which is something else.
 */
export function oneLineOf(field: string, value: unknown, language: Language): string {
  if (value === null || value === undefined) return language === 'zh' ? '缺' : 'missing'
  if (typeof value === 'string') return oneLine(momentOf(value) ?? valueLabel(field, value, language))
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[language]
  if (Array.isArray(value)) return listOf(field, value, language)
  return isRecord(value) ? recordOf(value, language) : String(value)
}

const mostUnnamed = 3

function listOf(field: string, values: readonly unknown[], language: Language): string {
  if (values.length === 0) return language === 'zh' ? '无' : 'none'
  // A series has no room in a cell; things that are known by a name do.
  if (values.length > mostUnnamed && values.some((value) => isRecord(value) && nameOf(value) === undefined)) return ''
  const texts = values.map((value) => oneLineOf(field, value, language))
  return texts.includes('') ? '' : texts.join(language === 'zh' ? '、' : ', ')
}

/** Things by their name, amounts and periods as one writes them, other small objects field by field. */
function recordOf(record: Shown, language: Language): string {
  const { comparator, value, valueHigh, unit, start, end, text, zh, en } = record
  // A sentence in both languages is read in one.
  if (typeof zh === 'string' && typeof en === 'string') return oneLine({ zh, en }[language])
  if (typeof comparator === 'string') {
    const upTo = valueHigh === null || valueHigh === undefined ? '' : `–${String(valueHigh)}`
    return oneLine(`${comparators[comparator] ?? comparator} ${String(value)}${upTo} ${String(unit)}`.trim())
  }
  if (typeof text === 'string' && 'start' in record) return oneLine(text)
  if ('start' in record && 'end' in record && Object.keys(record).length === 2) {
    return `${oneLineOf('', start, language)} – ${oneLineOf('', end, language)}`
  }
  const fields = Object.entries(record)
  if (fields.length > 5 || fields.some(([, each]) => typeof each === 'object' && each !== null && !isNamed(each)))
    return ''
  const name = nameOf(record)
  if (name !== undefined) return name
  return fields
    .map(([key, each]) => `${fieldLabel(key, language)} ${oneLineOf(key, each, language)}`)
    .join(language === 'zh' ? '，' : ', ')
}

function isNamed(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length <= 5 && nameOf(value) !== undefined
}

/** What a reader knows a thing by; a reference carries little besides. */
function nameOf(record: Shown): string | undefined {
  const { code, number, shortName, name, title } = record
  const called = [shortName, name, title].find((each) => typeof each === 'string')
  if (typeof called !== 'string' || !('id' in record || 'itemId' in record || 'code' in record)) return undefined
  const mark = typeof code === 'string' ? `${code} ` : typeof number === 'number' ? `${number} ` : ''
  return oneLine(`${mark}${called}`)
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/
const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

/** A UTC instant as clocks in the county show it. */
function momentOf(text: string): string | undefined {
  return instant.test(text) ? inChina.format(new Date(text)) : undefined
}
