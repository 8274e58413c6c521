import type { DutyRow } from '../../api/types.gen.ts'

/** A part of the list: what must be seen to first, the reports of one period, the rest, what waits for the office. */
export interface DutyGroup {
  readonly key: 'back' | 'period' | 'other' | 'waiting'
  /** of reports; '' elsewhere */
  readonly period: string
  readonly duties: readonly DutyRow[]
}

/** Returned and overdue first, then the reports by period, then milestones and parts, then what was handed in. */
export function groupDuties(duties: readonly DutyRow[]): readonly DutyGroup[] {
  const running = duties.filter(isRunning)
  const back = running.filter((duty) => duty.state === 'returned' || duty.light === 'red')
  const rest = running.filter((duty) => !back.includes(duty))
  const reports = rest.filter(({ kind }) => kind === 'report')
  const periods = [...new Set(reports.map(({ period }) => period))].sort()
  const group = (key: DutyGroup['key'], found: readonly DutyRow[], period = ''): DutyGroup => ({
    key,
    period,
    duties: [...found].sort(byUrgency),
  })
  return [
    group('back', back),
    ...periods.map((period) =>
      group(
        'period',
        reports.filter((duty) => duty.period === period),
        period,
      ),
    ),
    group(
      'other',
      rest.filter(({ kind }) => kind !== 'report'),
    ),
    group(
      'waiting',
      duties.filter((duty) => !isRunning(duty)),
    ),
  ].filter((each) => each.duties.length > 0)
}

export function isRunning({ state }: Pick<DutyRow, 'state'>): boolean {
  return state === 'open' || state === 'drafted' || state === 'returned'
}

/** Filled in, and waiting for the head's signature. */
export function isReady({ state, kind, reportRevision }: DutyRow): boolean {
  return kind !== 'part' && reportRevision !== null && (state === 'drafted' || state === 'returned')
}

function byUrgency(a: DutyRow, b: DutyRow): number {
  const back = (duty: DutyRow) => (duty.state === 'returned' ? 0 : 1)
  return (
    back(a) - back(b) ||
    a.dueOn.localeCompare(b.dueOn) ||
    a.item.kind.localeCompare(b.item.kind) ||
    a.item.code.localeCompare(b.item.code, 'zh-CN', { numeric: true })
  )
}

/** First days on which the next monthly and the next quarterly reports open. */
export function nextOpenings(today: string): { readonly month: string; readonly quarter: string } {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const first = (months: number) => {
    const count = year * 12 + months
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`
  }
  return { month: first(month), quarter: first(Math.floor((month - 1) / 3) * 3 + 3) }
}
