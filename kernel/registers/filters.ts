import type { FieldSecrets } from '../personal-data/field-secrets.ts'
import { firstDayOf } from './check-values.ts'
import { isPersonal } from './columns.ts'
import { type ConditionFacts, conditionFilter } from './condition-filter.ts'
import { checkInputShape } from './filter-shape.ts'
import { foldedKey } from './prepare-record.ts'
import { registerErrors } from './register-errors.ts'
import type { Filter } from './registers.schemas.ts'
import type { Register, RegisterField, Registers } from './registers.ts'
import type { Parameters } from './run-sql.ts'
import { searchQuery } from './search-words.ts'

export interface FilterContext {
  readonly registers: Registers
  readonly register: Register
  readonly jurisdiction: string
  readonly secrets: FieldSecrets
  /** the day for which conditions are asked */
  readonly day: string
  /** fields that the reader sees: by others one cannot filter either, or the filter would tell what they hold */
  readonly visible: ReadonlySet<string>
  /** where a filter asks for a named condition */
  readonly conditions: ConditionFacts | undefined
  /** as it was known at an instant; undefined: as it is known now */
  readonly knownAt: Date | undefined
}

/**
 * Filters from the text in which they stand in an address.
 *
 * @throws register.badFilter
 */
export function parseFilters(text: string | undefined): readonly Filter[] {
  if (text === undefined || text.trim() === '') return []
  let filters: unknown
  try {
    filters = JSON.parse(text)
  } catch {
    throw registerErrors.badFilter({ why: '不是 JSON / not JSON' })
  }
  return checkInputShape(filters)
}

/**
 * One filter as a condition of SQL on the alias.
 *
 * @throws register.badFilter
 */
export function filterSql(filter: Filter, alias: string, parameters: Parameters, context: FilterContext): string {
  const { field: name, by, value } = filter
  if (by === 'condition') {
    const held = conditionFilter(name, alias, parameters, context)
    return value === false ? `not coalesce(${held}, false)` : held
  }
  const standard = standardColumnsByName[name]
  if (standard !== undefined) return plainFilter(`${alias}.${standard.column}`, standard.type, filter, parameters)
  const field = context.register.fields.get(name)
  if (field === undefined || !context.visible.has(name)) throw bad(`没有字段“${name}” / no field “${name}”`)
  const column = `${alias}.${field.columns[0]?.name}`
  if (by === 'isSet') return `${column} is ${value === false ? '' : 'not '}null`
  if (isPersonal(field.field)) return personalFilter(field, column, filter, parameters, context)
  switch (field.field.kind) {
    case 'choices':
    case 'codes':
    case 'attachments':
      return listFilter(column, filter, parameters)
    case 'link':
      return linkFilter(column, `${alias}.${field.columns[1]?.name}`, filter, parameters)
    case 'links':
      return linksFilter(column, `${alias}.${field.columns[1]?.name}`, filter, parameters)
    case 'point':
      throw bad(`“${name}”只能按有无筛选 / “${name}” can be filtered by isSet only`)
    default:
      return isKeyText(context.register, field) && (by === 'is' || by === 'startsWith')
        ? keyFilter(alias, filter, parameters)
        : plainFilter(column, field.columns[0]?.type ?? 'text', filter, parameters)
  }
}

/** The one text by which records are told apart stands folded in `identity`, which has an index. */
export function isKeyText({ declaration }: Register, { name, field }: RegisterField): boolean {
  return declaration.key.length === 1 && declaration.key[0] === name && field.kind === 'text' && !isPersonal(field)
}

const standardColumnsByName: Readonly<Record<string, { readonly column: string; readonly type: string }>> = {
  unitId: { column: 'unit_id', type: 'text' },
  expectedOn: { column: 'expected_on', type: 'date' },
  origin: { column: 'origin', type: 'text' },
  runId: { column: 'run_id', type: 'text' },
  demonstration: { column: 'demonstration', type: 'boolean' },
  id: { column: 'id', type: 'text' },
}

function bad(why: string) {
  return registerErrors.badFilter({ why })
}

function keyFilter(alias: string, { by, value }: Filter, parameters: Parameters): string {
  const folded = foldedKey(textIn(value))
  if (by === 'is') return `${alias}.identity = ${parameters.add(folded)}`
  return `${alias}.identity like ${parameters.add(`${escaped(folded)}%`)}`
}

function plainFilter(column: string, type: string, { by, value, field }: Filter, parameters: Parameters): string {
  const one = (given: unknown) => `${parameters.add(readAs(type, given))}::${type}`
  switch (by) {
    case 'is':
      return value === null ? `${column} is null` : `${column} = ${one(value)}`
    case 'isNot':
      return value === null ? `${column} is not null` : `${column} is distinct from ${one(value)}`
    case 'in': {
      if (!Array.isArray(value) || value.length > 500) throw bad(`“${field}”应给出值的列表 / needs a list`)
      return `${column} = any(${parameters.add(value.map((each) => readAs(type, each)))}::${type}[])`
    }
    case 'within': {
      if (!Array.isArray(value) || value.length !== 2) throw bad(`“${field}”应给出起止 / needs two ends`)
      const [low, high] = value as readonly unknown[]
      const parts = [
        ...(low == null ? [] : [`${column} >= ${one(low)}`]),
        ...(high == null
          ? []
          : [`${column} <= ${parameters.add(type === 'date' ? lastDayOf(high) : readAs(type, high))}::${type}`]),
      ]
      return parts.length === 0 ? 'true' : parts.join(' and ')
    }
    case 'isSet':
      return `${column} is ${value === false ? '' : 'not '}null`
    case 'contains':
    case 'startsWith':
      if (type !== 'text') throw bad(`“${field}”不是文字 / is not text`)
      return `${column} like ${parameters.add(`${by === 'contains' ? '%' : ''}${escaped(textIn(value))}%`)}`
    default:
      throw bad(`“${field}”不能按“${by}”筛选 / cannot be filtered by ${by}`)
  }
}

function personalFilter(
  { name }: RegisterField,
  column: string,
  { by, value }: Filter,
  parameters: Parameters,
  { secrets, jurisdiction }: FilterContext,
): string {
  if (by !== 'is')
    throw bad(`“${name}”已加密，只能按完整的值查找 / “${name}” is encrypted: it is found by its whole value only`)
  return `${column} = ${parameters.add(secrets.blind(textIn(value), jurisdiction))}`
}

function listFilter(column: string, { field, by, value }: Filter, parameters: Parameters): string {
  switch (by) {
    case 'holds':
    case 'is':
      return `${column} @> ${parameters.add([textIn(value)])}::text[]`
    case 'in':
      if (!Array.isArray(value)) throw bad(`“${field}”应给出值的列表 / needs a list`)
      return `${column} && ${parameters.add(value.map(textIn))}::text[]`
    case 'contains':
    case 'startsWith':
      return anyLike(column, by, value, parameters)
    default:
      throw bad(`“${field}”不能按“${by}”筛选 / cannot be filtered by ${by}`)
  }
}

function anyLike(column: string, by: 'contains' | 'startsWith', value: unknown, parameters: Parameters): string {
  const pattern = parameters.add(`${by === 'contains' ? '%' : ''}${escaped(textIn(value))}%`)
  return `exists (select from unnest(${column}) as one where one like ${pattern})`
}

function linkFilter(name: string, id: string, filter: Filter, parameters: Parameters): string {
  const { by, value } = filter
  if (by !== 'is' && by !== 'holds') return plainFilter(name, 'text', filter, parameters)
  const given = parameters.add(linkText(value))
  // The words of a name only where they are asked for: PostgreSQL refuses a value that nothing uses.
  if (isId(linkText(value))) return `${id} = ${given}`
  return `(${id} = ${given} or (${id} is null and ${name} = ${given}${wordsOf(value, id, parameters)}))`
}

function linksFilter(names: string, ids: string, filter: Filter, parameters: Parameters): string {
  const { by, value } = filter
  if (by !== 'is' && by !== 'holds') return listFilter(names, filter, parameters)
  const given = linkText(value)
  // An id is told by its form, so that the index of ids answers alone.
  if (isId(given)) return `${ids} @> ${parameters.add([given])}::text[]`
  return `(${names} @> ${parameters.add([given])}::text[]${wordsOf(value, ids, parameters)})`
}

function linkText(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string') return value.id
  return textIn(value)
}

/** Names of links are among the words by which a record is found: their index narrows what has to be looked at. */
function wordsOf(value: unknown, column: string, parameters: Parameters): string {
  const query = searchQuery(linkText(value))
  return query === undefined ? '' : ` and ${column.split('.')[0]}.search @@ ${parameters.add(query)}::tsquery`
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/.test(text)
}

function textIn(value: unknown): string {
  if (typeof value !== 'string' || value.length > 500) throw bad('应给出文字 / needs a text')
  return value
}

function readAs(type: string, value: unknown): string | number | boolean {
  if (type === 'boolean' && typeof value === 'boolean') return value
  if ((type === 'bigint' || type === 'numeric') && typeof value === 'number' && Number.isFinite(value)) return value
  if (type === 'date' && typeof value === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(value)) return firstDayOf(value)
  if (type === 'text' && typeof value === 'string' && value.length <= 500) return value
  throw bad(`“${JSON.stringify(value)}”与字段的类型不符 / does not fit the field`)
}

function lastDayOf(value: unknown): string {
  const first = String(readAs('date', value))
  const written = String(value)
  if (written.length === 4) return `${written}-12-31`
  if (written.length === 10) return first
  const [year = 0, month = 0] = written.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}
