/**
 * Texts copied from a PDF or a mail have a line end after every thirty-odd characters, in the middle of sentences.
 */
import { readLabel } from './numbering.ts'
import { fold } from './reading.ts'

const FEWEST_LINES = 12
const LONGEST_LINE = 64
/** Paragraphs that end in mid-sentence are rare; of hard lines most do. */
const USUAL_SHARE = 0.4
const ENDS_A_PARAGRAPH = /[。！？；：）〕】]\s*$/
const STANDS_ALONE = /^(?:附件|抄送|主送)|^(?:20\d{2}|二〇)[^，。]{2,8}日$/

/**
 * Positions of the line ends that only break a line; empty for a text whose lines are paragraphs.
 * A line goes on in the next one when it is as long as lines get here and does not end like a paragraph.
 */
export function findHardLineEnds(source: string): ReadonlySet<number> {
  const none: ReadonlySet<number> = new Set()
  const lines: { readonly start: number; readonly end: number; readonly length: number }[] = []
  for (let start = 0; start <= source.length; ) {
    const found = source.indexOf('\n', start)
    const end = found < 0 ? source.length : found
    const length = source.slice(start, end).trimEnd().length
    if (length > 0 && source.slice(start, end).includes('\t')) return none
    lines.push({ start, end, length })
    if (found < 0) break
    start = found + 1
  }
  const lengths = lines
    .filter(({ length }) => length > 0)
    .map(({ length }) => length)
    .sort((a, b) => a - b)
  if (lengths.length < FEWEST_LINES) return none
  const full = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const shortest = Math.floor(full * 0.86)
  if (full < 20 || (lengths.at(-1) ?? 0) > LONGEST_LINE) return none

  const ends = new Set<number>()
  let broken = 0
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (next === undefined || next.length === 0 || line.length < shortest) return
    const words = source.slice(line.start, line.end)
    if (ENDS_A_PARAGRAPH.test(words)) return
    const following = fold(source.slice(next.start, Math.min(next.end, next.start + 40)).trim())
    if (
      /^[\u3000\s]{2,}/.test(source.slice(next.start, next.end)) ||
      readLabel(following) !== null ||
      STANDS_ALONE.test(following)
    )
      return
    broken += 1
    ends.add(line.end)
  })
  return broken >= lengths.length * USUAL_SHARE ? ends : none
}
