import { useEffect, useMemo, useRef } from 'react'
import { segmentText } from '../../format/segments.ts'
import { useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { planTexts } from './plan.texts.ts'

/** The whole text. A link to an offset (#source-120) leads to the paragraph that holds it. */
export function SourceText({ text }: { readonly text: string }) {
  const t = useTexts(planTexts)
  const paragraphs = useMemo(() => segmentText(text, []), [text])
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const show = () => {
      const offset = Number(/^#source-(\d+)$/.exec(location.hash)?.[1] ?? Number.NaN)
      const index = paragraphs.findIndex((one) => offset >= one.start && offset <= one.end)
      const paragraph = body.current?.children[index]
      if (!(paragraph instanceof HTMLElement)) return
      for (const lit of body.current?.querySelectorAll('[data-lit]') ?? []) lit.removeAttribute('data-lit')
      paragraph.dataset['lit'] = 'true'
      paragraph.focus({ preventScroll: true })
      // the router sets the scroll of the new address first; and paragraphs out of sight have no exact height yet
      setTimeout(() => paragraph.scrollIntoView({ block: 'center' }), 60)
      setTimeout(() => paragraph.scrollIntoView({ block: 'center' }), 200)
    }
    show()
    window.addEventListener('hashchange', show)
    return () => window.removeEventListener('hashchange', show)
  }, [paragraphs])
  return (
    <Card id="source" title={t.source} note={t.sourceNote} className="no-print">
      <div className="card-body source-text" lang="zh-CN" ref={body}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph.start} tabIndex={-1}>
            {paragraph.segments.map((segment) => segment.text).join('')}
          </p>
        ))}
      </div>
    </Card>
  )
}
