import type { Static } from 'typebox'
import type { FreezeRow } from './freezes.ts'
import type { SeriesPoint } from './indicators.schemas.ts'
import type { DatedOutcome } from './light-of.ts'
import type { OfficialValue } from './official-values.ts'
import { presentOutcome } from './present.ts'
import type { Workings } from './workings.ts'

/** A series with what was approved and what was officially published beside what is computed. */
export function seriesPoints(
  { definitions }: Pick<Workings, 'definitions'>,
  id: string,
  values: readonly DatedOutcome[],
  freezes: readonly FreezeRow[],
  official: readonly OfficialValue[],
): Static<typeof SeriesPoint>[] {
  return values.map(({ on, outcome }) => ({
    on,
    period: on.slice(0, 7),
    ...presentOutcome(outcome),
    version: definitions.inForce('indicator', id, on)?.version ?? 1,
    frozen: freezes.find((freeze) => freeze.indicator === id && freeze.on === on)?.value ?? null,
    // A figure is of the month in which its day lies.
    official: official.findLast((one) => one.on.slice(0, 7) === on.slice(0, 7))?.value ?? null,
  }))
}
