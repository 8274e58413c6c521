import { useEffect, useRef, useState } from 'react'
import type { DraftItem, ImportDetail } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { Chips } from '../../ui/choices.tsx'
import { Icon } from '../../ui/icons.tsx'
import { typesText } from '../../ui/types-text.ts'
import { isOpen, isUnsure, type Kind, mayConfirm, restored, type Tab, tabOf } from './contents.ts'
import { hasForm } from './fields.ts'
import { ItemCard } from './item-card.tsx'
import { reviewTexts } from './review.texts.ts'
import type { Adding } from './review-desk.tsx'
import type { ReviewActs } from './use-review.ts'

type Filter = 'all' | 'pending' | 'unsure' | 'changed' | 'struck'

interface ItemListProps {
  readonly detail: ImportDetail
  readonly tab: Tab
  readonly selected: string | null
  readonly acts: ReviewActs
  readonly onSelect: (id: string) => void
  readonly onHover: (id: string | null) => void
  readonly onShowText: () => void
  readonly onAdd: (adding: Adding) => void
  readonly onNote: (note: string) => void
}

/** The items of one tab. j and k move, y or Enter confirms and goes on, e corrects, x strikes out, u restores. */
export function ItemList({ detail, tab, selected, acts, onSelect, onHover, onShowText, onAdd, onNote }: ItemListProps) {
  const t = useTexts(reviewTexts)
  const [filter, setFilter] = useState<Filter>('all')
  const [editing, setEditing] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const all = detail.items.filter((item) => tabOf(item.kind) === tab)
  const shown = all.filter((item) => fits(item, filter))
  const addKind = tab === 'head' ? 'group' : tab

  const focusItem = (item: DraftItem | undefined) => {
    if (item === undefined) return
    onSelect(item.id)
    document.getElementById(`item-${item.id}`)?.focus({ preventScroll: true })
    document.getElementById(`item-${item.id}`)?.scrollIntoView({ block: 'nearest' })
  }

  useEffect(() => {
    if (selected === null) return
    document.getElementById(`item-${selected}`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (typesText(event) || event.ctrlKey || event.metaKey || event.altKey || editing !== null) return
      if (
        event.key === 'Enter' &&
        event.target instanceof Element &&
        event.target.closest('button, a, summary') !== null
      )
        return
      const at = shown.findIndex((item) => item.id === selected)
      const item = shown[at]
      const act = keyAct(event.key)
      if (act === null) return
      event.preventDefault()
      if (act === 'next') return focusItem(shown[Math.min(at + 1, shown.length - 1)])
      if (act === 'previous') return focusItem(shown[Math.max(at - 1, 0)])
      if (item === undefined) return
      if (act === 'edit' && hasForm(item.kind)) return setEditing(item.id)
      if (act === 'confirm' && mayConfirm(item)) {
        acts.change.mutate({ item, decision: 'confirmed' })
        focusItem(shown[Math.min(at + 1, shown.length - 1)])
      }
      if (act === 'strike' && item.decision !== 'struck') acts.change.mutate({ item, decision: 'struck' })
      if (act === 'restore' && item.decision !== 'pending') acts.change.mutate({ item, ...restored(item) })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })

  return (
    <div className="rv-list" id="rv-list" role="tabpanel" aria-labelledby={`rv-list-${tab}`}>
      <div className="rv-tools">
        <Chips<Filter>
          label={t.filterLabel}
          value={filter}
          onChange={setFilter}
          choices={filterChoices(all, detail.kind === 'amendment', t)}
        />
        {tab === 'unit' && all.filter(isOpen).length > 1 ? (
          <button
            type="button"
            className="btn small-btn"
            disabled={acts.newUnits.isPending}
            onClick={() =>
              acts.newUnits.mutate(undefined, { onSuccess: ({ created }) => onNote(t.newUnitsDone(created)) })
            }
          >
            {t.newUnits}
          </button>
        ) : null}
        {hasForm(addKind) ? (
          <button
            type="button"
            className="btn small-btn"
            onClick={() => onAdd({ kind: addKind as Kind, words: '', span: null })}
          >
            <Icon name="plus" size={14} />
            {t.add}
          </button>
        ) : null}
      </div>
      {shown.length === 0 ? <p className="rv-none quiet">{all.length === 0 ? t.emptyTab : t.emptyFilter}</p> : null}
      <ol ref={list}>
        {shown.map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            detail={detail}
            selected={item.id === selected}
            editing={item.id === editing}
            busy={item.id === selected && acts.change.isPending}
            mutate={acts.change.mutate}
            onSelect={onSelect}
            onHover={onHover}
            onEdit={setEditing}
            onShowText={onShowText}
            onAdd={onAdd}
          />
        ))}
      </ol>
      <p className="rv-keys no-print" aria-hidden="true">
        {t.keys.map(([key, what]) => (
          <span key={key}>
            <kbd>{key}</kbd> {what}
          </span>
        ))}
      </p>
    </div>
  )
}

function keyAct(key: string): 'next' | 'previous' | 'confirm' | 'edit' | 'strike' | 'restore' | null {
  switch (key) {
    case 'j':
      return 'next'
    case 'k':
      return 'previous'
    case 'y':
    case 'Enter':
      return 'confirm'
    case 'e':
      return 'edit'
    case 'x':
      return 'strike'
    case 'u':
      return 'restore'
    default:
      return null
  }
}

function fits(item: DraftItem, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'pending':
      return isOpen(item)
    case 'unsure':
      return isUnsure(item) && item.decision === 'pending'
    case 'changed':
      return item.against !== null && item.against !== 'same'
    case 'struck':
      return item.decision === 'struck'
  }
}

function filterChoices(items: readonly DraftItem[], amendment: boolean, t: (typeof reviewTexts)['zh']) {
  const count = (filter: Filter) => items.filter((item) => fits(item, filter)).length
  const filters: readonly Filter[] = amendment
    ? ['all', 'changed', 'pending', 'unsure', 'struck']
    : ['all', 'pending', 'unsure', 'struck']
  return filters
    .filter((filter) => filter === 'all' || filter === 'pending' || filter === 'changed' || count(filter) > 0)
    .map((filter) => ({ value: filter, label: t.filters[filter], count: count(filter) }))
}
