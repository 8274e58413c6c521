import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { DraftItem, ImportDetail } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { type Choice, Tabs } from '../../ui/choices.tsx'
import { AddDialog } from './add-dialog.tsx'
import { Blockers } from './blockers.tsx'
import { isOpen, type Kind, type Tab, tabOf, tabs } from './contents.ts'
import { DocumentPane } from './document-pane.tsx'
import { ItemList } from './item-list.tsx'
import { type ReviewTexts, reviewTexts } from './review.texts.ts'
import { AdoptDialog, DiscardDialog, RestDialog } from './review-dialogs.tsx'
import { useReviewActs } from './use-review.ts'

export interface Adding {
  readonly kind: Kind
  readonly words: string
  readonly span: DraftItem['span']
  /** the unread quantity that the new item takes care of */
  readonly settles?: DraftItem
}

/** Text and items side by side; what is selected on one side is lit on the other. */
export function ReviewDesk({ detail }: { readonly detail: ImportDetail }) {
  const t = useTexts(reviewTexts)
  const search = useSearch({ from: '/imports/$importId' })
  const navigate = useNavigate({ from: '/imports/$importId' })
  const tab: Tab = tabs.find((one) => one === search.tab) ?? 'target'
  const selected = search.item ?? null
  const acts = useReviewActs(detail.id)
  const [hovered, setHovered] = useState<string | null>(null)
  const [pane, setPane] = useState<'text' | 'items'>('items')
  const [adding, setAdding] = useState<Adding | null>(null)
  const [asking, setAsking] = useState<'adopt' | 'rest' | 'discard' | null>(null)
  const [note, setNote] = useState('')

  const show = useCallback(
    (next: { tab?: Tab; item?: string }) =>
      void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false }),
    [navigate],
  )
  const kindById = useMemo(() => new Map(detail.items.map((item) => [item.id, item.kind])), [detail.items])
  const select = useCallback(
    (id: string) => {
      const kind = kindById.get(id)
      if (kind !== undefined) show({ tab: tabOf(kind), item: id })
    },
    [kindById, show],
  )
  const selectHere = useCallback((id: string) => show({ item: id }), [show])
  const showText = useCallback(() => setPane('text'), [])
  const selectFromText = useCallback(
    (id: string) => {
      select(id)
      setPane('items')
    },
    [select],
  )
  const hasText = detail.sourceText !== ''
  return (
    <div className={hasText ? 'rv' : 'rv no-text'} data-pane={pane}>
      <ReviewHead detail={detail} onAsk={setAsking} />
      {note === '' ? null : (
        <p className="done-note rv-note" role="status">
          {note}
        </p>
      )}
      {hasText ? (
        <div className="rv-panes-choice">
          <Tabs<'text' | 'items'>
            label={t.title}
            panel="rv-pane"
            value={pane}
            onChange={setPane}
            choices={[
              { value: 'items', label: t.items },
              { value: 'text', label: t.text },
            ]}
          />
        </div>
      ) : null}
      <div className="rv-body" id="rv-pane">
        {hasText ? (
          <DocumentPane
            text={detail.sourceText}
            items={detail.items}
            lit={hovered ?? selected}
            selected={selected}
            onSelect={selectFromText}
            onAdd={setAdding}
          />
        ) : null}
        <section className="rv-items" aria-label={t.items}>
          <Blockers detail={detail} onGo={select} />
          <Tabs<Tab>
            label={t.items}
            panel="rv-list"
            value={tab}
            onChange={(next) => show({ tab: next })}
            choices={tabs.map((one) => tabChoice(one, openIn(detail, one), t))}
          />
          <ItemList
            key={tab}
            detail={detail}
            tab={tab}
            selected={selected}
            acts={acts}
            onSelect={selectHere}
            onHover={setHovered}
            onShowText={showText}
            onAdd={setAdding}
            onNote={setNote}
          />
        </section>
      </div>
      {adding === null ? null : (
        <AddDialog
          adding={adding}
          detail={detail}
          acts={acts}
          onClose={() => setAdding(null)}
          onAdded={(item) => {
            setAdding(null)
            show({ tab: tabOf(item.kind), item: item.id })
          }}
        />
      )}
      {asking === 'adopt' ? <AdoptDialog detail={detail} acts={acts} onClose={() => setAsking(null)} /> : null}
      {asking === 'discard' ? <DiscardDialog acts={acts} onClose={() => setAsking(null)} /> : null}
      {asking === 'rest' ? (
        <RestDialog
          tab={tab}
          acts={acts}
          onClose={() => setAsking(null)}
          onDone={(count) => {
            setAsking(null)
            setNote(t.restDone(count))
          }}
        />
      ) : null}
    </div>
  )
}

/** How many are still open; nothing when all are settled. */
function tabChoice(tab: Tab, open: number, t: ReviewTexts): Choice<Tab> {
  return { value: tab, label: t.tabs[tab], ...(open === 0 ? {} : { count: open }) }
}

function openIn(detail: ImportDetail, tab: Tab): number {
  return detail.items.filter((item) => tabOf(item.kind) === tab && isOpen(item)).length
}

interface HeadProps {
  readonly detail: ImportDetail
  readonly onAsk: (what: 'adopt' | 'rest' | 'discard') => void
}

function ReviewHead({ detail, onAsk }: HeadProps) {
  const t = useTexts(reviewTexts)
  const all = detail.items.length
  const done = detail.items.filter((item) => !isOpen(item)).length
  const ready = detail.blockers.length === 0
  return (
    <header className="rv-head">
      <div className="rv-words">
        <nav className="crumbs" aria-label="breadcrumb">
          <Link to="/imports">{t.imports}</Link>
        </nav>
        <h1>{detail.kind === 'first' ? t.title : t.amendmentTitle}</h1>
        <p className="lead">
          {detail.kind === 'first' || detail.baseVersion === null ? t.lead : t.amendmentLead(detail.baseVersion)}
        </p>
      </div>
      <div className="rv-progress">
        <span>{t.progress(done, all)}</span>
        <progress max={Math.max(all, 1)} value={done} aria-label={t.progress(done, all)} />
        <span className="quiet small">
          {detail.reviewers.length === 0 ? '' : t.reviewers(detail.reviewers.join('、'))}
        </span>
      </div>
      <div className="rv-acts">
        <button type="button" className="btn quiet-btn" onClick={() => onAsk('discard')}>
          {t.discard}
        </button>
        <button type="button" className="btn" onClick={() => onAsk('rest')}>
          {t.confirmRest}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={!ready}
          title={ready ? t.ready : t.blockersTitle(detail.blockers.length)}
          onClick={() => onAsk('adopt')}
        >
          {t.adopt}
        </button>
      </div>
    </header>
  )
}
