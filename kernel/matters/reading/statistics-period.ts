import { addMonths, daysBetween } from '@qiangxian/engines/work-calendar/civil-date'
import { queueErrors } from './reading-errors.ts'

export interface Period {
  readonly from: string
  readonly to: string
}

const mostDays = 3_660

/**
 * The period that figures are of; left open, the year so far.
 *
 * @throws queue.badPeriod for days that do not exist, an end before its beginning, or more than ten years
 */
export function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }, today: string): Period {
  const period = { to: to ?? today, from: from ?? `${(to ?? today).slice(0, 4)}-01-01` }
  let days: number
  try {
    days = daysBetween(period.from, period.to)
  } catch {
    throw queueErrors.badPeriod(period)
  }
  if (days < 0 || days > mostDays) throw queueErrors.badPeriod(period)
  return period
}

/** The months that a period touches, `YYYY-MM`. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = addMonths(month, 1)) months.push(month.slice(0, 7))
  return months
}
