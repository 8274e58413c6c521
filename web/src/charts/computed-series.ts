import type { SeriesPoint } from '../api/indicator.types.ts'
import type { Language } from '../i18n/language.ts'
import type { Series } from './chart-parts.ts'

/**
 * A computed series as the chart of reported values reads it, so that both are drawn alike: a figure of a period, solid
 * where it was approved, and a gap with its reason where there is none.
 */
export function asReadings(series: readonly SeriesPoint[], language: Language): Series {
  return series.map((point) => ({
    period: point.period,
    periodEnd: point.on,
    owedBy: null,
    reading: {
      period: point.period,
      periodEnd: point.on,
      state: point.value === null ? 'missing' : 'value',
      value: point.value,
      numerator: null,
      denominator: null,
      reason: point.missing?.[language] ?? null,
      cutoffOn: point.on,
      status: point.frozen === null ? 'reported' : 'approved',
    },
  }))
}

/** The days on which another version of the definition begins to count; the first one began with the series. */
export function definitionChanges(
  series: readonly SeriesPoint[],
): readonly { readonly on: string; readonly version: number }[] {
  return series.flatMap((point, index) => {
    const before = series[index - 1]
    return before === undefined || before.version === point.version ? [] : [{ on: before.on, version: point.version }]
  })
}

/** Yearly figures fall back each January; a line through them would tell of a fall that never was. */
export function beginsAgain(series: readonly Pick<SeriesPoint, 'on' | 'value'>[]): boolean {
  const falls = series.filter(({ value, on }, index) => {
    const before = series[index - 1]
    return (
      before?.value != null && value !== null && before.on.slice(0, 4) !== on.slice(0, 4) && value < before.value * 0.5
    )
  })
  return falls.length > 1
}
