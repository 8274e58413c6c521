/** Something that was read from the text: which item, of which kind, from where to where (UTF-16 offsets). */
export interface MarkedSpan {
  readonly id: string
  readonly kind: string
  readonly start: number
  readonly end: number
}

export interface Segment {
  readonly start: number
  readonly text: string
  /** everything that covers this piece, the shortest span first */
  readonly marks: readonly MarkedSpan[]
}

export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly segments: readonly Segment[]
}

/**
 * A text with spans over it, as paragraphs of segments: inside a segment the covering spans do not change.
 *
 * Spans may overlap, nest and cross paragraphs; those that are empty or lie outside the text are left out. A paragraph
 * ends at a line feed, which belongs to no segment; empty paragraphs are left out.
 */
export function segmentText(text: string, spans: readonly MarkedSpan[]): readonly Paragraph[] {
  const inside = spans
    .filter((span) => span.start < span.end && span.start >= 0 && span.end <= text.length)
    .sort((a, b) => a.start - b.start)
  const paragraphs: Paragraph[] = []
  let open: MarkedSpan[] = []
  let next = 0
  for (const { start, end } of lines(text)) {
    open = open.filter((span) => span.end > start)
    while (next < inside.length) {
      const span = inside[next]
      if (span === undefined || span.start >= end) break
      if (span.end > start) open.push(span)
      next += 1
    }
    if (end > start) paragraphs.push({ start, end, segments: cut(text, start, end, open) })
  }
  return paragraphs
}

function cut(text: string, start: number, end: number, covering: readonly MarkedSpan[]): readonly Segment[] {
  const edges = new Set([start, end])
  for (const span of covering) {
    edges.add(Math.max(span.start, start))
    edges.add(Math.min(span.end, end))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end
    const marks = covering
      .filter((span) => span.start <= from && span.end >= to)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
    return { start: from, text: text.slice(from, to), marks }
  })
}

function* lines(text: string): Generator<{ start: number; end: number }> {
  let start = 0
  while (start <= text.length) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    yield { start, end }
    start = end + 1
  }
}
