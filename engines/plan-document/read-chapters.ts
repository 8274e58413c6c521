/** Reads everything that is not a task: the opening, goals, safeguards and other chapters. */
import type { ChapterKind } from './chapters.ts'
import { sentencesOf } from './clauses.ts'
import type { Drafts } from './drafts.ts'
import type { Manuscript } from './manuscript.ts'
import type { Zone } from './not-a-target.ts'
import type { Heading } from './outline.ts'
import type { Range, Reading } from './reading.ts'
import { readParagraph, type TargetsRead } from './targets.ts'

type KindOf = ReadonlyMap<Heading, ChapterKind>

/** `taken` are the headings that are tasks. */
export function readChapters(
  manuscript: Manuscript,
  drafts: Drafts,
  kindOf: KindOf,
  taken: ReadonlySet<Heading>,
): void {
  const read: TargetsRead = { statements: [], unread: [], frequencies: [] }
  for (const line of manuscript.outline.preface) {
    readParagraph(manuscript.surface, line, { zone: 'preface', category: null, deadline: null }, read)
  }
  for (const chapter of manuscript.outline.top) readChapter(manuscript, drafts, chapter, kindOf, taken, null, read)
  drafts.keepTargets(read, null, manuscript.reading)
}

function readChapter(
  manuscript: Manuscript,
  drafts: Drafts,
  heading: Heading,
  kindOf: KindOf,
  taken: ReadonlySet<Heading>,
  deadline: string | null,
  read: TargetsRead,
): void {
  if (taken.has(heading)) return
  const { surface, reading } = manuscript
  const kind = kindOf.get(heading) ?? 'unknown'
  const isSection = heading.parent !== null && kindOf.get(heading.parent) === 'goals'
  const category = kind === 'goals' && isSection ? heading.title : null
  let running = deadline
  for (const paragraph of manuscript.paragraphs(heading)) {
    const bullet = kind === 'goals' ? readBullet(reading, paragraph) : null
    const text = bullet?.rest ?? paragraph
    const place = { zone: zoneOf(kind), category: bullet?.title ?? category, deadline: running }
    const after = readParagraph(surface, text, place, read)
    // 到2026年 in the opening paragraphs holds for the bullets and sections after them, not the other way round.
    if (bullet === null && (kind === 'goals' || kind === 'overall')) running = after
    if (kind === 'goals') drafts.keepPromises(surface, text, place.category, null)
    else if (kind === 'overall')
      for (const sentence of datedSentences(surface.hidden, paragraph))
        drafts.keepPromises(surface, sentence, null, null)
  }
  for (const child of heading.children) readChapter(manuscript, drafts, child, kindOf, taken, running, read)
}

/** In 总体要求 only sentences that begin with a date to come promise something: 到2027年，…建成…示范区. */
function datedSentences(hidden: string, paragraph: Range): Range[] {
  return sentencesOf(hidden, paragraph).filter(({ start, end }) =>
    /^(?:目标)?(?:是)?[，：]?(?:到|力争)20\d{2}年/.test(hidden.slice(start, Math.min(end, start + 16))),
  )
}

function zoneOf(kind: ChapterKind): Zone {
  if (kind === 'overall') return 'preface'
  if (kind === 'annex' || kind === 'unknown') return 'other'
  return kind
}

/** ——知识产权管理全面提升。… : the title of a goal paragraph and the rest of it. */
function readBullet(reading: Reading, range: Range): { readonly title: string | null; readonly rest: Range } | null {
  const words = reading.folded.slice(range.start, Math.min(range.end, range.start + 60))
  const mark = /^(?:—{1,2}|-{1,2}|──|[●•▪■◆★○▶➤·+*])/.exec(words)?.[0].length ?? 0
  // 主体规模显著扩大：… does without a mark.
  if (mark === 0 && !/^[\u4e00-\u9fff]{5,16}：/.test(words)) return null
  const title = /^([^。：，；]{2,30}(?:，[^。：，；]{2,16})?)[。：]/.exec(words.slice(mark))
  const start = range.start + mark
  if (title === null || /\d/.test(title[1] ?? '')) return { title: null, rest: { start, end: range.end } }
  return {
    title: reading.text.slice(start, start + (title[1]?.length ?? 0)),
    rest: { start: start + title[0].length, end: range.end },
  }
}
