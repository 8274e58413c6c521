import './popover.css'
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'

interface PopoverProps {
  /** what stands on the button */
  readonly label: ReactNode
  readonly className: string
  /** what the panel is, for those who do not see it */
  readonly title: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly children: (close: () => void) => ReactNode
}

const gap = 6
const margin = 8

/**
 * A button with a panel that floats below it: a native popover, so that Escape and a press outside close it and the
 * focus comes back. On a phone the panel rises from the lower edge.
 */
export function Popover({ label, className, title, pressed, disabled, children }: PopoverProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useLayoutEffect(() => {
    if (!open || button.current === null || panel.current === null) return
    place(panel.current, button.current.getBoundingClientRect())
    panel.current.querySelector<HTMLElement>('input, select, textarea, [data-first], button')?.focus()
  }, [open])
  return (
    <>
      <button
        type="button"
        ref={button}
        className={className}
        popoverTarget={id}
        aria-expanded={open}
        aria-pressed={pressed}
        disabled={disabled}
      >
        {label}
      </button>
      <div
        className="popover"
        popover="auto"
        role="dialog"
        aria-label={title}
        id={id}
        ref={panel}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open ? children(() => panel.current?.hidePopover()) : null}
      </div>
    </>
  )
}

function place(panel: HTMLElement, anchor: DOMRect): void {
  const { width, height } = panel.getBoundingClientRect()
  const left = Math.max(margin, Math.min(anchor.left, innerWidth - width - margin))
  const below = anchor.bottom + gap
  const top = below + height + margin <= innerHeight ? below : Math.max(margin, innerHeight - height - margin)
  panel.style.setProperty('--left', `${left}px`)
  panel.style.setProperty('--top', `${top}px`)
}
