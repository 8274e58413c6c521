import type { MilestonePart, MilestoneProgress } from '../../api/types.gen.ts'

/**
 * The parts of a milestone as they stand: what was reported, and of those of the plan that nobody reported on that they
 * are open. A milestone without parts is one part, itself.
 */
export function standingParts(milestone: MilestoneProgress): readonly MilestonePart[] {
  const reported = milestone.standing?.parts ?? []
  if (reported.length > 0) return reported
  const labels = milestone.parts.length === 0 ? [milestone.name] : milestone.parts
  return labels.map((label) => ({ label, status: 'open', documentNo: null, documentTitle: null, on: null }))
}

/** How many parts have their document, of how many. */
export function partsOf(milestone: MilestoneProgress): { readonly done: number; readonly of: number } {
  const parts = standingParts(milestone)
  return { done: parts.filter((part) => part.status === 'done').length, of: parts.length }
}

/** What a part still lacks before it counts: a part is done when it has both a number and a day. */
export function lackingOf(part: MilestonePart): 'nothing' | 'all' | 'number' | 'day' {
  if (part.documentNo === null && part.on === null) return 'all'
  if (part.documentNo === null) return 'number'
  if (part.on === null) return 'day'
  return 'nothing'
}
