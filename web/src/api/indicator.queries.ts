import { queryOptions } from '@tanstack/react-query'
import { get, Problem } from './client.ts'
import type * as Indicators from './indicator.types.ts'
import { queryClient, read, seg } from './queries.ts'

/** What the pages of computed indicators read. */

/** A question in an address; what is undefined is not asked. */
function asked(parts: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parts)) if (value !== undefined && value !== '') query.set(name, value)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

export const indicatorsQuery = read<{ indicators: readonly Indicators.IndicatorRow[] }>('/indicators', 'indicators')

export const indicatorQuery = (code: string) =>
  read<Indicators.IndicatorDetail>(`/indicators/${seg(code)}`, 'indicators', code)

export interface Moment {
  /** a day; today where it is left out */
  readonly at?: string | undefined
  /** id of a unit; the county where it is left out */
  readonly unit?: string | undefined
}

export const indicatorValueQuery = (code: string, { at, unit }: Moment) =>
  read<Indicators.IndicatorValue>(`/indicators/${seg(code)}/value${asked({ at, unit })}`, 'indicators', code, 'value', {
    at,
    unit,
  })

export const unitSeriesQuery = (code: string, unit: string) =>
  read<{ series: readonly Indicators.SeriesPoint[] }>(
    `/indicators/${seg(code)}/series${asked({ unit })}`,
    'indicators',
    code,
    'series',
    unit,
  )

export interface RecordsAsked extends Moment {
  readonly path?: string | undefined
  readonly counts?: 'true' | 'false' | undefined
  /** the records behind a step of the waterfall between two days */
  readonly step?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export function recordsPage(
  code: string,
  what: RecordsAsked,
  after: string | null,
  signal: AbortSignal,
): Promise<Indicators.RecordsPage> {
  return get(`/indicators/${seg(code)}/records${asked({ ...what, after: after ?? undefined })}`, signal)
}

/** The first page of what counts, for the grounds that come with it. */
export const groundsQuery = (code: string, { at, unit }: Moment) =>
  read<Indicators.RecordsPage>(
    `/indicators/${seg(code)}/records${asked({ at, unit, counts: 'true' })}`,
    'indicators',
    code,
    'grounds',
    { at, unit },
  )

export const waterfallQuery = (code: string, from: string, to: string, unit?: string) =>
  read<Indicators.Waterfall>(
    `/indicators/${seg(code)}/waterfall${asked({ from, to, unit })}`,
    'indicators',
    code,
    'waterfall',
    { from, to, unit },
  )

/** null: nothing was frozen for that period. */
export const driftQuery = (code: string, period: string) =>
  queryOptions<Indicators.Drift | null, Problem>({
    queryKey: ['indicators', code, 'drift', period],
    queryFn: async ({ signal }) => {
      try {
        return await get<Indicators.Drift>(`/indicators/${seg(code)}/drift${asked({ period })}`, signal)
      } catch (problem) {
        if (problem instanceof Problem && problem.status === 404) return null
        throw problem
      }
    },
  })

export const whatIfQuery = (code: string, on: string, unit?: string) =>
  read<Indicators.WhatIf>(`/indicators/${seg(code)}/what-if${asked({ on, unit })}`, 'indicators', code, 'what-if', {
    on,
    unit,
  })

/** Where the workbook of a figure with its lineage lies. */
export function exportPath(code: string, { at, unit }: Moment): string {
  return `/api/indicators/${seg(code)}/export${asked({ at, unit })}`
}

/** The page of a record. */
export function recordPath(register: string, id: string): string {
  return `/registers/${seg(register)}/records/${seg(id)}`
}

/** After a definition or a frozen value changed: everything that is computed is asked for again. */
export function refreshIndicators(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['indicators'] })
}

export const conditionQuery = (register: string, name: string) =>
  read<Indicators.ConditionDetail>(
    `/conditions/${seg(register)}/${seg(name)}`,
    'indicators',
    'condition',
    register,
    name,
  )
