import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, type Problem } from './client.ts'
import { read, seg } from './queries.ts'
import type { CalendarYearRow, DueExplanation, RuleDetail, RuleRow } from './types.gen.ts'

export const rulesQuery = read<{ rules: readonly RuleRow[] }>('/rules', 'rules')
export const ruleQuery = (id: string) => read<RuleDetail>(`/rules/${seg(id)}`, 'rules', id)
export const calendarYearsQuery = read<{ years: readonly CalendarYearRow[] }>('/calendar-years', 'calendar-years')

/** What is asked of the calculator, as the address keeps it. */
export interface CountingAsked {
  readonly from: string
  /** 2026-03-16..2026-04-10 */
  readonly paused: readonly string[]
  readonly extended: number
}

/** How a limit is counted day by day; what was counted before stays while the next is on its way. */
export const countingQuery = (rule: string, { from, paused, extended }: CountingAsked) => {
  const asked = new URLSearchParams({ from, extended: String(extended) })
  for (const span of paused) asked.append('paused', span)
  return queryOptions<DueExplanation, Problem>({
    queryKey: ['rules', rule, 'counting', asked.toString()],
    queryFn: ({ signal }) => get<DueExplanation>(`/rules/${seg(rule)}/counting?${asked}`, signal),
    enabled: from !== '',
    placeholderData: keepPreviousData,
  })
}
