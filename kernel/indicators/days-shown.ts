import { sameDayMonthsBefore } from '@qiangxian/engines/formula/days'
import { periodsBetween } from '@qiangxian/engines/indicator/period'

/** How many month ends a series goes back. */
export const monthsShown = 36

/**
 * The days of a series: the month ends that have passed since the programme began, or of the last three years, and
 * today itself at the end.
 */
export function seriesDays(programme: { readonly start: string } | null, today: string): readonly string[] {
  const back = sameDayMonthsBefore(today, monthsShown)
  const start = programme === null || programme.start < back ? back : programme.start
  if (start > today) return [today]
  const ends = periodsBetween(start, today, 'month')
    .map(({ end }) => end)
    .filter((end) => end < today)
  return [...ends.slice(-monthsShown), today]
}
