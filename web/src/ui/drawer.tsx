import './drawer.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useCommon } from '../i18n/common.texts.ts'
import { Icon } from './icons.tsx'

interface DrawerProps {
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A sheet from the right over the page: what stands behind a figure, without leaving it. A native modal dialog, so that
 * Escape closes it and the focus goes back to what opened it. On a phone it fills the screen.
 */
export function Drawer({ title, lead, onClose, children }: DrawerProps) {
  const common = useCommon()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
      else if (before instanceof SVGElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        // a press beside the sheet, on the veil
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="drawer-sheet">
        <header className="drawer-head">
          <div>
            <h2 id={heading}>{title}</h2>
            {lead === undefined ? null : <p className="quiet">{lead}</p>}
          </div>
          <button type="button" className="btn" onClick={onClose}>
            <Icon name="close" size={14} />
            {common.close}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
