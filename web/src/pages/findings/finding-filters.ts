/** Which findings are looked at; it stands in the address. */
export interface FindingFilters {
  readonly status?: 'explained' | 'resolved' | 'all'
  readonly severity?: 'error' | 'warning' | 'note'
  readonly rule?: string
  readonly unit?: string
  readonly overdue?: 'yes'
}

/** Reads the filters from an address; what it does not know it leaves out. Open findings are shown where no state is named. */
export function readFindingFilters(search: Readonly<Record<string, unknown>>): FindingFilters {
  const { status, severity, rule, unit, overdue } = search
  return {
    ...(status === 'explained' || status === 'resolved' || status === 'all' ? { status } : {}),
    ...(severity === 'error' || severity === 'warning' || severity === 'note' ? { severity } : {}),
    ...(typeof rule === 'string' && rule !== '' ? { rule } : {}),
    ...(typeof unit === 'string' && unit !== '' ? { unit } : {}),
    ...(overdue === 'yes' ? { overdue: 'yes' as const } : {}),
  }
}

/** The same as a question to the interface. */
export function findingsPath(filters: FindingFilters, after: string | null): string {
  const query = new URLSearchParams({ status: filters.status ?? 'open' })
  for (const name of ['severity', 'rule', 'unit'] as const) {
    const value = filters[name]
    if (value !== undefined) query.set(name, value)
  }
  if (filters.overdue === 'yes') query.set('overdue', 'true')
  if (after !== null) query.set('after', after)
  return `/quality/findings?${query}`
}
