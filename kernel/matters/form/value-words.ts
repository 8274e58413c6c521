import type { FormField } from '../matter.types.ts'
import { isSealedValue } from './sealed-values.ts'

/**
 * A value as people read it, in documents, lists and notices; '' where nothing is filled.
 *
 * @example wordsOf(money('金额', 'Amount', { writtenIn: '万元' }), 5_000_000) // '5万元'
 */
export function wordsOf(field: FormField | undefined, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (isSealedValue(value)) return value.masked
  if (field === undefined) return typeof value === 'object' ? '' : String(value)
  switch (field.kind) {
    case 'choice':
      return field.choices.find((choice) => choice.value === value)?.label ?? String(value)
    case 'choices':
      return listOf(value)
        .map((each) => field.choices.find((choice) => choice.value === each)?.label ?? String(each))
        .join('、')
    case 'codes':
      return listOf(value).map(String).join('、')
    case 'flag':
      return value === true ? '是' : '否'
    case 'money':
      return typeof value === 'number' ? `${trimmed(value / fenIn[field.writtenIn])}${field.writtenIn}` : ''
    case 'integer':
    case 'decimal':
    case 'share':
      return `${String(value)}${field.unit ?? ''}`
    case 'link':
    case 'unit':
      return nameOf(value)
    case 'links':
    case 'attachments':
      return listOf(value)
        .map(nameOf)
        .filter((name) => name !== '')
        .join('、')
    case 'point':
      return pointWords(value)
    default:
      return String(value)
  }
}

const fenIn = { 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 } as const

function trimmed(amount: number): string {
  return String(Number(amount.toFixed(6)))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : ''
}

function pointWords(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('longitude' in value && 'latitude' in value)) return ''
  return `${String(value.longitude)}，${String(value.latitude)}`
}
