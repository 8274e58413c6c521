import { isKeyText } from './filters.ts'
import type { OrderedRecord, SelectedRows } from './list-records.ts'
import { registerErrors } from './register-errors.ts'
import type { Register } from './registers.ts'
import type { Sight } from './sight.ts'

/** By what a list is ordered: a column, then the id, so that every record has one place. */
export interface Order {
  /** as it was asked for; a place in one order is none in another */
  readonly sort: string
  readonly column: string
  readonly type: string
  readonly descending: boolean
  readonly mayBeEmpty: boolean
}

/** Newest first: ids begin with the instant at which they were made. */
const usual = '-id'

/** @throws register.badFilter when the register cannot be sorted by it, or the reader does not see it */
export function orderOf(register: Register, sight: Sight, sort: string = usual): Order {
  const descending = sort.startsWith('-')
  const name = descending ? sort.slice(1) : sort
  const order = (column: string, type: string, mayBeEmpty: boolean): Order => ({
    sort,
    column,
    type,
    descending,
    mayBeEmpty,
  })
  if (name === 'id' || name === 'recordedAt')
    return order(name === 'id' ? 'id' : 'recorded_at', name === 'id' ? 'text' : 'timestamptz', false)
  if (name === 'label') return order('pinyin', 'text', false)
  if (name === 'unitId') return order('unit_id', 'text', true)
  if (name === 'expectedOn') return order('expected_on', 'date', true)
  const field = register.fields.get(name)
  const column = field?.columns[0]
  if (
    field === undefined ||
    column === undefined ||
    !sight.fields.has(name) ||
    !isSortable(field.field.kind, column.name)
  ) {
    throw registerErrors.badFilter({ why: `不能按“${name}”排序 / cannot be sorted by “${name}”` })
  }
  if (name === register.declaration.title) return order('pinyin', 'text', false)
  if (isKeyText(register, field)) return order('identity', 'text', false)
  return order(column.name, column.type, true)
}

export function isSortable(kind: string, column: string): boolean {
  return (
    !column.endsWith('_blind') &&
    ['text', 'choice', 'integer', 'decimal', 'share', 'money', 'flag', 'date', 'link', 'unit'].includes(kind)
  )
}

/**
 * The statement for one part of a page: records that have a value, or those without one, which stand behind them.
 *
 * @returns undefined when the place lies behind this part
 * @throws register.badCursor
 */
export function pageSql(
  { from, where, parameters }: SelectedRows,
  columns: string,
  order: Order,
  part: 'valued' | 'empty',
  after: string | undefined,
  limit: number,
): string | undefined {
  const { column, type, descending, mayBeEmpty } = order
  const place = after === undefined ? undefined : placeIn(after, order)
  const [than, way] = descending ? ['<', 'desc'] : ['>', 'asc']
  const conditions = [where]
  if (part === 'valued') {
    if (place?.by === null) return undefined
    if (mayBeEmpty) conditions.push(`r.${column} is not null`)
    if (place !== undefined && column === 'id') conditions.push(`r.id ${than} ${parameters.add(place.id)}`)
    else if (place !== undefined) {
      const value = `${parameters.add(place.by)}::${type}`
      conditions.push(`(r.${column}, r.id) ${than} (${value}, ${parameters.add(place.id)})`)
    }
  } else {
    conditions.push(`r.${column} is null`)
    if (place !== undefined && place.by === null) conditions.push(`r.id ${than} ${parameters.add(place.id)}`)
  }
  const by = column === 'id' ? `r.id ${way}` : part === 'empty' ? `r.id ${way}` : `r.${column} ${way}, r.id ${way}`
  // An instant is handed over as text: a place must not lose its microseconds.
  const shown = type === 'timestamptz' ? `r.${column}::text` : `r.${column}`
  return `select ${columns}, ${shown} as order_by from ${from} where ${conditions.join(' and ')} order by ${by} limit ${limit}`
}

export function cursorAfter(order: Order, last: OrderedRecord | undefined): string {
  return Buffer.from(JSON.stringify([order.sort, last?.by ?? null, last?.record.id ?? ''])).toString('base64url')
}

function placeIn(after: string, order: Order): { by: string | number | boolean | null; id: string } {
  try {
    const [sort, by, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[]
    const isValue = by === null || ['string', 'number', 'boolean'].includes(typeof by)
    if (sort !== order.sort || !isValue || typeof id !== 'string') throw registerErrors.badCursor({})
    return { by: by as string, id }
  } catch {
    throw registerErrors.badCursor({})
  }
}
