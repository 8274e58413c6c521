/** Ranges of days that people ask for by name. */
export const datePresets = ['thisYear', 'lastYear', 'lastThirty', 'nextNinety'] as const

export type DatePreset = (typeof datePresets)[number]

export function presetRange(preset: DatePreset, today: string): readonly [string, string] {
  const year = Number(today.slice(0, 4))
  switch (preset) {
    case 'thisYear':
      return [`${year}-01-01`, `${year}-12-31`]
    case 'lastYear':
      return [`${year - 1}-01-01`, `${year - 1}-12-31`]
    case 'lastThirty':
      return [shifted(today, -29), today]
    case 'nextNinety':
      return [today, shifted(today, 90)]
  }
}

function shifted(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}
