import type { Kind } from './contents.ts'
import { areas as areaList } from './field-options.ts'
import type { ReviewTexts } from './review.texts.ts'

export type FieldName = Exclude<keyof ReviewTexts['fields'], 'printed' | 'message' | 'answer' | 'text' | 'reason'>

export type FieldType =
  | 'text'
  | 'optionalText'
  | 'plainText'
  | 'longText'
  | 'optionalLongText'
  | 'number'
  | 'optionalNumber'
  | 'date'
  | 'lines'
  | 'taskNumbers'
  | 'years'
  | 'comparator'
  | 'area'
  | 'countKind'
  | 'level'
  | 'sameAs'

export interface FieldSpec {
  readonly name: FieldName
  readonly type: FieldType
  /** fields that stand side by side share a row */
  readonly narrow?: boolean
}

const field = (name: FieldName, type: FieldType, narrow = false): FieldSpec => ({ name, type, narrow })

/** The form of each kind that has one; units, questions and unread quantities have acts of their own. */
export const fieldsByKind = {
  head: [
    field('title', 'text'),
    field('issuer', 'optionalText'),
    field('documentNo', 'optionalText', true),
    field('issuedOn', 'date', true),
    field('periodStart', 'date', true),
    field('periodEnd', 'date', true),
  ],
  group: [field('number', 'number', true), field('area', 'area', true), field('title', 'text')],
  task: [
    field('number', 'number', true),
    field('area', 'area', true),
    field('title', 'text'),
    field('group', 'optionalText'),
    field('summary', 'longText'),
    field('responsibilityText', 'optionalLongText'),
    field('lead', 'lines', true),
    field('support', 'lines', true),
  ],
  target: [
    field('name', 'text'),
    field('code', 'text', true),
    field('area', 'area', true),
    field('comparator', 'comparator', true),
    field('value', 'number', true),
    field('valueHigh', 'optionalNumber', true),
    field('unit', 'plainText', true),
    field('kind', 'countKind', true),
    field('deadline', 'date', true),
    field('tasks', 'taskNumbers', true),
    field('category', 'optionalText', true),
    field('owners', 'lines', true),
    field('years', 'years', true),
    field('sameAs', 'sameAs'),
  ],
  milestone: [
    field('name', 'text'),
    field('code', 'text', true),
    field('area', 'area', true),
    field('level', 'level', true),
    field('dueOn', 'date', true),
    field('tasks', 'taskNumbers'),
    field('owners', 'lines'),
    field('sameAs', 'sameAs'),
  ],
  safeguard: [field('number', 'number', true), field('title', 'text'), field('summary', 'longText')],
  phase: [
    field('name', 'text'),
    field('start', 'date', true),
    field('end', 'date', true),
    field('summary', 'longText'),
  ],
} as const satisfies Partial<Record<Kind, readonly FieldSpec[]>>

export type FormKind = keyof typeof fieldsByKind

export function hasForm(kind: Kind): kind is FormKind {
  return kind in fieldsByKind
}

export type FormValues = Readonly<Record<string, string>>

/** Content as texts for the controls of a form. */
export function toValues(kind: FormKind, content: unknown): FormValues {
  const record = content as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    fieldsByKind[kind].map((spec: FieldSpec) => [spec.name, printValue(spec.type, record[spec.name])]),
  )
}

function printValue(type: FieldType, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (type === 'lines') return (value as readonly string[]).join('\n')
  if (type === 'taskNumbers') return (value as readonly number[]).join('、')
  if (type === 'years') {
    return (value as readonly { year: number; value: number | null }[])
      .map(({ year, value: amount }) => `${year}：${amount ?? ''}`)
      .join('\n')
  }
  return String(value)
}

export interface ReadForm {
  readonly content: Readonly<Record<string, unknown>>
  readonly errors: readonly { readonly name: FieldName; readonly message: string }[]
}

/** What the controls hold as content, with every error at once. */
export function fromValues(kind: FormKind, values: FormValues, t: ReviewTexts): ReadForm {
  const content: Record<string, unknown> = {}
  const errors: { name: FieldName; message: string }[] = []
  for (const spec of fieldsByKind[kind] as readonly FieldSpec[]) {
    const read = readValue(spec.type, (values[spec.name] ?? '').trim(), t.fields[spec.name], t)
    if (read.error === undefined) content[spec.name] = read.value
    else errors.push({ name: spec.name, message: read.error })
  }
  return { content, errors }
}

interface Read {
  readonly value?: unknown
  readonly error?: string
}

function readValue(type: FieldType, text: string, label: string, t: ReviewTexts): Read {
  switch (type) {
    case 'text':
      return text === '' ? { error: t.errors.required(label) } : { value: text }
    case 'plainText':
    case 'longText':
      return { value: text }
    case 'optionalText':
    case 'optionalLongText':
    case 'sameAs':
    case 'countKind':
      return { value: text === '' ? null : text }
    case 'comparator':
    case 'area':
    case 'level':
      return { value: text }
    case 'number':
      return text === '' ? { error: t.errors.required(label) } : readNumber(text, label, t)
    case 'optionalNumber':
      return text === '' ? { value: null } : readNumber(text, label, t)
    case 'date':
      if (text === '') return { value: null }
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { value: text } : { error: t.errors.date(label) }
    case 'lines':
      return { value: nonEmptyLines(text) }
    case 'taskNumbers': {
      const numbers = text
        .split(/[、,，\s]+/)
        .filter((part) => part !== '')
        .map(Number)
      return numbers.every((number) => Number.isInteger(number) && number > 0)
        ? { value: numbers }
        : { error: t.errors.tasks }
    }
    case 'years':
      return readYears(text, t)
  }
}

function readNumber(text: string, label: string, t: ReviewTexts): Read {
  const value = Number(text.replaceAll(/[,，\s]/g, ''))
  return Number.isFinite(value) ? { value } : { error: t.errors.number(label) }
}

function readYears(text: string, t: ReviewTexts): Read {
  const years: { year: number; value: number | null }[] = []
  for (const line of nonEmptyLines(text)) {
    const parts = /^(\d{4})(?:\s*年)?\s*[：:]?\s*(.*)$/.exec(line)
    const rest = parts?.[2]?.replaceAll(',', '') ?? ''
    const open = rest === '' || rest === t.undecomposed
    const value = open ? null : Number(rest)
    if (parts === null || (value !== null && !Number.isFinite(value))) return { error: t.errors.years }
    years.push({ year: Number(parts[1]), value })
  }
  return { value: years }
}

function nonEmptyLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/**
 * The first content of an item that a person adds, from the words that they selected. A number with its sign in
 * front (超70件, 达3.5万件) fills the amount; everything else is for the person to fill.
 */
export function blankContent(
  kind: FormKind,
  words: string,
  next: { readonly number: number; readonly code: string },
): Record<string, unknown> {
  const name = words.trim().slice(0, 120)
  const shared = { area: areaList[0], tasks: [], owners: [], sameAs: null, code: next.code, name }
  switch (kind) {
    case 'target':
      return { ...shared, ...readAmount(words), kind: null, category: null, deadline: null, years: [] }
    case 'milestone':
      return { ...shared, level: /争创|力争|争取/.test(words) ? 'strive' : 'achieve', dueOn: null }
    case 'task':
      return {
        number: next.number,
        title: name,
        group: null,
        area: areaList[0],
        summary: '',
        responsibilityText: null,
        lead: [],
        support: [],
      }
    case 'group':
      return { number: next.number, title: name, area: areaList[0] }
    case 'safeguard':
      return { number: next.number, title: name, summary: '' }
    case 'phase':
      return { name, start: null, end: null, summary: '' }
    case 'head':
      return { title: name, issuer: null, documentNo: null, issuedOn: null, periodStart: null, periodEnd: null }
  }
}

const amountPattern = /(\d+(?:\.\d+)?)\s*([%％]|[万亿]?\s*(?:[元件家个人项次场分名所][次]?))?/

function readAmount(words: string): { comparator: string; value: number | null; valueHigh: null; unit: string } {
  const found = amountPattern.exec(words)
  const before = found === null ? words : words.slice(0, found.index)
  const after = found === null ? '' : words.slice(found.index + found[0].length)
  const comparator = comparatorBefore(before.trim())
  const over = after.startsWith('以下') ? 'lte' : comparator
  return {
    comparator: over,
    value: found === null ? null : Number(found[1]),
    valueHigh: null,
    unit: (found?.[2] ?? '').replace('％', '%').trim(),
  }
}

function comparatorBefore(words: string): string {
  if (/(不超过|不高于|至多)$/.test(words)) return 'lte'
  return /(超|超过|大于|多于|突破)$/.test(words) ? 'gt' : 'gte'
}
