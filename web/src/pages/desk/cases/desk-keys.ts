import { useEffect, useRef } from 'react'
import { typesText } from '../../../ui/types-text.ts'

type KeyActs = Readonly<Record<string, () => void>>

/**
 * Single keys of the desk. They rest while somebody types, while a dialog is open, and with Ctrl, Alt or Meta, so that
 * no word that is written ever acts on a case. Esc in a field leaves it, and the keys work again.
 */
export function useDeskKeys(acts: KeyActs): void {
  const now = useRef(acts)
  now.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && typesText(event) && isOutsideDialogs(event.target)) {
        if (event.target instanceof HTMLElement) event.target.blur()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) {
        if (!(event.repeat && (event.key === 'j' || event.key === 'k'))) return
      }
      if (typesText(event) || document.querySelector('dialog[open], [popover]:popover-open') !== null) return
      const found = now.current[event.key.toLowerCase()]
      if (found === undefined) return
      event.preventDefault()
      found()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function isOutsideDialogs(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog, [popover]') === null
}
