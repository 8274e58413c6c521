import type { Words } from './world.types.ts'

/** A figure, or why there is none. Missing is never zero. */
export type Outcome = { readonly value: number } | { readonly missing: Words }

export function isMissing(outcome: Outcome): outcome is { readonly missing: Words } {
  return 'missing' in outcome
}

/** Fifteen digits: what binary fractions add beyond them is nobody's figure. */
export function figure(value: number): Outcome {
  if (!Number.isFinite(value)) return missing('数值过大，无法表示', 'the figure is too large')
  return { value: Number(value.toPrecision(15)) }
}

export function missing(zh: string, en: string): Outcome {
  return { missing: { zh, en } }
}
