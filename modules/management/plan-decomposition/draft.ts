import type { Static } from 'typebox'
import type { contentSchemas, Decision, DraftKind } from './plan-import.schemas.ts'

/** What an item of a draft says, by its kind. */
export type DraftContent = { readonly [Kind in DraftKind]: Static<(typeof contentSchemas)[Kind]> }

export interface DraftSpan {
  readonly start: number
  readonly end: number
}

/** An item of a draft as the pure rules see it. */
export type Draft = { readonly [Kind in DraftKind]: DraftOf<Kind> }[DraftKind]

export interface DraftOf<Kind extends DraftKind> {
  readonly id: string
  readonly kind: Kind
  readonly content: DraftContent[Kind]
  readonly span: DraftSpan | null
  readonly words: string | null
  readonly confidence: number | null
  readonly decision: Decision
  /** the item of the amended version that this one continues */
  readonly baseItemId: string | null
  readonly against: 'same' | 'changed' | 'added' | 'missing' | null
}

/** The items of one kind that still stand: struck ones are left out. */
export function standing<Kind extends DraftKind>(items: readonly Draft[], kind: Kind): readonly DraftOf<Kind>[] {
  return items.filter((item): item is Draft & DraftOf<Kind> => item.kind === kind && item.decision !== 'struck')
}
