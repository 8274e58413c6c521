import type { FieldRow, Filter, RegisterDescription } from '../../api/register.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import { dateInWords } from '../../format/dates.ts'
import type { Language } from '../../i18n/language.ts'
import { choiceWords, fenPerUnit, labelOf, linkOf, textsOf, unitOf } from './field-words.ts'

/** What a filter lets through, as one would say it: 授权公告日 2025-01-01 至 2025-12-31. */
export function filterWords(description: RegisterDescription, filter: Filter, language: Language): string {
  const zh = language === 'zh'
  if (filter.by === 'condition') {
    const condition = description.conditions.find(({ name }) => name === filter.field)
    const label = condition === undefined ? filter.field : labelOf(condition, language)
    return filter.value === false ? (zh ? `不是：${label}` : `not: ${label}`) : label
  }
  const field = description.fields.find(({ name }) => name === filter.field)
  if (field === undefined) return filter.field
  return `${labelOf(field, language)} ${conditionWords(field, filter, language)}`
}

function conditionWords(field: FieldRow, { by, value }: Filter, language: Language): string {
  const zh = language === 'zh'
  switch (by) {
    case 'isSet':
      return value === false ? (zh ? '未填' : 'not given') : zh ? '已填' : 'given'
    case 'in':
      return textsOf(value)
        .map((one) => choiceWords(field, one, language))
        .join(zh ? '、' : ', ')
    case 'holds': {
      const said = oneWords(field, value, language)
      return zh ? `含 ${said}` : `has ${said}`
    }
    case 'contains':
      return zh ? `含“${String(value)}”` : `contains “${String(value)}”`
    case 'startsWith':
      return zh ? `以“${String(value)}”开头` : `begins with “${String(value)}”`
    case 'within':
      return rangeWords(field, value, language)
    case 'isNot':
      return zh ? `不是 ${oneWords(field, value, language)}` : `is not ${oneWords(field, value, language)}`
    default:
      return oneWords(field, value, language)
  }
}

function oneWords(field: FieldRow, value: unknown, language: Language): string {
  if (Array.isArray(value))
    return value.map((one) => oneWords(field, one, language)).join(language === 'zh' ? '或' : ' or ')
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (field.kind === 'choice' || field.kind === 'choices') return choiceWords(field, String(value), language)
  return linkOf(value)?.name ?? unitOf(value)?.name ?? String(value)
}

function rangeWords(field: FieldRow, value: unknown, language: Language): string {
  const [low, high] = Array.isArray(value) ? value : [null, null]
  const zh = language === 'zh'
  const said = (bound: unknown) => (typeof bound === 'number' ? figureWords(field, bound) : String(bound))
  const [from, to] = [low === null ? null : said(low), high === null ? null : said(high)]
  if (field.kind === 'date') {
    if (from === null && to === null) return ''
    if (from === to && from !== null) return from
    if (from === null) return zh ? `${to} 及以前` : `until ${to}`
    if (to === null) return zh ? `${from} 及以后` : `from ${from}`
    return zh ? `${from} 至 ${to}` : `${from} to ${to}`
  }
  if (from === null) return `≤ ${to}`
  if (to === null) return `≥ ${from}`
  return from === to ? `${from}` : `${from}–${to}`
}

function figureWords(field: FieldRow, value: number): string {
  const shown = field.kind === 'money' ? Number((value / fenPerUnit(field.unit)).toPrecision(15)) : value
  return [formatFigure(shown), field.unit]
    .filter((part) => part !== null && part !== '')
    .join(field.kind === 'share' ? '' : ' ')
}

/** 截至 2025年12月31日的名录 */
export function asOfWords(day: string, label: string, language: Language): string {
  return language === 'zh'
    ? `截至 ${dateInWords(day, 'zh')}的${label}`
    : `${label} as known on ${dateInWords(day, 'en')}`
}
