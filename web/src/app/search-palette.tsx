import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '../i18n/language.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icons.tsx'
import { Refusal } from '../ui/states.tsx'
import { frameTexts } from './frame.texts.ts'
import { type PaletteHit, usePaletteHits } from './palette-hits.ts'

/** One field over everything: a combobox whose list keeps focus in the field. */
export function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(frameTexts)
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim(), 180)
  const found = usePaletteHits(words)
  const groups = groupHits(found.hits)
  const hits = groups.flatMap((group) => group.hits)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const active = Math.min(at, Math.max(hits.length - 1, 0))

  const open = (hit: PaletteHit) => {
    onClose()
    void navigate({ href: hit.path })
  }
  const press = (event: KeyboardEvent) => {
    // in a search field Escape would first empty it
    if (event.key === 'Escape') {
      event.preventDefault()
      return onClose()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = (active + step + hits.length) % Math.max(hits.length, 1)
      setAt(next)
      document.getElementById(`hit-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    const chosen = hits[active]
    if (event.key === 'Enter' && chosen !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault()
      open(chosen)
    }
  }

  return (
    <Dialog title={t.searchOpen} onClose={onClose} wide>
      <div className="palette">
        <div className="palette-field">
          <Icon name="search" />
          <input
            type="search"
            role="combobox"
            aria-expanded={hits.length > 0}
            aria-controls="palette-list"
            aria-activedescendant={hits.length > 0 ? `hit-${active}` : undefined}
            aria-label={t.searchHint}
            placeholder={t.searchHint}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
            }}
            onKeyDown={press}
          />
        </div>
        <div className="palette-list" id="palette-list" role="listbox" aria-label={t.searchHint} ref={list}>
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand inside a listbox
            <div role="group" key={group.kind} aria-label={t.hitKinds[group.kind]}>
              <p className="palette-kind" aria-hidden="true">
                {t.hitKinds[group.kind]}
              </p>
              {group.hits.map((hit) => {
                const index = hits.indexOf(hit)
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
                  <div
                    key={`${hit.kind}${hit.id}`}
                    role="option"
                    id={`hit-${index}`}
                    tabIndex={-1}
                    aria-selected={index === active}
                    className="palette-hit"
                    onMouseMove={() => setAt(index)}
                    onClick={() => open(hit)}
                  >
                    <b>
                      <Marked text={hit.title} words={words} />
                    </b>
                    <span className="quiet">
                      <Marked text={hit.context} words={words} />
                    </span>
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        <Refusal problem={found.error} />
        <p className="palette-foot" role="status">
          {words === ''
            ? t.searchStart
            : found.isPending
              ? '…'
              : hits.length === 0
                ? t.searchEmpty
                : t.searchFound(hits.length)}
          <span className="palette-keys">{t.searchKeys}</span>
        </p>
      </div>
    </Dialog>
  )
}

function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  const at = words === '' ? -1 : text.toLowerCase().indexOf(words.toLowerCase())
  if (at === -1) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + words.length)}</mark>
      {text.slice(at + words.length)}
    </>
  )
}

function groupHits(hits: readonly PaletteHit[]): readonly { kind: PaletteHit['kind']; hits: readonly PaletteHit[] }[] {
  const kinds = [...new Set(hits.map((hit) => hit.kind))]
  return kinds.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) }))
}

/** The value once it has not changed for a while, so that not every key press asks the server. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
