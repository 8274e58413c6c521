import type { FieldRow, RecordUnit } from '../../api/register.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import type { Language } from '../../i18n/language.ts'

/** What a value of a register says, as words; the shapes by kind of field come over HTTP. */

export interface LinkValue {
  readonly name: string
  /** null while nobody knows which record is meant */
  readonly id: string | null
}

export interface AttachmentValue {
  readonly evidenceId: string
  readonly name: string
}

const fenOf = { 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 } as const

/** Fen in one of the written unit. */
export function fenPerUnit(unit: string | null): number {
  return fenOf[unit as keyof typeof fenOf] ?? 100
}

export function labelOf(thing: { readonly label: string; readonly labelEn: string }, language: Language): string {
  return language === 'en' && thing.labelEn !== '' ? thing.labelEn : thing.label
}

/** The unit as it stands in heads of columns; where it says nothing (年份) there is none. */
export function unitWords(field: FieldRow): string {
  return field.unit === null || field.unit === '' ? '' : `（${field.unit}）`
}

export function choiceWords(field: FieldRow, value: string, language: Language): string {
  const choice = field.choices.find((one) => one.value === value)
  return choice === undefined ? value : labelOf(choice, language)
}

/** The value as a line of text; empty where there is none. */
export function valueWords(field: FieldRow, value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  switch (field.kind) {
    case 'choice':
      return choiceWords(field, String(value), language)
    case 'choices':
      return textsOf(value)
        .map((one) => choiceWords(field, one, language))
        .join('、')
    case 'codes':
      return textsOf(value).join('、')
    case 'integer':
      return typeof value === 'number' ? integerWords(field, value) : String(value)
    case 'decimal':
      return typeof value === 'number' ? formatFigure(value) : String(value)
    case 'share':
      return typeof value === 'number' ? `${formatFigure(value)}%` : String(value)
    case 'money':
      return typeof value === 'number' ? moneyFigure(field, value) : String(value)
    case 'flag':
      return value === true ? (language === 'zh' ? '是' : 'yes') : language === 'zh' ? '否' : 'no'
    case 'link':
      return linkOf(value)?.name ?? ''
    case 'links':
      return linksOf(value)
        .map(({ name }) => name)
        .join('；')
    case 'unit':
      return unitOf(value)?.name ?? ''
    case 'attachments':
      return attachmentsOf(value)
        .map(({ name }) => name)
        .join('、')
    case 'point': {
      const point = pointOf(value)
      return point === null ? '' : `${point.longitude.toFixed(5)}, ${point.latitude.toFixed(5)}`
    }
    default:
      return maskedOf(value) ?? String(value)
  }
}

/** Years are no quantities: 2026 rather than 2,026. */
function integerWords(field: FieldRow, value: number): string {
  return field.unit === null && value >= 1000 && value < 3000 ? String(value) : formatFigure(value)
}

/** Fen in the unit in which people write it: 30,200,000,000 fen are 30,200 万元. */
export function moneyFigure(field: Pick<FieldRow, 'unit'>, fen: number): string {
  return formatFigure(Number((fen / fenPerUnit(field.unit)).toPrecision(15)))
}

/** A sum of a column in the unit of its head. */
export function totalWords(field: FieldRow, total: number): string {
  return field.kind === 'money' ? moneyFigure(field, total) : formatFigure(total)
}

export function isFigure(field: FieldRow): boolean {
  return ['integer', 'decimal', 'share', 'money'].includes(field.kind)
}

/** On a card of a phone it takes a line of its own. */
export function isWide(field: FieldRow): boolean {
  return field.format !== null || ['link', 'links', 'codes', 'choices', 'attachments'].includes(field.kind)
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

export function maskedOf(value: unknown): string | null {
  const masked = isObject(value) ? value['masked'] : undefined
  return typeof masked === 'string' ? masked : null
}

export function linkOf(value: unknown): LinkValue | null {
  if (!isObject(value) || typeof value['name'] !== 'string') return null
  return { name: value['name'], id: typeof value['id'] === 'string' && value['id'] !== '' ? value['id'] : null }
}

export function linksOf(value: unknown): readonly LinkValue[] {
  return Array.isArray(value) ? value.map(linkOf).filter((link) => link !== null) : []
}

export function unitOf(value: unknown): Pick<RecordUnit, 'id' | 'name'> | null {
  if (typeof value === 'string') return { id: value, name: value }
  if (!isObject(value) || typeof value['id'] !== 'string') return null
  const name = value['shortName'] ?? value['name']
  return { id: value['id'], name: typeof name === 'string' ? name : value['id'] }
}

export function attachmentsOf(value: unknown): readonly AttachmentValue[] {
  if (!Array.isArray(value)) return []
  return value
    .filter(isObject)
    .map((one) => ({ evidenceId: String(one['evidenceId'] ?? ''), name: String(one['name'] ?? '') }))
}

export function pointOf(value: unknown): { readonly longitude: number; readonly latitude: number } | null {
  if (!isObject(value)) return null
  const { longitude, latitude } = value
  return typeof longitude === 'number' && typeof latitude === 'number' ? { longitude, latitude } : null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
