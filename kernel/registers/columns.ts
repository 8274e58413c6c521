import type { Field } from './field.types.ts'
import type { Column } from './registers.ts'

/** Whether a field is kept encrypted. */
export function isPersonal(field: Field): boolean {
  return field.sensitivity === 'personal' || field.sensitivity === 'sensitive'
}

/** Whether an end of validity is the last day on which it holds. */
export function isLastDay(field: Field | undefined): boolean {
  return field?.kind === 'date' && field.isLastDay === true
}

/** Whether a day may be known to its month or year only. */
export function hasPrecision(field: Field): boolean {
  return field.kind === 'date' && (field.precision === 'month' || field.precision === 'year')
}

/**
 * The columns that hold a field, the one that lists sort and filter by first.
 *
 * @example columnsOf('grantedOn', date('授权日', 'Granted on')) // [{ name: 'granted_on', type: 'date' }]
 */
export function columnsOf(name: string, field: Field): readonly Column[] {
  const stem = snakeCase(name)
  const own = (type: Column['type']): Column => ({ name: safeName(stem), type })
  const part = (suffix: string, type: Column['type']): Column => ({ name: `${stem}_${suffix}`, type })
  switch (field.kind) {
    case 'text':
      return isPersonal(field)
        ? [part('blind', 'text'), part('cipher', 'bytea'), part('masked', 'text')]
        : [own('text')]
    case 'choice':
      return field.history === true ? [own('text'), part('since', 'date'), part('history', 'jsonb')] : [own('text')]
    case 'choices':
    case 'codes':
    case 'attachments':
      return [own('text[]')]
    case 'integer':
    case 'money':
      return [own('bigint')]
    case 'decimal':
    case 'share':
      return [own('numeric')]
    case 'flag':
      return [own('boolean')]
    case 'date':
      return hasPrecision(field) ? [own('date'), part('precision', 'text')] : [own('date')]
    case 'link':
      return [part('name', 'text'), part('id', 'text')]
    case 'links':
      return [part('names', 'text[]'), part('ids', 'text[]')]
    case 'unit':
      return [own('text')]
    case 'point':
      return [part('longitude', 'numeric'), part('latitude', 'numeric')]
  }
}

/** @example snakeCase('grantedOn') // 'granted_on' */
export function snakeCase(name: string): string {
  return name.replaceAll('-', '_').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A name that SQL has for itself (`on`, `user`) gets an underscore, so that it needs no quotation marks anywhere. */
function safeName(name: string): string {
  return reserved.has(name) ? `${name}_` : name
}

/**
 * Words that cannot be the name of a column or table without quotation marks.
 *
 * @source PostgreSQL 15, appendix C, the column "PostgreSQL": reserved
 */
export const reserved: ReadonlySet<string> = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
  concurrently constraint create cross current_catalog current_date current_role current_schema current_time
  current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
  full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
  localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning
  right select session_user similar some symmetric system_user table tablesample then to trailing true union unique user
  using variadic verbose when where window with`.split(/\s+/),
)
