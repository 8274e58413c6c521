import type { Heading } from './outline.ts'
import type { Range } from './reading.ts'

export interface NumberingFault {
  readonly kind: 'numbering' | 'repeatedHeading'
  readonly message: string
  readonly range: Range
}

/** A number that neither follows its neighbour, nor goes on counting from the group before, nor starts again at 1. */
export function numberingFaults(all: readonly Heading[]): NumberingFault[] {
  const faults: NumberingFault[] = []
  const lastOfKind = new Map<string, number>()
  const lastUnder = new Map<Heading | null, Map<string, number>>()
  for (const heading of all) {
    if (heading.number === null || heading.kind === 'decimal' || heading.kind === 'circled') continue
    const siblings = lastUnder.get(heading.parent) ?? new Map<string, number>()
    lastUnder.set(heading.parent, siblings)
    const before = siblings.get(heading.kind)
    const running = lastOfKind.get(heading.kind)
    const follows =
      before === undefined
        ? heading.number === 1 || running === undefined || heading.number === running + 1
        : heading.number === before + 1 || heading.number === 1
    if (!follows) {
      const expected = (before ?? running ?? 0) + 1
      faults.push({
        kind: 'numbering',
        message: `序号“${heading.label}”（${heading.title.slice(0, 20)}）与前文不连续，按顺序应为第 ${expected} 项，请核对是否漏印或误印。`,
        range: { start: heading.start, end: heading.titleRange.end },
      })
    }
    siblings.set(heading.kind, heading.number)
    lastOfKind.set(heading.kind, heading.number)
  }
  return faults
}
