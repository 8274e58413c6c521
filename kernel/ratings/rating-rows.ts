import type { Matters } from '../matters/matters.ts'
import type { QueryContext } from '../operations/context.ts'
import { findUnits } from '../parties/unit-ref.ts'
import { type Block, blocksOf, publishedSpan } from './blocks.ts'
import { type Margin, type MonthlyRatings, monthsOf } from './monthly-ratings.ts'
import type { RatingFigures } from './ratings.schemas.ts'
import { shownGroups } from './suppress.ts'

interface Line {
  readonly by: Margin
  readonly id: string
  readonly count: number
  readonly good: number
  readonly sum: number
}

/** ratings of no known kind or unit: never shown, but part of the whole */
const none = ''

interface Told {
  readonly all: readonly MonthlyRatings[]
  readonly span: Block
  readonly leastShown: number
}

/**
 * Ratings by kind of matter, by unit and by way in. A share is shown where the same span would be answered to whoever
 * asks for that kind or unit alone, and where what is left out beside it is of enough people.
 */
export async function marginRows(
  { tx, jurisdiction }: QueryContext,
  matters: Matters,
  told: Told,
): Promise<RatingFigures['rows']> {
  const { all, span } = told
  const within = all.filter(({ month }) => month >= span.from && month <= span.to)
  const margins = (['type', 'unit', 'channel'] as const).map((by) => ({ by, lines: linesOf(within, by) }))
  const unitIds = margins.flatMap(({ by, lines }) => (by === 'unit' ? lines.map(({ id }) => id) : []))
  const units = await findUnits(
    tx,
    jurisdiction,
    unitIds.filter((id) => id !== none),
  )
  const labelOf = (by: Margin, id: string) =>
    by === 'unit' ? units.get(id)?.name : by === 'type' ? matters.find(id)?.label : channelWords[id]
  return margins.flatMap(({ by, lines }) => {
    const refused = new Set(lines.flatMap(({ id }) => (isAnsweredAlone(told, by, id) ? [] : [id])))
    const shown = shownGroups(lines, told.leastShown, refused)
    return lines
      .filter(({ id, count }) => id !== none && count > 0)
      .map(({ id, count, good, sum }) => ({
        ...{ by, id, label: labelOf(by, id) ?? id, count },
        goodRate: shown.has(id) ? percent(good, count) : null,
        average: shown.has(id) ? rounded(sum / count) : null,
      }))
  })
}

function isAnsweredAlone({ all, span, leastShown }: Told, by: Margin, id: string): boolean {
  if (id === none) return false
  const published = publishedSpan(blocksOf(monthsOf(all, { by, id }), leastShown), span)
  return published !== undefined && published.from === span.from && published.to === span.to
}

function linesOf(rows: readonly MonthlyRatings[], by: Margin): readonly Line[] {
  const lines = new Map<string, Line>()
  for (const row of rows) {
    const id = row[by] ?? none
    const before = lines.get(id) ?? { by, id, count: 0, good: 0, sum: 0 }
    lines.set(id, {
      ...{ by, id, count: before.count + row.count },
      ...{ good: before.good + row.good, sum: before.sum + row.sum },
    })
  }
  return [...lines.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
}

const channelWords: Readonly<Record<string, string>> = { web: '网上', window: '窗口', code: '号票', phone: '电话' }

export function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 1_000) / 10
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
