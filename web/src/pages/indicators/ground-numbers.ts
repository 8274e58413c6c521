import type { CountedReason, RecordsPage } from '../../api/indicator.types.ts'

export type Ground = RecordsPage['grounds'][number]

export interface NumberedReason {
  readonly reason: CountedReason
  /** number of its ground, the same from record to record; null: it is no ground but a condition of all */
  readonly number: number | null
}

/**
 * Which of the reasons are grounds, by the words that they begin with. Where nothing is known of grounds, several
 * reasons are numbered as they come.
 */
export function numberedReasons(
  reasons: readonly CountedReason[],
  grounds: readonly Ground[],
): readonly NumberedReason[] {
  if (grounds.length < 2) return reasons.map((reason) => ({ reason, number: null }))
  return reasons.map((reason) => {
    const at = grounds.findIndex(({ zh }) => reason.zh === zh || reason.zh.startsWith(`${zh}：`))
    return { reason, number: at === -1 ? null : at + 1 }
  })
}
