import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../../../i18n/language.ts'
import { usePageTitle } from '../../../ui/page.tsx'
import { portalTexts } from './frame.texts.ts'

interface PortalPageProps {
  readonly title: string
  readonly lead?: ReactNode
  /** between the portal and this page */
  readonly crumbs?: readonly { readonly to: string; readonly label: string }[]
  /** forms and texts read better in a narrow column */
  readonly narrow?: boolean
  readonly children: ReactNode
}

/** A page of the portal below its home: the way back, the title, what it is for, and the thing itself. */
export function PortalPage({ title, lead, crumbs = [], narrow = false, children }: PortalPageProps) {
  const t = useTexts(portalTexts)
  usePageTitle(title)
  return (
    <div className={narrow ? 'po-page po-narrow' : 'po-page po-wrap'}>
      <nav className="po-crumbs no-print" aria-label="breadcrumb">
        {[{ to: '/services', label: t.home }, ...crumbs].map((crumb) => (
          <span key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
            <i aria-hidden="true">›</i>
          </span>
        ))}
      </nav>
      <header className="po-page-head">
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="po-lead">{lead}</p>}
      </header>
      {children}
    </div>
  )
}
