import { type MouseEvent, memo, useEffect, useMemo, useRef, useState } from 'react'
import type { DraftItem } from '../../api/types.gen.ts'
import { type MarkedSpan, type Paragraph, segmentText } from '../../format/segments.ts'
import { useTexts } from '../../i18n/language.ts'
import { contentOf, type Kind } from './contents.ts'
import { reviewTexts } from './review.texts.ts'
import type { Adding } from './review-desk.tsx'
import { selectionIn, type TextSelection } from './text-selection.ts'

interface DocumentPaneProps {
  readonly text: string
  readonly items: readonly DraftItem[]
  /** lights up */
  readonly lit: string | null
  /** lights up and is scrolled to */
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onAdd: (adding: Adding) => void
}

/** Kinds whose words are underlined; the longer ones (a whole task) get a bar beside the paragraph. */
const underlined = new Set(['target', 'milestone', 'unit', 'question', 'unread'])
const addable: readonly Kind[] = ['target', 'milestone', 'task', 'safeguard', 'phase']

/**
 * The document as paragraphs, what was read marked in it.
 *
 * Two hundred pages must stay quick: the browser skips paragraphs out of sight (content-visibility), and lighting up
 * is an attribute set on the few marks of an item, without rendering anything again.
 */
export function DocumentPane({ text, items, lit, selected, onSelect, onAdd }: DocumentPaneProps) {
  const t = useTexts(reviewTexts)
  const pane = useRef<HTMLDivElement>(null)
  const spanKey = items.map((item) => `${item.id}:${item.span?.start}:${item.decision === 'struck'}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the spans changed; items change on every poll
  const paragraphs = useMemo(() => segmentText(text, spansOf(items, text)), [text, spanKey])
  const [selection, setSelection] = useState<TextSelection | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: new paragraphs need their marks lit again
  useEffect(() => light(pane.current, lit), [lit, paragraphs])
  useEffect(() => {
    if (selected === null) return
    const first = pane.current?.querySelector(`[data-marks~="${CSS.escape(selected)}"]`)
    const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches
    first?.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'auto' })
  }, [selected])
  useEffect(() => {
    const watch = () => setSelection(selectionIn(pane.current, text))
    document.addEventListener('selectionchange', watch)
    return () => document.removeEventListener('selectionchange', watch)
  }, [text])

  const click = (event: MouseEvent) => {
    if (selectionIn(pane.current, text) !== null || !(event.target instanceof HTMLElement)) return
    const marks = event.target.closest<HTMLElement>('[data-marks]')?.dataset['marks']?.split(' ') ?? []
    // the shortest first; a second click on the same words goes on to what encloses them
    const next = marks[(marks.indexOf(selected ?? '') + 1) % Math.max(marks.length, 1)]
    if (next !== undefined) onSelect(next)
  }

  return (
    <section className="rv-text" aria-label={t.text}>
      {/* biome-ignore lint/a11y: the list of items beside it offers the same by keyboard */}
      <div className="rv-doc" lang="zh-CN" ref={pane} onClick={click} tabIndex={0} role="document" aria-label={t.text}>
        {paragraphs.map((paragraph) => (
          <ParagraphView key={paragraph.start} paragraph={paragraph} />
        ))}
      </div>
      <div className="rv-select" role="status">
        {selection === null ? (
          <Legend />
        ) : (
          <>
            <span className="rv-chosen">
              {t.selected(selection.words.length > 24 ? `${selection.words.slice(0, 24)}…` : selection.words)}
            </span>
            <span>{t.addAs}</span>
            {addable.map((kind) => (
              <button
                key={kind}
                type="button"
                className="btn small-btn"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() =>
                  onAdd({ kind, words: selection.words, span: { start: selection.start, end: selection.end } })
                }
              >
                {t.kinds[kind]}
              </button>
            ))}
          </>
        )}
      </div>
    </section>
  )
}

function Legend() {
  const t = useTexts(reviewTexts)
  return (
    <>
      <span className="quiet">{t.select}</span>
      <span className="rv-legend">
        {(['target', 'milestone', 'unit', 'question', 'unread'] as const).map((kind) => (
          <span key={kind} className={`mk k-${kind}`}>
            {t.kinds[kind]}
          </span>
        ))}
      </span>
    </>
  )
}

const ParagraphView = memo(function ParagraphView({ paragraph }: { readonly paragraph: Paragraph }) {
  const block = paragraph.segments.flatMap((segment) => segment.marks).find((mark) => !underlined.has(mark.kind))
  return (
    <p className={block === undefined ? undefined : `blk k-${block.kind}`}>
      {paragraph.segments.map((segment) => {
        const inline = segment.marks.find((mark) => underlined.has(mark.kind))
        return (
          <span
            key={segment.start}
            data-start={segment.start}
            data-marks={segment.marks.length === 0 ? undefined : segment.marks.map((mark) => mark.id).join(' ')}
            className={inline === undefined ? undefined : `mk k-${inline.kind}`}
          >
            {segment.text}
          </span>
        )
      })}
    </p>
  )
})

function spansOf(items: readonly DraftItem[], text: string): readonly MarkedSpan[] {
  return items.flatMap((item) => {
    if (item.decision === 'struck') return []
    if (item.span === null) return item.kind === 'unit' ? occurrences(item, text) : []
    return [{ id: item.id, kind: item.kind, start: item.span.start, end: item.span.end }]
  })
}

/** A unit stands wherever its name is printed. */
function occurrences(item: DraftItem, text: string): readonly MarkedSpan[] {
  const { printed } = contentOf(item, 'unit')
  const found: MarkedSpan[] = []
  let at = text.indexOf(printed)
  while (at !== -1 && printed !== '') {
    found.push({ id: item.id, kind: 'unit', start: at, end: at + printed.length })
    at = text.indexOf(printed, at + printed.length)
  }
  return found
}

function light(pane: HTMLElement | null, id: string | null): void {
  if (pane === null) return
  for (const mark of pane.querySelectorAll('[data-lit]')) mark.removeAttribute('data-lit')
  if (id === null) return
  for (const mark of pane.querySelectorAll<HTMLElement>(`[data-marks~="${CSS.escape(id)}"]`)) mark.dataset['lit'] = ''
}
