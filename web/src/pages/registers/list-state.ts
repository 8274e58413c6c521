import type { Selection } from '../../api/register.queries.ts'
import type { Filter, FilterBy, RegisterDescription } from '../../api/register.types.ts'

/** Everything that makes a list look as it does; it stands in the address, so that a list can be sent to somebody. */
export interface ListState extends Selection {
  /** names of fields, separated by commas; the register's own choice where it is left out */
  readonly columns?: string
  readonly density?: 'tight'
  /** the saved view that it began with */
  readonly view?: string
}

type Search = Readonly<Record<string, unknown>>

const ways: readonly FilterBy[] = [
  'is',
  'isNot',
  'in',
  'contains',
  'startsWith',
  'within',
  'isSet',
  'holds',
  'condition',
]

/** The state as an address says it; what makes no sense is left out. */
export function readListState(search: Search): ListState {
  const text = (key: string) => {
    const value = search[key]
    if (typeof value === 'number') return String(value)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const filters = Array.isArray(search['filters']) ? search['filters'].filter(isFilter) : []
  const asOf = text('asOf')
  return present({
    filters: filters.length === 0 ? undefined : filters,
    q: text('q'),
    unit: text('unit'),
    asOf: asOf !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : undefined,
    sort: text('sort'),
    columns: text('columns'),
    density: search['density'] === 'tight' ? ('tight' as const) : undefined,
    view: text('view'),
  })
}

function isFilter(value: unknown): value is Filter {
  if (typeof value !== 'object' || value === null) return false
  const { field, by } = value as { readonly field?: unknown; readonly by?: unknown }
  return typeof field === 'string' && ways.some((way) => way === by)
}

/** What the server is asked for: how it looks is of no concern to it. */
export function selectionOf({ filters, q, unit, asOf, sort }: ListState): Selection {
  return present({ filters, q, unit, asOf, sort })
}

/** What a saved view keeps: everything but which view it was. */
export function viewState({ view: _view, ...state }: ListState): object {
  return present(state)
}

/** Columns that every register has besides its fields. */
export const standardColumns = ['unitId', 'expectedOn', 'recordedAt'] as const

export type StandardColumn = (typeof standardColumns)[number]

export function isStandardColumn(name: string): name is StandardColumn {
  return standardColumns.some((one) => one === name)
}

/** What stands as columns, in the order chosen; the title always first. */
export function columnNames(description: RegisterDescription, state: ListState): readonly string[] {
  const known = (name: string) => isStandardColumn(name) || description.fields.some((field) => field.name === name)
  const chosen = (state.columns ?? '').split(',').filter(known)
  const names = chosen.length > 0 ? chosen : [...new Set([...description.columns.filter(known), 'unitId'])]
  return [description.title, ...names.filter((name) => name !== description.title)]
}

/** The state with a filter put in the place of another, at the end, or taken away. */
export function withFilter(state: ListState, at: number, filter: Filter | null): ListState {
  const old = state.filters ?? []
  const next =
    filter === null
      ? old.filter((_one, index) => index !== at)
      : at < old.length
        ? old.map((one, index) => (index === at ? filter : one))
        : [...old, filter]
  const { filters: _old, ...rest } = state
  return next.length === 0 ? rest : { ...rest, filters: next }
}

/** A press on a head: upwards, downwards, and back to the order of the register. */
export function nextSort(sort: string | undefined, field: string): string | undefined {
  if (sort === field) return `-${field}`
  return sort === `-${field}` ? undefined : field
}

export function present<T extends object>(values: T) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
