import { hash } from 'node:crypto'
import type { FieldSecrets } from '../personal-data/field-secrets.ts'
import { mask } from '../personal-data/mask.ts'
import { isPersonal } from './columns.ts'
import type { Field } from './field.types.ts'
import type { ChoiceHistory, LinkValue, RecordValues, Value } from './record.types.ts'
import { Sealed } from './record.types.ts'
import type { Register } from './registers.ts'
import { pinyinKey, searchWords } from './search-words.ts'

/** A record that is ready to be written: every column of a field as text that PostgreSQL reads, null for none. */
export interface PreparedRecord {
  /** in the order of the register's fields and their columns */
  readonly cells: readonly (string | null)[]
  readonly identity: string
  readonly digest: string
  readonly label: string
  readonly pinyin: string
  readonly tokens: string
}

export interface PreparingOptions {
  readonly secrets: FieldSecrets
  readonly jurisdiction: string
  /** the civil date from which a changed choice counts where nobody said another */
  readonly today: string
}

export type PrepareRecord = (
  id: string,
  values: RecordValues,
  histories?: Readonly<Record<string, ChoiceHistory>>,
  before?: RecordValues,
) => PreparedRecord

/**
 * How records of a register are made ready for its table. Made once and used for many: what depends on the register
 * alone is found out here.
 */
export function recordPreparer(register: Register, options: PreparingOptions): PrepareRecord {
  const fields = [...register.fields.values()]
  const { key, title } = register.declaration
  const names = new Set([title, ...key, register.declaration.naming?.formerNames ?? ''])
  const searched = fields.filter(
    ({ name, field }) =>
      !isPersonal(field) &&
      (names.has(name) ||
        field.kind === 'link' ||
        field.kind === 'links' ||
        (field.kind === 'text' && 'format' in field)),
  )
  const titleField = register.fields.get(title)?.field
  return (id, given, histories = {}, before) => {
    const cells: (string | null)[] = []
    const saying: unknown[] = []
    const kept: Record<string, Value> = {}
    for (const { name, field } of fields) {
      const value = sealedOrPlain(field, given[name] ?? null, id, options)
      kept[name] = value
      const own = cellsOf(field, value, histories[name], before?.[name], options.today)
      cells.push(...own)
      if (own[0] == null && own[1] == null) continue
      saying.push(name, value instanceof Sealed ? value.blind : said(field, own))
    }
    const digest = hash('sha256', JSON.stringify(saying), 'base64url').slice(0, 27)
    const label =
      (titleField === undefined ? '' : textOf(titleField, kept[title] ?? null)).slice(0, 300) || '（无名称）'
    const texts = searched.map(({ name, field }) => textOf(field, kept[name] ?? null))
    return {
      cells,
      digest,
      label,
      identity: key.length === 0 ? digest : (identityOf(register, kept, options) ?? `~${digest}`),
      pinyin: pinyinKey(label),
      tokens: searchWords(texts).join(' '),
    }
  }
}

/**
 * What a record is told apart by, from the values of its key alone; for those who look for it before writing.
 *
 * Of a register whose records are named, one without a code is told apart by its name.
 *
 * @returns undefined where the key is empty, of the register or of this record
 */
export function identityOf(
  register: Register,
  values: RecordValues,
  options: Pick<PreparingOptions, 'secrets' | 'jurisdiction'>,
): string | undefined {
  const { key, naming, title } = register.declaration
  if (key.length === 0) return undefined
  const parts = key.map((name) => {
    const value = values[name] ?? null
    const field = register.fields.get(name)?.field
    if (typeof value === 'string' && field !== undefined && isPersonal(field)) {
      return options.secrets.blind(value, options.jurisdiction)
    }
    return identityPart(value)
  })
  if (parts.some((part) => part !== '')) return parts.join(' | ')
  const named = naming === undefined ? '' : identityPart(values[title] ?? null)
  return named === '' ? undefined : `~${named}`
}

function sealedOrPlain(field: Field, value: Value, id: string, { secrets, jurisdiction }: PreparingOptions): Value {
  if (typeof value !== 'string' || field.kind !== 'text' || !isPersonal(field)) return value
  return new Sealed(
    secrets.seal(value, `${jurisdiction}/${id}`),
    secrets.blind(value, jurisdiction),
    mask(value, field.mask),
  )
}

/** Width, case and spaces do not make another thing. */
export function foldedKey(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
}

function identityPart(value: Value): string {
  if (value === null) return ''
  if (value instanceof Sealed) return value.blind
  if (Array.isArray(value)) return value.map((each: string | LinkValue) => identityPart(each)).join('+')
  if (typeof value === 'object') return 'name' in value ? (value.id ?? foldedKey(value.name)) : ''
  return foldedKey(String(value))
}

/** What counts for the digest: since when a choice stands is not what the record says. */
function said(field: Field, own: readonly (string | null)[]): unknown {
  return field.kind === 'choice' ? own[0] : own.length === 1 ? own[0] : own
}

function cellsOf(
  field: Field,
  value: Value,
  history: ChoiceHistory | undefined,
  before: Value | undefined,
  today: string,
): readonly (string | null)[] {
  switch (field.kind) {
    case 'text':
      if (!isPersonal(field)) return [value as string | null]
      return value instanceof Sealed
        ? [value.blind, `\\x${Buffer.from(value.cipher).toString('hex')}`, value.masked]
        : [null, null, null]
    case 'choice':
      return field.history === true
        ? choiceCells(value as string | null, history, before, today)
        : [value as string | null]
    case 'choices':
    case 'codes':
    case 'attachments':
      return [value === null ? null : arrayLiteral(value as readonly string[])]
    case 'date': {
      if (field.precision === undefined || field.precision === 'day') return [value as string | null]
      if (value === null) return [null, null]
      const written = value as string
      const precision = written.length === 10 ? 'day' : written.length === 7 ? 'month' : 'year'
      return [`${written}${'-01-01'.slice(written.length - 4)}`, precision]
    }
    case 'link': {
      const link = value as LinkValue | null
      return link === null ? [null, null] : [link.name, link.id]
    }
    case 'links': {
      const list = value as readonly LinkValue[] | null
      if (list === null) return [null, null]
      return [arrayLiteral(list.map(({ name }) => name)), arrayLiteral(list.map(({ id }) => id ?? ''))]
    }
    case 'point': {
      if (value === null) return [null, null]
      const { longitude, latitude } = value as { longitude: number; latitude: number }
      return [String(longitude), String(latitude)]
    }
    default:
      return [value === null ? null : String(value)]
  }
}

function choiceCells(
  value: string | null,
  history: ChoiceHistory | undefined,
  before: Value | undefined,
  today: string,
): readonly (string | null)[] {
  const earlier = history?.history ?? []
  if (before !== undefined && before === value) {
    return [value, history?.since ?? null, earlier.length === 0 ? null : JSON.stringify(earlier)]
  }
  if (before === undefined) return [value, null, null]
  const left = { value: typeof before === 'string' ? before : null, since: history?.since ?? null }
  return [value, today, JSON.stringify([...earlier, left])]
}

/** A list as PostgreSQL writes it. */
export function arrayLiteral(values: readonly (string | null)[]): string {
  let text = '{'
  for (const [at, value] of values.entries()) {
    if (at > 0) text += ','
    text += value === null ? 'NULL' : quotedElement(value)
  }
  return `${text}}`
}

function quotedElement(value: string): string {
  return needsEscape.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : `"${value}"`
}

const needsEscape = /["\\]/

/** A value in words, for labels and search. */
export function textOf(field: Field, value: Value): string {
  if (value === null) return ''
  if (value instanceof Sealed) return value.masked
  if (field.kind === 'choice') return field.choices.find((each) => each.value === value)?.label ?? String(value)
  if (Array.isArray(value)) {
    return value.map((each: string | LinkValue) => (typeof each === 'string' ? each : each.name)).join('、')
  }
  if (typeof value === 'object') return 'name' in value ? value.name : ''
  return String(value)
}
