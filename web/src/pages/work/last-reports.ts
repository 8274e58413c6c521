import type { DutyRow, ReportRow } from '../../api/types.gen.ts'

/** What was last handed in for the same thing before a duty's period, from the unit's own reports. */
export function lastReports(reports: readonly ReportRow[]): (duty: DutyRow) => ReportRow | null {
  const said = reports.filter(({ state, duty }) => state !== 'draft' && state !== 'returned' && duty.kind === 'report')
  return (duty) => {
    if (duty.kind !== 'report') return null
    const before = said
      .filter(
        (row) =>
          row.duty.item.itemId === duty.item.itemId && row.duty.scope === duty.scope && row.duty.period < duty.period,
      )
      .sort((a, b) => b.duty.period.localeCompare(a.duty.period))[0]
    return before ?? null
  }
}
