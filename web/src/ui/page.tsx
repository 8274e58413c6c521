import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useSession } from '../api/queries.ts'
import { useCommon } from '../i18n/common.texts.ts'
import { useLanguage } from '../i18n/language.ts'
import { Icon } from './icons.tsx'

interface PageProps {
  readonly title: string
  /** one line that says what the page is for */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly crumbs?: readonly { readonly to: string; readonly label: string }[]
  readonly tag?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Every page: where it stands, what it is, what it is for, what can be done, and then the thing itself. */
export function Page({ title, lead, actions, crumbs = [], tag, children }: PageProps) {
  usePageTitle(title)
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-words">
          {crumbs.length === 0 ? null : (
            <nav className="crumbs" aria-label="breadcrumb">
              {crumbs.map((crumb) => (
                <span key={crumb.to}>
                  <Link to={crumb.to}>{crumb.label}</Link>
                  <i aria-hidden="true">/</i>
                </span>
              ))}
            </nav>
          )}
          <h1>
            {title}
            {tag === undefined ? null : <span className="page-tag">{tag}</span>}
          </h1>
          {lead === undefined ? null : <p className="lead">{lead}</p>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

export function usePageTitle(title: string): void {
  const common = useCommon()
  const language = useLanguage()
  const county = useSession()?.jurisdiction
  useEffect(() => {
    const place = language === 'zh' ? county?.label : county?.labelEn
    document.title = [title, place, common.product].filter((part) => part !== undefined && part !== '').join(' · ')
  }, [title, county, common, language])
}

export function PrintButton() {
  const common = useCommon()
  return (
    <button type="button" className="btn no-print no-phone" onClick={() => window.print()}>
      <Icon name="print" />
      {common.print}
    </button>
  )
}

interface CardProps {
  readonly title?: ReactNode
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly id?: string
  readonly className?: string
  readonly children: ReactNode
}

export function Card({ title, note, actions, id, className = '', children }: CardProps) {
  return (
    <section className={`card ${className}`} id={id}>
      {title === undefined ? null : (
        <header className="card-head">
          <h2>{title}</h2>
          {note === undefined ? null : <p className="quiet">{note}</p>}
          {actions === undefined ? null : <div className="card-actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
